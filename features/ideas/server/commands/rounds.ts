import { done } from '#platform/contract/schema.ts'
import type { Actor } from '#platform/server/actor.ts'
import { insertOnce, sql, type Trx } from '#platform/server/db.ts'
import { emit } from '#platform/server/emit.ts'
import { allow, conflict, invalid, notFound } from '#platform/server/errors.ts'
import { findSettings } from '#features/network/server/queries.ts'
import { canShape } from '#features/programme/server/policy.ts'
import { type Round, roundTurned } from '../../contract.ts'
import { spaceOf, tellRound } from '../news.ts'
import { withdrawIdea } from './votes.ts'
import { type RoundFacts, roundFor, shapingIn } from '../policy.ts'
import { lockBacklog } from './ideas.ts'
import { findRound, votersOf } from '../queries/rounds.ts'

interface Prepared {
  programmeId: string
  name: string
  closesOn: string
  votesEach?: number
  mostOnOne?: number
  showsTotals?: boolean
  ideaIds: string[]
}

const USUAL = { votesEach: 5, mostOnOne: 3 }

export async function setRound(trx: Trx, actor: Actor, id: string, body: Prepared): Promise<Round> {
  const { spaceId } = await shapingIn(trx, actor, body.programmeId)
  await lockBacklog(trx, body.programmeId)
  await insertOnce(trx, 'idea_rounds', {
    id,
    programme_id: body.programmeId,
    name: body.name.trim(),
    closes_on: body.closesOn,
    created_by: actor.id,
  })
  await lockRound(trx, id)
  const { facts } = await roundFor(trx, actor, id)
  if (facts.programmeId !== body.programmeId) throw conflict('idea_round.elsewhere')
  if (facts.state === 'closed') throw conflict('idea_round.closed')
  const votesEach = body.votesEach ?? USUAL.votesEach
  const mostOnOne = body.mostOnOne ?? Math.min(USUAL.mostOnOne, votesEach)
  if (mostOnOne > votesEach)
    throw invalid('idea_round.most', { field: 'mostOnOne', values: { count: votesEach } })
  if (facts.state === 'open') {
    refuseMoved(facts, { votesEach, mostOnOne, showsTotals: body.showsTotals ?? false })
    await refusePast(trx, body.closesOn)
  }
  await trx.run(sql`
    update idea_rounds set name = ${body.name.trim()}, closes_on = ${body.closesOn}, votes_each = ${votesEach},
      most_on_one = ${mostOnOne}, shows_totals = ${body.showsTotals ?? false} where id = ${id}`)
  await propose(trx, facts, spaceId, [...new Set(body.ideaIds)])
  return findRound(trx, actor, id)
}

export async function lockRound(trx: Trx, id: string): Promise<void> {
  await trx.row(sql`select 1 from idea_rounds where id = ${id} for update`)
}

/** What people were told when they voted holds until the end. */
function refuseMoved(
  facts: RoundFacts,
  asked: Pick<RoundFacts, 'votesEach' | 'mostOnOne' | 'showsTotals'>,
): void {
  const moved =
    asked.votesEach !== facts.votesEach ||
    asked.mostOnOne !== facts.mostOnOne ||
    asked.showsTotals !== facts.showsTotals
  if (moved) throw conflict('idea_round.rules')
}

/** Six in the evening of that day, by the clock of the network, is over. */
async function refusePast(trx: Trx, closesOn: string): Promise<void> {
  const { network } = await findSettings(trx)
  const row = await trx.row<{ over: boolean }>(
    sql`select (${closesOn}::date + time '18:00') at time zone ${network.timeZone} <= now() as over`,
  )
  if (row?.over) throw invalid('idea_round.past', { field: 'closesOn' })
}

/** The ideas of a round; one taken off while it is open gives its votes back. */
async function propose(
  trx: Trx,
  { id, programmeId }: RoundFacts,
  spaceId: string,
  ideaIds: string[],
): Promise<void> {
  const removed = await trx.rows<{ id: string; title: string }>(sql`
    select i.id, i.title from idea_round_ideas ri join ideas i on i.id = ri.idea_id
    where ri.round_id = ${id} and ri.left_at is null and ri.idea_id <> all(${ideaIds}::uuid[]) order by i.id for update of i`)
  for (const idea of removed) await withdrawIdea(trx, id, { ...idea, programmeId }, spaceId)
  const known = await trx.rows<{ id: string }>(sql`
    select i.id from ideas i where i.id = any(${ideaIds}::uuid[]) and i.programme_id = ${programmeId}
      and (i.status not in ('shipped', 'declined', 'merged')
        or exists (select 1 from idea_round_ideas ri where ri.round_id = ${id} and ri.idea_id = i.id))
    order by i.id for share`)
  if (known.length < ideaIds.length) throw notFound('idea.not_open', { field: 'ideaIds' })
  await trx.run(sql`
    insert into idea_round_ideas (round_id, idea_id, proposed_at)
    select ${id}, one.id, now() + make_interval(secs => one.place::float / 1000)
    from unnest(${ideaIds}::uuid[]) with ordinality as one (id, place) on conflict do nothing`)
}

