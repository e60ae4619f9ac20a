import { v7 as uuid7 } from 'uuid'
import { docOf } from '#platform/contract/rich-text.ts'
import { done } from '#platform/contract/schema.ts'
import type { Actor } from '#platform/server/actor.ts'
import { insertOnce, sql, type Trx } from '#platform/server/db.ts'
import { inform } from '#platform/server/emit.ts'
import { allow, conflict, invalid, notFound } from '#platform/server/errors.ts'
import { words } from '#platform/server/words.ts'
import { notifyNews } from '#features/notifications/server/offers.ts'
import { publishPost } from '#features/posts/server/offers.ts'
import { type Committee, committeeHeld, type Decision } from '../../contract.ts'
import type { Day } from '../../rules/days.ts'
import { calendarIn, canShape } from '../policy.ts'
import {
  agendaFor,
  type CommitteePlace,
  committeePlace,
  decisionsOf,
  findCommittee,
} from '../queries/committees.ts'
import { placeSlot, refuseOwner } from './slots.ts'
import { longDay } from '../minutes.ts'

export interface CommitteeDraft {
  spaceId: string
  heldOn: Day
  minutes?: number
  memberIds?: string[]
  words?: string
}

export async function setCommittee(
  trx: Trx,
  actor: Actor,
  id: string,
  draft: CommitteeDraft,
): Promise<Committee> {
  allow(canShape(await calendarIn(trx, actor, draft.spaceId)), 'committee.shape')
  await insertOnce(trx, 'editorial_committees', {
    id,
    space_id: draft.spaceId,
    held_on: draft.heldOn,
    created_by: actor.id,
  })
  const committee = await committeePlace(trx, actor, id, true)
  allow(canShape(committee.place), 'committee.shape')
  if (committee.place.spaceId !== draft.spaceId) throw conflict('committee.elsewhere')
  // Once held, its date is a fact; its words may still be completed.
  if (committee.state === 'held' && draft.heldOn !== committee.heldOn) throw conflict('committee.held')
  await trx.run(sql`
    update editorial_committees set held_on = ${draft.heldOn}, minutes = coalesce(${draft.minutes ?? null}::int, minutes),
      words = coalesce(${draft.words?.trim() ?? null}::text, words) where id = ${id}`)
  if (draft.memberIds) await setMembers(trx, committee, draft.memberIds)
  return findCommittee(trx, actor, id)
}

/** People of the community. */
async function setMembers(trx: Trx, { id, place }: CommitteePlace, given: string[]): Promise<void> {
  const ids = [...new Set(given)]
  const rows = await trx.rows(
    sql`select 1 from seats where space_id = ${place.spaceId} and member_id = any(${ids}::uuid[])`,
  )
  if (rows.length !== ids.length) throw invalid('committee.member', { field: 'memberIds' })
  await trx.run(sql`
    delete from editorial_committee_members where committee_id = ${id} and not (member_id = any(${ids}::uuid[]))`)
  await trx.run(sql`
    insert into editorial_committee_members (committee_id, member_id) select ${id}, unnest(${ids}::uuid[]) on conflict do nothing`)
}

async function shaped(trx: Trx, actor: Actor, id: string): Promise<CommitteePlace> {
  const committee = await committeePlace(trx, actor, id, true)
  allow(canShape(committee.place), 'committee.shape')
  return committee
}

/** Its agenda stays as it was that day. */
export async function holdCommittee(trx: Trx, actor: Actor, id: string): Promise<Committee> {
  const committee = await shaped(trx, actor, id)
  if (committee.state !== 'held') {
    const { spaceId } = committee.place
    const agenda = await agendaFor(trx, actor, spaceId, id, committee.heldOn)
    await trx.run(
      sql`update editorial_committees set state = 'held', agenda = ${JSON.stringify(agenda)}::jsonb where id = ${id}`,
    )
    await inform(trx, actor, committeeHeld, spaceId, { committeeId: id })
  }
  return findCommittee(trx, actor, id)
}

export interface DecisionDraft {
  kind: Decision['kind']
  text: string
  ownerId?: string | null
  dueOn?: Day | null
}

