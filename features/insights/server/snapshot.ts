import { type Db, empty, join, sql, type Sql } from '#platform/server/db.ts'
import type { Objective } from '#features/communities/contract.ts'
import { addDays } from '../rules/days.ts'
import { actsOf, endOf, startOf } from './acts.ts'
import { type CountRow, type Counts, countsOfRows, daysTable, type What } from './counts.ts'
import type { Ground } from './policy.ts'

/** Past so many people a curve takes seconds to count: its last full day is kept, and the days since are added. */
export const MANY = 20_000
/** Past so many days without a count, adding them would cost more than counting everything. */
const MOST_SINCE = 31

export interface Kept {
  until: string
  countedAt: string
  counts: Counts
}

/** The last count of an objective, as long as it is about the same question. */
export async function keptCounts(
  db: Db,
  ground: Ground,
  objective: Objective,
  end: string,
): Promise<Kept | null> {
  // One reading: a count that replaces another meanwhile is read whole, or not at all.
  const rows = await db.rows<CountRow & { until: string; countedAt: string }>(sql`
    select c.until, c.counted_at as "countedAt", told.* from curve_counts c
    cross join lateral (
      select 'site' as what, s.site as key, null::date as day, s.reached as people, s.people as "of" from curve_sites s
        where s.objective_id = c.objective_id
      union all select d.what, null, d.day, d.people, 0 from curve_days d where d.objective_id = c.objective_id) told
    where c.objective_id = ${objective.id} and c.kept and c.measure = ${objective.measure} and c.starts_on = ${objective.startsOn}::date
      and c.time_zone = ${ground.timeZone} and c.until <= ${end}::date and c.until > ${end}::date - ${MOST_SINCE}::int`)
  const [head] = rows
  if (!head) return null
  const { until, countedAt } = head
  const counts = countsOfRows(rows)
  return {
    until,
    countedAt,
    counts: until < end ? added(counts, await since(db, ground, objective, until, end)) : counts,
  }
}

function added(kept: Counts, fresh: Counts): Counts {
  const cells = new Map(kept.cells.map((cell) => [cell.key, { ...cell }]))
  for (const cell of fresh.cells) {
    const known = cells.get(cell.key)
    if (!known) cells.set(cell.key, cell)
    else {
      known.numerator += cell.numerator
      known.denominator += cell.denominator
    }
  }
  return { cells: [...cells.values()], days: [...kept.days, ...fresh.days] }
}

/**
 * What changed after the last full day that was counted: who was invited, came, took a seat or acted since, looked up one
 * by one. Its cost follows those people, not the community. Who left since is taken out by the next count.
 */
async function since(
  db: Db,
  ground: Ground,
  objective: Objective,
  until: string,
  end: string,
): Promise<Counts> {
  const from = addDays(until, 1)
  const edge = startOf(from, ground)
  const last = endOf(end, ground)
  const ofInvited = objective.measure === 'arrived'
  // Looked up person by person: `limit` keeps these from being read whole to be joined.
  const invitation = sql`select i.invited_at as since from invitations i
    where i.space_id = ${ground.spaceId} and i.member_id = m.id and i.state <> 'withdrawn' and i.invited_at < ${last} limit 1`
  const seat = sql`select seat.joined_at as since from seats seat
    where seat.space_id = ${ground.spaceId} and seat.member_id = m.id and m.status = 'active' and seat.joined_at < ${last} limit 1`
  const entering: Sql = ofInvited
    ? sql`select member_id from came`
    : sql`select member_id from seats where space_id = ${ground.spaceId} and joined_at >= ${edge} and joined_at < ${last}`
  // Already counted: somebody who was there, and for whom it was already true, at the edge.
  const news = (at: Sql) => sql`${at} < ${last} and (since >= ${edge} or ${at} >= ${edge})`
  const count = (what: What, at: Sql, table: Sql) => sql`
    select ${what}::text, null::text, greatest(width_bucket(${at}, days.starts), 1), count(*)::int, 0
    from ${table}, days where ${news(at)} group by 3`
  const site = (table: Sql, at: Sql) => sql`
    select 'site', site, null::int, count(*) filter (where ${news(at)})::int, 0 from ${table} group by site
    union all select 'site', site, null::int, 0, count(*)::int from ${ofInvited ? sql`came` : sql`touched`} where since >= ${edge} group by site`
  const sites = {
    arrived: site(sql`came`, sql`came`),
    active: site(sql`took`, sql`acted`),
    creators: site(sql`wrote`, sql`made`),
  }[objective.measure]
  return countsOfRows(
    await db.figures<CountRow>(sql`
    with ${daysTable(ground, objective, end)},
    came as materialized (
      select i.member_id, m.site, i.invited_at as since, greatest(i.invited_at, coalesce(m.arrived_at, 'infinity')) as came
      from invitations i join members m on m.id = i.member_id
      where i.space_id = ${ground.spaceId} and i.state <> 'withdrawn' and i.invited_at >= ${edge} and i.invited_at < ${last}
      union all
      select i.member_id, m.site, i.invited_at, m.arrived_at
      from members m cross join lateral (
        select i.* from invitations i where i.space_id = ${ground.spaceId} and i.member_id = m.id limit 1) i
      where m.arrived_at >= ${edge} and i.state <> 'withdrawn' and i.invited_at < ${edge}),
    who as materialized (
      select acts.member_id from (${actsOf(ground, from, end)}) acts where acts.member_id is not null union ${entering}),
    touched as materialized (
      select m.id as member_id, m.site, there.since from who cross join lateral (select * from members where id = who.member_id limit 1) m
      cross join lateral (${ofInvited ? invitation : seat}) there),
    -- Most had acted before, and are counted: one look finds that out. The first act is searched for the others alone.
    took as materialized (select touched.member_id, site, since, least(${firstAct(ground, objective.startsOn, end)}) as acted
      from touched where since >= ${edge} or coalesce(${anyAct(ground, objective.startsOn, until)}) is null),
    wrote as materialized (select site, since, ${posted(sql`min(p.published_at)`, ground, objective.startsOn, end)} as made from touched),
    told (what, key, at, people, "of") as (
      ${sites}
      union all ${count('invited', sql`since`, sql`came`)}
      union all ${count('arrived', sql`came`, sql`came`)}
      union all ${count('active', sql`acted`, sql`took`)}
      ${objective.measure === 'creators' ? sql`union all ${count('published', sql`made`, sql`wrote`)}` : empty})
    select what, key, ${objective.startsOn}::date + at - 1 as day, people, "of" from told`),
  )
}

