import { CsvLines } from '../rules/csv-lines.ts'
import { LINE_LIMIT } from '../rules/row.ts'
import type { Row } from '../rules/row.ts'
import { declaredDelimiter, sniffDelimiter } from '../rules/sniff-delimiter.ts'
import type { Delimiter } from '../rules/sniff-delimiter.ts'
import { TextReader } from '../rules/sniff-encoding.ts'
import type { Encoding } from '../rules/sniff-encoding.ts'

/** Filled while reading: the delimiter before the first row, the encoding at the first accent (null: ASCII). */
export type CsvFormat = { delimiter: Delimiter; encoding: Encoding | null }

/** Enough of the file to choose a delimiter from. */
const SAMPLE = 16_384

/** Rows of a CSV file, header included, in the order of the file. Holds one chunk and one record at a time. */
export function readCsv(source: AsyncIterable<Uint8Array>): { format: CsvFormat; rows: AsyncGenerator<Row> } {
  const format: CsvFormat = { delimiter: ';', encoding: null }
  return { format, rows: rowsOf(source, format) }
}

async function* rowsOf(source: AsyncIterable<Uint8Array>, format: CsvFormat): AsyncGenerator<Row> {
  const lines = new PhysicalLines()
  let records: CsvLines | null = null
  let sample = ''
  for await (const text of textOf(source, format)) {
    if (records) {
      for (const [line, each] of lines.read(text)) yield* records.read(line, each)
      continue
    }
    sample += text
    if (sample.length < SAMPLE) continue
    records = start(sample, lines, format)
    for (const [line, each] of lines.read(sample)) yield* records.read(line, each)
  }
  if (!records) {
    records = start(sample, lines, format)
    for (const [line, each] of lines.read(sample)) yield* records.read(line, each)
  }
  for (const [line, each] of lines.end()) yield* records.read(line, each)
  yield* records.end()
}

function start(sample: string, lines: PhysicalLines, format: CsvFormat): CsvLines {
  format.delimiter = sniffDelimiter(sample)
  lines.useReturns = !sample.includes('\n')
  lines.skipFirst = declaredDelimiter(sample) !== null
  return new CsvLines(format.delimiter)
}

async function* textOf(source: AsyncIterable<Uint8Array>, format: CsvFormat): AsyncGenerator<string> {
  const reader = new TextReader()
  for await (const chunk of source) {
    const text = reader.read(chunk)
    format.encoding = reader.encoding
    if (text) yield text
  }
  yield reader.end()
  format.encoding = reader.encoding
}

/** Cuts text into numbered lines (CRLF, LF, or the lone CR of old files). */
class PhysicalLines {
  useReturns = false
  skipFirst = false
  #line = 0
  #rest = ''
  #dropping = false

  read(text: string): [number, string][] {
    const end = this.useReturns ? '\r' : '\n'
    const all = this.#rest + text
    const lines: [number, string][] = []
    let from = 0
    for (let at = all.indexOf(end); at >= 0; at = all.indexOf(end, from)) {
      this.#keep(all.slice(from, at), lines)
      from = at + 1
    }
    this.#rest = all.slice(from)
    // A line that never ends must not fill the memory: its beginning is enough to report it.
    if (this.#rest.length > 4 * LINE_LIMIT) {
      if (!this.#dropping) this.#keep(this.#rest, lines)
      this.#dropping = true
      this.#rest = ''
    }
    return lines
  }

  end(): [number, string][] {
    const lines: [number, string][] = []
    if (this.#rest !== '') this.#keep(this.#rest, lines)
    return lines
  }

  #keep(raw: string, lines: [number, string][]): void {
    if (this.#dropping) {
      this.#dropping = false
      return
    }
    this.#line += 1
    if (this.skipFirst && this.#line === 1) return
    lines.push([this.#line, raw.endsWith('\r') ? raw.slice(0, -1) : raw])
  }
}
