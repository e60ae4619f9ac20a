import { excerpt } from '#platform/contract/rich-text.ts'
import type { Actor } from '#platform/server/actor.ts'
import type { Database, Trx } from '#platform/server/db.ts'
import { sql } from '#platform/server/db.ts'
import { inform } from '#platform/server/emit.ts'
import { conflict, invalid, Refusal } from '#platform/server/errors.ts'
import { enqueue } from '#platform/server/jobs.ts'
import { words } from '#platform/server/words.ts'
import { notifyNews } from '#features/notifications/server/offers.ts'
import { publishPost } from '#features/posts/server/offers.ts'
import { type SlotText, slotPublished } from '../../contract.ts'
import type { PostKind } from '#features/posts/contract.ts'
import { setKitState } from '#features/sharing/server/offers.ts'
import { readersAmong } from '#features/spaces/server/policy.ts'
import { isReminded, type SlotKind } from '../../rules/states.ts'
import { actorOf, shapersOf } from '../policy.ts'
import { postOf } from '../post-of-slot.ts'
import { publishFiles } from './files.ts'
import { jobKey, PUBLISH, tellShapers } from './slots.ts'
import { pathOf } from './text.ts'

interface DueSlot {
  id: string
  spaceId: string
  placeId: string
  kind: SlotKind
  kitId: string | null
  brief: string
  postKind: PostKind
  title: string
  ownerId: string | null
  postId: string
  content: Partial<SlotText>
}

/**
 * The slot becomes its post, in the name of its owner. The row is the lock: of two workers the second finds it done;
 * moved or cancelled meanwhile, it is left alone. The id of the post was given when the slot was made.
 */
export async function publishDue(database: Database, slotId: string): Promise<void> {
  try {
    await database.transaction((trx) => publishSlot(trx, slotId))
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    await database.transaction((trx) => tellFailure(trx, slotId, error.code))
  }
}

const dueSlot = (trx: Trx, slotId: string) =>
  trx.row<DueSlot>(sql`
    select id, space_id as "spaceId", place_id as "placeId", kind, post_kind as "postKind", title, owner_id as "ownerId",
      post_id as "postId", kit_id as "kitId", brief, content from editorial_slots
    where id = ${slotId} and state = 'scheduled' and at <= now() and reminded_at is null for update`)

async function publishSlot(trx: Trx, slotId: string): Promise<void> {
  const slot = await dueSlot(trx, slotId)
  if (!slot) return
  if (isReminded(slot.kind)) return remind(trx, slot)
  const owner = slot.ownerId ? await actorOf(trx, slot.ownerId) : null
  if (slot.kind === 'share') await openKit(trx, owner, slot.kitId)
  if (slot.kind === 'post') {
    if (!owner) throw conflict('slot.owner_gone')
    await publishFiles(trx, slot.content, owner.id)
    await publishPost(trx, owner, slot.postId, postOf(slot.placeId, slot))
  }
  await trx.run(sql`
    update editorial_slots set state = 'published', published_at = now(), pen_id = null, pen_asked_by = null, failure = null
    where id = ${slotId}`)
  await inform(trx, owner, slotPublished, slot.spaceId, {
    slotId,
    postId: slot.kind === 'post' ? slot.postId : null,
    ownerId: slot.ownerId,
  })
  await tellShapers(trx, slot.spaceId, [slot.ownerId])
}

/** The kit opens to those who share, in the name of its owner; opened by hand meanwhile, it stays as it is. */
async function openKit(trx: Trx, owner: Actor | null, kitId: string | null): Promise<void> {
  if (!owner) throw conflict('slot.owner_gone')
  if (!kitId) throw invalid('slot.kit_missing')
  await setKitState(trx, owner, kitId, 'published')
}

/** Its hour has come, and it is for somebody to do: its owner is told once, and says afterwards that it was held. */
async function remind(trx: Trx, slot: DueSlot): Promise<void> {
  await trx.run(sql`update editorial_slots set reminded_at = now() where id = ${slot.id}`)
  const told = await toTell(trx, slot)
  await notifyNews(
    trx,
    told.map((memberId) => ({
      memberId,
      says: (language) =>
        words(language)(slot.brief ? 'editorial.news.hour_brief' : 'editorial.news.hour', {
          title: slot.title,
          brief: excerpt(slot.brief, BRIEF_SIGNS),
        }),
      path: pathOf({ id: slot.id, place: { spaceId: slot.spaceId } }),
    })),
    { spaceId: slot.spaceId, actorId: null },
  )
  await tellShapers(trx, slot.spaceId, [slot.ownerId])
}
const BRIEF_SIGNS = 160

/** It goes back to "ready" with the reason, and its owner learns it with the way to it. */
async function tellFailure(trx: Trx, slotId: string, code: string): Promise<void> {
  const slot = await dueSlot(trx, slotId)
  if (!slot) return
  await trx.run(
    sql`update editorial_slots set state = 'ready', failure = ${code}, failed_at = now() where id = ${slotId}`,
  )
  const told = await toTell(trx, slot)
  await notifyNews(
    trx,
    told.map((memberId) => ({
      memberId,
      says: (language) => words(language)('editorial.news.failed', { title: slot.title }),
      path: pathOf({ id: slot.id, place: { spaceId: slot.spaceId } }),
    })),
    { spaceId: slot.spaceId, actorId: null },
  )
  await tellShapers(trx, slot.spaceId, [slot.ownerId])
}

/** Its owner; when they are gone from there, those who animate the calendar and may read that place. */
async function toTell(trx: Trx, slot: DueSlot): Promise<string[]> {
  const owner = slot.ownerId ? await readersAmong(trx, slot.placeId, [slot.ownerId]) : []
  return owner.length > 0 ? owner : readersAmong(trx, slot.placeId, await shapersOf(trx, slot.spaceId))
}

/** Scheduled, its hour gone by, and no job left for it (a database restored, a worker lost for good): asked for again. */
export async function askAgain(database: Database): Promise<void> {
  await database.transaction(async (trx) => {
    const rows = await trx.rows<{ id: string }>(
      sql`select id from editorial_slots where state = 'scheduled' and reminded_at is null and at < now() - interval '2 minutes' order by at limit 100`,
    )
    for (const { id } of rows) await enqueue(trx, PUBLISH, { slotId: id }, { key: jobKey(id) })
  })
}
