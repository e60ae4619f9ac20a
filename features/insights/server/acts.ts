import { sql, type Sql } from '#platform/server/db.ts'
import type { Ground } from './policy.ts'

/** The first instant of a day where the network lives: a query of its own, worked out once and not for each row. */
export const startOf = (day: string, ground: Ground): Sql =>
  sql`(select ${day}::date::timestamp at time zone ${ground.timeZone})`

/** The first instant that is no longer of that day, in the same way. */
export const endOf = (day: string, ground: Ground): Sql =>
  sql`(select ${day}::date::timestamp at time zone ${ground.timeZone} + interval '1 day')`

/**
 * What people did in the community and its groups, from the first of two days to the last, as rows
 * (member_id, at, made): `made` for a post, false for an answer to somebody else's. See rules/definitions.ts.
 */
export function actsOf(ground: Ground, from: string, to: string): Sql {
  const there = (space: Sql, at: Sql) => sql`${space} = any(${ground.spaces}::uuid[])
    and ${at} >= ${startOf(from, ground)} and ${at} < ${endOf(to, ground)}`
  return sql`
    select p.author_id as member_id, p.published_at as at, true as made from posts p
    where ${there(sql`p.space_id`, sql`p.published_at`)} and p.withdrawn_at is null and p.hidden_at is null
    union all
    select c.author_id, c.created_at, false from comments c
    where ${there(sql`c.space_id`, sql`c.created_at`)} and c.withdrawn_at is null and c.hidden_at is null
    union all
    select r.member_id, r.at, false from reactions r where ${there(sql`r.space_id`, sql`r.at`)}
    union all
    select d.member_id, d.adopted_at, false from posts p join adoptions d on d.post_id = p.id
    where p.space_id = any(${ground.spaces}::uuid[]) and p.kind = 'practice' and p.withdrawn_at is null and p.hidden_at is null
      and d.adopted_at >= ${startOf(from, ground)} and d.adopted_at < ${endOf(to, ground)}
    union all
    select b.member_id, p.published_at, false from posts p join poll_ballots b on b.post_id = p.id
    where ${there(sql`p.space_id`, sql`p.published_at`)} and p.kind = 'poll' and p.withdrawn_at is null and p.hidden_at is null`
}
