import type { Actor } from '#platform/server/actor.ts'
import { audit } from '#platform/server/audit.ts'
import { empty, sql, type Sql, type Trx } from '#platform/server/db.ts'
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

/**
 * The head of a space is its lock, held until the end of the transaction. Seats change under it: heads first, then
 * seats; of several, a community before its groups, by id. Everybody waits in that order, hence never for each other.
 */
async function hold(trx: Trx, spaceId: string): Promise<void> {
  await trx.row(sql`select 1 from space_heads where space_id = ${spaceId} for update`)
}

const IN_ORDER = sql`coalesce(s.parent_id, s.id), s.parent_id nulls first, s.id`

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

export async function setOpenness(trx: Trx, spaceId: string, openness: NewSpace['openness']): Promise<void> {
  await trx.run(sql`update spaces set openness = ${openness} where id = ${spaceId}`)
}

export async function publishSpace(trx: Trx, spaceId: string): Promise<void> {
  await trx.run(sql`update spaces set published_at = coalesce(published_at, now()) where id = ${spaceId}`)
}

/** Read only: nobody publishes here, nor in its groups. */
export async function setReadOnly(trx: Trx, spaceId: string, readOnly: boolean): Promise<void> {
  await trx.run(sql`
    update spaces set read_only_at = case when ${readOnly} then coalesce(read_only_at, now()) end where id = ${spaceId}`)
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
    insert into seats (member_id, space_id, role, via)
    select ${memberId}, head.space_id, ${role}, ${via} from (select space_id from space_heads where space_id = ${spaceId} for update) head
    on conflict do nothing`)
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
  await hold(trx, spaceId)
  const place = await seatIn(trx, actor, spaceId)
  if (place.own === 'lead') await refuseLastLead(trx, spaceId, actor.id)
  if (place.own !== null) await unseat(trx, actor, spaceId, actor.id)
  return done
}

/** Leaving a community leaves its groups too; nobody acts when a rule takes back the seat it gave. */
export const unseat = (trx: Trx, actor: Actor | null, spaceId: string, memberId: string): Promise<void> =>
  vacate(trx, actor, memberId, sql`and (s.id = ${spaceId} or s.parent_id = ${spaceId})`)

/** An account was closed: its seats are free, its words stay. A lead may go this way, somebody else is named after. */
export const leaveEverything = (trx: Trx, actor: Actor, memberId: string): Promise<void> =>
  vacate(trx, actor, memberId, empty)

async function vacate(trx: Trx, actor: Actor | null, memberId: string, among: Sql): Promise<void> {
  await trx.rows(sql`
    select 1 from space_heads head join spaces s on s.id = head.space_id
    join seats own on own.space_id = s.id and own.member_id = ${memberId}
    where true ${among} order by ${IN_ORDER} for update of head`)
  // A statement of its own: it sees what was given while the first one waited.
  const rows = await trx.rows<{ id: string }>(sql`
    with gone as (
      delete from seats own using spaces s where s.id = own.space_id and own.member_id = ${memberId} ${among} returning own.space_id)
    select s.id from gone join spaces s on s.id = gone.space_id order by ${IN_ORDER}`)
  for (const row of rows) {
    await emit(trx, actor, memberLeft, row.id, { memberId })
    expel(trx, memberId, { spaceId: row.id })
  }
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
  await hold(trx, spaceId)
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

/** A space left without a lead is given one; true when it is done now, refused while somebody else leads. */
export async function leadOrphan(
  trx: Trx,
  actor: Actor,
  spaceId: string,
  memberId: string,
): Promise<boolean> {
  await hold(trx, spaceId)
  const before = await findSeat(trx, spaceId, memberId)
  if (before?.role === 'lead') return false
  const led = await trx.row(sql`select 1 from seats where space_id = ${spaceId} and role = 'lead' limit 1`)
  if (led) throw conflict('space.has_lead')
  if (before) await changeRole(trx, actor, spaceId, before, 'lead')
  else await seat(trx, actor, spaceId, memberId, 'lead', 'hand')
  return true
}

/**
 * The seat follows a role taken up or laid down elsewhere: a member becomes ambassador, or a member again. Whoever
 * holds more than that keeps it.
 */
export async function seatAmbassador(
  trx: Trx,
  actor: Actor | null,
  spaceId: string,
  memberId: string,
  serving: boolean,
): Promise<void> {
  await hold(trx, spaceId)
  const before = await findSeat(trx, spaceId, memberId)
  if (!before) {
    if (serving) await seat(trx, actor, spaceId, memberId, 'ambassador', 'hand')
    return
  }
  const from = serving ? 'member' : 'ambassador'
  if (before.role === from) await changeRole(trx, actor, spaceId, before, serving ? 'ambassador' : 'member')
}

async function changeRole(
  trx: Trx,
  actor: Actor | null,
  spaceId: string,
  before: Seat,
  role: Role,
): Promise<void> {
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
  await hold(trx, spaceId)
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
    on conflict (member_id, space_id) do update set posts = excluded.posts, own = 0 where read_marks.posts < excluded.posts`)
  return done
}

/**
 * For publishing, in its one statement: the number of the next post, under the lock of the space, and the author's own
 * mark, over that `head (posts)`. With everything read, the mark follows; otherwise their post is set apart.
 */
export const nextPostNumber = (spaceId: string, unless: Sql): Sql => sql`
  update space_heads set posts = posts + 1 where space_id = ${spaceId} and not ${unless} returning posts`
export const markOwnPost = (memberId: string, spaceId: string): Sql => sql`
  update read_marks mark set posts = case when mark.posts = head.posts - 1 then head.posts else mark.posts end,
    own = case when mark.posts = head.posts - 1 then 0 else mark.own + 1 end
  from head where mark.member_id = ${memberId} and mark.space_id = ${spaceId}`

/** The number was taken for nothing: the lock is still held, nobody saw it. */
export async function giveBackPostNumber(
  trx: Trx,
  memberId: string,
  spaceId: string,
  given: number,
): Promise<void> {
  await trx.run(sql`update space_heads set posts = posts - 1 where space_id = ${spaceId}`)
  await trx.run(sql`
    update read_marks set posts = case when posts = ${given} then posts - 1 else posts end, own = case when posts = ${given} then own else own - 1 end
    where member_id = ${memberId} and space_id = ${spaceId}`)
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
