import type { Language } from '#platform/contract/schema.ts'
import type { Actor } from '#platform/server/actor.ts'
import { type Db, sql } from '#platform/server/db.ts'
import { words } from '#platform/server/words.ts'
import { findNetwork } from '#features/network/server/queries.ts'
import { KINDS, type PostKind } from '#features/posts/contract.ts'
import { holidayOverlay, overlayOf as seasonOverlay } from '#features/seasons/server/queries.ts'
import { readable } from '#features/spaces/server/policy.ts'
import type { BlockedDays, Mix, Overlay, Series, Theme } from '../../contract.ts'
import { clockAt } from '../../rules/clock.ts'
import { addDays, type Day } from '../../rules/days.ts'
import { mixOf } from '../../rules/mix.ts'
import { person } from './slots.ts'

export interface Clock {
  timeZone: string
  today: Day
}

/** The day it is by the clock of the network. */
export async function clockOf(db: Db): Promise<Clock> {
  const { timeZone } = await findNetwork(db)
  return { timeZone, today: clockAt(new Date(), timeZone).day }
}

export async function cadenceOf(db: Db, spaceId: string): Promise<number> {
  const row = await db.row<{ cadence: number }>(
    sql`select cadence from editorial_settings where space_id = ${spaceId}`,
  )
  return row?.cadence ?? USUAL_CADENCE
}
export const USUAL_CADENCE = 2

export const themesOf = (db: Db, spaceId: string): Promise<Theme[]> =>
  db.rows<Theme>(
    sql`select id, name, tone from editorial_themes where space_id = ${spaceId} order by created_at, id`,
  )

export const blockedDaysOf = (db: Db, spaceId: string): Promise<BlockedDays[]> =>
  db.rows<BlockedDays>(sql`
    select id, name, first_day as "firstDay", last_day as "lastDay" from editorial_blocked_days
    where space_id = ${spaceId} order by first_day, id`)

/** The community and those of its groups that the actor may read. */
export const placesOf = (db: Db, actor: Actor, spaceId: string) =>
  db.rows<{ id: string; name: string; kind: 'community' | 'group' }>(sql`
    select s.id, s.name, s.kind from spaces s where (s.id = ${spaceId} or s.parent_id = ${spaceId}) and ${readable(actor)}
    order by s.parent_id nulls first, lower(s.name), s.id`)

/** Those that go on; or whichever is asked for. */
export const seriesOf = (
  db: Db,
  actor: Actor,
  spaceId: string,
  which = sql`r.ends_on is null or r.ends_on >= current_date`,
): Promise<Series[]> =>
  db.rows<Series>(sql`
    select r.id, r.title, r.brief, r.kind, r.channel, r.post_kind as "postKind", r.place_id as "placeId", r.theme_id as "themeId",
      ${person('owner')} as owner, r.every, r.weekday, r.nth, r.minutes, r.starts_on as "startsOn", r.ends_on as "endsOn"
    from editorial_series r join spaces s on s.id = r.place_id and ${readable(actor)} left join members owner on owner.id = r.owner_id
    where r.space_id = ${spaceId} and (${which}) order by r.weekday, r.minutes, r.id`)

/** Eight weeks back and four ahead: what was said there, and what is about to be. */
const MIX_BACK = 56
const MIX_AHEAD = 28

export async function mixesOf(db: Db, actor: Actor, spaceId: string, today: Day): Promise<Mix[]> {
  const rows = await db.rows<{
    placeId: string
    placeName: string
    wanted: Partial<Record<PostKind, number>>
    counts: Partial<Record<PostKind, number>>
  }>(sql`
    select s.id as "placeId", s.name as "placeName", coalesce(chosen.mix, '{}') as wanted,
      coalesce((select jsonb_object_agg(kind, n) from (
        select kind, sum(n)::int as n from (
          select p.kind, count(*) as n from posts p where p.space_id = s.id and p.withdrawn_at is null and p.hidden_at is null
            and p.published_at > ${addDays(today, -MIX_BACK)}::date group by p.kind
          union all
          select e.post_kind, count(*) from editorial_slots e where e.place_id = s.id and e.kind = 'post'
            and e.state in ('drafted', 'ready', 'scheduled') and e.day between ${today} and ${addDays(today, MIX_AHEAD)} group by e.post_kind
        ) every group by kind) grouped), '{}') as counts
    from spaces s left join editorial_settings chosen on chosen.space_id = s.id
    where (s.id = ${spaceId} or s.parent_id = ${spaceId}) and ${readable(actor)}
    order by s.parent_id nulls first, lower(s.name), s.id`)
  return rows.map(({ placeId, placeName, wanted, counts }) => ({
    placeId,
    placeName,
    parts: mixOf(KINDS, counts, wanted),
  }))
}

/** Public and school holidays, and days when nothing is published: the company's own, and this calendar's. */
export async function overlayOf(
  db: Db,
  language: Language,
  spaceId: string,
  from: Day,
  to: Day,
): Promise<Overlay[]> {
  const season = await seasonOverlay(db, from, to)
  const text = words(language)
  const publicDays = season.publicHolidays.map(({ day, name }): Overlay => ({
    kind: 'public',
    name: text(`seasons.public.${name}`),
    zone: null,
    firstDay: day,
    lastDay: day,
  }))
  const school = season.school.map(({ name, zone, firstDay, lastDay }): Overlay => ({
    kind: 'school',
    name,
    zone,
    firstDay,
    lastDay,
  }))
  const company = season.blocked.map(({ label, site, firstDay, lastDay }): Overlay => ({
    kind: 'blocked',
    name: site ? `${label}, ${site}` : label,
    zone: null,
    whose: 'company',
    firstDay,
    lastDay,
  }))
  const own = (await blockedDaysOf(db, spaceId))
    .filter(({ firstDay, lastDay }) => lastDay >= from && firstDay <= to)
    .map(({ name, firstDay, lastDay }): Overlay => ({
      kind: 'blocked',
      name,
      zone: null,
      whose: 'calendar',
      firstDay,
      lastDay,
    }))
  return [...publicDays, ...school, ...company, ...own].sort((a, b) => a.firstDay.localeCompare(b.firstDay))
}

/** Days when nobody is asked for anything, wherever they are: the company's that hold everywhere, and this calendar's. */
export async function closedDaysOf(db: Db, spaceId: string, from: Day, to: Day) {
  const season = await seasonOverlay(db, from, to)
  return [...season.blocked.filter((one) => one.site === ''), ...(await blockedDaysOf(db, spaceId))]
}

/** Each week of a period against an ordinary one: -0.22 is a fifth less. */
export async function expectedOf(db: Db, spaceId: string, from: Day, to: Day): Promise<Map<Day, number>> {
  const { expected } = await holidayOverlay(db, from, to, spaceId)
  return new Map(expected.map(({ week, share }) => [week, share - 1]))
}
