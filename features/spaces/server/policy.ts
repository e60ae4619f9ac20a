import type { Actor } from '#platform/server/actor.ts'
import { type Db, sql, type Sql } from '#platform/server/db.ts'
import { notFound } from '#platform/server/errors.ts'
import { atLeast, type Role, stronger } from '../rules/roles.ts'

/**
 * The one place that decides who reads what. True for a row of `spaces s` when the actor
 * holds a seat in it; or it is an open published community and the actor is of the house;
 * or it is a published open group of a community where they sit; or a group that is not secret
 * of a community they moderate. People from outside have their seats and nothing else.
 */
export const readable = (actor: Actor): Sql => readableTo(sql`${actor.id}`, sql`${actor.outside}`)

/** The rule itself, about somebody given by their id and whether they are from outside. */
const readableTo = (id: Sql, outside: Sql): Sql => sql`(
  s.archived_at is null and (
    exists (select 1 from seats own where own.member_id = ${id} and own.space_id = s.id)
    or (not ${outside} and s.published_at is not null and (
      (s.openness = 'open' and s.parent_id is null)
      or exists (select 1 from seats up where up.member_id = ${id} and up.space_id = s.parent_id
        and (s.openness = 'open' or (s.openness = 'closed' and up.role in ('moderator', 'animator', 'lead'))))
    ))
  ))`

/** May know that it exists (name, description) and ask to come in: closed spaces too, secret ones never. */
export const visible = (actor: Actor): Sql => sql`(
  ${readable(actor)} or (s.archived_at is null and ${!actor.outside} and s.published_at is not null and s.openness = 'closed'
    and (s.parent_id is null or exists (select 1 from seats up where up.member_id = ${actor.id} and up.space_id = s.parent_id))))`

/** Ids of all spaces the actor may read, as a subquery: `where p.space_id in (${readableSpaces(actor)})`. */
export const readableSpaces = (actor: Actor): Sql => sql`select s.id from spaces s where ${readable(actor)}`

/** Whether one given space may be read: `where ${readableSpace(actor, sql`p.space_id`)}`. */
export const readableSpace = (actor: Actor, spaceId: Sql): Sql =>
  sql`exists (select 1 from spaces s where s.id = ${spaceId} and ${readable(actor)})`

/** Those of these members who may read the space, each as themselves. */
export async function readersAmong(db: Db, spaceId: string, memberIds: string[]): Promise<string[]> {
  if (memberIds.length === 0) return []
  const rows = await db.rows<{ id: string }>(sql`
    select m.id from members m join organizations o on o.id = m.organization_id join spaces s on s.id = ${spaceId}
    where m.id = any(${memberIds}::uuid[]) and m.status <> 'closed' and ${readableTo(sql`m.id`, sql`(m.standing = 'guest' or o.outside)`)}`)
  return rows.map((row) => row.id)
}

/** Nobody publishes any more, over `spaces s`: a closed community closes its groups. */
export const readOnly = sql`(s.read_only_at is not null
  or exists (select 1 from spaces around where around.id = s.parent_id and around.read_only_at is not null))`

export interface SeatFacts {
  spaceId: string
  kind: 'community' | 'group'
  parentId: string | null
  openness: 'open' | 'closed' | 'secret'
  published: boolean
  readOnly: boolean
  /** The seat held here. */
  own: Role | null
  /** The power here: one's own, or that of a moderator and above of the community around a group that is not secret. */
  role: Role | null
}

interface SeatRow {
  id: string
  kind: 'community' | 'group'
  parent_id: string | null
  openness: 'open' | 'closed' | 'secret'
  published: boolean
  read_only: boolean
  own: Role | null
  above: Role | null
}

/** The actor's place in a space they may read; otherwise the space does not exist for them. */
export async function seatIn(db: Db, actor: Actor, spaceId: string): Promise<SeatFacts> {
  const row = await db.row<SeatRow>(sql`
    select s.id, s.kind, s.parent_id, s.openness, s.published_at is not null as published, ${readOnly} as read_only,
      own.role as own, up.role as above
    from spaces s
    left join seats own on own.space_id = s.id and own.member_id = ${actor.id}
    left join seats up on up.space_id = s.parent_id and up.member_id = ${actor.id}
    where s.id = ${spaceId} and ${readable(actor)}`)
  if (!row) throw notFound('space.not_found')
  const above = row.openness !== 'secret' && atLeast(row.above, 'moderator') ? row.above : null
  return {
    spaceId: row.id,
    kind: row.kind,
    parentId: row.parent_id,
    openness: row.openness,
    published: row.published,
    readOnly: row.read_only,
    own: row.own,
    role: stronger(row.own, above),
  }
}

export const canPublish = (seat: SeatFacts) => seat.role !== null
export const canModerate = (seat: SeatFacts) => atLeast(seat.role, 'moderator')
export const canAnimate = (seat: SeatFacts) => atLeast(seat.role, 'animator')
export const canLead = (seat: SeatFacts) => atLeast(seat.role, 'lead')
export const canJoin = (seat: SeatFacts) => seat.own === null && seat.openness === 'open' && seat.published
export const canLeave = (seat: SeatFacts) => seat.own !== null

/** Which of these spaces the actor may follow live. */
export async function readableAmong(db: Db, actor: Actor, spaceIds: string[]): Promise<string[]> {
  const ids = spaceIds.filter((id) => /^[0-9a-f-]{36}$/i.test(id))
  const rows = await db.rows<{ id: string }>(
    sql`select s.id from spaces s where s.id = any(${ids}::uuid[]) and ${readable(actor)}`,
  )
  return rows.map((row) => row.id)
}

/** People the actor may know of: everybody of the house for the house, those who share a space for people from outside. */
export const knownMembers = (actor: Actor): Sql =>
  actor.outside
    ? sql`(m.id = ${actor.id} or exists (select 1 from seats mine join seats theirs on theirs.space_id = mine.space_id
        where mine.member_id = ${actor.id} and theirs.member_id = m.id))`
    : sql`(m.status <> 'closed')`
