import { v7 as uuid7 } from 'uuid'
import { checkRichText, cleanText } from '#platform/contract/rich-text.ts'
import type { Actor } from '#platform/server/actor.ts'
import { sql, type Trx } from '#platform/server/db.ts'
import { tell } from '#platform/server/emit.ts'
import { allow, conflict, invalid, notFound } from '#platform/server/errors.ts'
import { words } from '#platform/server/words.ts'
import { notifyNews } from '#features/notifications/server/offers.ts'
import { LIMITS as POST_LIMITS } from '#features/posts/rules/limits.ts'
import { readersAmong } from '#features/spaces/server/policy.ts'
import type { PenView, Person, Remark, SlotSheet, SlotText } from '../../contract.ts'
import { LIMITS } from '../../rules/limits.ts'
import { penFor } from '../../rules/pen.ts'
import { canMove, canWrite, slotPlace, type SlotPlace } from '../policy.ts'
import { findSheet, penView, person, remarksOf } from '../queries/slots.ts'
import { holdFiles, letGoOfFiles } from './files.ts'
import { NOTICE, tellShapers } from './slots.ts'

async function pen(trx: Trx, actor: Actor, id: string): Promise<PenView> {
  const row = await trx.row<{
    penId: string | null
    penAt: string | null
    holder: Person | null
    askedBy: Person | null
  }>(sql`
    select e.pen_id as "penId", e.pen_at as "penAt", ${person('holder')} as holder, ${person('asking')} as "askedBy"
    from editorial_slots e left join members holder on holder.id = e.pen_id left join members asking on asking.id = e.pen_asked_by
    where e.id = ${id}`)
  if (!row) throw notFound('slot.not_found')
  return penView(row, actor, row)
}

/** Free or silent: it is taken. Held: it is asked for, and whoever holds it learns that. */
export async function takePen(trx: Trx, actor: Actor, id: string): Promise<PenView> {
  const slot = await slotPlace(trx, actor, id, true)
  allow(canWrite(slot), 'slot.write')
  const verdict = penFor({ holderId: slot.penId, at: slot.penAt }, actor.id, Date.now())
  if (verdict === 'held') {
    if (slot.penAskedBy !== actor.id)
      await trx.run(sql`update editorial_slots set pen_asked_by = ${actor.id} where id = ${id}`)
  } else {
    await trx.run(sql`
      update editorial_slots set pen_id = ${actor.id}, pen_at = now(),
        pen_asked_by = case when pen_asked_by = ${actor.id} then null else pen_asked_by end where id = ${id}`)
  }
  if (verdict !== 'mine') await look(trx, slot)
  return pen(trx, actor, id)
}

export async function leavePen(trx: Trx, actor: Actor, id: string): Promise<PenView> {
  const slot = await slotPlace(trx, actor, id, true)
  const own = slot.penId === actor.id
  await trx.run(
    own
      ? sql`update editorial_slots set pen_id = pen_asked_by, pen_at = case when pen_asked_by is null then null else now() end,
          pen_asked_by = null where id = ${id}`
      : sql`update editorial_slots set pen_asked_by = null where id = ${id} and pen_asked_by = ${actor.id}`,
  )
  await look(trx, slot)
  return pen(trx, actor, id)
}

/** Everybody around this text looks at it again. */
async function look(trx: Trx, slot: SlotPlace): Promise<void> {
  const rows = await trx.rows<{ id: string }>(
    sql`select distinct asks_id as id from editorial_remarks where slot_id = ${slot.id} and asks_id is not null`,
  )
  tell(trx, [...rows.map((row) => row.id), ...(slot.penId ? [slot.penId] : [])], NOTICE)
  await tellShapers(trx, slot.place.spaceId, [slot.ownerId])
}

const tidy = (text: string) => cleanText(text).trim()

