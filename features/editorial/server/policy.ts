import { type Actor, proveActor } from '#platform/server/actor.ts'
import { type Db, sql, type Sql } from '#platform/server/db.ts'
import { notFound } from '#platform/server/errors.ts'
import { seatInCommunity } from '#features/communities/server/policy.ts'
import { canAnimate, readableSpace, type SeatFacts } from '#features/spaces/server/policy.ts'
import type { SlotText } from '../contract.ts'
import { type Channel, isOver, type SlotKind, type SlotState } from '../rules/states.ts'
import type { PostKind } from '#features/posts/contract.ts'

export interface CalendarPlace {
  spaceId: string
  seat: SeatFacts
}

/** Shape the calendar, the committee and the starters: those who animate the community. */
export const canShape = ({ seat }: CalendarPlace) => canAnimate(seat)

/** The actor's place around the calendar of a community they may read. */
export async function calendarIn(db: Db, actor: Actor, spaceId: string): Promise<CalendarPlace> {
  return { spaceId, seat: await seatInCommunity(db, actor, spaceId) }
}

/** Asked to reread, over `editorial_slots e`. */
const asked = (actor: Actor): Sql =>
  sql`exists (select 1 from editorial_remarks asking where asking.slot_id = e.id and asking.asks_id = ${actor.id})`

/** Drafts the actor may read, over `editorial_slots e`: never those of a place they may not read. */
export const draftsOf = (actor: Actor, shapes: boolean): Sql =>
  sql`(${readableSpace(actor, sql`e.place_id`)} and (${shapes}::boolean or e.owner_id = ${actor.id} or ${asked(actor)}))`

export interface SlotPlace {
  id: string
  place: CalendarPlace
  placeId: string
  kind: SlotKind
  channel: Channel
  postKind: PostKind
  title: string
  state: SlotState
  day: string | null
  minutes: number | null
  at: string | null
  ownerId: string | null
  kitId: string | null
  turnId: string | null
  postId: string
  content: Partial<SlotText>
  edition: number
  writtenBy: string | null
  writtenAt: string | null
  penId: string | null
  penAt: string | null
  penAskedBy: string | null
  owns: boolean
  rereads: boolean
}

/** Write in it and remark on it: those who animate, its owner, those asked to reread. */
export const canWrite = (slot: SlotPlace) =>
  (canShape(slot.place) || slot.owns || slot.rereads) && !isOver(slot.state)
/** Move it through days and states: those who animate, and its owner. */
export const canMove = (slot: SlotPlace) => canShape(slot.place) || slot.owns

/** A slot whose draft the actor may read; for anybody else there is none. `lock`: the caller is about to change it. */
export async function slotPlace(db: Db, actor: Actor, id: string, lock = false): Promise<SlotPlace> {
  const row = await db.row<
    Omit<SlotPlace, 'place' | 'owns' | 'rereads'> & { spaceId: string; asked: boolean }
  >(sql`
    select e.id, e.space_id as "spaceId", e.place_id as "placeId", e.kind, e.channel, e.post_kind as "postKind", e.title, e.state,
      e.day, e.minutes, e.at, e.owner_id as "ownerId", e.kit_id as "kitId", e.turn_id as "turnId", e.post_id as "postId", e.content, e.edition,
      e.written_by as "writtenBy", e.written_at as "writtenAt", e.pen_id as "penId", e.pen_at as "penAt",
      e.pen_asked_by as "penAskedBy", ${asked(actor)} as asked
    from editorial_slots e where e.id = ${id} and ${readableSpace(actor, sql`e.place_id`)} ${lock ? sql`for update of e` : sql``}`)
  const place = row && (await calendarIn(db, actor, row.spaceId).catch(() => null))
  if (!row || !place) throw notFound('slot.not_found')
  const { spaceId: _spaceId, asked: rereads, ...facts } = row
  const slot = { ...facts, place, rereads, owns: row.ownerId === actor.id && place.seat.role !== null }
  if (!canShape(place) && !slot.owns && !rereads) throw notFound('slot.not_found')
  return slot
}

/** A member as themselves, for what is done in their name at its hour and for their own agenda. */
export async function actorOf(db: Db, memberId: string): Promise<Actor | null> {
  const row = await db.row<{
    id: string
    standing: Actor['standing']
    outside: boolean
    language: 'fr' | 'en'
  }>(sql`
    select m.id, m.standing, (m.standing = 'guest' or o.outside) as outside, coalesce(m.language, n.language, 'fr') as language
    from members m join organizations o on o.id = m.organization_id left join network n on true
    where m.id = ${memberId} and m.status = 'active'`)
  return row ? proveActor({ ...row, sessionId: null }) : null
}

/** Who is shown drafts of a calendar beside owners: those who animate it. */
export async function shapersOf(db: Db, spaceId: string): Promise<string[]> {
  const rows = await db.rows<{ id: string }>(
    sql`select member_id as id from seats where space_id = ${spaceId} and role in ('animator', 'lead')`,
  )
  return rows.map((row) => row.id)
}
