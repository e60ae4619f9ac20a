import { type Db, empty, sql, type Sql } from '#platform/server/db.ts'
import type { Objective } from '#features/communities/contract.ts'
import type { Cell } from '../rules/silence.ts'
import { actsOf, endOf } from './acts.ts'
import type { Ground } from './policy.ts'

export type What = 'invited' | 'arrived' | 'active' | 'published'
export const COUNTED = { arrived: 'arrived', active: 'active', creators: 'published' } as const

export interface Counts {
  /** By site, at the end of the period. */
  cells: Cell[]
  /** Of each day, what came before the first one counting on it. */
  days: { what: What; day: string; people: number }[]
}

export const peopleIn = ({ cells }: Pick<Counts, 'cells'>): number =>
  cells.reduce((sum, cell) => sum + cell.denominator, 0)
export const reachedIn = ({ cells }: Pick<Counts, 'cells'>): number =>
  cells.reduce((sum, cell) => sum + cell.numerator, 0)

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

/** The first instants of the days of an objective, as one row `days (starts)`. */
export const daysTable = (ground: Ground, objective: Objective, end: string): Sql => sql`
  days as materialized (
    select array_agg(d::date::timestamp at time zone ${ground.timeZone} order by d) as starts
    from generate_series(${objective.startsOn}::date, greatest(${objective.startsOn}::date, ${end}::date), interval '1 day') d)`

export interface CountRow {
  what: What | 'site'
  key: string
  day: string
  people: number
  of: number
}

export function countsOfRows(rows: readonly CountRow[]): Counts {
  const counts: Counts = { cells: [], days: [] }
  for (const { what, key, day, people, of } of rows)
    if (what === 'site') counts.cells.push({ key, numerator: people, denominator: of })
    else counts.days.push({ what, day, people })
  return counts
}

/**
 * Everything an objective counts, from its first day to the end of another, from what people really did. Sites and days
 * in one reading: at two hundred thousand people, acts are not gone through twice.
 */
export async function counted(db: Db, ground: Ground, objective: Objective, end: string): Promise<Counts> {
  // A place among the first instants of the days is found much faster than the day of each instant is worked out.
  const count = (what: What, at: Sql, from: Sql) => sql`
    select ${what}::text, null::text, greatest(width_bucket(${at}, days.starts), 1), count(*)::int, 0
    from ${from}, days where ${within(at, ground, end)} group by 3`
  const ofInvited = objective.measure === 'arrived'
  return countsOfRows(
    await db.figures<CountRow>(sql`
    with ${daysTable(ground, objective, end)},
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
    select what, key, ${objective.startsOn}::date + at - 1 as day, people, "of" from counted`),
  )
}