function readText(given: SlotText): SlotText {
  const verdict = checkRichText(given.body, { text: POST_LIMITS.text, flavour: 'full' })
  if (!verdict.ok)
    throw invalid(`rich_text.${verdict.problem}`, { field: 'content.body', values: { limit: verdict.limit } })
  return {
    ...given,
    title: cleanText(given.title).replace(/\s+/g, ' ').trim(),
    body: verdict.doc,
    ...(given.practice
      ? {
          practice: {
            concern: tidy(given.practice.concern),
            gesture: tidy(given.practice.gesture),
            gain: tidy(given.practice.gain),
          },
        }
      : {}),
    ...(given.poll
      ? {
          poll: {
            ...given.poll,
            options: given.poll.options.map(cleanText),
            closesAt: given.poll.closesAt ?? null,
          },
        }
      : {}),
    ...(given.recipients
      ? { recipients: given.recipients.map((one) => ({ ...one, label: cleanText(one.label) })) }
      : {}),
  }
}

/**
 * With the pen and on the latest edition, it is the text; otherwise it stands beside as a version: nobody's words are
 * lost, nobody's words are covered.
 */
export async function writeSlot(
  trx: Trx,
  actor: Actor,
  id: string,
  given: { content: SlotText; edition: number },
): Promise<{ kept: 'text' | 'version'; edition: number; pen: PenView }> {
  const slot = await slotPlace(trx, actor, id, true)
  allow(canWrite(slot), 'slot.write')
  const content = await holdFiles(trx, actor, id, readText(given.content))
  if (isSame(slot.content, content))
    return { kept: 'text', edition: slot.edition, pen: await pen(trx, actor, id) }
  const verdict = penFor({ holderId: slot.penId, at: slot.penAt }, actor.id, Date.now())
  const mine = verdict === 'mine' || verdict === 'free'
  if (!mine || given.edition !== slot.edition) {
    await keepVersion(trx, id, content, actor.id, null, 'late')
    await letGoOfFiles(trx, id)
    await look(trx, slot)
    return { kept: 'version', edition: slot.edition, pen: await pen(trx, actor, id) }
  }
  await replaceText(trx, actor, slot, content)
  return { kept: 'text', edition: slot.edition + 1, pen: await pen(trx, actor, id) }
}

const isSame = (before: Partial<SlotText>, after: SlotText) => canonical(before) === canonical(after)

/** The database gives keys back in an order of its own. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, own: unknown) =>
    own !== null && typeof own === 'object' && !Array.isArray(own)
      ? Object.fromEntries(Object.entries(own).sort(([one], [other]) => (one < other ? -1 : 1)))
      : own,
  )

/** What was there is kept when somebody else wrote it, or once every ten minutes of one's own writing. */
const OWN_VERSION_MS = 600_000

async function replaceText(trx: Trx, actor: Actor, slot: SlotPlace, content: SlotText): Promise<void> {
  const { id } = slot
  if (slot.writtenAt && Object.keys(slot.content).length > 0) {
    const last = await trx.row<{ at: string }>(
      sql`select max(kept_at) as at from editorial_versions where slot_id = ${id} having max(kept_at) is not null`,
    )
    const long = Date.now() - Date.parse(last?.at ?? slot.writtenAt) > OWN_VERSION_MS
    if (slot.writtenBy !== actor.id || long)
      await keepVersion(trx, id, slot.content, slot.writtenBy, slot.writtenAt, 'before')
  }
  await trx.run(sql`
    update editorial_slots set content = ${JSON.stringify(content)}::jsonb, edition = edition + 1, written_by = ${actor.id},
      written_at = now(), pen_id = ${actor.id}, pen_at = now(),
      title = case when ${content.title} <> '' then ${content.title} else title end,
      state = case when state = 'idea' then 'drafted' else state end, failure = null
    where id = ${id}`)
  await letGoOfFiles(trx, id)
  await look(trx, slot)
}

async function keepVersion(
  trx: Trx,
  slotId: string,
  content: Partial<SlotText>,
  writtenBy: string | null,
  writtenAt: string | null,
  why: 'before' | 'late',
): Promise<void> {
  await trx.run(sql`
    insert into editorial_versions (id, slot_id, content, written_by, written_at, why)
    values (${uuid7()}, ${slotId}, ${JSON.stringify(content)}::jsonb, ${writtenBy}, coalesce(${writtenAt}::timestamptz, now()), ${why})`)
  await trx.run(sql`
    delete from editorial_versions where slot_id = ${slotId} and id in (
      select id from editorial_versions where slot_id = ${slotId} order by kept_at desc, id desc offset ${LIMITS.versions})`)
}

