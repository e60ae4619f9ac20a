import type { Actor } from '#platform/server/actor.ts'
import { type Db, sql, type Sql } from '#platform/server/db.ts'
import { notFound } from '#platform/server/errors.ts'
import { type SeatFacts, seatIn, visible } from '#features/spaces/server/policy.ts'
import { atLeast, type Role, stronger } from '#features/spaces/rules/roles.ts'
import type { DoorFacts } from '../rules/door.ts'

/** Those who animate the network begin communities; never somebody from outside. */
export const canCreate = (actor: Actor) =>
  !actor.outside && (actor.standing === 'animator' || actor.standing === 'administrator')
export const canSign = (seat: SeatFacts) => seat.own !== null
export const canOpenGroup = (seat: SeatFacts) => seat.kind === 'community' && atLeast(seat.role, 'animator')
/** Only from inside may a group become secret: otherwise one would shut oneself out. */
export const canHide = (seat: SeatFacts) => seat.own !== null

/** The actor's place in a community they may read. */
export async function seatInCommunity(db: Db, actor: Actor, spaceId: string): Promise<SeatFacts> {
  const seat = await seatIn(db, actor, spaceId)
  if (seat.kind !== 'community') throw notFound('space.not_found')
  return seat
}

/** The power somebody has in a space, from the roles held in it and around it. */
export const powerOf = (openness: string, own: Role | null, above: Role | null): Role | null =>
  stronger(own, openness !== 'secret' && atLeast(above, 'moderator') ? above : null)

export interface Door extends DoorFacts {
  spaceId: string
  parentId: string | null
}

/** Contributors of a community, over `communities c`. */
export const CONTRIBUTORS = sql`(select count(*)::int from seats place join members placed on placed.id = place.member_id and placed.status <> 'closed'
  where place.space_id = c.space_id and (place.role = 'ambassador' or (c.kind = 'ambassadors' and place.role = 'member')))`

/** Whether no place is left for one more member, over `communities c`. */
export const FULL = sql`(c.kind = 'ambassadors' and c.contributor_cap is not null and ${CONTRIBUTORS} >= c.contributor_cap)`

/** The columns of a door, over `spaces s` and `communities c`, `seats own`. */
export const doorColumns = (actor: Actor): Sql => sql`
  s.kind as "kind", s.openness, s.published_at is not null as published, own.role as own, c.entry, c.stage,
  coalesce(${FULL}, false) as "full",
  exists (select 1 from join_requests r where r.space_id = s.id and r.member_id = ${actor.id} and r.state in ('asked', 'waiting')) as pending`

export interface DoorRow {
  kind: 'community' | 'group'
  openness: 'open' | 'closed' | 'secret'
  published: boolean
  own: Role | null
  entry: DoorFacts['entry']
  stage: DoorFacts['stage']
  full: boolean
  pending: boolean
}

export const toDoor = (row: DoorRow, actor: Actor): DoorFacts => ({
  kind: row.kind,
  openness: row.openness,
  published: row.published,
  own: row.own,
  outside: actor.outside,
  entry: row.entry,
  stage: row.stage,
  full: row.full,
  pending: row.pending,
})

/** The door of a space the actor may know of, or whose preview is shared. */
export async function findDoor(db: Db, actor: Actor, spaceId: string): Promise<Door> {
  const row = await db.row<DoorRow & { parentId: string | null }>(sql`
    select s.parent_id as "parentId", ${doorColumns(actor)}
    from spaces s left join communities c on c.space_id = s.id
    left join seats own on own.space_id = s.id and own.member_id = ${actor.id}
    where s.id = ${spaceId} and s.archived_at is null and (${visible(actor)} or coalesce(c.preview_published, false))`)
  if (!row) throw notFound('space.not_found')
  return { ...toDoor(row, actor), spaceId, parentId: row.parentId }
}
