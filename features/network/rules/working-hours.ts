/** Nothing reminds anybody outside these: nine to five, Monday to Friday, and never on a public holiday. */
export const OPENS = 9
export const CLOSES = 17

/** Gregorian Easter (Meeus, Jones, Butcher), as days after 1 March. */
function easterOf(year: number): Date {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114
  return new Date(Date.UTC(year, Math.floor(f / 31) - 1, (f % 31) + 1))
}

const FIXED = ['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25']
/** Easter Monday, Ascension, Whit Monday. */
const AFTER_EASTER = [1, 39, 50]

/** The eleven public holidays of France (Code du travail, L. 3133-1), each YYYY-MM-DD. */
export function publicHolidays(year: number): string[] {
  const easter = easterOf(year).getTime()
  const moving = AFTER_EASTER.map((days) => new Date(easter + days * 86_400_000).toISOString().slice(0, 10))
  return [...FIXED.map((day) => `${year}-${day}`), ...moving].sort()
}

/** Where the network lives tells whose holidays they are; elsewhere than in France only nights and week-ends are known. */
const FRENCH = new Set(['Europe/Paris'])

export function isWorkingTime(now: Date, timeZone: string): boolean {
  const parts = Object.fromEntries(
    new Intl.DateTimeFormat('en-GB', {
      timeZone,
      weekday: 'short',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      hourCycle: 'h23',
    })
      .formatToParts(now)
      .map((part) => [part.type, part.value]),
  )
  const hour = Number(parts.hour)
  const day = `${parts.year}-${parts.month}-${parts.day}`
  if (parts.weekday === 'Sat' || parts.weekday === 'Sun' || hour < OPENS || hour >= CLOSES) return false
  return !(FRENCH.has(timeZone) && publicHolidays(Number(parts.year)).includes(day))
}
