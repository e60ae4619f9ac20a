import type { Actor } from '#platform/server/actor.ts'
import { audit } from '#platform/server/audit.ts'
import { sql, type Trx } from '#platform/server/db.ts'
import { emit, expel } from '#platform/server/emit.ts'
import { allow, conflict, forbidden, notFound } from '#platform/server/errors.ts'
import { done } from '#platform/contract/schema.ts'
import { memberJoined, memberLeft, roleChanged, type Seat, type Space } from '../contract.ts'
import { atLeast, type Role } from '../rules/roles.ts'
import { canAnimate, canJoin, knownMembers, seatIn } from './policy.ts'
import { findSeat, findSpace } from './queries.ts'

export interface NewSpace {
  id: string
  kind: 'community' | 'group'
  parentId: string | null
  openness: 'open' | 'closed' | 'secret'
  name: string
  description: string
  published: boolean
}

/** Called by the features whose things are spaces; true when it is new. */
export async function openSpace(trx: Trx, actor: Actor, space: NewSpace): Promise<boolean> {
  const count = await trx.run(sql`
    insert into spaces (id, kind, parent_id, openness, name, description, created_by, published_at)
    values (${space.id}, ${space.kind}, ${space.parentId}, ${space.openness}, ${space.name}, ${space.description},
      ${actor.id}, case when ${space.published} then now() end)
    on conflict (id) do nothing`)
  if (count === 1) await trx.run(sql`insert into space_heads (space_id) values (${space.id})`)
  return count === 1
}

export type Via = 'hand' | 'audience' | 'default' | 'invitation' | 'self' | 'creator'

/** Gives a seat to somebody who has none; a seat already held is left as it is. What came before is read. */
export async function seat(
  trx: Trx,
  actor: Actor | null,
  spaceId: string,
  memberId: string,
  role: Role,
  via: Via,
): Promise<boolean> {
  const isNew = await trx.run(sql`
    insert into seats (member_id, space_id, role, via) values (${memberId}, ${spaceId}, ${role}, ${via}) on conflict do nothing`)
  if (isNew === 0) return false
  await trx.run(sql`
    insert into read_marks (member_id, space_id, posts) select ${memberId}, space_id, greatest(0, posts - 3) from space_heads
    where space_id = ${spaceId} on conflict do nothing`)
  await emit(trx, actor, memberJoined, spaceId, { memberId, role })
  return true
}

export async function joinSpace(trx: Trx, actor: Actor, spaceId: string): Promise<Space> {
  const place = await seatIn(trx, actor, spaceId)
  if (place.own === null) {
    allow(canJoin(place), 'space.join')
    await seat(trx, actor, spaceId, actor.id, 'member', 'self')
  }
  return findSpace(trx, actor, spaceId)
}

export async function leaveSpace(trx: Trx, actor: Actor, spaceId: string) {
  const place = await seatIn(trx, actor, spaceId)
  if (place.own === 'lead') await refuseLastLead(trx, spaceId, actor.id)
  if (place.own !== null) await unseat(trx, actor, spaceId, actor.id)
  return done
}

/** Leaving a community leaves its groups too. */
async function unseat(trx: Trx, actor: Actor, spaceId: string, memberId: string): Promise<void> {
  const rows = await trx.rows<{ space_id: string }>(sql`
    delete from seats where member_id = ${memberId} and space_id in (select id from spaces where id = ${spaceId} or parent_id = ${spaceId})
    returning space_id`)
  for (const row of rows) {
    await emit(trx, actor, memberLeft, row.space_id, { memberId })
    expel(trx, memberId, { spaceId: row.space_id })
  }
}

/** An account was closed: its seats are free, its words stay. A lead may go this way, somebody else is named after. */
export async function leaveEverything(trx: Trx, actor: Actor, memberId: string): Promise<void> {
  const rows = await trx.rows<{ space_id: string }>(sql`delete from seats where member_id = ${memberId} returning space_id`)
  for (const row of rows) await emit(trx, actor, memberLeft, row.space_id, { memberId })
}

