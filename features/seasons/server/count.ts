import { sql, type Trx } from '#platform/server/db.ts'
import { findNetwork } from '#features/network/server/queries.ts'

/**
 * Counts what a community (and its groups) did, week by week: all of it the first time, afterwards the last two weeks
 * again, in case something was withdrawn. Two numbers a week; a ballot carries no day, so a vote is not counted here.
 */
export async function countActivity(trx: Trx, spaceId: string): Promise<void> {
  const { timeZone } = await findNetwork(trx)
  const today = sql`(now() at time zone ${timeZone})::date`
  const last = await trx.row<{ from: string | null }>(sql`
    select (max(week) - 14)::date as from from activity_weeks where space_id = ${spaceId}`)
  const from = last?.from ?? '2000-01-03'
  const since = sql`(${from}::date::timestamp at time zone ${timeZone})`
  const there = sql`(select array_agg(s.id) from spaces s where s.id = ${spaceId} or s.parent_id = ${spaceId})`
  await trx.run(sql`
    with spaces_in as materialized (select ${there} as ids),
    acts as (
      select p.author_id as member_id, p.published_at as at from posts p, spaces_in
      where p.space_id = any(spaces_in.ids) and p.published_at >= ${since} and p.withdrawn_at is null and p.hidden_at is null
      union all
      select c.author_id, c.created_at from comments c, spaces_in
      where c.space_id = any(spaces_in.ids) and c.created_at >= ${since} and c.withdrawn_at is null and c.hidden_at is null
      union all
      select r.member_id, r.at from reactions r, spaces_in where r.space_id = any(spaces_in.ids) and r.at >= ${since}
      union all
      select d.member_id, d.adopted_at from spaces_in, posts p join adoptions d on d.post_id = p.id
      where p.space_id = any(spaces_in.ids) and p.kind = 'practice' and p.withdrawn_at is null and p.hidden_at is null and d.adopted_at >= ${since}),
    told as (
      select date_trunc('week', at at time zone ${timeZone})::date as week, count(*)::int as acts, count(distinct member_id)::int as people
      from acts group by 1)
    insert into activity_weeks (space_id, week, acts, people, members)
    select ${spaceId}, w.week::date, coalesce(told.acts, 0), coalesce(told.people, 0),
      (select count(*)::int from seats n join members m on m.id = n.member_id and m.status <> 'closed'
        where n.space_id = ${spaceId} and n.joined_at < (w.week::date + 7)::timestamp at time zone ${timeZone})
    from generate_series(
      greatest(${from}::date, coalesce(
        (select min(known.week) from activity_weeks known where known.space_id = ${spaceId}), (select min(first.week) from told first))),
      date_trunc('week', ${today})::date, interval '7 days') w (week)
    left join told on told.week = w.week::date
    on conflict (space_id, week) do update set acts = excluded.acts, people = excluded.people, members = excluded.members`)
  await trx.run(sql`delete from activity_places where space_id = ${spaceId}`)
  await trx.run(sql`
    insert into activity_places (space_id, zone, site, members)
    select ${spaceId}, m.school_zone, m.site, count(*)::int
    from seats n join members m on m.id = n.member_id and m.status <> 'closed' where n.space_id = ${spaceId} group by 2, 3`)
  await trx.run(sql`
    insert into activity_counts (space_id, counted_on) values (${spaceId}, ${today})
    on conflict (space_id) do update set counted_on = excluded.counted_on`)
}

/** The communities not counted yet today. */
export async function waitingForCount(trx: Trx): Promise<string[]> {
  const { timeZone } = await findNetwork(trx)
  const rows = await trx.rows<{ id: string }>(sql`
    select s.id from spaces s left join activity_counts c on c.space_id = s.id
    where s.kind = 'community' and s.archived_at is null
      and (c.counted_on is null or c.counted_on < (now() at time zone ${timeZone})::date)
    order by s.id`)
  return rows.map((row) => row.id)
}
