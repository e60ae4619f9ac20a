import { once } from 'node:events'
import { finished } from 'node:stream/promises'
import { from as copyFrom, type CopyStreamQuery } from 'pg-copy-streams'
import { join, raw, sql, type Trx } from '#platform/server/db.ts'
import type { Column, Progress } from '../contract.ts'
import { STAGED_COLUMNS, jsonOf, storable } from '../rules/copy-row.ts'
import type { CrossChecked, KnownPerson } from '../rules/cross-check.ts'
import type { FieldName } from '../rules/person.ts'
import { readFile } from './read-file.ts'
import type { FileFormat, ReadingTask } from './reading-messages.ts'
import { indexLines, openStaging, type Staging } from './staging.ts'

export type Staged = {
  columns: Column[]
  /** Not empty: no line was read, these fields have to be given a column first. */
  missing: FieldName[]
  format: FileFormat | null
  lines: number
  people: number
  blank: number
}

export type SourceFile = Pick<ReadingTask, 'path' | 'mapping' | 'named'>

export type OnProgress = (progress: Progress) => void

/** The whole file into the tables of this import, a batch at a time: the memory it takes does not grow with the file. */
export async function stageFile(
  trx: Trx,
  staging: Staging,
  { path, mapping, named }: SourceFile,
  onProgress: OnProgress,
): Promise<Staged> {
  await openStaging(trx, staging)
  const staged: Staged = { columns: [], missing: [], format: null, lines: 0, people: 0, blank: 0 }
  const copy = new Copy(trx, staging)
  try {
    await readFile({ path, mapping, named, only: null }, async (message) => {
      if (message.kind === 'columns')
        Object.assign(staged, { columns: message.columns, missing: message.missing })
      if (message.kind === 'rows') {
        await copy.write(message.copy)
        onProgress({ phase: 'reading', lines: message.lines, share: message.share })
      }
      if (message.kind === 'managers') {
        await copy.end()
        await indexLines(trx, staging)
        return { known: await knownManagers(trx, message.refs) }
      }
      if (message.kind === 'late') await markLate(trx, staging, message)
      if (message.kind === 'done') Object.assign(staged, message)
    })
  } catch (error) {
    copy.destroy()
    throw error
  }
  return staged
}

class Copy {
  readonly #trx: Trx
  readonly #statement: string
  #stream: CopyStreamQuery | null = null

  constructor(trx: Trx, { lines }: Staging) {
    this.#trx = trx
    this.#statement = `copy ${lines.text} (${STAGED_COLUMNS.join(', ')}) from stdin`
  }

  async write(bytes: Uint8Array): Promise<void> {
    this.#stream ??= this.#trx.client.query(copyFrom(this.#statement))
    if (!this.#stream.write(bytes)) await once(this.#stream, 'drain')
  }

  async end(): Promise<void> {
    if (!this.#stream) return
    this.#stream.end()
    await finished(this.#stream)
  }

  destroy(): void {
    this.#stream?.on('error', () => {})
    this.#stream?.destroy()
  }
}

/** The managers that the file names, their own managers, and so on upwards: a cycle may pass through the directory. */
async function knownManagers(trx: Trx, refs: string[]): Promise<KnownPerson[]> {
  if (refs.length === 0) return []
  const keys = refs.map((ref) => ref.toLowerCase())
  return trx.rows<KnownPerson>(sql`
    with recursive chain (id) as (
      select m.id from members m where lower(m.staff_number) = any(${keys}::text[])
      union select m.id from members m where m.email = any(${keys}::citext[])
      union select m.manager_id from chain c join members m on m.id = c.id where m.manager_id is not null)
    select m.staff_number as "staffNumber", m.email::text as email, coalesce(b.staff_number, b.email::text) as "managerRef"
    from chain c join members m on m.id = c.id left join members b on b.id = m.manager_id`)
}

/** What was only seen at the end of the file. */
async function markLate(
  trx: Trx,
  { lines }: Staging,
  { rejected, warnings, released }: CrossChecked,
): Promise<void> {
  // An empty text, and not null: this one says that there is nobody above.
  if (released.length > 0)
    await trx.run(sql`update ${lines} set manager_ref = '' where line = any(${released}::int[])`)
  for (const [column, problems, also] of [
    ['problems', rejected, ''],
    // The link is left empty: whoever was known as their manager remains.
    ['warnings', warnings, ', manager_ref = null'],
  ] as const) {
    if (problems.length === 0) continue
    const rows = problems.map((problem) => [problem.line, jsonOf([problem])] as const)
    await trx.run(sql`
      update ${lines} l set ${raw(column)} = coalesce(l.${raw(column)}, '[]') || late.problem ${raw(also)}
      from unnest(${rows.map(([line]) => line)}::int[], ${rows.map(([, json]) => json)}::jsonb[]) as late (line, problem)
      where l.line = late.line`)
  }
}

/** The cells of rejected lines whose row was not at hand when they were refused: read again, this once. */
export async function fillCells(trx: Trx, { lines }: Staging, path: string, only: number[]): Promise<void> {
  if (only.length === 0) return
  await readFile({ path, mapping: null, named: [], only }, async (message) => {
    if (message.kind !== 'cells' || message.lines.length === 0) return
    const rows = message.lines.map(({ line, cells }) => sql`(${line}::int, ${cells.map(storable)}::text[])`)
    await trx.run(sql`
      update ${lines} l set cells = read.cells from (values ${join(rows)}) as read (line, cells) where l.line = read.line`)
  })
}
