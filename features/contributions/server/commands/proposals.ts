import type { Actor } from '#platform/server/actor.ts'
import { insertOnce, sql, type Trx } from '#platform/server/db.ts'
import { allow, conflict, invalid, notFound } from '#platform/server/errors.ts'
import { enqueue, forgetJob } from '#platform/server/jobs.ts'
import { words } from '#platform/server/words.ts'
import { done } from '#platform/contract/schema.ts'
import { findNetwork } from '#features/network/server/queries.ts'
import { notifyNews } from '#features/notifications/server/offers.ts'
import { isServing } from '#features/programme/rules/lifecycle.ts'
import { type AmbassadorFile, ambassadorFile, canKeep, keepersOf } from '#features/programme/server/policy.ts'
import type { Proposal, Terms } from '../../contract.ts'
import { ANSWERS_TO, type Answer, type ProposalKind, type Stage } from '../../rules/proposals.ts'
import { clockOf, leavingAt } from '../../rules/quiet.ts'
import { canPropose } from '../policy.ts'
import { findProposal } from '../queries/proposals.ts'
import { standingOfOne } from '../queries/standings.ts'
import { seasonOf } from '../season.ts'
import { carryOut } from './outcomes.ts'
import { checkedTerms } from './terms.ts'

const jobKey = (id: string) => `proposal/${id}`

/** A file one may propose in: kept by the actor, not their own, of somebody who serves and has not objected. */
async function fileToPropose(trx: Trx, actor: Actor, ambassadorId: string): Promise<AmbassadorFile> {
  const file = await ambassadorFile(trx, actor, ambassadorId)
  allow(canPropose(file), 'proposal.make')
  if (!isServing(file.state)) throw conflict('proposal.not_serving')
  // Two keepers at once wait for each other here.
  await trx.run(sql`select 1 from ambassadors where id = ${ambassadorId} for update`)
  const choices = await trx.row<{ objected: boolean }>(
    sql`select objected_at is not null as objected from follow_up_choices where ambassador_id = ${ambassadorId}`,
  )
  if (choices?.objected) throw conflict('proposal.objected')
  return file
}

/** The same request again: what it made is there already, and is the caller's to see. */
async function madeBefore(trx: Trx, actor: Actor, id: string, ambassadorId: string): Promise<boolean> {
  const row = await trx.row<{ same: boolean }>(sql`
    select ambassador_id = ${ambassadorId} and by_id = ${actor.id} as same from proposals where id = ${id}`)
  if (row && !row.same) throw notFound('proposal.not_found')
  return row !== undefined
}

async function refuseSecond(trx: Trx, ambassadorId: string): Promise<void> {
  const open = await trx.row(sql`
    select 1 from proposals where ambassador_id = ${ambassadorId} and stage in ('planned', 'sent', 'answered')`)
  if (open) throw conflict('proposal.open')
}

interface NewProposal {
  ambassadorId: string
  kind: ProposalKind
  message: string
  terms?: Terms
}

/** Sent by a human, in words they read: at once in working hours, else the next working morning, and recalled until then. */
export async function propose(
  trx: Trx,
  actor: Actor,
  id: string,
  { ambassadorId, kind, message, terms = {} }: NewProposal,
  now = new Date(),
): Promise<Proposal> {
  const file = await fileToPropose(trx, actor, ambassadorId)
  if (await madeBefore(trx, actor, id, ambassadorId)) return findProposal(trx, id)
  await refuseSecond(trx, ambassadorId)
  const { timeZone } = await findNetwork(trx)
  const kept = await checkedTerms(trx, file, kind, terms, clockOf(now, timeZone).day)
  const { nextWorkingDay } = await seasonOf(trx, clockOf(now, timeZone).day)
  const leaving = leavingAt(now, timeZone, nextWorkingDay)
  await insertOnce(trx, 'proposals', {
    id,
    ambassador_id: ambassadorId,
    kind,
    stage: 'planned',
    reason: JSON.stringify(await standingOfOne(trx, ambassadorId, now)),
    message: message.trim(),
    terms: JSON.stringify(kept),
    by_id: actor.id,
    made_at: now.toISOString(),
    leaves_at: leaving.at.toISOString(),
  })
  if (leaving.now) await sendProposal(trx, id)
  else await enqueue(trx, 'send-proposal', { id }, { runAt: leaving.at.toISOString(), key: jobKey(id) })
  return findProposal(trx, id)
}

/** It leaves: its person is told, once. A message recalled, or whose person stopped serving meanwhile, does not. */
export async function sendProposal(trx: Trx, id: string): Promise<void> {
  const row = await trx.row<Told>(sql`
    update proposals o set stage = 'sent', sent_at = now() from ambassadors a join programmes g on g.id = a.programme_id
    where o.id = ${id} and o.stage = 'planned' and a.id = o.ambassador_id
      and a.state in ('onboarding', 'active', 'paused', 'handing_over')
    returning a.member_id as "memberId", a.id as "ambassadorId", a.programme_id as "programmeId", g.space_id as "spaceId",
      o.by_id as "byId", (select m.given_name from members m where m.id = o.by_id) as name`)
  if (!row) return
  await notifyNews(
    trx,
    [
      {
        memberId: row.memberId,
        says: (language) => words(language)('contributions.news.proposal', { name: row.name ?? '' }),
        path: `/programmes/${row.programmeId}/contributions`,
      },
    ],
    { spaceId: row.spaceId, actorId: row.byId },
  )
}

interface Told {
  memberId: string
  ambassadorId: string
  programmeId: string
  spaceId: string
  byId: string | null
  name: string | null
}

interface Held extends Told {
  kind: ProposalKind
  stage: Stage
  terms: Terms
  answer: Answer | null
  message: string
}

