import { splitRecord } from './csv-record.ts'

export const DELIMITERS = [';', '\t', ',', '|'] as const
export type Delimiter = (typeof DELIMITERS)[number]

const SAMPLE_LINES = 30

/** The delimiter that cuts the header and the first lines into the same number of cells, quotes respected. */
export function sniffDelimiter(sample: string): Delimiter {
  const declared = declaredDelimiter(sample)
  if (declared) return declared
  const lines = sample.split(/\r\n|\n|\r/).filter((line) => line.trim() !== '')
  const [header, ...rest] = lines.slice(0, SAMPLE_LINES)
  if (header === undefined) return ';'
  const score = (delimiter: Delimiter) => {
    const width = splitRecord(header, delimiter).cells.length
    if (width < 2) return 0
    const agreeing = rest.filter((line) => splitRecord(line, delimiter).cells.length === width).length
    return (rest.length ? (agreeing + 1) / (rest.length + 1) : 1) * Math.min(width, 12)
  }
  const scores = DELIMITERS.map((delimiter) => ({ delimiter, score: score(delimiter) }))
  return scores.reduce((best, each) => (each.score > best.score ? each : best)).delimiter
}

/** Excel writes `sep=;` on a line of its own, before the header. */
export function declaredDelimiter(sample: string): Delimiter | null {
  const declared = /^\uFEFF?"?sep=(.)"?[ \t]*(?:\r|\n|$)/i.exec(sample)?.[1]
  return DELIMITERS.find((delimiter) => delimiter === declared) ?? null
}
