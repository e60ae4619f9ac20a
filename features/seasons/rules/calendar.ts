import { addDays, daysOf, isWeekend, weekday } from './days.ts'
import { type HolidayName, holidaysByDay, type Region } from './public-holidays.ts'

/** Both days included. */
export interface SchoolHoliday {
  zone: string
  name: string
  firstDay: string
  lastDay: string
}

/** closed: nobody works. busy: people work and have no time (an inventory, a closing of accounts). */
export const BLOCKS = ['closed', 'busy'] as const
export type Block = (typeof BLOCKS)[number]

/** The company's own days. `site` '' is everywhere. */
export interface BlockedDays {
  id: string
  label: string
  kind: Block
  site: string
  firstDay: string
  lastDay: string
}

/** Regions whose public holidays a site has; '' is everywhere. */
export interface SiteRegion {
  region: Region
  site: string
}

/** All that a day depends on. Server: `calendarOf(db)` (features/seasons/server/queries.ts) reads it whole. */
export interface Calendar {
  regions: readonly SiteRegion[]
  school: readonly SchoolHoliday[]
  blocked: readonly BlockedDays[]
}

export const NO_CALENDAR: Calendar = { regions: [], school: [], blocked: [] }

/** Where somebody is: their school zone and their site, '' when unknown. */
export interface Whereabouts {
  zone: string
  site: string
}

const NONE: readonly Region[] = []
const NOWHERE: Whereabouts = { zone: '', site: '' }

/**
 * What a school holiday of one's zone leaves of an ordinary working day. Nobody publishes this share: it is a default
 * that a community's own history corrects after a year (docs/decisions/024-season.md).
 */
export const SCHOOL_SHARE = 0.75
/** The day between a public holiday and the week-end. */
export const BRIDGE_SHARE = 0.5
export const BUSY_SHARE = 0.5

const applies = (site: string, at: Whereabouts) => site === '' || site === at.site
const around = (day: string, one: { firstDay: string; lastDay: string }) =>
  one.firstDay <= day && day <= one.lastDay

/** The public holiday that falls on a day, there. */
export function publicHolidayOn(
  day: string,
  calendar: Calendar,
  at: Whereabouts = NOWHERE,
): HolidayName | null {
  const regions =
    calendar.regions.length === 0
      ? NONE
      : calendar.regions.filter((one) => applies(one.site, at)).map((one) => one.region)
  return holidaysByDay(Number(day.slice(0, 4)), regions).get(day) ?? null
}

/** The company's own days that a day falls in; a closure before a busy time. */
export const blockedOn = (day: string, calendar: Calendar, at: Whereabouts = NOWHERE): BlockedDays | null =>
  calendar.blocked
    .filter((one) => applies(one.site, at) && around(day, one))
    .sort((a, b) => BLOCKS.indexOf(a.kind) - BLOCKS.indexOf(b.kind))[0] ?? null

export const schoolHolidayOn = (day: string, calendar: Calendar, zone: string): SchoolHoliday | null =>
  (zone && calendar.school.find((one) => one.zone === zone && around(day, one))) || null

export type Quiet = 'weekend' | 'public' | 'closed'

/** Why nobody should be asked anything on a day; null on a working day. School holidays and busy times are working days. */
export function quietDay(day: string, calendar: Calendar, at: Whereabouts = NOWHERE): Quiet | null {
  if (isWeekend(day)) return 'weekend'
  if (publicHolidayOn(day, calendar, at)) return 'public'
  return blockedOn(day, calendar, at)?.kind === 'closed' ? 'closed' : null
}

/** The day itself, or the first one after it when people work. A closure of more than a year is not waited for. */
export function nextWorkingDay(day: string, calendar: Calendar, at: Whereabouts = NOWHERE): string {
  const found = daysOf(day, addDays(day, 370)).find((one) => !quietDay(one, calendar, at))
  return found ?? day
}

/** A day some working days after another (which counts as day 0 once it is one itself). */
export function addWorkingDays(day: string, count: number, calendar: Calendar): string {
  let found = nextWorkingDay(day, calendar)
  for (let left = count; left > 0; left--) found = nextWorkingDay(addDays(found, 1), calendar)
  return found
}

export const workingDays = (
  from: string,
  to: string,
  calendar: Calendar,
  at: Whereabouts = NOWHERE,
): number => daysOf(from, to).filter((day) => !quietDay(day, calendar, at)).length

/** What is left of an ordinary working day, 0 to 1; 0 too at week-ends. */
export function dayShare(day: string, calendar: Calendar, at: Whereabouts = NOWHERE): number {
  if (quietDay(day, calendar, at)) return 0
  const bridge =
    (weekday(day) === 5 && publicHolidayOn(addDays(day, -1), calendar, at)) ||
    (weekday(day) === 1 && publicHolidayOn(addDays(day, 1), calendar, at))
  const busy = blockedOn(day, calendar, at)?.kind === 'busy'
  const school = schoolHolidayOn(day, calendar, at.zone)
  return (bridge ? BRIDGE_SHARE : 1) * (busy ? BUSY_SHARE : 1) * (school ? SCHOOL_SHARE : 1)
}

/**
 * The share of the ordinary working time that a period leaves to somebody of that zone (and site), 0 to 1: what to ask of
 * them over it is what one asks usually, times this. 1 when the period holds no ordinary working day.
 */
export function workingShare(
  from: string,
  to: string,
  zone: string | Whereabouts,
  calendar: Calendar,
): number {
  const at = typeof zone === 'string' ? { zone, site: '' } : zone
  const ordinary = daysOf(from, to).filter((day) => !isWeekend(day))
  if (ordinary.length === 0) return 1
  return ordinary.reduce((sum, day) => sum + dayShare(day, calendar, at), 0) / ordinary.length
}
