import { placeOf, type Place, takePlace } from '#features/communities/server/commands/places.ts'
import { claimPerson } from '#features/people/server/commands.ts'
import { findIdentity, type Identity } from '#features/people/server/queries.ts'
import { openSession, setPassword } from '#features/sessions/server/commands.ts'
import { guess } from '#features/sessions/server/guesses.ts'
import type { Body } from '#platform/contract/endpoint.ts'
import type { Actor } from '#platform/server/actor.ts'
import type { HttpFacts } from '#platform/server/app.ts'
import { type Database, type Db, sql, type Trx } from '#platform/server/db.ts'
import { conflict, forbidden, Refusal } from '#platform/server/errors.ts'
import type { enter as contract, Recognition } from '../../contract.ts'
import {
  type DoorRow,
  type Expected,
  findDoor,
  findExpected,
  nobodyExpected,
  noSuchCode,
} from '../queries/entry.ts'
import { noteWrongCode, refuseUnderAlarm } from './alarm.ts'
import { answerInvitation } from './follow-up.ts'

/** Reads behind a door; a wrong code is counted against the address, and slows it down. */
export async function atTheDoor<T>(
  database: Database,
  address: string,
  look: (db: Db) => Promise<T>,
): Promise<T> {
  await refuseUnderAlarm(database.db, address)
  const found = await guess(database, { address }, () => orNull(look(database.db), 'entry.not_found'))
  if (found !== null) return found
  await noteWrongCode(database, address)
  throw noSuchCode()
}

/** With a shared code: who is expected under this number and name. Guesses at one number are few, from anywhere. */
export async function recognise(
  database: Database,
  address: string,
  code: string,
  who: Recognition,
): Promise<Expected> {
  await atTheDoor(database, address, (db) => sharedDoor(db, code))
  const account = `expected:${who.staffNumber.trim().toLowerCase()}`
  const found = await guess(database, { account, address }, () =>
    orNull(findExpected(database.db, who), 'entry.unknown_person'),
  )
  if (found === null) throw nobodyExpected()
  return found
}

async function sharedDoor(db: Db, code: string): Promise<DoorRow> {
  const door = await findDoor(db, code)
  if (door.kind !== 'shared') throw noSuchCode()
  return door
}

async function orNull<T>(work: Promise<T>, refusal: string): Promise<T | null> {
  try {
    return await work
  } catch (error) {
    if (error instanceof Refusal && error.code === refusal) return null
    throw error
  }
}

/** Somebody expected comes in: account, password, session, seat, in one transaction. */
export async function enter(database: Database, http: HttpFacts, code: string, wish: Body<typeof contract>) {
  const door = await atTheDoor(database, http.ip, (db) => findDoor(db, code))
  const memberId = door.memberId ?? (await recogniseAt(database, http.ip, code, wish.person)).id
  const person = await findIdentity(database.db, memberId)
  if (!person || person.status === 'closed') throw noSuchCode()
  return database.transaction((trx) => comeIn(trx, http, code, person, wish.password))
}

function recogniseAt(database: Database, address: string, code: string, person: Recognition | undefined) {
  if (!person) throw nobodyExpected()
  return recognise(database, address, code, person)
}

async function comeIn(
  trx: Trx,
  http: HttpFacts,
  code: string,
  person: Identity,
  password: string | undefined,
) {
  // Locked: of two who hold the same code at the same moment, one comes in.
  const door = await findDoor(trx, code, { lock: true })
  if (!(await claimPerson(trx, person.id)))
    throw door.kind === 'personal' ? conflict('entry.has_account') : nobodyExpected()
  if (password !== undefined) await setPassword(trx, person.id, password)
  const state = await takeSeat(trx, door, person.id)
  await openSession(trx, person.id, http)
  return { spaceId: door.spaceId, memberId: person.id, state }
}

/** A seat, or a turn on the waiting list of a full community: the account opens either way. */
async function takeSeat(trx: Trx, door: DoorRow, memberId: string): Promise<Place> {
  await trx.run(sql`update codes set uses = uses + 1 where id = ${door.id}`)
  const state = await takePlace(trx, door.spaceId, memberId, 'invitation')
  // Seated by hand before they ever came: no seat was given just now, yet the invitation is answered.
  await answerInvitation(trx, door.spaceId, memberId)
  return state
}

/** With an account, a code gives a seat. A personal one is for its person. */
export async function takeOwnSeat(database: Database, actor: Actor, address: string, code: string) {
  const before = await atTheDoor(database, address, (db) => findDoor(db, code))
  if (before.memberId !== null && before.memberId !== actor.id) throw conflict('entry.other_person')
  // A poster speaks to the house; people from outside are invited by name.
  if (before.kind === 'shared' && actor.outside) throw forbidden('entry.shared.forbidden')
  return database.transaction(async (trx) => {
    const door = await findDoor(trx, code, { lock: true })
    const before = await placeOf(trx, door.spaceId, actor.id)
    return { spaceId: door.spaceId, state: before ?? (await takeSeat(trx, door, actor.id)) }
  })
}
