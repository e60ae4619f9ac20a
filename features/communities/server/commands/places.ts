import { v7 as uuid7 } from 'uuid'
import { type Db, sql, type Trx } from '#platform/server/db.ts'
import { emit } from '#platform/server/emit.ts'
import { notify } from '#features/notifications/server/offers.ts'
import { seat, type Via } from '#features/spaces/server/commands.ts'
import { type CommunityKind, joinAnswered } from '../../contract.ts'
import { contributorRoles } from '../../rules/contributors.ts'
import { isLaunched, type Stage } from '../../rules/stages.ts'
import { CONTRIBUTORS } from '../policy.ts'

export interface Places {
  kind: CommunityKind
  stage: Stage
  cap: number | null
  contributors: number
}

/**
 * The places of a community, held until the end of the transaction so that the last one is given once; null for a group.
 * The head is what every event of the space takes too: one lock, hence one order.
 */
export async function heldPlaces(trx: Trx, spaceId: string): Promise<Places | null> {
  await trx.row(sql`select 1 from space_heads where space_id = ${spaceId} for update`)
  const row = await trx.row<Places>(sql`
    select c.kind, c.stage, c.contributor_cap as cap, ${CONTRIBUTORS} as contributors from communities c where c.space_id = ${spaceId}`)
  return row ?? null
}

/** How many more members may come in; null when nothing limits them. */
const roomOf = ({ kind, cap, contributors }: Places): number | null =>
  cap === null || !contributorRoles(kind).includes('member') ? null : Math.max(0, cap - contributors)

export const hasPlace = (places: Places | null): boolean => places === null || roomOf(places) !== 0

/** Over the cap: somebody came in by a door that does not count places. */
export const isOver = (places: Places): boolean => places.cap !== null && places.contributors > places.cap

/** A seat held, a turn on the waiting list, or neither. */
export async function placeOf(db: Db, spaceId: string, memberId: string): Promise<Place | null> {
  const row = await db.row<{ place: Place | null }>(sql`
    select case when exists (select 1 from seats where space_id = ${spaceId} and member_id = ${memberId}) then 'seated'
      when exists (select 1 from join_requests where space_id = ${spaceId} and member_id = ${memberId} and state = 'waiting') then 'waiting' end as place`)
  return row?.place ?? null
}
export type Place = 'seated' | 'waiting'

/**
 * For features that let people in (invitations): a seat if there is a place, else a turn on the waiting list.
 * The promise of the cap holds whichever door one comes by.
 */
export async function takePlace(trx: Trx, spaceId: string, memberId: string, via: Via): Promise<Place> {
  const before = await placeOf(trx, spaceId, memberId)
  if (before !== null) return before
  if (hasPlace(await heldPlaces(trx, spaceId))) {
    await seat(trx, null, spaceId, memberId, 'member', via)
    return 'seated'
  }
  await trx.run(sql`
    insert into join_requests (id, space_id, member_id, state) values (${uuid7()}, ${spaceId}, ${memberId}, 'waiting')
    on conflict (space_id, member_id) where state in ('asked', 'waiting') do update set state = 'waiting'`)
  return 'waiting'
}

/** Freed places go to those who wait, the first come first; before the launch everybody waits for the opening. */
export async function fillPlaces(trx: Trx, spaceId: string): Promise<void> {
  const before = await heldPlaces(trx, spaceId)
  if (!before || !isLaunched(before.stage) || before.stage === 'closed') return
  const room = roomOf(before)
  if (room === 0) return
  const next = await trx.rows<{ id: string; memberId: string }>(sql`
    select r.id, r.member_id as "memberId" from join_requests r join members m on m.id = r.member_id and m.status <> 'closed'
    where r.space_id = ${spaceId} and r.state = 'waiting' order by r.asked_at, r.id limit ${room}`)
  for (const request of next) {
    // The seat itself settles the request (listeners.ts).
    await seat(trx, null, spaceId, request.memberId, 'member', 'self')
    await emit(trx, null, joinAnswered, spaceId, { requestId: request.id, accepted: true })
    await notify(trx, [request.memberId], {
      kind: 'request',
      spaceId,
      actorId: null,
      details: { outcome: 'accepted' },
    })
  }
}
