import { v7 as uuid7 } from 'uuid'
import type { Actor } from '#platform/server/actor.ts'
import { insertOnce, sql, type Trx } from '#platform/server/db.ts'
import { tell } from '#platform/server/emit.ts'
import { allow, conflict, invalid, notFound } from '#platform/server/errors.ts'
import { enqueue, forgetJob } from '#platform/server/jobs.ts'
import { words } from '#platform/server/words.ts'
import { notifyNews } from '#features/notifications/server/offers.ts'
import { canPublish, readersAmong, seatIn } from '#features/spaces/server/policy.ts'
import { workshopIn } from '#features/sharing/server/policy.ts'
import type { Slot, SlotChange, SlotDraft } from '../../contract.ts'
import { instantOf } from '../../rules/clock.ts'
import { isReminded, mayMove, type SlotState, usualChannel } from '../../rules/states.ts'
import { actorOf, calendarIn, canMove, canShape, shapersOf, slotPlace, type SlotPlace } from '../policy.ts'
import { lackOf } from '../post-of-slot.ts'
import { clockOf } from '../queries/settings.ts'
import { findSlot } from '../queries/slots.ts'

/** Wakes the calendars that show drafts; nothing is said, screens look again. */
export const NOTICE = 'editorial'

export async function tellShapers(trx: Trx, spaceId: string, others: (string | null)[] = []): Promise<void> {
  const ids = [...(await shapersOf(trx, spaceId)), ...others.filter((id) => id !== null)]
  tell(trx, [...new Set(ids)], NOTICE)
}

/** A slot of somebody who animates; for other features too (the cockpit, a proposal ahead of a dip). */
export async function placeSlot(trx: Trx, actor: Actor, id: string, draft: SlotDraft): Promise<Slot> {
  allow(canShape(await calendarIn(trx, actor, draft.spaceId)), 'calendar.shape')
  const placeId = draft.placeId ?? draft.spaceId
  await refusePlace(trx, actor, draft.spaceId, placeId)
  const ownerId = draft.ownerId === undefined ? actor.id : draft.ownerId
  await refuseOwner(trx, draft.spaceId, placeId, ownerId)
  await refuseTheme(trx, draft.spaceId, draft.themeId)
  const kind = draft.kind ?? 'post'
  const when = await whenOf(trx, draft.day ?? null, draft.minutes ?? null)
  const isNew = await insertOnce(trx, 'editorial_slots', {
    id,
    space_id: draft.spaceId,
    place_id: placeId,
    kind,
    channel: draft.channel ?? usualChannel(kind),
    post_kind: draft.postKind ?? 'message',
    theme_id: draft.themeId ?? null,
    title: draft.title.trim(),
    brief: draft.brief?.trim() ?? '',
    ...when,
    owner_id: ownerId,
    starter_key: draft.starterKey ?? null,
    post_id: uuid7(),
    created_by: actor.id,
  })
  if (isNew) {
    await tellShapers(trx, draft.spaceId, [ownerId])
    await tellOwner(trx, actor, { id, spaceId: draft.spaceId, title: draft.title.trim() }, ownerId)
  }
  const slot = await findSlot(trx, actor, id)
  if (slot.spaceId !== draft.spaceId) throw conflict('slot.elsewhere')
  return slot
}

/** Somebody in whose name it will be said learns it, with the way to it. */
async function tellOwner(
  trx: Trx,
  actor: Actor,
  slot: { id: string; spaceId: string; title: string },
  ownerId: string | null,
): Promise<void> {
  if (!ownerId || ownerId === actor.id) return
  await notifyNews(
    trx,
    [
      {
        memberId: ownerId,
        says: (language) => words(language)('editorial.news.given', { title: slot.title }),
        path: `/communautes/${slot.spaceId}/calendrier/${slot.id}`,
      },
    ],
    { spaceId: slot.spaceId, actorId: actor.id },
  )
}

/** Nine o'clock unless told: a slot with a day has an hour, and both make its instant. */
async function whenOf(trx: Trx, day: string | null, minutes: number | null) {
  if (!day) return { day: null, minutes, at: null }
  const { timeZone } = await clockOf(trx)
  const time = minutes ?? USUAL_MINUTES
  return { day, minutes: time, at: instantOf(day, time, timeZone).toISOString() }
}
const USUAL_MINUTES = 540

/** The community itself, or a group of it that the actor may read. */
export async function refusePlace(trx: Trx, actor: Actor, spaceId: string, placeId: string): Promise<void> {
  const seat = await seatIn(trx, actor, placeId)
  if (placeId !== spaceId && seat.parentId !== spaceId) throw invalid('slot.place', { field: 'placeId' })
}