/** A slot goes into the calendar at once; a task reaches its owner. */
export async function decide(
  trx: Trx,
  actor: Actor,
  id: string,
  decisionId: string,
  draft: DecisionDraft,
): Promise<Decision> {
  const { place } = await shaped(trx, actor, id)
  const ownerId = draft.ownerId ?? null
  await refuseOwner(trx, place.spaceId, place.spaceId, ownerId)
  if (draft.kind === 'task' && !ownerId) throw invalid('decision.owner', { field: 'ownerId' })
  const text = draft.text.trim()
  const isNew = await insertOnce(trx, 'editorial_decisions', {
    id: decisionId,
    committee_id: id,
    kind: draft.kind,
    text,
    owner_id: ownerId,
    due_on: draft.dueOn ?? null,
  })
  if (isNew && draft.kind === 'slot')
    await slotOf(trx, actor, place.spaceId, decisionId, { ...draft, text, ownerId })
  if (isNew && draft.kind === 'task' && ownerId && ownerId !== actor.id)
    await notifyNews(
      trx,
      [
        {
          memberId: ownerId,
          says: (language) => words(language)('editorial.news.task', { text: text.slice(0, 120) }),
          path: `/communautes/${place.spaceId}/comite?seance=${id}`,
        },
      ],
      { spaceId: place.spaceId, actorId: actor.id },
    )
  return findDecision(trx, id, decisionId)
}

async function slotOf(
  trx: Trx,
  actor: Actor,
  spaceId: string,
  decisionId: string,
  { text, ownerId, dueOn }: DecisionDraft & { ownerId: string | null },
): Promise<void> {
  const slot = await placeSlot(trx, actor, uuid7(), {
    spaceId,
    title: text.slice(0, 160),
    ownerId: ownerId ?? actor.id,
    ...(dueOn ? { day: dueOn } : {}),
  })
  await trx.run(sql`update editorial_decisions set slot_id = ${slot.id} where id = ${decisionId}`)
}

async function findDecision(trx: Trx, committeeId: string, id: string): Promise<Decision> {
  const decision = (await decisionsOf(trx, committeeId)).find((one) => one.id === id)
  if (!decision) throw notFound('decision.not_found')
  return decision
}

export async function settleDecision(
  trx: Trx,
  actor: Actor,
  id: string,
  decisionId: string,
): Promise<Decision> {
  const { place } = await committeePlace(trx, actor, id)
  const decision = await findDecision(trx, id, decisionId)
  allow(canShape(place) || decision.owner?.id === actor.id, 'decision.settle')
  await trx.run(
    sql`update editorial_decisions set done_at = coalesce(done_at, now()) where id = ${decisionId} and committee_id = ${id}`,
  )
  return findDecision(trx, id, decisionId)
}

/** While the committee is open; the slot that came of it stays in the calendar. */
export async function dropDecision(trx: Trx, actor: Actor, id: string, decisionId: string) {
  const committee = await shaped(trx, actor, id)
  if (committee.state === 'held') throw conflict('committee.held')
  await trx.run(sql`delete from editorial_decisions where id = ${decisionId} and committee_id = ${id}`)
  return done
}

/** Once: asked again, the post is the one there is. */
export async function publishMinutes(trx: Trx, actor: Actor, id: string, text: string): Promise<Committee> {
  const committee = await shaped(trx, actor, id)
  if (committee.state !== 'held') throw conflict('committee.not_held')
  const row = await trx.row<{ postId: string | null }>(
    sql`select post_id as "postId" from editorial_committees where id = ${id}`,
  )
  if (!row?.postId) {
    const postId = uuid7()
    const { spaceId } = committee.place
    await publishPost(trx, actor, postId, {
      spaceId,
      kind: 'message',
      title: words(actor.language)('editorial.committee.post_title', {
        day: longDay(committee.heldOn, actor.language),
      }),
      body: docOf(text.trim()),
    })
    await trx.run(sql`update editorial_committees set post_id = ${postId} where id = ${id}`)
  }
  return findCommittee(trx, actor, id)
}
