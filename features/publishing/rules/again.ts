/** Seconds to wait before each further try; after the last, it has failed. */
const WAITS = [20, 60, 120, 300, 600, 1200, 1800] as const

/** When to try again after so many tries; null: it has failed. */
export const waitAfter = (tries: number): number | null => WAITS[tries - 1] ?? null

/** The days before the end of a connection at which those responsible are told. */
export const REMINDED_AT = [14, 3] as const

/**
 * What to remind of, with so many days left: the nearest that was not yet. `untilNext` are the days until the next working
 * day: what would fall on a holiday is said before it, never after.
 */
export function reminderDue(daysLeft: number, reminded: readonly number[], untilNext = 1): number | null {
  const due = REMINDED_AT.filter((days) => daysLeft - (untilNext - 1) <= days)
  const nearest = due.at(-1)
  return nearest !== undefined && daysLeft >= 0 && !reminded.includes(nearest) ? nearest : null
}
