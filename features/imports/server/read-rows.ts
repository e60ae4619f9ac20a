import { createReadStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import type { Row } from '../rules/row.ts'
import { sniffFile } from '../rules/sniff-file.ts'
import { UnreadableFile } from '../rules/unreadable-file.ts'
import { readCsv } from './read-csv.ts'
import type { CsvFormat } from './read-csv.ts'
import { readXlsx } from './read-xlsx.ts'

/** `format` is null for a workbook, and filled while the rows of a text file are read. */
export type RowSource = { kind: 'csv' | 'xlsx'; format: CsvFormat | null; rows: AsyncGenerator<Row> }

const HEAD = 4096

/** Opens a file on disk for what it is, whatever its name says. */
export async function openRows(path: string): Promise<RowSource> {
  if ((await stat(path)).size === 0) throw new UnreadableFile('file.empty')
  const kind = sniffFile(await headOf(path))
  if (kind === 'old-excel') throw new UnreadableFile('file.old_excel')
  if (kind === 'other') throw new UnreadableFile('file.not_a_directory')
  if (kind === 'xlsx') return { kind, format: null, rows: readXlsx(path) }
  return { kind: 'csv', ...readCsv(createReadStream(path)) }
}

async function headOf(path: string): Promise<Buffer> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD), 0, HEAD, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}