async function refuseLastLead(trx: Trx, spaceId: string, memberId: string): Promise<void> {
  const other = await trx.row(
    sql`select 1 from seats where space_id = ${spaceId} and role = 'lead' and member_id <> ${memberId} limit 1`,
  )
  if (!other) throw conflict('space.last_lead')
}

export async function giveSeat(
  trx: Trx,
  actor: Actor,
  spaceId: string,
  memberId: string,
  role: Role,
): Promise<Seat> {
  const place = await seatIn(trx, actor, spaceId)
  allow(canAnimate(place), 'space.seat')
  const before = await findSeat(trx, spaceId, memberId)
  // Nobody gives more than they hold, nor changes the role of somebody above them.
  if (!atLeast(place.role, role) || (before && !atLeast(place.role, before.role)))
    throw forbidden('space.seat.forbidden')
  const known = await trx.row(
    sql`select 1 from members m where m.id = ${memberId} and ${knownMembers(actor)}`,
  )
  if (!known) throw notFound('member.not_found')
  if (!before) await seat(trx, actor, spaceId, memberId, role, 'hand')
  else if (before.role !== role) await changeRole(trx, actor, spaceId, before, role)
  const after = await findSeat(trx, spaceId, memberId)
  if (!after) throw notFound('member.not_found')
  return after
}

async function changeRole(trx: Trx, actor: Actor, spaceId: string, before: Seat, role: Role): Promise<void> {
  if (before.role === 'lead') await refuseLastLead(trx, spaceId, before.memberId)
  await trx.run(
    sql`update seats set role = ${role} where space_id = ${spaceId} and member_id = ${before.memberId}`,
  )
  await audit(
    trx,
    actor,
    'seat.role',
    { kind: 'space', id: spaceId },
    { memberId: before.memberId, from: before.role, to: role },
  )
  await emit(trx, actor, roleChanged, spaceId, { memberId: before.memberId, role })
}

export async function takeSeat(trx: Trx, actor: Actor, spaceId: string, memberId: string) {
  const place = await seatIn(trx, actor, spaceId)
  allow(canAnimate(place), 'space.seat')
  const before = await findSeat(trx, spaceId, memberId)
  if (!before) return done
  if (!atLeast(place.role, before.role)) throw forbidden('space.seat.forbidden')
  if (before.role === 'lead') await refuseLastLead(trx, spaceId, memberId)
  await unseat(trx, actor, spaceId, memberId)
  await audit(trx, actor, 'seat.taken', { kind: 'space', id: spaceId }, { memberId })
  return done
}

export async function markRead(trx: Trx, actor: Actor, spaceId: string) {
  await seatIn(trx, actor, spaceId)
  await trx.run(sql`
    insert into read_marks (member_id, space_id, posts)
    select ${actor.id}, head.space_id, head.posts from space_heads head
    join seats own on own.space_id = head.space_id and own.member_id = ${actor.id} where head.space_id = ${spaceId}
    on conflict (member_id, space_id) do update set posts = excluded.posts where read_marks.posts < excluded.posts`)
  return done
}

export async function describeSpace(
  trx: Trx,
  actor: Actor,
  spaceId: string,
  change: { name?: string; description?: string; coverFileId?: string | null },
): Promise<Space> {
  const place = await seatIn(trx, actor, spaceId)
  allow(canAnimate(place), 'space.describe')
  const own = change.coverFileId
  if (own) {
    const file = await trx.run(
      sql`update files set space_id = ${spaceId} where id = ${own} and (owner_id = ${actor.id} or space_id = ${spaceId})`,
    )
    if (file === 0) throw notFound('file.not_found', { field: 'coverFileId' })
  }
  await trx.run(sql`
    update spaces set name = coalesce(${change.name?.trim() ?? null}, name), description = coalesce(${change.description?.trim() ?? null}, description),
      cover_file_id = case when ${own !== undefined} then ${own ?? null}::uuid else cover_file_id end
    where id = ${spaceId}`)
  return findSpace(trx, actor, spaceId)
}
