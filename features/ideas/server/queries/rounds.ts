import type { Actor } from '#platform/server/actor.ts'
import { type Db, empty, sql, type Sql } from '#platform/server/db.ts'
import { notFound } from '#platform/server/errors.ts'
import { pageOf, readCursor, writeCursor } from '#platform/server/page.ts'
import { findSettings } from '#features/network/server/queries.ts'
import { canShape, placeIn, servingIn } from '#features/programme/server/policy.ts'
import type { Ballot, Round, RoundCard } from '../../contract.ts'
import { LIMITS } from '../../rules/statuses.ts'
import { left, ranked, type RoundRule, type Vote } from '../../rules/votes.ts'
import { canVote, roundFor } from '../policy.ts'
import { type LiveRound, totalIn } from './rows.ts'

const columns = (threshold: number): Sql => sql`
  r.id, r.programme_id as "programmeId", r.name, r.state, r.closes_on as "closesOn", r.votes_each as "votesEach",
  r.most_on_one as "mostOnOne", r.shows_totals as "showsTotals", r.opened_at as "openedAt", r.closed_at as "closedAt",
  (select count(*)::int from idea_round_ideas ri where ri.round_id = r.id) as "ideaCount",
  case when r.state = 'closed' then r.voters
    when r.state = 'open' and ${votersOf(sql`r.id`)} >= ${threshold} then ${votersOf(sql`r.id`)} end as voters`

/** How many different people have a vote somewhere in a round. */
export const votersOf = (roundId: Sql): Sql =>
  sql`(select count(distinct v.member_id)::int from idea_votes v where v.round_id = ${roundId})`

export async function roundsPage(
  db: Db,
  actor: Actor,
  programmeId: string,
  { cursor, limit = LIMITS.page }: { cursor?: string; limit?: number },
) {
  const place = await placeIn(db, actor, programmeId)
  const { threshold } = await findSettings(db)
  const after = readCursor(cursor, 2)
  const rows = await db.rows<RoundCard & { createdAt: string }>(sql`
    select ${columns(threshold)}, r.created_at as "createdAt" from idea_rounds r
    where r.programme_id = ${programmeId} and (r.state <> 'draft' or ${canShape(place)})
      ${after ? sql`and (r.created_at, r.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : empty}
    order by r.created_at desc, r.id desc limit ${limit + 1}`)
  const { items, next } = pageOf(rows, limit, (row) => writeCursor(row.createdAt, row.id))
  return { items: items.map(({ createdAt: _, ...row }) => row), next }
}

/** The round under way of a programme, and whether its totals may be told now. */
export async function liveRound(db: Db, programmeId: string): Promise<LiveRound | null> {
  const { threshold } = await findSettings(db)
  const row = await db.row<LiveRound>(sql`
    select r.id, r.shows_totals and ${votersOf(sql`r.id`)} >= ${threshold} as told
    from idea_rounds r where r.programme_id = ${programmeId} and r.state = 'open'`)
  return row ?? null
}

export const votesOf = (db: Db, roundId: string, memberId: string): Promise<Vote[]> =>
  db.rows<Vote>(
    sql`select idea_id as "ideaId", votes from idea_votes where round_id = ${roundId} and member_id = ${memberId} order by idea_id`,
  )

export async function ballotOf(db: Db, actor: Actor, roundId: string, rule: RoundRule): Promise<Ballot> {
  const votes = await votesOf(db, roundId, actor.id)
  return { left: left(rule, votes), votes }
}

interface RoundIdea {
  id: string
  title: string
  status: Round['ideas'][number]['status']
  left: boolean
  votes: number | null
}

export async function findRound(db: Db, actor: Actor, roundId: string): Promise<Round> {
  const { facts, place } = await roundFor(db, actor, roundId)
  const { threshold } = await findSettings(db)
  const row = await db.row<RoundCard & { serving: number }>(sql`
    select ${columns(threshold)},
      (select count(*)::int from (${servingIn(facts.programmeId)}) who) as serving
    from idea_rounds r where r.id = ${roundId}`)
  if (!row) throw notFound('idea_round.not_found')
  const told = facts.state === 'open' && facts.showsTotals && row.voters !== null
  const total = told ? totalIn(sql`${roundId}`) : sql`ri.votes`
  const ideas = await db.rows<RoundIdea>(sql`
    select i.id, i.title, i.status, ri.left_at is not null as left,
      case when ri.left_at is null then ${total} end as votes
    from idea_round_ideas ri join ideas i on i.id = ri.idea_id where ri.round_id = ${roundId}
    order by ri.left_at is not null, ${facts.state === 'closed' ? sql`ri.votes desc nulls last,` : empty} ri.proposed_at, i.id`)
  const votes = facts.state === 'open' && canVote(place)
  return {
    ...row,
    threshold,
    ideas: ranked(ideas),
    mine: votes ? await ballotOf(db, actor, roundId, facts) : null,
    can: { shape: canShape(place), vote: votes },
  }
}
