import { MISSING_CELL, guarded, unguarded } from './cell.ts'
import { isOwnColumn } from './columns.ts'
import type { Delimiter } from './sniff-delimiter.ts'

const BYTE_ORDER_MARK = '\uFEFF'
const LINE_END = '\r\n'

/** `words` are the titles of the two columns added, in the reader's language. */
export type RejectedFormat = {
  delimiter: Delimiter
  headers: readonly string[]
  words: { line: string; problem: string }
}

/** First line of the file of rejected lines, which opens in a spreadsheet with its accents. */
export function rejectedHeader({ delimiter, headers, words }: RejectedFormat): string {
  const cells = [...original(headers, headers), words.line, words.problem]
  return BYTE_ORDER_MARK + record(cells, delimiter)
}

/**
 * One rejected line as it came, then its number and what is wrong. A truncated line is marked where it stops,
 * so that it is not taken for a whole one when sent again unmended.
 */
export function rejectedLine(
  { delimiter, headers }: RejectedFormat,
  rejected: { line: number; cells: readonly string[]; problems: readonly string[] },
): string {
  const width = original(headers, headers).length
  const whole = original(headers, rejected.cells)
  const cells = whole.slice(0, width)
  if (cells.length < width) cells.push(MISSING_CELL)
  while (cells.length < width) cells.push('')
  const reasons = [...new Set(rejected.problems)].join(' ')
  return record([...cells, String(rejected.line), reasons, ...whole.slice(width)], delimiter)
}

/** Cells without those of the two columns that a former download has added. */
function original(headers: readonly string[], cells: readonly string[]): string[] {
  return cells.filter((_, column) => !isOwnColumn(headers[column] ?? ''))
}

function record(cells: readonly string[], delimiter: Delimiter): string {
  return cells.map((cell) => quoted(guarded(unguarded(cell)), delimiter)).join(delimiter) + LINE_END
}

function quoted(cell: string, delimiter: Delimiter): string {
  const needed = cell.includes('"') || cell.includes(delimiter) || /[\r\n]|^\s|\s$/.test(cell)
  return needed ? `"${cell.replaceAll('"', '""')}"` : cell
}
