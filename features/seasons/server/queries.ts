import { type Db, sql } from '#platform/server/db.ts'
import type { Language } from '#platform/contract/schema.ts'
import { findSettings, publishedHolidays } from '#features/network/server/queries.ts'
import type { BlockedDays, NextDip, Overlay, SchoolCalendar, SeasonSettings } from '../contract.ts'
import {
  blockedOn,
  type Calendar,
  quietDay as quietOf,
  type Quiet,
  type SchoolHoliday,
  type SiteRegion,
  type Whereabouts,
} from '../rules/calendar.ts'
import { addDays, mondayOf, weeksOf } from '../rules/days.ts'
import { dipsIn, type Dip, nextOf, phaseOf, weeksUntil } from '../rules/dips.ts'
import { expectedOver, expectedWeek, gathered, type Place, spread } from '../rules/expected.ts'
import { ownSeason, type WeekCount } from '../rules/forecast.ts'
import { publicHolidaysBetween } from '../rules/public-holidays.ts'
import {
  type Correction,
  correctedYears,
  schoolBetween,
  type SchoolPeriod,
  schoolPeriods,
} from '../rules/school.ts'
import { proposalFor } from './proposals.ts'

const regionsOf = (db: Db): Promise<SiteRegion[]> =>
  db.rows<SiteRegion>(sql`select region, site from season_regions order by region, site`)

const blockedBetween = (db: Db, from: string, to: string): Promise<BlockedDays[]> =>
  db.rows<BlockedDays>(sql`
    select id, label, kind, site, first_day as "firstDay", last_day as "lastDay" from blocked_days
    where last_day >= ${from} and first_day <= ${to} order by first_day, last_day, id`)

/** Every school holiday of these zones, what the administration corrected and added included. */
export async function schoolPeriodsOf(db: Db, zones: readonly string[]): Promise<SchoolPeriod[]> {
  const corrections = await db.rows<Correction>(sql`
    select id, zone, school_year as year, name, first_day as "firstDay", last_day as "lastDay", source, source_day as "sourceDay"
    from school_holiday_corrections where zone = any(${zones}::text[]) order by zone, first_day`)
  return schoolPeriods(publishedHolidays(zones), corrections)
}

/** The school holidays of the network's zones. Whoever counts with them, in any feature, has them from here. */
export async function schoolHolidaysOf(db: Db, zones: readonly string[]): Promise<SchoolHoliday[]> {
  const periods = await schoolPeriodsOf(db, zones)
  return periods.map(({ zone, name, firstDay, lastDay }) => ({ zone, name, firstDay, lastDay }))
}

/** Where the network lives. */
export async function todayOf(db: Db, timeZone: string): Promise<string> {
  const row = await db.row<{ today: string }>(sql`select (now() at time zone ${timeZone})::date as today`)
  return row?.today ?? ''
}

/** This school year and the next, as their dates are known. */
export async function schoolCalendarOf(db: Db): Promise<SchoolCalendar> {
  const { network, schoolZones } = await findSettings(db)
  const today = await todayOf(db, network.timeZone)
  const periods = await schoolPeriodsOf(db, schoolZones)
  return {
    zones: schoolZones,
    years: correctedYears(today).map((year) => ({
      year,
      periods: periods.filter((one) => one.year === year),
    })),
  }
}

/** Everything that rules/calendar.ts asks of a period: for the rules of other features. */
export async function calendarOf(db: Db, from: string, to: string): Promise<Calendar> {
  const { schoolZones } = await findSettings(db)
  return {
    regions: await regionsOf(db),
    school: schoolBetween(await schoolHolidaysOf(db, schoolZones), from, to),
    blocked: await blockedBetween(db, from, to),
  }
}

/** Why nobody should be asked anything on a day; null on a working day. */
export async function quietDay(db: Db, day: string, at?: Whereabouts): Promise<Quiet | null> {
  return quietOf(day, await calendarOf(db, day, day), at)
}

/** What is drawn over a calendar: holidays that everybody has, those of the network's zones, the company's own. */
export async function overlayOf(db: Db, from: string, to: string): Promise<Overlay> {
  const { regions, school, blocked } = await calendarOf(db, from, to)
  const everywhere = [...new Set(regions.map((one) => one.region))]
  return {
    from,
    to,
    publicHolidays: publicHolidaysBetween(from, to, everywhere),
    school: [...school],
    blocked: [...blocked],
  }
}

/** The same with what a community may expect, week by week, against an ordinary one. */
export async function holidayOverlay(
  db: Db,
  from: string,
  to: string,
  spaceId: string,
): Promise<Overlay & { expected: { week: string; share: number }[] }> {
  const weeks = weeksOf(from, to)
  const seasonOf = await seasonOfCommunity(db, spaceId, from, to)
  return {
    ...(await overlayOf(db, from, to)),
    expected: weeks.map((week) => ({ week, share: seasonOf(week) })),
  }
}

