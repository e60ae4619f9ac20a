const DAY = 86_400_000

const utc = (day: string) => Date.parse(`${day}T00:00:00Z`)

/** Days of the calendar as 'YYYY-MM-DD': no hour, so no time zone either. */
export const addDays = (day: string, count: number): string =>
  new Date(utc(day) + count * DAY).toISOString().slice(0, 10)

export const daysBetween = (from: string, to: string): number => Math.round((utc(to) - utc(from)) / DAY)

/** Both ends included. */
export const daysOf = (from: string, to: string): string[] =>
  Array.from({ length: Math.max(0, daysBetween(from, to) + 1) }, (_, index) => addDays(from, index))

/** 0 is Sunday. */
export const weekday = (day: string): number => new Date(utc(day)).getUTCDay()

export const isWeekend = (day: string): boolean => weekday(day) === 0 || weekday(day) === 6

/** The Monday of its week: weeks are named by it. */
export const mondayOf = (day: string): string => addDays(day, -((weekday(day) + 6) % 7))

/** The Mondays of the weeks that a period touches. */
export const weeksOf = (from: string, to: string): string[] =>
  daysOf(mondayOf(from), to).filter((day) => weekday(day) === 1)

/** ISO 8601: the week that holds the year's first Thursday is the first. */
export function isoWeek(day: string): { year: number; week: number } {
  const thursday = addDays(mondayOf(day), 3)
  const year = Number(thursday.slice(0, 4))
  return { year, week: Math.floor(daysBetween(`${year}-01-01`, thursday) / 7) + 1 }
}

/** The same ISO week, a year before; week 53 looks at week 52. */
export function yearBefore(monday: string): string {
  const { week } = isoWeek(monday)
  const close = addDays(monday, -364)
  return [close, addDays(close, -7)].find((one) => isoWeek(one).week === week) ?? close
}
