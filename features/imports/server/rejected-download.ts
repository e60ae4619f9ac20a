import type { Language } from '#platform/contract/schema.ts'
import type { Db } from '#platform/server/db.ts'
import { words } from '#platform/server/words.ts'
import { rejectedHeader, rejectedLine, type RejectedFormat } from '../rules/rejected-lines.ts'
import { allRejected } from './line-queries.ts'
import type { ImportRow } from './queries.ts'
import type { Staging } from './staging.ts'

const DELIMITERS = [';', ',', '\t', '|'] as const

/** The rejected lines as they came, with what is wrong: mended in a spreadsheet, then sent again. */
export async function* rejectedFile(
  db: Db,
  staging: Staging & { row: ImportRow },
  language: Language,
): AsyncGenerator<string> {
  const text = words(language)
  const { columns, format } = staging.row
  const how: RejectedFormat = {
    delimiter: DELIMITERS.find((one) => one === format?.delimiter) ?? ';',
    headers: columns.map(({ header }) => header),
    words: { line: text('imports.rejectedColumn.line'), problem: text('imports.rejectedColumn.problem') },
  }
  yield rejectedHeader(how)
  for await (const { line, cells, problems } of allRejected(db, staging, language))
    yield rejectedLine(how, { line, cells, problems: problems.map(({ message }) => message) })
}
