import type { Actor } from '#platform/server/actor.ts'
import { insertOnce, sql, type Trx } from '#platform/server/db.ts'
import { allow, conflict, invalid, notFound } from '#platform/server/errors.ts'
import { words } from '#platform/server/words.ts'
import { done, type Language } from '#platform/contract/schema.ts'
import { findNetwork } from '#features/network/server/queries.ts'
import { notifyNews } from '#features/notifications/server/offers.ts'
import { canKeep, placeIn } from '#features/programme/server/policy.ts'
import { callOf, servingAs, slotRow, type SlotRow } from '../policy.ts'
import { lockWay, settle } from './progress.ts'

const LOCALE = { fr: 'fr-FR', en: 'en-GB' } as const

/** One keeper's own diary changes one act at a time: no two times of theirs overlap. */
const lockDiary = (trx: Trx, leadId: string) =>
  trx.row(sql`select pg_advisory_xact_lock(hashtextextended(${`call slots ${leadId}`}, 0))`)

export async function offerSlot(
  trx: Trx,
  actor: Actor,
  id: string,
  draft: { programmeId: string; startsAt: string; minutes: number; place?: string },
) {
  allow(canKeep(await placeIn(trx, actor, draft.programmeId)), 'slot.offer')
  await lockDiary(trx, actor.id)
  const known = await slotRow(trx, id)
  if (known && (known.leadId !== actor.id || known.programmeId !== draft.programmeId))
    throw notFound('slot.not_found')
  const startsAt = new Date(draft.startsAt)
  const endsAt = new Date(startsAt.getTime() + draft.minutes * 60_000)
  const place = draft.place?.trim() ?? ''
  const same =
    known &&
    new Date(known.startsAt).getTime() === startsAt.getTime() &&
    new Date(known.endsAt).getTime() === endsAt.getTime() &&
    known.place === place
  if (same) return done
  if (known?.withdrawnAt) throw notFound('slot.not_found')
  if (known?.ambassadorId) throw conflict('slot.booked')
  if (startsAt.getTime() <= Date.now()) throw invalid('slot.past', { field: 'startsAt' })
  const overlapping = await trx.row(sql`
    select 1 from call_slots where lead_id = ${actor.id} and withdrawn_at is null and id <> ${id}
      and starts_at < ${endsAt.toISOString()} and ends_at > ${startsAt.toISOString()}`)
  if (overlapping) throw conflict('slot.overlap', { field: 'startsAt' })
  await insertOnce(trx, 'call_slots', {
    id,
    programme_id: draft.programmeId,
    lead_id: actor.id,
    starts_at: startsAt.toISOString(),
    ends_at: endsAt.toISOString(),
    place,
  })
  if (known)
    await trx.run(sql`
      update call_slots set starts_at = ${startsAt.toISOString()}, ends_at = ${endsAt.toISOString()}, place = ${place} where id = ${id}`)
  return done
}

/** Taken back by whoever offered it; the person who had booked it learns of it, and chooses another. */
export async function withdrawSlot(trx: Trx, actor: Actor, id: string) {
  const slot = await slotRow(trx, id, true)
  if (!slot || slot.leadId !== actor.id) throw notFound('slot.not_found')
  if (slot.withdrawnAt) return done
  if (slot.heldAt) throw conflict('slot.held')
  await trx.run(sql`update call_slots set withdrawn_at = now() where id = ${id}`)
  if (slot.memberId) await tellOfCall(trx, actor, slot, slot.memberId, 'journeys.news.slotWithdrawn')
  return done
}

/** Two people may ask for the same time at the same moment: the first has it. */
export async function bookSlot(trx: Trx, actor: Actor, id: string) {
  const found = await slotRow(trx, id)
  if (!found) throw notFound('slot.not_found')
  const place = await placeIn(trx, actor, found.programmeId).catch(() => {
    throw notFound('slot.not_found')
  })
  const ambassadorId = servingAs(place)
  await lockWay(trx, ambassadorId)
  const slot = await slotRow(trx, id, true)
  if (!slot || slot.withdrawnAt) throw notFound('slot.not_found')
  if (slot.ambassadorId === ambassadorId) return done
  if (slot.ambassadorId) throw conflict('slot.taken')
  if (slot.leadId === actor.id) throw conflict('slot.own')
  if (new Date(slot.startsAt).getTime() <= Date.now()) throw conflict('slot.gone')
  const moved = await giveBack(trx, ambassadorId)
  // What was noted with somebody who gave it back is between those two: it is not there for the next.
  await trx.run(sql`delete from call_notes where slot_id = ${id}`)
  await trx.run(
    sql`update call_slots set ambassador_id = ${ambassadorId}, booked_at = now() where id = ${id}`,
  )
  for (const before of moved.filter((one) => one.leadId !== slot.leadId))
    await tellOfCall(trx, actor, before, before.leadId, 'journeys.news.slotGivenBack')
  await tellOfCall(trx, actor, slot, slot.leadId, 'journeys.news.slotBooked')
  return done
}

