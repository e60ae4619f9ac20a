const DAY_MS = 86_400_000

export interface Gate {
  kind: 'founding' | 'regular'
  circleId: string | null
  /** How many of its own people came, on site or online together. */
  came: number
}

/** The founding gathering is a gate: a circle is launched once at least two of its people have met. */
export const LEAST_TO_MEET = 2
export const launchesCircle = ({ kind, circleId, came }: Gate): boolean =>
  kind === 'founding' && circleId !== null && came >= LEAST_TO_MEET

/**
 * When the next gathering is due, from the last one held and how many the programme promises a year; null when none is
 * promised. Without a past one it is due at once.
 */
export function nextDue(perYear: number, lastHeldAt: string | null, now: Date): string | null {
  if (perYear === 0) return null
  if (!lastHeldAt) return now.toISOString()
  return new Date(Date.parse(lastHeldAt) + (365 / perYear) * DAY_MS).toISOString()
}

/** A date is to be found from three weeks before it is due, unless one is planned. */
export const WEEKS_AHEAD = 3
export const dateToFind = (due: string | null, planned: boolean, now: Date): boolean =>
  due !== null && !planned && Date.parse(due) - WEEKS_AHEAD * 7 * DAY_MS <= now.getTime()

/** How many came is silent where the number would name people. */
export const shownCount = (count: number, invited: number, threshold: number): number | null =>
  invited >= threshold ? count : null