/** Those of the last month and those to come: what is over no longer moves anything that can be changed. */
export async function settingsOf(db: Db): Promise<SeasonSettings> {
  const sites = await db.rows<{ site: string }>(
    sql`select distinct site from members where site <> '' and status <> 'closed' order by site limit 500`,
  )
  return {
    regions: await regionsOf(db),
    blocked: await db.rows<BlockedDays>(sql`
      select id, label, kind, site, first_day as "firstDay", last_day as "lastDay" from blocked_days
      where last_day >= current_date - 31 order by first_day, last_day, id`),
    sites: sites.map((row) => row.site),
  }
}

/** Where the members of a community are; those without a zone are spread over the network's. */
export async function placesOf(db: Db, spaceId: string): Promise<Place[]> {
  const { schoolZones } = await findSettings(db)
  const rows = await db.rows<Place>(
    sql`select zone, site, members from activity_places where space_id = ${spaceId} order by zone, site`,
  )
  return spread(rows.length > 0 ? rows : [{ zone: '', site: '', members: 1 }], schoolZones)
}

/** A week of that community against its ordinary one, from the calendar and the seasons of the source. */
export async function calendarSeason(
  db: Db,
  spaceId: string,
  from: string,
  to: string,
): Promise<(week: string) => number> {
  const calendar = await calendarOf(db, addDays(from, -7), addDays(to, 14))
  const places = gathered(await placesOf(db, spaceId), calendar)
  const known = new Map<string, number>()
  return (week) => {
    const share = known.get(week) ?? expectedWeek(week, places, calendar)
    known.set(week, share)
    return share
  }
}

const YEAR_AND_MORE = 78

export interface CountedWeek {
  week: string
  acts: number
  people: number
  members: number
}

/** Full weeks, the oldest first: those before the one a day belongs to. */
export async function countedWeeks(db: Db, spaceId: string, today: string): Promise<CountedWeek[]> {
  const rows = await db.rows<CountedWeek>(sql`
    select week, acts, people, greatest(members, people) as members from activity_weeks where space_id = ${spaceId} and week < ${mondayOf(today)}
    order by week desc limit ${YEAR_AND_MORE}`)
  return rows.reverse()
}

/** Weeks in which nobody could be told apart: a handful of people is silent. */
export const toldWeeks = (weeks: readonly CountedWeek[], threshold: number): WeekCount[] =>
  weeks.filter((one) => one.people === 0 || one.people >= threshold)

/** A week against an ordinary one, the community's own last year blended in where there is one. */
export async function seasonOfCommunity(
  db: Db,
  spaceId: string,
  from: string,
  to: string,
): Promise<(week: string) => number> {
  const { threshold } = await findSettings(db)
  const history = toldWeeks(await countedWeeks(db, spaceId, to), threshold)
  const first = history[0]?.week ?? from
  const calendar = await calendarSeason(db, spaceId, first < from ? first : from, to)
  return (week) => calendar(week) * ownSeason(history, calendar, week)
}

/** What a period lets expect of a community, against an ordinary period as long: 1 is ordinary. For measured figures. */
export async function seasonOfPeriod(db: Db, spaceId: string, from: string, to: string): Promise<number> {
  const calendar = await calendarOf(db, addDays(from, -4), addDays(to, 4))
  return expectedOver(from, to, gathered(await placesOf(db, spaceId), calendar), calendar)
}

const BEHIND = 5
const BEYOND = 14

/** The dip under way, or the nearest of those ahead. */
export async function findDip(db: Db, spaceId: string, today: string): Promise<Dip | null> {
  const monday = mondayOf(today)
  const [from, to] = [addDays(monday, -BEHIND * 7), addDays(monday, BEYOND * 7 + 6)]
  const seasonOf = await seasonOfCommunity(db, spaceId, from, to)
  const calendar = await calendarOf(db, from, to)
  const weeks = weeksOf(from, to).map((week) => ({
    week,
    share: seasonOf(week),
    closed: [1, 2, 3].every((day) => blockedOn(addDays(week, day), calendar)?.kind === 'closed'),
  }))
  return nextOf(dipsIn(weeks), today)
}

/** The same with its phase and what to do about it, in the reader's language: for the cockpit and the editorial calendar. */
export async function nextDip(
  db: Db,
  spaceId: string,
  today: string,
  language: Language = 'fr',
): Promise<NextDip | null> {
  const dip = await findDip(db, spaceId, today)
  if (!dip) return null
  return {
    ...dip,
    phase: phaseOf(dip, today),
    weeksUntil: weeksUntil(dip, today),
    ...proposalFor(dip.season, language),
  }
}
