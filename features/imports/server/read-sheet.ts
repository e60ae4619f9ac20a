import type { Row } from '../rules/row.ts'
import type { Workbook } from './read-workbook.ts'
import { attribute } from './read-xml.ts'
import type { XmlHandler } from './read-xml.ts'

/** More columns than this belong to no directory; what lies beyond is left out. */
const COLUMN_LIMIT = 256
const UNIX_EPOCH = 25_569
const MAC_SHIFT = 1_462
const DAY = 86_400_000

type Cell = { column: number; type: string; style: number; text: string; formula: string | null }

/** Gathers the rows of a sheet from its XML; `take` gives those complete so far. */
export class SheetRows implements XmlHandler {
  readonly #workbook: Workbook
  #rows: Row[] = []
  #width = 0
  #line = 0
  #cells: string[] = []
  #cell: Cell | null = null
  #part: 'value' | 'formula' | null = null
  #inAid = false

  constructor(workbook: Workbook) {
    this.#workbook = workbook
  }

  take(): Row[] {
    const rows = this.#rows
    this.#rows = []
    return rows
  }

  open(name: string, attributes: string): void {
    if (name === 'row') {
      this.#line = Number(attribute(attributes, 'r')) || this.#line + 1
      this.#cells = []
    } else if (name === 'c') {
      this.#cell = {
        column: columnOf(attribute(attributes, 'r')) ?? this.#cells.length,
        type: attribute(attributes, 't') ?? 'n',
        style: Number(attribute(attributes, 's') ?? 0),
        text: '',
        formula: null,
      }
    } else if (name === 'rPh') {
      this.#inAid = true
    } else if (this.#cell && (name === 'v' || name === 't')) {
      this.#part = 'value'
    } else if (this.#cell && name === 'f') {
      this.#part = 'formula'
      this.#cell.formula = ''
    }
  }

  text(text: string): void {
    if (!this.#cell || this.#inAid) return
    if (this.#part === 'value') this.#cell.text += text
    if (this.#part === 'formula') this.#cell.formula += text
  }

  close(name: string): void {
    if (name === 'v' || name === 't' || name === 'f') this.#part = null
    if (name === 'rPh') this.#inAid = false
    if (name === 'c' && this.#cell) {
      this.#put(this.#cell)
      this.#cell = null
    }
    if (name === 'row') this.#finishRow()
  }

  #put(cell: Cell): void {
    if (cell.column >= COLUMN_LIMIT) return
    while (this.#cells.length < cell.column) this.#cells.push('')
    this.#cells[cell.column] = this.#valueOf(cell)
  }

  /** Empty cells at the end of a row are not written in the file: they are put back. */
  #finishRow(): void {
    const cells = this.#cells
    if (this.#width === 0) this.#width = cells.length
    while (cells.length < this.#width) cells.push('')
    this.#rows.push({ line: this.#line, cells })
  }

  #valueOf({ type, style, text, formula }: Cell): string {
    // The import refuses formulas: the value shown last may be stale or somebody else's doing.
    if (formula !== null) return `=${formula}`
    if (type === 's') return this.#workbook.strings[Number(text)] ?? ''
    if (type === 'b') return text === '1' ? 'true' : 'false'
    if (type === 'd') return text.slice(0, 10)
    return type === 'n' ? this.#numberOf(text, style) : text
  }

  #numberOf(text: string, style: number): string {
    const shape = this.#workbook.styles[style] ?? 'plain'
    const number = Number(text)
    if (text === '' || Number.isNaN(number)) return text
    if (shape === 'day') return dayOf(number, this.#workbook.from1904) ?? text
    // Numbers may be stored as 6.0E5, or with the noise of floating point.
    const plain = Number.isSafeInteger(number) ? String(number) : text
    return typeof shape === 'number' ? plain.padStart(shape, '0') : plain
  }
}

function dayOf(serial: number, from1904: boolean): string | null {
  const days = Math.floor(serial) + (from1904 ? MAC_SHIFT : 0) - UNIX_EPOCH
  const date = new Date(days * DAY)
  return Number.isNaN(date.getTime()) ? null : date.toISOString().slice(0, 10)
}

function columnOf(reference: string | null): number | null {
  const letters = /^[A-Z]{1,3}/.exec(reference ?? '')?.[0]
  if (!letters) return null
  let column = 0
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64
  return column - 1
}
