import type { Actor } from '#platform/server/actor.ts'
import { type Db, empty, sql, type Sql } from '#platform/server/db.ts'
import { notFound } from '#platform/server/errors.ts'
import type { Objective } from '#features/communities/contract.ts'
import { objectivesOf } from '#features/communities/server/queries/communities.ts'
import { schoolHolidays } from '#features/network/server/queries.ts'
import type { Curve, CurvePoint } from '../contract.ts'
import { daysOf, earlier } from '../rules/days.ts'
import { type Projection, project } from '../rules/projection.ts'
import type { Cell } from '../rules/silence.ts'
import { needed, neededPace, standingOf } from '../rules/standing.ts'
import { actsOf, endOf } from './acts.ts'
import { cut, figure } from './figures.ts'
import { type Ground, groundOf } from './policy.ts'

const KEY = {
  arrived: 'objective_arrived',
  active: 'objective_active',
  creators: 'objective_creators',
} as const

export async function curveOf(db: Db, actor: Actor, spaceId: string, objectiveId: string): Promise<Curve> {
  const ground = await groundOf(db, actor, spaceId)
  const objective = (await objectivesOf(db, spaceId)).find((one) => one.id === objectiveId)
  if (!objective) throw notFound('objective.not_found')
  return measured(db, ground, objective)
}

/** One objective of a community, measured up to today. */
export async function measured(db: Db, ground: Ground, objective: Objective): Promise<Curve> {
  const end = earlier(ground.today, objective.deadline)
  const counts = await countsOf(db, ground, objective, end)
  const { cells } = counts
  const of = cells.reduce((sum, cell) => sum + cell.denominator, 0)
  const reached = cells.reduce((sum, cell) => sum + cell.numerator, 0)
  const period = { from: objective.startsOn, to: end }
  const told = figure(KEY[objective.measure], period, ground.threshold, {
    numerator: reached,
    denominator: of,
  })
  const points = told.silent || end < objective.startsOn ? [] : pointsOf(objective, end, of, counts)
  const { startsOn, deadline } = objective
  const running = ground.today <= deadline && points.length > 0
  const projection = running
    ? project({ reached: points.map((point) => point.reached), startsOn, of, deadline })
    : null
  const facts = { ...objective, reached, of, silent: told.silent, today: ground.today, projection }
  const standing = standingOf(facts)
  const ahead = standing === 'reached' ? null : projection
  return {
    objective,
    today: ground.today,
    standing,
    figure: told,
    missing: told.silent ? null : Math.max(0, needed(objective.target, of) - reached),
    recentPace: projection?.recentPace ?? null,
    neededPace: told.silent ? null : neededPace(facts),
    points,
    projection: ahead && shareOf(ahead, of),
    holidays: schoolHolidays(ground.schoolZones, startsOn, deadline),
    sites: cut(KEY[objective.measure], ground.threshold, cells),
  }
}

const shareOf = (projection: Projection, of: number) => ({
  points: projection.points.map((point) => ({ day: point.day, value: point.reached / of })),
  atDeadline: projection.atDeadline / of,
})

/** People the objective is about, as rows (member_id, site, since): those invited, or else those who hold a seat. */
const peopleOf = (ground: Ground, objective: Objective, end: string): Sql =>
  objective.measure === 'arrived'
    ? sql`select i.member_id, m.site, i.invited_at as since, greatest(i.invited_at, coalesce(m.arrived_at, 'infinity')) as came
        from invitations i join members m on m.id = i.member_id
        where i.space_id = ${ground.spaceId} and i.state <> 'withdrawn' and i.invited_at < ${endOf(end, ground)}`
    : sql`select seat.member_id, m.site, seat.joined_at as since, seat.joined_at as came
        from seats seat join members m on m.id = seat.member_id and m.status = 'active'
        where seat.space_id = ${ground.spaceId} and seat.joined_at < ${endOf(end, ground)}`

/** First act, and first post, of each person since the objective began. */
const firstActs = (ground: Ground, objective: Objective, end: string): Sql => sql`
  select acts.member_id, min(acts.at) as acted, min(acts.at) filter (where acts.made) as made
  from (${actsOf(ground, objective.startsOn, end)}) acts group by acts.member_id`