/** Somebody of the community who may read the place. */
export async function refuseOwner(
  trx: Trx,
  spaceId: string,
  placeId: string,
  ownerId: string | null,
): Promise<void> {
  if (!ownerId) return
  const seated = await trx.row(
    sql`select 1 from seats where space_id = ${spaceId} and member_id = ${ownerId}`,
  )
  const [reads] = seated ? await readersAmong(trx, placeId, [ownerId]) : []
  if (!reads) throw invalid('slot.owner', { field: 'ownerId' })
}

export async function refuseTheme(
  trx: Trx,
  spaceId: string,
  themeId: string | null | undefined,
): Promise<void> {
  if (!themeId) return
  const theme = await trx.row(
    sql`select 1 from editorial_themes where id = ${themeId} and space_id = ${spaceId}`,
  )
  if (!theme) throw notFound('theme.not_found', { field: 'themeId' })
}

/** Moves it or changes what it is. Its owner chooses its day, title and kind of post; the rest is for those who animate. */
export async function changeSlot(trx: Trx, actor: Actor, id: string, change: SlotChange): Promise<Slot> {
  const slot = await slotPlace(trx, actor, id, true)
  allow(canMove(slot), 'slot.move')
  const shaping = ['kind', 'channel', 'placeId', 'ownerId', 'themeId', 'kitId', 'turnId'] as const
  if (shaping.some((field) => change[field] !== undefined)) allow(canShape(slot.place), 'calendar.shape')
  if (slot.state === 'published') throw conflict('slot.published')
  if (slot.state === 'held') throw conflict('slot.held')
  const { spaceId } = slot.place
  const placeId = change.placeId ?? slot.placeId
  const ownerId = change.ownerId === undefined ? slot.ownerId : change.ownerId
  if (change.placeId !== undefined) await refusePlace(trx, actor, spaceId, placeId)
  if (change.placeId !== undefined || change.ownerId !== undefined)
    await refuseOwner(trx, spaceId, placeId, ownerId)
  await refuseTheme(trx, spaceId, change.themeId)
  await refuseLinks(trx, spaceId, change)
  const moves = change.day !== undefined || change.minutes !== undefined
  const day = change.day === undefined ? slot.day : change.day
  const when = await whenOf(trx, day, change.minutes === undefined ? slot.minutes : change.minutes)
  await trx.run(sql`
    update editorial_slots set day = ${when.day}::date, minutes = ${when.minutes}::int, at = ${when.at}::timestamptz,
      place_id = ${placeId}, owner_id = ${ownerId}, kind = coalesce(${change.kind ?? null}::text, kind),
      channel = coalesce(${change.channel ?? null}::text, channel), post_kind = coalesce(${change.postKind ?? null}::text, post_kind),
      theme_id = case when ${change.themeId !== undefined}::boolean then ${change.themeId ?? null}::uuid else theme_id end,
      title = coalesce(${change.title?.trim() ?? null}::text, title), brief = coalesce(${change.brief?.trim() ?? null}::text, brief),
      state = case when state = 'scheduled' and ${when.at === null || ownerId === null}::boolean then 'ready' else state end,
      kit_id = case when ${change.kitId !== undefined}::boolean then ${change.kitId ?? null}::uuid else kit_id end,
      turn_id = case when ${change.turnId !== undefined}::boolean then ${change.turnId ?? null}::uuid else turn_id end,
      reminded_at = case when ${moves}::boolean then null else reminded_at end,
      failure = case when ${moves}::boolean then null else failure end
    where id = ${id}`)
  if (slot.state === 'scheduled') await reschedule(trx, actor, id)
  if (ownerId !== slot.ownerId) await tellOwner(trx, actor, { id, spaceId, title: slot.title }, ownerId)
  await tellShapers(trx, spaceId, [slot.ownerId, ownerId])
  return findSlot(trx, actor, id)
}

/** After a change, its job follows it: another hour, or none. */
async function reschedule(trx: Trx, actor: Actor, id: string): Promise<void> {
  const slot = await slotPlace(trx, actor, id)
  if (slot.state !== 'scheduled') return forgetJob(trx, jobKey(id))
  // Reminded already, and not moved: only what it is changes.
  if (slot.at && Date.parse(slot.at) <= Date.now() && isReminded(slot.kind)) return
  await refuseSchedule(trx, slot)
  await enqueue(trx, PUBLISH, { slotId: id }, { key: jobKey(id), runAt: String(slot.at) })
}

