import type { Actor } from '#platform/server/actor.ts'
import { type Db, sql, type Sql } from '#platform/server/db.ts'
import { allow, notFound } from '#platform/server/errors.ts'
import { canAnimate, canLead, readableSpace, type SeatFacts, seatIn } from '#features/spaces/server/policy.ts'
import type { AmbassadorState } from '../contract.ts'
import { isServing } from '../rules/lifecycle.ts'

/** Somebody's place in a programme: their seat in its community, their own record, and whether they were named a keeper. */
export interface ProgrammePlace {
  programmeId: string
  spaceId: string
  state: 'draft' | 'open' | 'closed'
  seat: SeatFacts
  keeper: boolean
  mine: { id: string; state: AmbassadorState } | null
}

/** Shapes what the programme asks and offers: those who animate the community. */
export const canShape = (place: ProgrammePlace) => canAnimate(place.seat)
/** Follows each ambassador by name: the leads of the community and the keepers they named, nobody else. */
export const canKeep = (place: ProgrammePlace) =>
  canLead(place.seat) || (place.keeper && place.seat.own !== null)
/** Names the keepers: the leads of the community alone. */
export const canNameKeepers = (place: ProgrammePlace) => canLead(place.seat)
/** Sees gatherings and circles from the inside. */
export const takesPart = (place: ProgrammePlace) => serves(place) || canShape(place) || canKeep(place)
/** Comes in by the door: those who have a seat in the community and serve nowhere in the programme. */
export const mayEnter = (place: ProgrammePlace) => place.seat.own !== null
export const serves = (place: ProgrammePlace) => place.mine !== null && isServing(place.mine.state)

/** The actor's place in a programme they may know of; otherwise it does not exist for them. */
export async function placeIn(db: Db, actor: Actor, programmeId: string): Promise<ProgrammePlace> {
  const row = await db.row<{
    spaceId: string
    state: ProgrammePlace['state']
    keeper: boolean
    mine: ProgrammePlace['mine']
  }>(sql`
    select g.space_id as "spaceId", g.state,
      exists (select 1 from programme_keepers k where k.programme_id = g.id and k.member_id = ${actor.id}) as keeper,
      (select jsonb_build_object('id', a.id, 'state', a.state) from ambassadors a
        where a.programme_id = g.id and a.member_id = ${actor.id}) as mine
    from programmes g where g.id = ${programmeId} and ${readableSpace(actor, sql`g.space_id`)}`)
  if (!row) throw notFound('programme.not_found')
  const seat = await seatIn(db, actor, row.spaceId)
  const place: ProgrammePlace = {
    programmeId,
    spaceId: row.spaceId,
    state: row.state,
    seat,
    keeper: row.keeper,
    mine: row.mine,
  }
  if (row.state === 'draft' && !canShape(place) && !canKeep(place)) throw notFound('programme.not_found')
  return place
}

export interface AmbassadorFile {
  place: ProgrammePlace
  ambassadorId: string
  memberId: string
  state: AmbassadorState
  own: boolean
}

/** A file that its own person and the keepers of the programme may open; for anybody else there is none. */
export async function ambassadorFile(db: Db, actor: Actor, ambassadorId: string): Promise<AmbassadorFile> {
  const row = await db.row<{ programmeId: string; memberId: string; state: AmbassadorState }>(
    sql`select programme_id as "programmeId", member_id as "memberId", state from ambassadors where id = ${ambassadorId}`,
  )
  if (!row) throw notFound('ambassador.not_found')
  const place = await placeIn(db, actor, row.programmeId).catch(() => null)
  const own = row.memberId === actor.id
  if (!place || !(own || canKeep(place))) throw notFound('ambassador.not_found')
  return { place, ambassadorId, memberId: row.memberId, own, state: row.state }
}

/** Ids of the members who serve in a programme, as a subquery: their accounts are looked up one by one, never the directory. */
export const servingIn = (programmeId: string | Sql): Sql => sql`
  select a.member_id from ambassadors a
  where a.programme_id = ${programmeId} and a.state in ('onboarding', 'active', 'paused', 'handing_over')
    and (select m.status from members m where m.id = a.member_id) <> 'closed'`

/** Members who follow a programme by name: leads of its community, and keepers who still hold a seat there. */
export async function keepersOf(db: Db, programmeId: string): Promise<string[]> {
  const rows = await db.rows<{ id: string }>(sql`
    select distinct n.member_id as id from programmes g join seats n on n.space_id = g.space_id
    join members m on m.id = n.member_id and m.status = 'active'
    left join programme_keepers k on k.programme_id = g.id and k.member_id = n.member_id
    where g.id = ${programmeId} and (n.role = 'lead' or k.member_id is not null)`)
  return rows.map((row) => row.id)
}

/** For acts that belong to the keepers: others are told that there is nothing there. */
export async function keepingIn(db: Db, actor: Actor, programmeId: string): Promise<ProgrammePlace> {
  const place = await placeIn(db, actor, programmeId)
  if (!canKeep(place)) throw notFound('programme.not_found')
  return place
}

/** A file that the keepers alone may act on; its own person is told so. */
export async function keptFile(db: Db, actor: Actor, ambassadorId: string): Promise<AmbassadorFile> {
  const file = await ambassadorFile(db, actor, ambassadorId)
  allow(canKeep(file.place), 'ambassador.keep')
  return file
}

/** A file of one's own; the keepers who see it may not act in its person's place. */
export async function ownFile(db: Db, actor: Actor, ambassadorId: string): Promise<AmbassadorFile> {
  const file = await ambassadorFile(db, actor, ambassadorId)
  allow(file.own, 'ambassador.own')
  return file
}