const giveBack = (
  trx: Trx,
  ambassadorId: string,
): Promise<{ leadId: string; programmeId: string; startsAt: string }[]> =>
  trx.rows(sql`
    update call_slots set ambassador_id = null, booked_at = null
    where ambassador_id = ${ambassadorId} and held_at is null and withdrawn_at is null
    returning lead_id as "leadId", programme_id as "programmeId", starts_at as "startsAt"`)

export async function cancelBooking(trx: Trx, actor: Actor, id: string) {
  const slot = await callOf(trx, actor, id)
  allow(slot.memberId === actor.id, 'slot.cancel')
  const ambassadorId = slot.ambassadorId ?? ''
  await lockWay(trx, ambassadorId)
  if (slot.heldAt) throw conflict('slot.held')
  const given = await giveBack(trx, ambassadorId)
  if (given.length > 0) await tellOfCall(trx, actor, slot, slot.leadId, 'journeys.news.slotGivenBack')
  return done
}

/** For departures: times still ahead are free again. */
export const freeSlots = (trx: Trx, ambassadorId: string) => giveBack(trx, ambassadorId)

/** Whoever offered it says so; two people may well have called each other before the hour. */
export async function holdCall(trx: Trx, actor: Actor, id: string) {
  const slot = await callOf(trx, actor, id)
  allow(slot.leadId === actor.id, 'slot.hold')
  if (!slot.ambassadorId || slot.withdrawnAt) throw conflict('slot.nobody')
  await lockWay(trx, slot.ambassadorId)
  await trx.run(sql`update call_slots set held_at = coalesce(held_at, now()) where id = ${id}`)
  await settle(trx, actor, slot.ambassadorId)
  return done
}

export async function writeCallNote(
  trx: Trx,
  actor: Actor,
  id: string,
  { slotId, body }: { slotId: string; body: string },
) {
  await callOf(trx, actor, slotId)
  const isNew = await insertOnce(trx, 'call_notes', {
    id,
    slot_id: slotId,
    author_id: actor.id,
    body: body.trim(),
  })
  if (isNew) return done
  const changed = await trx.run(
    sql`update call_notes set body = ${body.trim()} where id = ${id} and author_id = ${actor.id} and slot_id = ${slotId}`,
  )
  if (changed === 0) throw notFound('note.not_found')
  return done
}

export async function dropCallNote(trx: Trx, actor: Actor, id: string) {
  const dropped = await trx.run(sql`delete from call_notes where id = ${id} and author_id = ${actor.id}`)
  if (dropped === 0) throw notFound('note.not_found')
  return done
}

async function tellOfCall(
  trx: Trx,
  actor: Actor,
  slot: Pick<SlotRow, 'programmeId' | 'startsAt'>,
  memberId: string,
  key: string,
): Promise<void> {
  const { timeZone } = await findNetwork(trx)
  const name = await nameOf(trx, actor.id)
  const at = (language: Language) =>
    new Intl.DateTimeFormat(LOCALE[language], {
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      hour: '2-digit',
      minute: '2-digit',
      timeZone,
    }).format(new Date(slot.startsAt))
  await notifyNews(
    trx,
    [
      {
        memberId,
        says: (language) => words(language)(key, { name, at: at(language) }),
        path: `/programmes/${slot.programmeId}/parcours${key === 'journeys.news.slotWithdrawn' ? '' : '/appels'}`,
      },
    ],
    { spaceId: null, actorId: actor.id },
  )
}

export async function nameOf(trx: Trx, memberId: string): Promise<string> {
  const row = await trx.row<{ name: string }>(
    sql`select given_name || ' ' || family_name as name from members where id = ${memberId}`,
  )
  return row?.name ?? ''
}
