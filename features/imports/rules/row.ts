export type Damage = 'line.unclosed_quote' | 'line.too_large'

/** One record of the file: `line` is where it starts, counted as an editor counts (the header is line 1). */
export type Row = { line: number; cells: string[]; damage?: Damage }

/** A record longer than this is not a person; the reader drops the rest of it and goes on. */
export const LINE_LIMIT = 65_536
