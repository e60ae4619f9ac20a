import { addDays } from './days.ts'

/** Where public holidays are more than the eleven of the whole country. */
export const REGIONS = [
  'alsace_moselle',
  'guadeloupe',
  'guyane',
  'martinique',
  'mayotte',
  'reunion',
  'saint_barthelemy',
  'saint_martin',
] as const
export type Region = (typeof REGIONS)[number]

export const HOLIDAYS = [
  'new_year',
  'easter_monday',
  'labour_day',
  'victory',
  'ascension',
  'whit_monday',
  'bastille',
  'assumption',
  'all_saints',
  'armistice',
  'christmas',
  'good_friday',
  'saint_stephen',
  'abolition',
] as const
/** Its name is the text 'seasons.public.<key>'. */
export type HolidayName = (typeof HOLIDAYS)[number]

export interface PublicHoliday {
  day: string
  name: HolidayName
}

/** Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher). */
export function easter(year: number): string {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const f = Math.floor((b + 8) / 25)
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - f + 1) / 3) + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const days = h + l - 7 * m + 114
  return new Date(Date.UTC(year, Math.floor(days / 31) - 1, (days % 31) + 1)).toISOString().slice(0, 10)
}

/** Commemoration of the abolition of slavery (decree 83-1003 and law 2012-1): a public holiday over there. */
const ABOLITION: Partial<Record<Region, string>> = {
  mayotte: '04-27',
  martinique: '05-22',
  guadeloupe: '05-27',
  saint_martin: '05-28',
  guyane: '06-10',
  saint_barthelemy: '10-09',
  reunion: '12-20',
}

/** The eleven of the labour code (L3133-1), and those that the regions add; the earliest first. */
export function publicHolidays(year: number, regions: readonly Region[] = []): PublicHoliday[] {
  const sunday = easter(year)
  const found: PublicHoliday[] = [
    { day: `${year}-01-01`, name: 'new_year' },
    { day: addDays(sunday, 1), name: 'easter_monday' },
    { day: `${year}-05-01`, name: 'labour_day' },
    { day: `${year}-05-08`, name: 'victory' },
    { day: addDays(sunday, 39), name: 'ascension' },
    { day: addDays(sunday, 50), name: 'whit_monday' },
    { day: `${year}-07-14`, name: 'bastille' },
    { day: `${year}-08-15`, name: 'assumption' },
    { day: `${year}-11-01`, name: 'all_saints' },
    { day: `${year}-11-11`, name: 'armistice' },
    { day: `${year}-12-25`, name: 'christmas' },
  ]
  if (regions.includes('alsace_moselle'))
    found.push(
      { day: addDays(sunday, -2), name: 'good_friday' },
      { day: `${year}-12-26`, name: 'saint_stephen' },
    )
  for (const region of regions) {
    const date = ABOLITION[region]
    if (date) found.push({ day: `${year}-${date}`, name: 'abolition' })
  }
  return found.sort((a, b) => a.day.localeCompare(b.day) || a.name.localeCompare(b.name))
}

const made = new Map<string, ReadonlyMap<string, HolidayName>>()

/** The public holidays of a year by day; two on the same day are one day off. */
export function holidaysByDay(year: number, regions: readonly Region[]): ReadonlyMap<string, HolidayName> {
  const key = `${year} ${regions.join()}`
  const known = made.get(key)
  if (known) return known
  const days = new Map(publicHolidays(year, regions).map(({ day, name }) => [day, name]))
  made.set(key, days)
  return days
}

export const publicHolidaysBetween = (from: string, to: string, regions: readonly Region[] = []) => {
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))]
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index)
    .flatMap((year) => publicHolidays(year, regions))
    .filter(({ day }) => day >= from && day <= to)
}
