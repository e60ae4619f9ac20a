import { v7 as uuid7 } from 'uuid'
import type { Body } from '#platform/contract/endpoint.ts'
import type { Actor } from '#platform/server/actor.ts'
import { audit } from '#platform/server/audit.ts'
import { sql, type Trx } from '#platform/server/db.ts'
import { emit } from '#platform/server/emit.ts'
import { allow, conflict, invalid } from '#platform/server/errors.ts'
import { done } from '#platform/contract/schema.ts'
import { words } from '#platform/server/words.ts'
import { connectionsAmong } from '#features/publishing/server/queries/connections.ts'
import {
  type planTurns as planEndpoint,
  rosterChanged,
  type setRoster as setEndpoint,
} from '../../contract.ts'
import { mondayFrom } from '../../rules/days.ts'
import { fairRoster, slotsFrom } from '../../rules/rotation.ts'
import { candidatesOf } from '../gate.ts'
import { canShape, type RosterPlace, rosterPlace, turnPlace } from '../policy.ts'
import { rosterOf } from '../queries/roster.ts'
import { changeHolder, lockTurn, tellProposed } from './holding.ts'

export const stir = (trx: Trx, actor: Actor | null, place: { programmeId: string; spaceId: string }) =>
  emit(trx, actor, rosterChanged, place.spaceId, { programmeId: place.programmeId })

async function shaping(trx: Trx, actor: Actor, programmeId: string): Promise<RosterPlace> {
  const place = await rosterPlace(trx, actor, programmeId)
  allow(canShape(place), 'roster')
  await trx.run(sql`
    insert into rosters (programme_id, space_id) values (${programmeId}, ${place.spaceId}) on conflict do nothing`)
  await trx.row(sql`select 1 from rosters where programme_id = ${programmeId} for update`)
  return place
}

export async function setRoster(trx: Trx, actor: Actor, programmeId: string, body: Body<typeof setEndpoint>) {
  const place = await shaping(trx, actor, programmeId)
  if (body.days !== undefined)
    await trx.run(sql`update rosters set days = ${body.days} where programme_id = ${programmeId}`)
  if (body.code !== undefined) {
    // Ours, left as it was: each reads it in their own language.
    const ours = words(actor.language)('turns.code.ours').trim()
    const code = body.code.trim() === ours ? '' : body.code.trim()
    await trx.run(sql`
      update rosters set code = ${code}, code_version = code_version + case when code <> ${code} then 1 else 0 end
      where programme_id = ${programmeId}`)
  }
  if (body.onDuty) await setOnDuty(trx, place, body.onDuty)
  if (body.connectionIds) await setVoices(trx, place, [...new Set(body.connectionIds)])
  await audit(trx, actor, 'roster.set', { kind: 'programme', id: programmeId })
  await stir(trx, actor, place)
  return rosterOf(trx, actor, programmeId)
}

async function setOnDuty(
  trx: Trx,
  place: RosterPlace,
  onDuty: NonNullable<Body<typeof setEndpoint>['onDuty']>,
) {
  const link = onDuty.link.trim()
  if (link && !/^(https:\/\/|tel:|mailto:)/.test(link))
    throw invalid('roster.on_duty_link', { field: 'link' })
  const phone = onDuty.phone.trim()
  if (phone && !/^[+\d][\d\s().-]{3,}$/.test(phone)) throw invalid('roster.phone', { field: 'phone' })
  if (onDuty.memberId) {
    const seated = await trx.row(sql`
      select 1 from seats where space_id = ${place.spaceId} and member_id = ${onDuty.memberId}`)
    if (!seated) throw invalid('roster.on_duty', { field: 'memberId' })
  }
  await trx.run(sql`
    update rosters set on_duty_id = ${onDuty.memberId ?? null}, on_duty_name = ${onDuty.name.trim()}, on_duty_phone = ${phone},
      on_duty_link = ${link}, on_duty_hours = ${onDuty.hours.trim()} where programme_id = ${place.programmeId}`)
}

async function setVoices(trx: Trx, place: RosterPlace, ids: string[]) {
  const own = (await connectionsAmong(trx, ids)).filter(
    (one) => one.spaceId === place.spaceId && one.state !== 'closed',
  )
  if (own.length !== ids.length) throw invalid('roster.account', { field: 'connectionIds' })
  await trx.run(sql`
    delete from roster_accounts where programme_id = ${place.programmeId} and connection_id <> all(${ids}::uuid[])`)
  for (const [position, id] of ids.entries())
    await trx.run(sql`
      insert into roster_accounts (programme_id, connection_id, position) values (${place.programmeId}, ${id}, ${position})
      on conflict (programme_id, connection_id) do update set position = excluded.position`)
}