export async function restoreVersion(
  trx: Trx,
  actor: Actor,
  id: string,
  versionId: string,
): Promise<SlotSheet> {
  const slot = await slotPlace(trx, actor, id, true)
  allow(canWrite(slot), 'slot.write')
  const version = await trx.row<{ content: SlotText }>(
    sql`select content from editorial_versions where id = ${versionId} and slot_id = ${id}`,
  )
  if (!version) throw notFound('version.not_found')
  if (penFor({ holderId: slot.penId, at: slot.penAt }, actor.id, Date.now()) === 'held')
    throw conflict('slot.pen_held')
  if (!isSame(slot.content, version.content)) {
    if (Object.keys(slot.content).length > 0)
      await keepVersion(trx, id, slot.content, slot.writtenBy, slot.writtenAt, 'before')
    await replaceText(trx, actor, { ...slot, content: {} }, version.content)
  }
  return findSheet(trx, actor, id)
}

/** A word about the text, or somebody asked to reread it: they may then read and write in it. */
export async function writeRemark(
  trx: Trx,
  actor: Actor,
  id: string,
  remarkId: string,
  given: { text: string; asksId?: string | null },
): Promise<Remark> {
  const slot = await slotPlace(trx, actor, id, true)
  allow(canWrite(slot), 'slot.write')
  const asksId = given.asksId ?? null
  if (asksId) {
    allow(canMove(slot), 'slot.move')
    const seated = await trx.row(
      sql`select 1 from seats where space_id = ${slot.place.spaceId} and member_id = ${asksId}`,
    )
    const [reads] = seated ? await readersAmong(trx, slot.placeId, [asksId]) : []
    if (!reads) throw invalid('slot.reader', { field: 'asksId' })
  }
  const isNew = await trx.run(sql`
    insert into editorial_remarks (id, slot_id, author_id, text, asks_id)
    values (${remarkId}, ${id}, ${actor.id}, ${tidy(given.text)}, ${asksId}) on conflict (id) do nothing`)
  if (isNew > 0 && asksId && asksId !== actor.id)
    await notifyNews(
      trx,
      [
        {
          memberId: asksId,
          says: (language) => words(language)('editorial.news.reread', { title: slot.title }),
          path: pathOf(slot),
        },
      ],
      { spaceId: slot.place.spaceId, actorId: actor.id },
    )
  await look(trx, slot)
  return findRemark(trx, actor, id, remarkId)
}

export const pathOf = (slot: { id: string; place: { spaceId: string } }) =>
  `/communautes/${slot.place.spaceId}/calendrier/${slot.id}`

async function findRemark(trx: Trx, actor: Actor, slotId: string, id: string): Promise<Remark> {
  const remark = (await remarksOf(trx, actor, slotId)).find((one) => one.id === id)
  if (!remark) throw notFound('remark.not_found')
  return remark
}

/** Reread, or taken into account: by whoever was asked, whoever said it, or those who move the slot. */
export async function settleRemark(trx: Trx, actor: Actor, id: string, remarkId: string): Promise<Remark> {
  const slot = await slotPlace(trx, actor, id, true)
  const remark = await findRemark(trx, actor, id, remarkId)
  allow(canMove(slot) || remark.own || remark.asks?.id === actor.id, 'remark.settle')
  const settled = await trx.run(
    sql`update editorial_remarks set done_at = now() where id = ${remarkId} and done_at is null`,
  )
  if (settled > 0 && remark.asks?.id === actor.id && remark.author && remark.author.id !== actor.id)
    await notifyNews(
      trx,
      [
        {
          memberId: remark.author.id,
          says: (language) => words(language)('editorial.news.reread_done', { title: slot.title }),
          path: pathOf(slot),
        },
      ],
      { spaceId: slot.place.spaceId, actorId: actor.id },
    )
  await look(trx, slot)
  return findRemark(trx, actor, id, remarkId)
}