const there = (
  space: Sql,
  at: Sql,
  ground: Ground,
  from: string,
  to: string,
) => sql`${space} = any(${ground.spaces}::uuid[])
  and ${at} >= ${startOf(from, ground)} and ${at} < ${endOf(to, ground)}`

/** The acts of one of `touched`, looked up by person, kind by kind. What an act is: see acts.ts. */
const posted = (what: Sql, ground: Ground, from: string, to: string): Sql => sql`
  (select ${what} from posts p where p.author_id = touched.member_id and ${there(sql`p.space_id`, sql`p.published_at`, ground, from, to)}
    and p.withdrawn_at is null and p.hidden_at is null limit 1)`
const reacted = (what: Sql, ground: Ground, from: string, to: string): Sql => sql`
  (select ${what} from reactions r where r.member_id = touched.member_id and ${there(sql`r.space_id`, sql`r.at`, ground, from, to)} limit 1)`
const commented = (what: Sql, ground: Ground, from: string, to: string): Sql => sql`
  (select ${what} from comments c where c.author_id = touched.member_id and ${there(sql`c.space_id`, sql`c.created_at`, ground, from, to)}
    and c.withdrawn_at is null and c.hidden_at is null limit 1)`
const adopted = (what: Sql, ground: Ground, from: string, to: string): Sql => sql`
  (select ${what} from adoptions d join posts p on p.id = d.post_id where d.member_id = touched.member_id
    and ${there(sql`p.space_id`, sql`d.adopted_at`, ground, from, to)} and p.kind = 'practice' and p.withdrawn_at is null and p.hidden_at is null limit 1)`
const voted = (what: Sql, ground: Ground, from: string, to: string): Sql => sql`
  (select ${what} from poll_ballots b join posts p on p.id = b.post_id where b.member_id = touched.member_id
    and ${there(sql`p.space_id`, sql`p.published_at`, ground, from, to)} and p.kind = 'poll' and p.withdrawn_at is null and p.hidden_at is null limit 1)`

/** Whether there is one, as a list of which the first that is not null says yes: the commonest is looked for first. */
const anyAct = (ground: Ground, from: string, to: string): Sql =>
  join([reacted, commented, posted, voted, adopted].map((kind) => kind(sql`1`, ground, from, to)))

/** The first of each kind. */
const firstAct = (ground: Ground, from: string, to: string): Sql =>
  join([
    reacted(sql`min(r.at)`, ground, from, to),
    commented(sql`min(c.created_at)`, ground, from, to),
    posted(sql`min(p.published_at)`, ground, from, to),
    voted(sql`min(p.published_at)`, ground, from, to),
    adopted(sql`min(d.adopted_at)`, ground, from, to),
  ])