/** What the objective counts, as the instant it became true for somebody; infinity when it did not. */
function reachedAt(objective: Objective): Sql {
  if (objective.measure === 'arrived') return sql`people.came`
  return objective.measure === 'active'
    ? sql`coalesce(took.acted, 'infinity')`
    : sql`coalesce(took.made, 'infinity')`
}

const within = (at: Sql, ground: Ground, end: string): Sql => sql`${at} < ${endOf(end, ground)}`

type What = 'invited' | 'arrived' | 'active' | 'published'
const COUNTED = { arrived: 'arrived', active: 'active', creators: 'published' } as const

interface Counts {
  /** By site, at the end of the period. */
  cells: Cell[]
  /** Of each day, what came before the first one counting on it. */
  days: { what: What; day: string; people: number }[]
}

/** Past so many people a count takes time and moves little: it is worked out again every ten minutes. */
const MANY = 20_000
const KEPT_MS = 600_000
const kept = new Map<string, { until: number; counts: Counts }>()

async function countsOf(db: Db, ground: Ground, objective: Objective, end: string): Promise<Counts> {
  const key = JSON.stringify([objective, end, ground])
  const now = Date.now()
  for (const [old, { until }] of kept) if (until < now) kept.delete(old)
  const known = kept.get(key)
  if (known) return known.counts
  const counts = await counted(db, ground, objective, end)
  const people = counts.cells.reduce((sum, cell) => sum + cell.denominator, 0)
  if (people >= MANY) kept.set(key, { until: now + KEPT_MS, counts })
  return counts
}

/** Sites and days in one reading: at two hundred thousand people, acts are not gone through twice. */
async function counted(db: Db, ground: Ground, objective: Objective, end: string): Promise<Counts> {
  // A place among the first instants of the days is found much faster than the day of each instant is worked out.
  const count = (what: What, at: Sql, from: Sql) => sql`
    select ${what}::text, null::text, greatest(width_bucket(${at}, days.starts), 1), count(*)::int, 0
    from ${from}, days where ${within(at, ground, end)} group by 3`
  const ofInvited = objective.measure === 'arrived'
  const rows = await db.figures<{
    what: What | 'site'
    key: string
    day: string
    people: number
    of: number
  }>(sql`
    with days as materialized (
      select array_agg(d::date::timestamp at time zone ${ground.timeZone} order by d) as starts
      from generate_series(${objective.startsOn}::date, greatest(${objective.startsOn}::date, ${end}::date), interval '1 day') d),
    invited as materialized (${peopleOf(ground, { ...objective, measure: 'arrived' }, end)}),
    people as materialized (${ofInvited ? sql`select * from invited` : peopleOf(ground, objective, end)}),
    took as materialized (select acts.* from (${firstActs(ground, objective, end)}) acts join people using (member_id)),
    counted (what, key, at, people, "of") as (
      select 'site', people.site, null::int, count(*) filter (where ${within(reachedAt(objective), ground, end)})::int, count(*)::int
      from people ${ofInvited ? empty : sql`left join took using (member_id)`} group by people.site
      union all ${count('invited', sql`invited.since`, sql`invited`)}
      union all ${count('arrived', sql`invited.came`, sql`invited`)}
      union all ${count('active', sql`took.acted`, sql`took`)}
      union all ${count('published', sql`took.made`, sql`took`)})
    select what, key, ${objective.startsOn}::date + at - 1 as day, people, "of" from counted`)
  const counts: Counts = { cells: [], days: [] }
  for (const { what, key, day, people, of } of rows)
    if (what === 'site') counts.cells.push({ key, numerator: people, denominator: of })
    else counts.days.push({ what, day, people })
  return counts
}

/** Cumulated from the first day of the objective to the last one told; what came before it counts on its first day. */
function pointsOf(objective: Objective, end: string, of: number, { days }: Counts): CurvePoint[] {
  const byDay = new Map<string, { what: What; people: number }[]>()
  for (const row of days) byDay.set(row.day, [...(byDay.get(row.day) ?? []), row])
  const sum = { invited: 0, arrived: 0, active: 0, published: 0 }
  return daysOf(objective.startsOn, end).map((day) => {
    for (const { what, people } of byDay.get(day) ?? []) sum[what] += people
    const { published: _published, ...told } = sum
    const reached = sum[COUNTED[objective.measure]]
    return { day, ...told, reached, value: reached / of }
  })
}
