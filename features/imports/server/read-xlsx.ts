import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { LINE_LIMIT } from '../rules/row.ts'
import type { Row } from '../rules/row.ts'
import { UnreadableFile } from '../rules/unreadable-file.ts'
import { SheetRows } from './read-sheet.ts'
import { readWorkbook } from './read-workbook.ts'
import { XmlReader } from './read-xml.ts'
import { ZipFile } from './read-zip.ts'

/** Bounds of a workbook, packed and unpacked; a directory of 230,000 people is near 20 MB and 200 MB. */
export const XLSX_LIMITS = { packed: 128 * 1024 * 1024, sheet: 1024 * 1024 * 1024 } as const

/** Rows of the first visible sheet that has any, header included, with the numbers the spreadsheet shows. */
export async function* readXlsx(
  source: string | AsyncIterable<Uint8Array>,
  limits: { packed: number; sheet: number } = XLSX_LIMITS,
): AsyncGenerator<Row> {
  if (typeof source === 'string') {
    yield* rowsOf(source, limits.sheet)
    return
  }
  const folder = await mkdtemp(join(tmpdir(), 'elan-import-'))
  try {
    const path = join(folder, 'workbook.xlsx')
    await pipeline(Readable.from(bounded(source, limits.packed)), createWriteStream(path, { mode: 0o600 }))
    yield* rowsOf(path, limits.sheet)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function* rowsOf(path: string, limit: number): AsyncGenerator<Row> {
  const zip = await ZipFile.open(path)
  try {
    const workbook = await readWorkbook(zip)
    for (const sheet of workbook.sheets) {
      let found = false
      const rows = new SheetRows(workbook)
      const xml = new XmlReader(rows)
      for await (const chunk of zip.read(sheet, limit)) {
        xml.read(chunk)
        for (const row of rows.take()) {
          found ||= row.cells.some((cell) => cell.trim() !== '')
          if (found) yield checked(row)
        }
      }
      xml.end()
      if (found) return
    }
  } finally {
    await zip.close()
  }
}

function checked(row: Row): Row {
  let length = 0
  for (const cell of row.cells) length += cell.length
  if (length <= LINE_LIMIT) return row
  return { line: row.line, cells: row.cells.map((cell) => cell.slice(0, 200)), damage: 'line.too_large' }
}

async function* bounded(source: AsyncIterable<Uint8Array>, limit: number): AsyncGenerator<Uint8Array> {
  let length = 0
  for await (const chunk of source) {
    length += chunk.length
    if (length > limit) throw new UnreadableFile('file.too_large')
    yield chunk
  }
}