export const PUBLISH = 'publish-slot'
export const jobKey = (slotId: string) => `slot ${slotId}`

export async function moveSlot(trx: Trx, actor: Actor, id: string, to: SlotState): Promise<Slot> {
  const slot = await slotPlace(trx, actor, id, true)
  allow(canMove(slot), 'slot.move')
  if (slot.state !== to) {
    if (slot.state === 'published') throw conflict('slot.published')
    if (!mayMove(slot.state, to)) throw conflict('slot.step')
    if (to === 'held') refuseHeld(slot)
    if (to === 'ready') refuseLack(slot)
    if (to === 'scheduled') await refuseSchedule(trx, slot)
    await trx.run(sql`
      update editorial_slots set state = ${to}, failure = null, failed_at = null,
        reminded_at = case when ${to} = 'held' then reminded_at end,
        pen_id = case when ${to} = 'dropped' then null else pen_id end where id = ${id}`)
    if (to === 'scheduled')
      await enqueue(trx, PUBLISH, { slotId: id }, { key: jobKey(id), runAt: String(slot.at) })
    else if (slot.state === 'scheduled') await forgetJob(trx, jobKey(id))
    await tellShapers(trx, slot.place.spaceId, [slot.ownerId])
  }
  const after = await findSlot(trx, actor, id)
  return after
}

/** Said by somebody, once its hour has come, of what the calendar does not do by itself. */
function refuseHeld(slot: SlotPlace): void {
  if (!isReminded(slot.kind)) throw conflict('slot.step')
  if (!slot.at || Date.parse(slot.at) > Date.now()) throw conflict('slot.not_yet')
}

/** A kit and a turn of a programme of this community. */
async function refuseLinks(
  trx: Trx,
  spaceId: string,
  { kitId, turnId }: Pick<SlotChange, 'kitId' | 'turnId'>,
): Promise<void> {
  const kit =
    kitId &&
    (await trx.row<{ state: string }>(sql`
      select k.state from share_kits k join programmes g on g.id = k.programme_id
      where k.id = ${kitId} and g.space_id = ${spaceId}`))
  if (kitId && !kit) throw invalid('slot.kit', { field: 'kitId' })
  if (kit && kit.state === 'ended') throw conflict('kit.over', { field: 'kitId' })
  const turn =
    turnId &&
    (await trx.row(sql`
      select 1 from turns t join programmes g on g.id = t.programme_id
      where t.id = ${turnId} and g.space_id = ${spaceId}`))
  if (turnId && !turn) throw invalid('slot.turn', { field: 'turnId' })
}

/** The kit that opens at the hour of a share: chosen, with words to share, and its owner may open it. */
async function refuseKit(trx: Trx, slot: SlotPlace): Promise<void> {
  if (!slot.kitId) throw invalid('slot.kit_missing', { field: 'kitId' })
  const kit = await trx.row<{ state: string; texts: number }>(sql`
    select state, (select count(*)::int from share_variants where kit_id = ${slot.kitId}) as texts
    from share_kits where id = ${slot.kitId}`)
  if (!kit?.texts) throw invalid('kit.no_text', { field: 'kitId' })
  if (kit.state === 'ended') throw conflict('kit.over', { field: 'kitId' })
  const owner = slot.ownerId ? await actorOf(trx, slot.ownerId) : null
  const opens = owner && (await workshopIn(trx, owner, slot.kitId).catch(() => null))
  if (!opens) throw conflict('slot.owner_kit', { field: 'ownerId' })
}

function refuseLack(slot: SlotPlace): void {
  const lack = slot.kind === 'post' ? lackOf(slot) : null
  if (lack) throw invalid(lack.code, { field: lack.field, values: { limit: lack.limit, count: lack.limit } })
}

/** An hour to come, an owner who may speak there, and a text that is whole. */
async function refuseSchedule(trx: Trx, slot: SlotPlace): Promise<void> {
  if (!slot.at) throw invalid('slot.day_missing', { field: 'day' })
  if (!slot.ownerId) throw invalid('slot.owner_missing', { field: 'ownerId' })
  if (Date.parse(slot.at) <= Date.now()) throw invalid('slot.past', { field: 'day' })
  if (slot.kind === 'share') return refuseKit(trx, slot)
  if (slot.kind !== 'post') return
  refuseLack(slot)
  const owner = await actorOf(trx, slot.ownerId)
  const seat = owner && (await seatIn(trx, owner, slot.placeId).catch(() => null))
  if (!seat || !canPublish(seat) || seat.readOnly) throw conflict('slot.owner_silent')
}
