/** A day of the calendar, YYYY-MM-DD; sorted as text they are in order. */
export type Day = string

const noon = (day: Day) => Date.parse(`${day}T12:00:00Z`)
const DAY_MS = 86_400_000

export const addDays = (day: Day, count: number): Day =>
  new Date(noon(day) + count * DAY_MS).toISOString().slice(0, 10)

export const daysBetween = (from: Day, to: Day): number => Math.round((noon(to) - noon(from)) / DAY_MS)

/** 1 is Monday, 7 Sunday. */
export const weekdayOf = (day: Day): number => new Date(noon(day)).getUTCDay() || 7

export const mondayOf = (day: Day): Day => addDays(day, 1 - weekdayOf(day))

export const firstOfMonth = (day: Day): Day => `${day.slice(0, 7)}-01`

/** The same day of another month, never past its end. */
export function addMonths(day: Day, count: number): Day {
  const first = new Date(`${firstOfMonth(day)}T12:00:00Z`)
  first.setUTCMonth(first.getUTCMonth() + count)
  const start = first.toISOString().slice(0, 10)
  const length = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  return `${start.slice(0, 8)}${String(Math.min(Number(day.slice(8)), length)).padStart(2, '0')}`
}
