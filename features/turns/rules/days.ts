/** YYYY-MM-DD */
export type Day = string

export function addDays(day: Day, days: number): Day {
  const date = new Date(`${day}T12:00:00Z`)
  date.setUTCDate(date.getUTCDate() + days)
  return date.toISOString().slice(0, 10)
}

/** The Monday of the week of a day, or the next one when it is past. */
export function mondayFrom(day: Day): Day {
  const weekday = new Date(`${day}T12:00:00Z`).getUTCDay()
  return addDays(day, (8 - weekday) % 7)
}

/** ISO week: « Semaine 5 ». */
export function weekOf(day: Day): number {
  const date = new Date(`${day}T12:00:00Z`)
  date.setUTCDate(date.getUTCDate() + 4 - (date.getUTCDay() || 7))
  const first = Date.UTC(date.getUTCFullYear(), 0, 1)
  return Math.ceil((date.getTime() - first) / 86_400_000 / 7)
}

/** Two turns overlap when one's days reach into the other's. */
export const overlaps = (a: { startsOn: Day; endsOn: Day }, b: { startsOn: Day; endsOn: Day }): boolean =>
  a.startsOn <= b.endsOn && b.startsOn <= a.endsOn
