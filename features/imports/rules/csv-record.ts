export type CsvRecord = {
  cells: string[]
  /** A quote was opened and the text ended before it was closed. */
  open: boolean
  /** A quote stands where CSV has none: in the middle of a bare cell, or before more text of a quoted one. */
  stray: boolean
}

/** Cuts one record into cells. Lenient: a quote inside a bare cell is text (`Écran 24"`). */
export function splitRecord(text: string, delimiter: string): CsvRecord {
  if (!text.includes('"')) return { cells: text.split(delimiter), open: false, stray: false }
  const cells: string[] = []
  let stray = false
  let at = 0
  for (;;) {
    if (text[at] !== '"') {
      const end = text.indexOf(delimiter, at)
      const cell = end < 0 ? text.slice(at) : text.slice(at, end)
      stray ||= cell.includes('"')
      cells.push(cell)
      if (end < 0) return { cells, open: false, stray }
      at = end + 1
      continue
    }
    const quoted = readQuoted(text, at + 1, delimiter)
    cells.push(quoted.cell)
    stray ||= quoted.stray
    if (quoted.end < 0) return { cells, open: true, stray }
    if (quoted.end >= text.length) return { cells, open: false, stray }
    at = quoted.end + 1
  }
}

/** Reads from after the opening quote; `end` is where the delimiter (or the end) is, -1 when never closed. */
function readQuoted(text: string, from: number, delimiter: string) {
  let cell = ''
  let stray = false
  let at = from
  for (;;) {
    const quote = text.indexOf('"', at)
    if (quote < 0) return { cell: cell + text.slice(at), end: -1, stray }
    const next = text[quote + 1]
    if (next === undefined || next === delimiter) {
      return { cell: cell + text.slice(at, quote), end: quote + 1, stray }
    }
    // A lone quote followed by text closes nothing: `"Résidence "Les Lilas""` is read as it was meant.
    const doubled: boolean = next === '"' && !(stray && (text[quote + 2] ?? delimiter) === delimiter)
    stray ||= !doubled && next !== '"'
    cell += text.slice(at, quote + 1)
    at = quote + (doubled ? 2 : 1)
  }
}
