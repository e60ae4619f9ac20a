import type { SchoolHoliday } from './calendar.ts'
import { daysBetween } from './days.ts'

/** As the data of the ministry has it. */
export interface PublishedHoliday extends SchoolHoliday {
  /** Dates that nobody has checked yet are kept, and said to be so. */
  confirmed: boolean
}

/** As the administration wrote it: over the published period of that zone, year and name, or beside them all. */
export interface Correction extends SchoolHoliday {
  id: string
  year: number
  source: string
  sourceDay: string
}

/** A school holiday, with where its dates come from. */
export interface SchoolPeriod extends SchoolHoliday {
  year: number
  confirmed: boolean
  published: { firstDay: string; lastDay: string } | null
  correction: { id: string; source: string; sourceDay: string } | null
}

/** Both days counted. The longest summers have sixty. */
export const LONGEST_HOLIDAY = 70

/** A school year is named by the year it begins in, in September. */
export const schoolYearOf = (day: string): number =>
  Number(day.slice(0, 4)) - (Number(day.slice(5, 7)) >= 9 ? 0 : 1)

/** Dates are corrected in the year under way and the next. */
export const correctedYears = (today: string): [number, number] => {
  const year = schoolYearOf(today)
  return [year, year + 1]
}

type Named = { zone: string; year: number; name: string }
export const samePeriod = (one: Named, other: Named): boolean =>
  one.zone === other.zone && one.year === other.year && one.name === other.name

const overlap = (one: { firstDay: string; lastDay: string }, other: { firstDay: string; lastDay: string }) =>
  one.firstDay <= other.lastDay && one.lastDay >= other.firstDay

/** The published periods with what was corrected in them and added to them, the earliest first. */
export function schoolPeriods(
  published: readonly PublishedHoliday[],
  corrections: readonly Correction[],
): SchoolPeriod[] {
  const known = published.map((one): SchoolPeriod => {
    const { zone, name, firstDay, lastDay, confirmed } = one
    const dates = { firstDay, lastDay }
    const year = schoolYearOf(firstDay)
    return { zone, name, year, ...dates, confirmed, published: dates, correction: null }
  })
  const corrected = corrections.map((one): SchoolPeriod => {
    const { id, zone, name, year, firstDay, lastDay, source, sourceDay } = one
    const under = known.find((other) => samePeriod(one, other))
    const correction = { id, source, sourceDay }
    return {
      zone,
      name,
      year,
      firstDay,
      lastDay,
      confirmed: true,
      published: under?.published ?? null,
      correction,
    }
  })
  const left = known.filter((one) => !corrected.some((other) => samePeriod(one, other)))
  return [...left, ...corrected].sort(
    (a, b) => a.firstDay.localeCompare(b.firstDay) || a.zone.localeCompare(b.zone),
  )
}

/** Those that touch a period. */
export const schoolBetween = <T extends SchoolHoliday>(holidays: readonly T[], from: string, to: string) =>
  holidays.filter((one) => one.lastDay >= from && one.firstDay <= to)

/** Another period of the same zone that has a day in common with these. */
export const overlapped = (
  asked: Named & { firstDay: string; lastDay: string },
  periods: readonly SchoolPeriod[],
): SchoolPeriod | null =>
  periods.find((one) => one.zone === asked.zone && !samePeriod(one, asked) && overlap(one, asked)) ?? null

export interface Fault {
  code: string
  field: string
  values?: Record<string, string | number>
}

/** Why these dates cannot be those of a school holiday; null when they can. */
export function faultOf(
  asked: Omit<Correction, 'id'>,
  periods: readonly SchoolPeriod[],
  zones: readonly string[],
  today: string,
): Fault | null {
  const { zone, year, firstDay, lastDay, sourceDay } = asked
  const [thisYear, nextYear] = correctedYears(today)
  if (!zones.includes(zone)) return { code: 'school_holidays.zone', field: 'zone', values: { zone } }
  if (year !== thisYear && year !== nextYear)
    return {
      code: 'school_holidays.years',
      field: 'firstDay',
      values: { from: thisYear, to: nextYear + 1 },
    }
  if (lastDay < firstDay) return { code: 'school_holidays.order', field: 'lastDay' }
  if (daysBetween(firstDay, lastDay) >= LONGEST_HOLIDAY)
    return { code: 'school_holidays.long', field: 'lastDay', values: { most: LONGEST_HOLIDAY } }
  if (schoolYearOf(firstDay) !== year)
    return { code: 'school_holidays.year', field: 'firstDay', values: { from: year, to: year + 1 } }
  const other = overlapped(asked, periods)
  if (other) return { code: 'school_holidays.overlap', field: 'firstDay', values: { name: other.name, zone } }
  if (sourceDay > today) return { code: 'school_holidays.source_day', field: 'sourceDay' }
  return null
}
