export const READINGS = ['above', 'as_expected', 'below', 'gathers', 'unknown'] as const
/** gathers: the figure adds up since its beginning, no season moves it. unknown: nothing to compare with. */
export type Reading = (typeof READINGS)[number]

/** A tenth more or less is the season itself. */
export const TOLERANCE = 0.1

export interface SeasonFacts {
  value: number | null
  /** The same figure over the period just before, of the same length. */
  before: number | null
  /** What the season leaves of an ordinary period: of this one, and of the one before. */
  season: number
  seasonBefore: number
}

export interface AgainstSeason {
  reading: Reading
  /** What the period before, moved by the season, lets expect. */
  expected: number | null
  season: number
  seasonBefore: number
}

/** A figure read against its season: what it was, times what the season changed, is what one may expect. */
export function againstSeason({ value, before, season, seasonBefore }: SeasonFacts): AgainstSeason {
  const none = { reading: 'unknown' as const, expected: null, season, seasonBefore }
  if (value === null || before === null || seasonBefore <= 0) return none
  const expected = (before * season) / seasonBefore
  if (expected <= 0) return none
  const ratio = value / expected
  const reading = ratio > 1 + TOLERANCE ? 'above' : ratio < 1 - TOLERANCE ? 'below' : 'as_expected'
  return { reading, expected, season, seasonBefore }
}
