/** A day of the calendar, YYYY-MM-DD. */
export type Day = string

const DAY_MS = 86_400_000
const utc = (day: Day) => Date.parse(`${day}T00:00:00Z`)

export const addDays = (day: Day, count: number): Day =>
  new Date(utc(day) + count * DAY_MS).toISOString().slice(0, 10)
export const daysBetween = (from: Day, to: Day): number => Math.round((utc(to) - utc(from)) / DAY_MS)
export const isWeekend = (day: Day): boolean => [0, 6].includes(new Date(utc(day)).getUTCDay())
