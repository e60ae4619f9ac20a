/** A calendar day, `YYYY-MM-DD`, in Paris. */
export type Day = string

const DAY_MS = 86_400_000
export const MONTHS_OF_HISTORY = 18

const utc = (day: Day) => Date.parse(`${day}T00:00:00Z`)

export const addDays = (day: Day, count: number): Day =>
  new Date(utc(day) + count * DAY_MS).toISOString().slice(0, 10)

export const daysBetween = (from: Day, to: Day): number => Math.round((utc(to) - utc(from)) / DAY_MS)

/** 0 is Sunday. */
export const weekday = (day: Day): number => new Date(utc(day)).getUTCDay()

export const monthOf = (day: Day): number => Number(day.slice(5, 7))

export function monthsBefore(day: Day, months: number): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const lastOfMonth = new Date(Date.UTC(year, month - months, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 - months, Math.min(date, lastOfMonth))).toISOString().slice(0, 10)
}

// Made once: it costs a hundred times its use.
const paris = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' })

/** The day it is in Paris at that instant. */
export const dayInParis = (at: Date): Day => paris.format(at)

/** The instant when clocks in Paris show that many minutes after midnight. */
export function parisInstant(day: Day, minutes: number): Date {
  const guess = new Date(utc(day) + minutes * 60_000 - 3_600_000)
  return isSummerTime(guess) ? new Date(guess.getTime() - 3_600_000) : guess
}

// European rule: from the last Sunday of March to the last Sunday of October, at 01:00 UTC.
function isSummerTime(at: Date): boolean {
  const year = at.getUTCFullYear()
  const starts = utc(lastSunday(year, 3)) + 3_600_000
  const ends = utc(lastSunday(year, 10)) + 3_600_000
  return at.getTime() >= starts && at.getTime() < ends
}

function lastSunday(year: number, month: number): Day {
  const last = new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)
  return addDays(last, -weekday(last))
}

/** Easter Sunday, by the Meeus, Jones and Butcher algorithm. */
export function easter(year: number): Day {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const days = h + l - 7 * m + 114
  return new Date(Date.UTC(year, Math.floor(days / 31) - 1, (days % 31) + 1)).toISOString().slice(0, 10)
}

/** The eleven public holidays of metropolitan France. */
export function publicHolidays(year: number): Day[] {
  const sunday = easter(year)
  const fixed = ['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25']
  return [
    ...fixed.map((date) => `${year}-${date}`),
    addDays(sunday, 1),
    addDays(sunday, 39),
    addDays(sunday, 50),
  ].sort()
}

export const isPublicHoliday = (day: Day): boolean => publicHolidays(Number(day.slice(0, 4))).includes(day)

export const isWorkingDay = (day: Day): boolean =>
  weekday(day) !== 0 && weekday(day) !== 6 && !isPublicHoliday(day)

// Dips seen by community managers: back from summer and from Christmas, and in France February and May too.
const byMonth = [0.76, 0.72, 1.08, 1, 0.7, 1.02, 0.82, 0.42, 0.74, 1.1, 1.12, 0.98] as const
const byWeekday = [0.1, 1, 1.16, 1.06, 1.12, 0.92, 0.18] as const

/** How lively a day is, 1 being an ordinary working day; the size of the community is not in it. */
export function activityWeight(day: Day): number {
  const month = byMonth[monthOf(day) - 1] ?? 1
  if (isPublicHoliday(day)) return month * 0.08
  return month * (byWeekday[weekday(day)] ?? 1) * betweenTheYears(day) * bridge(day)
}

const betweenTheYears = (day: Day) => (day.slice(5) >= '12-21' || day.slice(5) <= '01-02' ? 0.35 : 1)

// A Friday after a Thursday off, or a Monday before a Tuesday off: half of the company is away.
function bridge(day: Day): number {
  const isBridge =
    (weekday(day) === 5 && isPublicHoliday(addDays(day, -1))) ||
    (weekday(day) === 1 && isPublicHoliday(addDays(day, 1)))
  return isBridge ? 0.4 : 1
}

export type SeasonDay = { day: Day; weight: number }

/** Every day of the history, the last one being today. */
export function season(today: Day): SeasonDay[] {
  const first = monthsBefore(today, MONTHS_OF_HISTORY)
  return Array.from({ length: daysBetween(first, today) + 1 }, (_, index) => {
    const day = addDays(first, index)
    return { day, weight: activityWeight(day) }
  })
}
