import type { Actor } from '#platform/server/actor.ts'
import { sql, type Trx } from '#platform/server/db.ts'
import { allow, conflict, invalid, notFound } from '#platform/server/errors.ts'
import type { Ballot } from '../../contract.ts'
import { hasEnded, type IdeaStatus } from '../../rules/statuses.ts'
import { following, lackOf, roomOn, type RoundRule } from '../../rules/votes.ts'
import { tellGivenBack } from '../news.ts'
import { canVote, type IdeaFacts, roundFor } from '../policy.ts'
import { ballotOf, votesOf } from '../queries/rounds.ts'

/**
 * Somebody's votes move one request at a time: their line of the round is locked, so that two at once never spend more
 * than there are. The round and the idea are held as they are meanwhile.
 */
export async function castVotes(
  trx: Trx,
  actor: Actor,
  roundId: string,
  ideaId: string,
  votes: number,
): Promise<Ballot> {
  const { place } = await roundFor(trx, actor, roundId)
  allow(canVote(place), 'idea.vote')
  await trx.row(sql`select 1 from idea_rounds where id = ${roundId} for share`)
  const { facts } = await roundFor(trx, actor, roundId)
  if (facts.state !== 'open') throw conflict('idea_round.not_open')
  await refuseEnded(trx, roundId, ideaId)
  await trx.run(sql`
    insert into idea_ballots (round_id, member_id) values (${roundId}, ${actor.id}) on conflict do nothing`)
  await trx.row(
    sql`select 1 from idea_ballots where round_id = ${roundId} and member_id = ${actor.id} for update`,
  )
  const mine = await votesOf(trx, roundId, actor.id)
  const lack = lackOf(facts, mine, { ideaId, votes })
  if (lack === 'too_many_on_one')
    throw invalid('idea_round.most_each', { field: 'votes', values: { count: facts.mostOnOne } })
  if (lack === 'none_left')
    throw conflict('idea_round.none_left', { values: { count: roomOn(facts, mine, ideaId) } })
  await putVotes(trx, { roundId, memberId: actor.id, ideaId, votes })
  return ballotOf(trx, actor, roundId, facts)
}

async function refuseEnded(trx: Trx, roundId: string, ideaId: string): Promise<void> {
  const idea = await trx.row<{ status: IdeaStatus; left: boolean }>(sql`
    select i.status, ri.left_at is not null as left from ideas i
    join idea_round_ideas ri on ri.idea_id = i.id and ri.round_id = ${roundId} where i.id = ${ideaId} for share of i`)
  if (!idea) throw notFound('idea.not_found')
  if (idea.left || hasEnded(idea.status)) throw conflict('idea.ended')
}

async function putVotes(
  trx: Trx,
  { roundId, memberId, ideaId, votes }: { roundId: string; memberId: string; ideaId: string; votes: number },
): Promise<void> {
  await trx.run(
    votes === 0
      ? sql`delete from idea_votes where round_id = ${roundId} and member_id = ${memberId} and idea_id = ${ideaId}`
      : sql`insert into idea_votes (round_id, member_id, idea_id, votes) values (${roundId}, ${memberId}, ${ideaId}, ${votes})
        on conflict (round_id, member_id, idea_id) do update set votes = excluded.votes`,
  )
}

interface Under extends RoundRule {
  roundId: string
}

/** The round under way that the idea is in, if any. */
const roundWith = (trx: Trx, ideaId: string) =>
  trx.row<Under>(sql`
    select r.id as "roundId", r.votes_each as "votesEach", r.most_on_one as "mostOnOne"
    from idea_rounds r join idea_round_ideas ri on ri.round_id = r.id and ri.left_at is null
    where r.state = 'open' and ri.idea_id = ${ideaId}`)

/** An idea ends: the votes it had in the round under way may be used again at once. */
export async function giveBack(trx: Trx, facts: IdeaFacts, spaceId: string): Promise<void> {
  const round = await roundWith(trx, facts.id)
  if (!round) return
  const back = await takeOff(trx, round.roundId, facts.id)
  await tellGivenBack(trx, { ...facts, spaceId }, back)
}

/** Takes an idea off the round under way, with its votes: who had how many. */
async function takeOff(trx: Trx, roundId: string, ideaId: string) {
  const back = await trx.rows<{ memberId: string; votes: number }>(sql`
    delete from idea_votes where round_id = ${roundId} and idea_id = ${ideaId} returning member_id as "memberId", votes`)
  await trx.run(sql`
    update idea_round_ideas set left_at = now() where round_id = ${roundId} and idea_id = ${ideaId} and left_at is null`)
  return back
}

/** Taken up again while its round is still under way: one may vote for it anew. */
export async function comeBack(trx: Trx, ideaId: string): Promise<void> {
  await trx.run(sql`
    update idea_round_ideas ri set left_at = null from idea_rounds r
    where r.id = ri.round_id and r.state = 'open' and ri.idea_id = ${ideaId}`)
}

/**
 * The votes of a merged idea follow it, as far as one person may put on one idea; the rest is given back. Where the
 * other idea is not in the round, it takes the place of the merged one; if it has ended, all votes are given back.
 */
export async function followInto(
  trx: Trx,
  merged: IdeaFacts,
  into: IdeaFacts,
  spaceId: string,
): Promise<void> {
  const round = await roundWith(trx, merged.id)
  if (!round) return
  await trx.rows(
    sql`select 1 from idea_ballots where round_id = ${round.roundId} order by member_id for update`,
  )
  const back = await takeOff(trx, round.roundId, merged.id)
  if (hasEnded(into.status)) {
    await tellGivenBack(trx, { ...merged, spaceId }, back)
    return
  }
  const { roundId } = round
  const rest: typeof back = []
  await trx.run(sql`
    insert into idea_round_ideas (round_id, idea_id) values (${roundId}, ${into.id}) on conflict do nothing`)
  for (const { memberId, votes } of back) {
    const there = (await votesOf(trx, roundId, memberId)).find((one) => one.ideaId === into.id)
    const next = following(round, there?.votes ?? 0, votes)
    await putVotes(trx, { roundId, memberId, ideaId: into.id, votes: next })
    const lost = (there?.votes ?? 0) + votes - next
    if (lost > 0) rest.push({ memberId, votes: lost })
  }
  await tellGivenBack(trx, { ...merged, spaceId }, rest)
}

/** Taken off a round by those who prepare it: what it had goes back. */
export async function withdrawIdea(
  trx: Trx,
  roundId: string,
  idea: Pick<IdeaFacts, 'id' | 'programmeId' | 'title'>,
  spaceId: string,
): Promise<void> {
  const back = await takeOff(trx, roundId, idea.id)
  await trx.run(sql`delete from idea_round_ideas where round_id = ${roundId} and idea_id = ${idea.id}`)
  await tellGivenBack(trx, { ...idea, spaceId }, back)
}

/** Whoever no longer serves takes their votes along. */
export async function withdrawVotes(trx: Trx, programmeId: string, memberId: string): Promise<void> {
  await trx.run(sql`
    delete from idea_ballots b using idea_rounds r
    where r.id = b.round_id and r.state = 'open' and r.programme_id = ${programmeId} and b.member_id = ${memberId}`)
}
