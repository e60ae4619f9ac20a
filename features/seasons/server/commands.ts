import type { Actor } from '#platform/server/actor.ts'
import { audit } from '#platform/server/audit.ts'
import { join, sql, type Trx } from '#platform/server/db.ts'
import { conflict, invalid } from '#platform/server/errors.ts'
import { done } from '#platform/contract/schema.ts'
import { findSettings } from '#features/network/server/queries.ts'
import type { BlockedDays, SchoolCalendar, SeasonSettings } from '../contract.ts'
import { daysBetween } from '../rules/days.ts'
import type { SiteRegion } from '../rules/calendar.ts'
import { type Correction, faultOf, overlapped, samePeriod } from '../rules/school.ts'
import { schoolCalendarOf, schoolPeriodsOf, settingsOf, todayOf } from './queries.ts'

const LONGEST = 366

export async function setBlockedDays(
  trx: Trx,
  actor: Actor,
  id: string,
  draft: Omit<BlockedDays, 'id' | 'site'> & { site?: string },
): Promise<BlockedDays> {
  if (draft.lastDay < draft.firstDay) throw invalid('blocked_days.order', { field: 'lastDay' })
  if (daysBetween(draft.firstDay, draft.lastDay) > LONGEST)
    throw invalid('blocked_days.long', { field: 'lastDay' })
  const days = { label: draft.label.trim(), kind: draft.kind, site: draft.site?.trim() ?? '' }
  const { firstDay, lastDay } = draft
  await trx.run(sql`
    insert into blocked_days (id, label, kind, site, first_day, last_day, created_by)
    values (${id}, ${days.label}, ${days.kind}, ${days.site}, ${firstDay}, ${lastDay}, ${actor.id})
    on conflict (id) do update set label = excluded.label, kind = excluded.kind, site = excluded.site,
      first_day = excluded.first_day, last_day = excluded.last_day`)
  await audit(
    trx,
    actor,
    'blocked_days.set',
    { kind: 'blocked_days', id },
    { kind: days.kind, firstDay, lastDay },
  )
  return { id, ...days, firstDay, lastDay }
}

export async function dropBlockedDays(trx: Trx, actor: Actor, id: string) {
  const gone = await trx.run(sql`delete from blocked_days where id = ${id}`)
  if (gone > 0) await audit(trx, actor, 'blocked_days.dropped', { kind: 'blocked_days', id })
  return done
}

export async function setRegions(trx: Trx, actor: Actor, regions: SiteRegion[]): Promise<SeasonSettings> {
  await trx.run(sql`delete from season_regions`)
  if (regions.length > 0)
    await trx.run(sql`
      insert into season_regions (region, site)
      values ${join(regions.map(({ region, site }) => sql`(${region}::text, ${site.trim()}::text)`))} on conflict do nothing`)
  await audit(trx, actor, 'season.regions', { kind: 'network', id: null }, { regions })
  return settingsOf(trx)
}

/** One at a time, so that two corrections never leave two periods of a zone over each other. */
const hold = (trx: Trx) => trx.row(sql`select pg_advisory_xact_lock(hashtextextended('school holidays', 0))`)

export async function correctSchoolHoliday(
  trx: Trx,
  actor: Actor,
  id: string,
  draft: Omit<Correction, 'id'> & { added: boolean },
): Promise<SchoolCalendar> {
  await hold(trx)
  const { network, schoolZones } = await findSettings(trx)
  const { zone, year, firstDay, lastDay, sourceDay } = draft
  const asked = { ...draft, name: draft.name.trim(), source: draft.source.trim() }
  const periods = await schoolPeriodsOf(trx, schoolZones)
  const fault = faultOf(asked, periods, schoolZones, await todayOf(trx, network.timeZone))
  if (fault) throw invalid(fault.code, fault)
  const own = periods.find((one) => one.correction?.id === id)
  const there = periods.find((one) => samePeriod(one, asked))
  const about = { name: asked.name, zone }
  // Only its dates and its source change: another period is another correction.
  if (own && own !== there) throw invalid('school_holidays.other', { field: 'name', values: about })
  if (!own && draft.added && there) throw invalid('school_holidays.known', { field: 'name', values: about })
  if (!own && !draft.added && !there)
    throw invalid('school_holidays.unknown', { field: 'name', values: about })
  if (!own && there?.correction) throw conflict('school_holidays.taken', { values: about })
  await trx.run(sql`
    insert into school_holiday_corrections (id, zone, school_year, name, first_day, last_day, source, source_day, created_by)
    values (${id}, ${zone}, ${year}, ${asked.name}, ${firstDay}, ${lastDay}, ${asked.source}, ${sourceDay}, ${actor.id})
    on conflict (id) do update set first_day = excluded.first_day, last_day = excluded.last_day,
      source = excluded.source, source_day = excluded.source_day
    where (school_holiday_corrections.zone, school_holiday_corrections.school_year, school_holiday_corrections.name)
      = (excluded.zone, excluded.school_year, excluded.name)`)
  const before = there ? { firstDay: there.firstDay, lastDay: there.lastDay } : null
  await audit(
    trx,
    actor,
    'school_holidays.set',
    { kind: 'school_holidays', id },
    { zone, year, firstDay, lastDay, sourceDay, before },
  )
  return schoolCalendarOf(trx)
}

export async function dropSchoolCorrection(trx: Trx, actor: Actor, id: string): Promise<SchoolCalendar> {
  await hold(trx)
  const { schoolZones } = await findSettings(trx)
  const periods = await schoolPeriodsOf(trx, schoolZones)
  const one = periods.find((period) => period.correction?.id === id)
  if (one?.published) {
    const other = overlapped({ ...one, ...one.published }, periods)
    if (other) throw conflict('school_holidays.back', { values: { name: other.name, zone: one.zone } })
  }
  const gone = await trx.run(sql`delete from school_holiday_corrections where id = ${id}`)
  if (gone > 0) {
    const { zone, year, firstDay, lastDay } = one ?? {}
    await audit(
      trx,
      actor,
      'school_holidays.dropped',
      { kind: 'school_holidays', id },
      { zone, year, firstDay, lastDay },
    )
  }
  return schoolCalendarOf(trx)
}