/** A proposal and the file it stands in, locked; for its person and the keepers, and nobody else. */
async function hold(trx: Trx, actor: Actor, id: string): Promise<{ held: Held; file: AmbassadorFile }> {
  const held = await trx.row<Held>(sql`
    select o.kind, o.stage, o.terms, o.answer, o.message, o.by_id as "byId", a.id as "ambassadorId", a.member_id as "memberId",
      a.programme_id as "programmeId", g.space_id as "spaceId", (select m.given_name from members m where m.id = a.member_id) as name
    from proposals o join ambassadors a on a.id = o.ambassador_id join programmes g on g.id = a.programme_id
    where o.id = ${id} for update of o`)
  if (!held) throw notFound('proposal.not_found')
  const file = await ambassadorFile(trx, actor, held.ambassadorId).catch(
    (error: Error & { status?: number }) => {
      throw error.status === 404 ? notFound('proposal.not_found') : error
    },
  )
  // Not left yet: for its person it does not exist.
  if (held.stage === 'planned' && file.own) throw notFound('proposal.not_found')
  return { held, file }
}

/** Before it leaves: nothing of it is kept. */
export async function recallProposal(trx: Trx, actor: Actor, id: string) {
  const { held, file } = await hold(trx, actor, id)
  allow(canPropose(file), 'proposal.make')
  if (held.stage !== 'planned') throw conflict('proposal.gone')
  await trx.run(sql`delete from proposals where id = ${id}`)
  await forgetJob(trx, jobKey(id))
  return done
}

interface Rest {
  ambassadorId: string
  kind: ProposalKind
  note: string
  until: string | null
}

/** Not now, or not at all, and why: the person reads it, as the keepers do. */
export async function restProposal(
  trx: Trx,
  actor: Actor,
  id: string,
  { ambassadorId, kind, note, until }: Rest,
  now = new Date(),
): Promise<Proposal> {
  await fileToPropose(trx, actor, ambassadorId)
  if (await madeBefore(trx, actor, id, ambassadorId)) return findProposal(trx, id)
  await refuseSecond(trx, ambassadorId)
  const { timeZone } = await findNetwork(trx)
  if (until !== null && until <= clockOf(now, timeZone).day)
    throw invalid('proposal.rest_until', { field: 'until' })
  await insertOnce(trx, 'proposals', {
    id,
    ambassador_id: ambassadorId,
    kind,
    stage: until === null ? 'set_aside' : 'postponed',
    reason: JSON.stringify(await standingOfOne(trx, ambassadorId, now)),
    by_id: actor.id,
    until,
    note: note.trim(),
  })
  return findProposal(trx, id)
}

interface GivenAnswer {
  answer: Answer
  words?: string
  slot?: string | null
  wall?: boolean | null
}

/** By its person; they may change their mind until the conversation is closed. */
export async function answerProposal(
  trx: Trx,
  actor: Actor,
  id: string,
  given: GivenAnswer,
): Promise<Proposal> {
  const { held, file } = await hold(trx, actor, id)
  allow(file.own, 'proposal.answer')
  if (held.stage !== 'sent' && held.stage !== 'answered') throw conflict('proposal.closed')
  if (!ANSWERS_TO[held.kind].includes(given.answer))
    throw invalid('proposal.answer_kind', { field: 'answer' })
  const slot = chosenSlot(held, given)
  const wall = held.kind === 'thanks' && given.answer === 'yes' ? (given.wall ?? false) : null
  await trx.run(sql`
    update proposals set stage = 'answered', answer = ${given.answer}, answer_words = ${given.words?.trim() ?? ''},
      slot = ${slot}::timestamptz, wall = ${wall}::boolean, answered_at = now() where id = ${id}`)
  if (given.answer !== held.answer) await tellWhoAsked(trx, actor, held)
  return findProposal(trx, id)
}

function chosenSlot({ kind, terms }: Held, { answer, slot }: GivenAnswer): string | null {
  if (kind !== 'talk' || answer !== 'yes') return null
  const offered = (terms.slots ?? []).find((one) => slot && Date.parse(one) === Date.parse(slot))
  if (!offered) throw invalid('proposal.slot', { field: 'slot' })
  return offered
}

/** Whoever wrote it; the keepers, when they are gone. */
async function tellWhoAsked(trx: Trx, actor: Actor, held: Held): Promise<void> {
  const keepers = await keepersOf(trx, held.programmeId)
  const told = held.byId && keepers.includes(held.byId) ? [held.byId] : keepers
  await notifyNews(
    trx,
    told.map((memberId) => ({
      memberId,
      says: (language) => words(language)('contributions.news.answer', { name: held.name ?? '' }),
      path: `/programmes/${held.programmeId}/ambassadeurs/${held.ambassadorId}`,
    })),
    { spaceId: held.spaceId, actorId: actor.id },
  )
}

/** By a keeper. What was agreed follows: nothing was done before the person said yes. */
export async function settleProposal(
  trx: Trx,
  actor: Actor,
  id: string,
  { outcome, note = '' }: { outcome: 'done' | 'otherwise'; note?: string },
): Promise<Proposal> {
  const { held, file } = await hold(trx, actor, id)
  allow(canKeep(file.place) && !file.own, 'proposal.make')
  if (held.stage === 'settled') return findProposal(trx, id)
  if (held.stage !== 'sent' && held.stage !== 'answered') throw conflict('proposal.closed')
  if (outcome === 'done' && held.answer !== 'yes') throw conflict('proposal.no_yes')
  if (outcome === 'done') await carryOut(trx, actor, held)
  await trx.run(sql`
    update proposals set stage = 'settled', outcome = ${outcome}, note = ${note.trim()}, settled_at = now(), settled_by = ${actor.id}
    where id = ${id}`)
  return findProposal(trx, id)
}
