import { splitRecord } from './csv-record.ts'
import type { CsvRecord } from './csv-record.ts'
import { LINE_LIMIT } from './row.ts'
import type { Damage, Row } from './row.ts'

/** A cell with line breaks spans a few lines; a quote still open after that many was never closed. */
const SPAN_LIMIT = 20

type Line = { line: number; text: string }

/**
 * Puts lines together into records. An unclosed quote costs its own line and no other: the lines it would
 * have swallowed are read again for themselves.
 */
export class CsvLines {
  readonly #delimiter: string
  #width = 0
  #pending: Line[] = []
  #text = ''

  constructor(delimiter: string) {
    this.#delimiter = delimiter
  }

  read(line: number, text: string): Row[] {
    if (this.#pending.length === 0 && text.length <= LINE_LIMIT && !text.includes('"')) {
      return [this.#row(line, text.split(this.#delimiter))]
    }
    const rows: Row[] = []
    this.#take({ line, text }, rows)
    return rows
  }

  end(): Row[] {
    const rows: Row[] = []
    while (this.#pending.length > 0) this.#giveUp(rows)
    return rows
  }

  #take(next: Line, rows: Row[]): void {
    while (this.#pending.length > 0 && !this.#continues(next)) this.#giveUp(rows)
    const text = this.#pending.length === 0 ? next.text : `${this.#text}\n${next.text}`
    if (text.length > LINE_LIMIT) {
      rows.push(damaged(next, 'line.too_large', this.#delimiter))
      return
    }
    const record = splitRecord(text, this.#delimiter)
    if (record.open) {
      this.#pending.push(next)
      this.#text = text
      return
    }
    const first = this.#pending[0]?.line ?? next.line
    this.#pending = []
    rows.push(this.#row(first, record.cells))
  }

  /** Whether this line can belong to the open record, rather than being a whole record by itself. */
  #continues(next: Line): boolean {
    if (this.#pending.length >= SPAN_LIMIT) return false
    if (this.#text.length + next.text.length >= LINE_LIMIT) return false
    return !this.#isWhole(splitRecord(next.text, this.#delimiter))
  }

  #isWhole(record: CsvRecord): boolean {
    return this.#width > 2 && record.cells.length === this.#width && !record.open && !record.stray
  }

  /** The oldest open line is reported, and those after it are read afresh. */
  #giveUp(rows: Row[]): void {
    const [first, ...others] = this.#pending
    this.#pending = []
    this.#text = ''
    if (first) rows.push(damaged(first, 'line.unclosed_quote', this.#delimiter))
    for (const other of others) this.#take(other, rows)
  }

  #row(line: number, cells: string[]): Row {
    this.#width ||= cells.length > 1 ? cells.length : 0
    return { line, cells }
  }
}

function damaged({ line, text }: Line, damage: Damage, delimiter: string): Row {
  return { line, cells: text.slice(0, LINE_LIMIT).split(delimiter), damage }
}
