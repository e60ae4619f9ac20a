import type { Actor } from '#platform/server/actor.ts'
import { type Db, sql } from '#platform/server/db.ts'
import { invalid } from '#platform/server/errors.ts'
import { findSpace } from '#features/spaces/server/queries.ts'
import type { Calendar, Slot } from '../../contract.ts'
import { addDays, type Day, daysBetween, mondayOf } from '../../rules/days.ts'
import { isCovered, isEmpty, type Week, weeksOf } from '../../rules/gaps.ts'
import { LIMITS } from '../../rules/limits.ts'
import { calendarIn, canShape, draftsOf } from '../policy.ts'
import {
  blockedDaysOf,
  cadenceOf,
  clockOf,
  closedDaysOf,
  expectedOf,
  mixesOf,
  overlayOf,
  placesOf,
  seriesOf,
  themesOf,
} from './settings.ts'
import { publishedFor, slotsWhere } from './slots.ts'

export async function calendar(db: Db, actor: Actor, spaceId: string, from: Day, to: Day): Promise<Calendar> {
  if (to < from) throw invalid('calendar.dates', { field: 'to' })
  if (daysBetween(from, to) > LIMITS.span)
    throw invalid('calendar.span', { field: 'to', values: { limit: LIMITS.span } })
  const place = await calendarIn(db, actor, spaceId)
  const shapes = canShape(place)
  const { timeZone, today } = await clockOf(db)
  const mine = draftsOf(actor, shapes)
  const slots = await slotsWhere(
    db,
    actor,
    shapes,
    sql`e.space_id = ${spaceId} and e.day between ${from} and ${to} and e.state <> 'dropped' and (${mine} or ${publishedFor(actor)})
      order by e.at, e.id limit ${LIMITS.slotsShown}`,
  )
  const tray = await slotsWhere(
    db,
    actor,
    shapes,
    sql`e.space_id = ${spaceId} and e.day is null and e.state not in ('dropped', 'published', 'held') and ${mine}
      order by e.state = 'idea', e.created_at desc, e.id limit 100`,
  )
  const space = await findSpace(db, actor, spaceId)
  return {
    spaceId,
    name: space.name,
    today,
    timeZone,
    from,
    to,
    slots,
    tray,
    overlay: await overlayOf(db, actor.language, spaceId, from, to),
    themes: await themesOf(db, spaceId),
    places: await placesOf(db, actor, spaceId),
    ...(shapes ? await forShapers(db, actor, spaceId, today, from, to, slots) : NOTHING_TO_SHAPE),
    can: { shape: shapes },
  }
}

const NOTHING_TO_SHAPE = { weeks: [], series: [], blocked: [], cadence: 0, mixes: [], nextCommittee: null }

async function forShapers(
  db: Db,
  actor: Actor,
  spaceId: string,
  today: Day,
  from: Day,
  to: Day,
  slots: Slot[],
) {
  const cadence = await cadenceOf(db, spaceId)
  const blocked = await blockedDaysOf(db, spaceId)
  const closed = await closedDaysOf(db, spaceId, from, to)
  const expected = await expectedOf(db, spaceId, from, to)
  const next = await db.row<{ day: Day }>(sql`
    select held_on as day from editorial_committees where space_id = ${spaceId} and state = 'planned' and held_on >= ${today}
    order by held_on limit 1`)
  return {
    cadence,
    blocked,
    weeks: weeksOf(slots, { from, to, cadence, blocked: closed }).map((week) => ({
      ...week,
      expected: expected.get(week.monday) ?? null,
    })),
    series: await seriesOf(db, actor, spaceId),
    mixes: await mixesOf(db, actor, spaceId, today),
    nextCommittee: next?.day ?? null,
  }
}

const AHEAD_WEEKS = 4
const GAP_WEEKS = 8

/** Weeks from this one on, against the cadence, as far as the actor may read. */
async function weeksAhead(db: Db, actor: Actor, spaceId: string, count: number): Promise<Week[]> {
  const { today } = await clockOf(db)
  const from = mondayOf(today)
  const to = addDays(from, count * 7 - 1)
  const slots = await db.rows<{ day: Day; state: Slot['state'] }>(sql`
    select e.day, e.state from editorial_slots e where e.space_id = ${spaceId} and e.day between ${from} and ${to}
      and e.state not in ('idea', 'dropped') and ${draftsOf(actor, true)}`)
  const [cadence, blocked] = [await cadenceOf(db, spaceId), await closedDaysOf(db, spaceId, from, to)]
  return weeksOf(slots, { from, to, cadence, blocked })
}

export interface CalendarFacts {
  /** Of the next four weeks, this one included, those that meet the cadence. */
  covered: number
  weeks: number
  nextGap: Week | null
  scheduled: number
  lastCommitteeOn: Day | null
}

/** For the practices and the cockpit: what the calendar of a community says of the weeks to come. */
export async function calendarFacts(db: Db, actor: Actor, spaceId: string): Promise<CalendarFacts> {
  const weeks = await weeksAhead(db, actor, spaceId, AHEAD_WEEKS)
  const row = await db.row<{ scheduled: number; lastCommitteeOn: Day | null }>(sql`
    select (select count(*)::int from editorial_slots e where e.space_id = ${spaceId} and e.state = 'scheduled') as scheduled,
      (select max(c.held_on) from editorial_committees c where c.space_id = ${spaceId} and c.state = 'held') as "lastCommitteeOn"`)
  return {
    covered: weeks.filter(isCovered).length,
    weeks: weeks.length,
    nextGap: await nextGap(db, actor, spaceId),
    scheduled: row?.scheduled ?? 0,
    lastCommitteeOn: row?.lastCommitteeOn ?? null,
  }
}

/** The first week to come below the cadence, an empty one before one that is only thin. */
export async function nextGap(db: Db, actor: Actor, spaceId: string): Promise<Week | null> {
  const weeks = await weeksAhead(db, actor, spaceId, GAP_WEEKS)
  return weeks.find(isEmpty) ?? weeks.find((week) => !isCovered(week)) ?? null
}