export async function turnRound(
  trx: Trx,
  actor: Actor,
  id: string,
  state: 'open' | 'closed',
): Promise<Round> {
  const { facts, place } = await roundFor(trx, actor, id)
  allow(canShape(place), 'idea.shape')
  if (state === 'open') await openRound(trx, actor, facts)
  else await closeRound(trx, actor, facts)
  return findRound(trx, actor, id)
}

async function openRound(trx: Trx, actor: Actor, { id, programmeId }: RoundFacts): Promise<void> {
  await lockBacklog(trx, programmeId)
  await lockRound(trx, id)
  const { facts, place } = await roundFor(trx, actor, id)
  if (facts.state === 'open') return
  if (facts.state === 'closed') throw conflict('idea_round.closed')
  if (place.state === 'closed') throw conflict('idea_round.programme_closed')
  const other = await trx.row(
    sql`select 1 from idea_rounds where programme_id = ${programmeId} and state = 'open'`,
  )
  if (other) throw conflict('idea_round.one_at_once')
  await refusePast(trx, facts.closesOn)
  // Ended since it was proposed.
  await trx.run(sql`delete from idea_round_ideas ri using ideas i
    where ri.round_id = ${id} and i.id = ri.idea_id and i.status in ('shipped', 'declined', 'merged')`)
  const some = await trx.row(sql`select 1 from idea_round_ideas where round_id = ${id} limit 1`)
  if (!some) throw conflict('idea_round.no_idea')
  await trx.run(sql`update idea_rounds set state = 'open', opened_at = now() where id = ${id}`)
  await emit(trx, actor, roundTurned, place.spaceId, { programmeId, roundId: id, state: 'open' })
  await tellRound(trx, actor, facts, place.spaceId, 'opened')
}

/** Totals are kept, who voted what is not: from then on nobody can say it, not even the database. */
export async function closeRound(
  trx: Trx,
  actor: Actor | null,
  { id, programmeId }: Pick<RoundFacts, 'id' | 'programmeId'>,
): Promise<void> {
  await lockBacklog(trx, programmeId)
  const facts = await trx.row<RoundFacts>(sql`
    select id, programme_id as "programmeId", name, state, closes_on as "closesOn", votes_each as "votesEach",
      most_on_one as "mostOnOne", shows_totals as "showsTotals"
    from idea_rounds where id = ${id} for update`)
  if (!facts || facts.state === 'closed') return
  if (facts.state === 'draft') throw conflict('idea_round.not_open')
  const { threshold } = await findSettings(trx)
  const row = await trx.row<{ voters: number }>(sql`select ${votersOf(sql`${id}`)} as voters`)
  const voters = row && row.voters >= threshold ? row.voters : null
  if (voters !== null)
    await trx.run(sql`
      update idea_round_ideas ri set votes = (select coalesce(sum(v.votes), 0)::int from idea_votes v
        where v.round_id = ri.round_id and v.idea_id = ri.idea_id)
      where ri.round_id = ${id} and ri.left_at is null`)
  await trx.run(
    sql`update idea_rounds set state = 'closed', closed_at = now(), voters = ${voters} where id = ${id}`,
  )
  await trx.run(sql`delete from idea_ballots where round_id = ${id}`)
  const spaceId = await spaceOf(trx, programmeId)
  await emit(trx, actor, roundTurned, spaceId, { programmeId, roundId: id, state: 'closed' })
  await tellRound(trx, actor, facts, spaceId, 'results')
}

export async function dropRound(trx: Trx, actor: Actor, id: string) {
  const { facts, place } = await roundFor(trx, actor, id)
  allow(canShape(place), 'idea.shape')
  await lockRound(trx, id)
  if (facts.state !== 'draft') throw conflict('idea_round.opened')
  await trx.run(sql`delete from idea_rounds where id = ${id} and state = 'draft'`)
  return done
}
