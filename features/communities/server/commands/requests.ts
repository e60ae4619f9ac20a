import type { Actor } from '#platform/server/actor.ts'
import { insertOnce, sql, type Trx } from '#platform/server/db.ts'
import { emit, tell } from '#platform/server/emit.ts'
import { allow, conflict, forbidden, notFound, Refusal } from '#platform/server/errors.ts'
import { done } from '#platform/contract/schema.ts'
import { notify } from '#features/notifications/server/offers.ts'
import { seat } from '#features/spaces/server/commands.ts'
import { canAnimate, seatIn } from '#features/spaces/server/policy.ts'
import { joinAnswered, joinAsked, type JoinRequest } from '../../contract.ts'
import { outcomeOf } from '../../rules/door.ts'
import { findDoor } from '../policy.ts'
import { findRequest } from '../queries/requests.ts'
import { hasPlace, heldPlaces } from './places.ts'

type State = 'asked' | 'waiting' | 'accepted' | 'declined'
interface RequestRow {
  id: string
  spaceId: string
  memberId: string
  state: State
}

const REQUEST = sql`select id, space_id as "spaceId", member_id as "memberId", state from join_requests`

/** I want in. */
export async function askToJoin(
  trx: Trx,
  actor: Actor,
  id: string,
  wish: { spaceId: string; note?: string },
) {
  // Those who knock are heard one by one: the last place is given once, and a double click asks once.
  await heldPlaces(trx, wish.spaceId)
  const door = await findDoor(trx, actor, wish.spaceId)
  if (door.own) return { state: 'seated' as const }
  const open = await trx.row<RequestRow>(sql`
    ${REQUEST} where space_id = ${wish.spaceId} and member_id = ${actor.id} and state in ('asked', 'waiting')`)
  if (open) return { state: open.state as 'asked' | 'waiting' }
  const outcome = outcomeOf(door)
  if (outcome === 'closed') throw conflict('community.closed')
  if (outcome === 'by_invitation') throw forbidden('community.by_invitation')
  if (outcome === 'seated') {
    await seat(trx, actor, wish.spaceId, actor.id, 'member', 'self')
    return { state: outcome }
  }
  const row = {
    id,
    space_id: wish.spaceId,
    member_id: actor.id,
    note: wish.note?.trim() ?? '',
    state: outcome,
  }
  if (!(await insertOnce(trx, 'join_requests', row))) throw conflict('request.answered')
  await emit(trx, null, joinAsked, wish.spaceId, { requestId: id })
  const animators = await tellAnimators(trx, wish.spaceId)
  const details = { outcome: 'asked', note: row.note }
  await notify(trx, animators, { kind: 'request', spaceId: wish.spaceId, actorId: actor.id, details })
  return { state: outcome }
}

export async function withdrawRequest(trx: Trx, actor: Actor, id: string) {
  const row = await trx.row<RequestRow>(sql`
    delete from join_requests where id = ${id} and member_id = ${actor.id} and state in ('asked', 'waiting')
    returning id, space_id as "spaceId", member_id as "memberId", state`)
  if (row) await tellAnimators(trx, row.spaceId)
  return done
}

/** Accepted when no place is left, the person is next on the waiting list. */
export async function answerRequest(
  trx: Trx,
  actor: Actor,
  id: string,
  answer: { accepted: boolean; word?: string },
): Promise<JoinRequest> {
  const request = await answerable(trx, actor, id)
  const wished: State = answer.accepted ? 'accepted' : 'declined'
  if (request.state === wished) return findRequest(trx, id)
  if (request.state === 'accepted' || request.state === 'declined') throw conflict('request.answered')
  if (answer.accepted) await refuseStranger(trx, request)
  const state: State =
    answer.accepted && !hasPlace(await heldPlaces(trx, request.spaceId)) ? 'waiting' : wished
  await trx.run(sql`
    update join_requests set state = ${state}, answer = ${answer.word?.trim() ?? ''}, answered_at = now(), answered_by = ${actor.id}
    where id = ${id}`)
  if (state === 'accepted') await seat(trx, null, request.spaceId, request.memberId, 'member', 'hand')
  if (state !== 'waiting') {
    await emit(trx, null, joinAnswered, request.spaceId, { requestId: id, accepted: answer.accepted })
    const details = { outcome: state, note: answer.word?.trim() ?? '' }
    await notify(trx, [request.memberId], {
      kind: 'request',
      spaceId: request.spaceId,
      actorId: actor.id,
      details,
    })
  }
  tell(trx, [request.memberId], 'communities.request', { spaceId: request.spaceId })
  await tellAnimators(trx, request.spaceId)
  return findRequest(trx, id)
}

async function answerable(trx: Trx, actor: Actor, id: string): Promise<RequestRow> {
  const request = await trx.row<RequestRow>(sql`${REQUEST} where id = ${id} for update`)
  if (!request) throw notFound('request.not_found')
  const place = await seatIn(trx, actor, request.spaceId).catch((error: unknown) => {
    // A space one may not read has no requests either.
    throw error instanceof Refusal ? notFound('request.not_found') : error
  })
  allow(canAnimate(place), 'request.answer')
  return request
}

/** Somebody who asked for a group and left the community since has nothing to come into. */
async function refuseStranger(trx: Trx, request: RequestRow): Promise<void> {
  const gone = await trx.row(sql`
    select 1 from spaces s where s.id = ${request.spaceId} and s.parent_id is not null
      and not exists (select 1 from seats up where up.space_id = s.parent_id and up.member_id = ${request.memberId})`)
  if (gone) throw conflict('request.left')
}

/** Those who may answer look again: animators here, and around a group that is not secret. */
async function tellAnimators(trx: Trx, spaceId: string): Promise<string[]> {
  const rows = await trx.rows<{ id: string }>(sql`
    select distinct seat.member_id as id from spaces s
    join seats seat on seat.space_id = s.id or (seat.space_id = s.parent_id and s.openness <> 'secret')
    where s.id = ${spaceId} and seat.role in ('animator', 'lead')`)
  const ids = rows.map((row) => row.id)
  tell(trx, ids, 'communities.requests', { spaceId })
  return ids
}
