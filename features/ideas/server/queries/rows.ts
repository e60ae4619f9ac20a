import type { Actor } from '#platform/server/actor.ts'
import { sql, type Sql } from '#platform/server/db.ts'

export const face = (of: Sql): Sql =>
  sql`case when ${of}.id is not null then jsonb_build_object('id', ${of}.id, 'givenName', ${of}.given_name,
    'familyName', ${of}.family_name, 'photoFileId', ${of}.photo_file_id) end`

/** JSON of the database writes times otherwise than the rows do. */
export const asTime = (column: Sql): Sql =>
  sql`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`

/** The total of the last round it was in whose result was published, over `ideas i`. */
export const lastVotes = sql`(select ri.votes from idea_round_ideas ri join idea_rounds r on r.id = ri.round_id
  where ri.idea_id = i.id and r.state = 'closed' and ri.votes is not null order by r.closed_at desc limit 1)`

/** Votes put on `ideas i` in the round of this id. */
export const totalIn = (roundId: Sql): Sql =>
  sql`(select coalesce(sum(v.votes), 0)::int from idea_votes v where v.round_id = ${roundId} and v.idea_id = i.id)`

export interface LiveRound {
  id: string
  /** Whether totals may be told now. */
  told: boolean
}

/** A line of the backlog, over `ideas i left join members a`, with what its reader put on it. */
export const cardColumns = (actor: Actor, round: LiveRound | null): Sql => sql`
  i.id, i.title, i.status, i.status_at as "statusAt", i.created_at as "createdAt", ${face(sql`a`)} as author,
  i.post_id is not null as "fromPost",
  case when i.effort is not null then jsonb_build_object('effort', i.effort, 'value', i.value, 'words', i.rating_words) end as rating,
  ${lastVotes} as votes,
  ${round ? ballotOf(actor, round) : sql`null::jsonb`} as ballot,
  (select count(*)::int from ideas w where w.merged_into = i.id) as "mergedCount"`

const ballotOf = (actor: Actor, { id, told }: LiveRound): Sql => sql`
  (select jsonb_build_object(
    'mine', coalesce((select v.votes from idea_votes v where v.round_id = ${id} and v.idea_id = i.id and v.member_id = ${actor.id}), 0),
    'total', case when ${told}::boolean then ${totalIn(sql`${id}`)} end)
  from idea_round_ideas ri where ri.round_id = ${id} and ri.idea_id = i.id and ri.left_at is null)`
