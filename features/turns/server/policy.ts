import type { Actor } from '#platform/server/actor.ts'
import { type Db, sql } from '#platform/server/db.ts'
import { forbidden, notFound } from '#platform/server/errors.ts'
import { findNetwork } from '#features/network/server/queries.ts'
import {
  canKeep,
  canShape,
  placeIn,
  type ProgrammePlace,
  serves,
  takesPart,
} from '#features/programme/server/policy.ts'

export interface RosterPlace extends ProgrammePlace {
  /** The roster was set up. */
  made: boolean
  onDuty: boolean
  /** The turn of today that the actor holds. */
  holds: string | null
  timeZone: string
  today: string
}

/** The actor's place in the roster of a programme they may know of. */
export async function rosterPlace(db: Db, actor: Actor, programmeId: string): Promise<RosterPlace> {
  const place = await placeIn(db, actor, programmeId)
  const { timeZone } = await findNetwork(db)
  const row = await db.row<{ made: boolean; onDuty: boolean; holds: string | null; today: string }>(sql`
    select r.programme_id is not null as made, coalesce(r.on_duty_id = ${actor.id}, false) as "onDuty", d.today,
      (select t.id from turns t where t.programme_id = ${programmeId} and t.member_id = ${actor.id} and t.state = 'confirmed'
        and d.today between t.starts_on and t.ends_on limit 1) as holds
    from (select (now() at time zone ${timeZone})::date as today) d
    left join rosters r on r.programme_id = ${programmeId}`)
  return {
    ...place,
    made: row?.made ?? false,
    onDuty: (row?.onDuty ?? false) && place.seat.own !== null,
    holds: row?.holds ?? null,
    timeZone,
    today: row?.today ?? '',
  }
}

/** The log of incidents: the person on duty, the leads and keepers; holders read that of their own turns. */
export const readsIncidents = (place: RosterPlace) => place.onDuty || canKeep(place)
export const mayRaise = (place: RosterPlace) => place.holds !== null || readsIncidents(place)
export { canShape, canKeep, serves, takesPart }

export interface TurnPlace {
  id: string
  place: RosterPlace
  programmeId: string
  startsOn: string
  endsOn: string
  memberId: string | null
  state: 'open' | 'proposed' | 'confirmed'
  when: 'past' | 'now' | 'ahead'
  passedBy: string[]
}

/** A turn of a programme the actor may know of. */
export async function turnPlace(db: Db, actor: Actor, turnId: string): Promise<TurnPlace> {
  const row = await db.row<Omit<TurnPlace, 'place' | 'when'>>(sql`
    select id, programme_id as "programmeId", starts_on as "startsOn", ends_on as "endsOn", member_id as "memberId", state,
      passed_by as "passedBy"
    from turns where id = ${turnId}`)
  const place = row && (await rosterPlace(db, actor, row.programmeId).catch(() => null))
  if (!row || !place) throw notFound('turn.not_found')
  const when = row.endsOn < place.today ? 'past' : row.startsOn > place.today ? 'ahead' : 'now'
  return { ...row, place, when }
}

/** A turn that the actor holds; others see who holds it, and nothing of its desk. */
export async function ownTurn(db: Db, actor: Actor, turnId: string): Promise<TurnPlace> {
  const turn = await turnPlace(db, actor, turnId)
  if (turn.memberId !== actor.id || turn.state !== 'confirmed') throw forbidden('turn.not_mine')
  return turn
}
