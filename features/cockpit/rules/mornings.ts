/** When the list of the week and the report of the month leave. Days are of the network's zone, 'YYYY-MM-DD'. */

const DAY_MS = 86_400_000
const at = (day: string) => Date.parse(`${day}T12:00:00Z`)
export const addDays = (day: string, count: number): string =>
  new Date(at(day) + count * DAY_MS).toISOString().slice(0, 10)
export const mondayOf = (day: string): string => addDays(day, -((new Date(at(day)).getUTCDay() + 6) % 7))
export const monthOf = (day: string): string => `${day.slice(0, 7)}-01`

/** From seven in the morning; what was missed then still leaves before eleven. */
const OPENS = 7
const CLOSES = 11
export const isMorning = (hour: number): boolean => hour >= OPENS && hour < CLOSES

/** The first working day since a day, this day included: Monday, unless it is a holiday. */
export function isFirstWorkingDay(since: string, today: string, quiet: (day: string) => boolean): boolean {
  for (let day = since; day < today; day = addDays(day, 1)) if (!quiet(day)) return false
  return !quiet(today)
}

/** First and last day of the month before the one of this day. */
export function monthBefore(day: string): { from: string; to: string } {
  const to = addDays(monthOf(day), -1)
  return { from: monthOf(to), to }
}

export function monthNamed(month: string): { from: string; to: string } {
  const from = `${month}-01`
  return { from, to: addDays(monthOf(addDays(from, 31)), -1) }
}

/**
 * Where an idea for the week of a day is laid: its Tuesday, or that day when it comes later in its week; in the week
 * under way never before tomorrow, while that is still the same week.
 */
export function ideaDay(day: string, today: string): string {
  const tuesday = addDays(mondayOf(day), 1)
  const [sunday, tomorrow] = [addDays(mondayOf(day), 6), addDays(today, 1)]
  const wanted = [day, tuesday, tomorrow].sort().at(-1) ?? day
  return wanted > sunday ? sunday : wanted
}
