import { insertOnce, sql, type Trx } from '#platform/server/db.ts'
import type { Actor } from '#platform/server/actor.ts'
import { conflict, notFound } from '#platform/server/errors.ts'
import { undoContribution } from '#features/contributions/server/commands/ledger.ts'
import type { Mission } from '../../contract.ts'
import { missionFor } from '../policy.ts'
import { findMission } from '../queries/one.ts'
import { bringBack, placeOf } from './places.ts'

/** In one tap: the place is taken and brought back at once. Several teams make several relays. */
export async function setRelay(
  trx: Trx,
  actor: Actor,
  id: string,
  relayId: string,
  { people, answer = '' }: { people: number; answer?: string },
): Promise<Mission> {
  const before = await missionFor(trx, actor, id)
  if (before.facts.kind !== 'relay') throw conflict('mission.not_relay')
  if (before.facts.state !== 'open') throw conflict('mission.not_open')
  const takingId = await placeOf(trx, actor, id)
  const fresh = await insertOnce(trx, 'relays', {
    id: relayId,
    taking_id: takingId,
    people,
    answer: answer.trim(),
  })
  if (!fresh) {
    const count = await trx.run(
      sql`update relays set people = ${people}, answer = ${answer.trim()} where id = ${relayId} and taking_id = ${takingId}`,
    )
    if (count === 0) throw conflict('mission.relay_elsewhere')
  }
  await bringBack(trx, actor, await missionFor(trx, actor, id), { words: '', link: '', named: false })
  return findMission(trx, actor, id)
}

/** Taken back, as if it had not been said; with the last one the place is free again, unless thanks were given for it. */
export async function removeRelay(trx: Trx, actor: Actor, id: string, relayId: string): Promise<Mission> {
  const { facts } = await missionFor(trx, actor, id)
  const count = await trx.run(sql`
    delete from relays r using mission_takings t
    where r.id = ${relayId} and t.id = r.taking_id and t.mission_id = ${id} and t.member_id = ${actor.id}`)
  if (count === 0) throw notFound('mission.no_relay')
  const undone = await trx.run(sql`
    delete from mission_takings t where t.id = ${facts.takingId} and t.thanked_at is null
      and not exists (select 1 from relays r where r.taking_id = t.id)`)
  if (undone > 0)
    await undoContribution(trx, {
      programmeId: facts.programmeId,
      memberId: actor.id,
      sourceKind: 'mission',
      sourceId: id,
    })
  return findMission(trx, actor, id)
}