/** Further turns, shared out fairly among those through the gate; what nobody can take stays open and shows. */
export async function planTurns(
  trx: Trx,
  actor: Actor,
  programmeId: string,
  body: Body<typeof planEndpoint>,
) {
  const place = await shaping(trx, actor, programmeId)
  const facts = await trx.row<{ days: number; after: string | null; previous: string | null }>(sql`
    select r.days, (select max(t.ends_on) + 1 from turns t where t.programme_id = r.programme_id and t.ends_on >= ${place.today}) as after,
      (select t.member_id from turns t where t.programme_id = r.programme_id order by t.starts_on desc limit 1) as previous
    from rosters r where r.programme_id = ${programmeId}`)
  const days = facts?.days ?? 7
  const start = body.startsOn ?? facts?.after ?? (days % 7 === 0 ? mondayFrom(place.today) : place.today)
  if (start < place.today) throw invalid('turn.past', { field: 'startsOn' })
  const slots = slotsFrom(start, days, body.turns)
  const last = slots.at(-1)
  const clash = await trx.row(sql`
    select 1 from turns where programme_id = ${programmeId} and ends_on >= ${start} and starts_on <= ${last?.endsOn ?? start} limit 1`)
  if (clash) throw conflict('turn.clash')
  const { candidates } = await candidatesOf(trx, place)
  const chosen = fairRoster(slots, candidates, facts?.previous ?? null)
  for (const [index, slot] of slots.entries()) {
    const memberId = chosen[index] ?? null
    const id = uuid7()
    await trx.run(sql`
      insert into turns (id, programme_id, starts_on, ends_on, member_id, state)
      values (${id}, ${programmeId}, ${slot.startsOn}, ${slot.endsOn}, ${memberId}, ${memberId ? 'proposed' : 'open'})`)
    if (memberId) await tellProposed(trx, actor, place, id)
  }
  await stir(trx, actor, place)
  return rosterOf(trx, actor, programmeId)
}

/** As it is now: somebody may have taken it, or given it back, since it was looked at. */
async function held(trx: Trx, actor: Actor, turnId: string) {
  await lockTurn(trx, turnId)
  return turnPlace(trx, actor, turnId)
}

/** A turn is proposed to somebody, who says yes or no; nobody is put down for one. */
export async function giveTurn(trx: Trx, actor: Actor, turnId: string, memberId: string | null) {
  const { programmeId } = await turnPlace(trx, actor, turnId)
  const place = await shaping(trx, actor, programmeId)
  const turn = await held(trx, actor, turnId)
  if (turn.when === 'past') throw invalid('turn.over')
  if (memberId !== null && memberId !== turn.memberId) {
    const { candidates } = await candidatesOf(trx, place)
    if (!candidates.some((one) => one.memberId === memberId))
      throw invalid('turn.not_ready', { field: 'memberId' })
  }
  if (memberId !== turn.memberId) {
    await changeHolder(trx, turn, memberId, memberId === actor.id ? 'confirmed' : 'proposed')
    if (memberId) await tellProposed(trx, actor, place, turnId)
    await stir(trx, actor, place)
  }
  return rosterOf(trx, actor, turn.programmeId)
}

/** Two turns ahead exchange their holders; each is told of their new week and says yes again. */
export async function moveTurn(trx: Trx, actor: Actor, turnId: string, otherId: string) {
  const { programmeId } = await turnPlace(trx, actor, turnId)
  const place = await shaping(trx, actor, programmeId)
  for (const id of [turnId, otherId].toSorted()) await lockTurn(trx, id)
  const [turn, other] = [await turnPlace(trx, actor, turnId), await turnPlace(trx, actor, otherId)]
  if (other.programmeId !== turn.programmeId) throw invalid('turn.elsewhere')
  if (turn.when !== 'ahead' || other.when !== 'ahead') throw invalid('turn.under_way')
  if (turn.memberId === other.memberId) return rosterOf(trx, actor, turn.programmeId)
  const stateOf = (memberId: string | null) =>
    memberId === null ? 'open' : memberId === actor.id ? 'confirmed' : 'proposed'
  await changeHolder(trx, turn, other.memberId, stateOf(other.memberId))
  await changeHolder(trx, other, turn.memberId, stateOf(turn.memberId))
  if (other.memberId) await tellProposed(trx, actor, place, turnId)
  if (turn.memberId) await tellProposed(trx, actor, place, otherId)
  await stir(trx, actor, place)
  return rosterOf(trx, actor, turn.programmeId)
}

export async function removeTurn(trx: Trx, actor: Actor, turnId: string) {
  const { programmeId } = await turnPlace(trx, actor, turnId)
  const place = await shaping(trx, actor, programmeId)
  const turn = await held(trx, actor, turnId)
  if (turn.when !== 'ahead') throw invalid('turn.under_way')
  await changeHolder(trx, turn, null, 'open')
  await trx.run(sql`delete from turns where id = ${turnId}`)
  await stir(trx, actor, place)
  return done
}
