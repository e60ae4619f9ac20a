import { cleanText } from '#platform/contract/rich-text.ts'
import type { Actor } from '#platform/server/actor.ts'
import { sql, type Trx } from '#platform/server/db.ts'
import { handFiles, keepFiles, releasePictures } from '#features/files/server/commands.ts'
import { factsOf } from '#features/files/server/queries.ts'
import type { SlotText } from '../../contract.ts'

const idsOf = (content: Partial<SlotText>) => (content.attachments ?? []).map((one) => one.fileId)

/**
 * The files of a text: those the slot holds already, and the writer's own, which it holds from now on. What each one is
 * comes from the file, never from who writes.
 */
export async function holdFiles(trx: Trx, actor: Actor, slotId: string, given: SlotText): Promise<SlotText> {
  const { attachments, ...text } = given
  if (!attachments || attachments.length === 0) return text
  const ids = [...new Set(idsOf(given))]
  const held = await trx.rows<{ id: string }>(
    sql`select file_id as id from editorial_files where slot_id = ${slotId} and file_id = any(${ids}::uuid[])`,
  )
  const known = new Set(held.map((one) => one.id))
  await keepFiles(
    trx,
    actor,
    ids.filter((id) => !known.has(id)),
  )
  await trx.run(sql`
    insert into editorial_files (slot_id, file_id) select ${slotId}, unnest(${ids}::uuid[]) on conflict do nothing`)
  const facts = new Map((await factsOf(trx, ids)).map(({ id, ...fact }) => [id, fact]))
  return {
    ...text,
    attachments: ids.flatMap((fileId) => {
      const fact = facts.get(fileId)
      const words = attachments.find((one) => one.fileId === fileId)?.alt ?? ''
      return fact ? [{ fileId, ...fact, alt: cleanText(words).trim() }] : []
    }),
  }
}

/** What neither the text nor a version shows any more is let go, unless another slot holds it. */
export async function letGoOfFiles(trx: Trx, slotId: string): Promise<void> {
  const gone = await trx.rows<{ id: string }>(sql`
    with shown as (
      select (one->>'fileId')::uuid as id from (
        select content from editorial_slots where id = ${slotId}
        union all select content from editorial_versions where slot_id = ${slotId}) texts,
        jsonb_array_elements(coalesce(texts.content->'attachments', '[]'::jsonb)) one)
    delete from editorial_files where slot_id = ${slotId} and not (file_id in (select id from shown))
    returning file_id as id`)
  await letGo(
    trx,
    gone.map((one) => one.id),
  )
}

/** Slots that are forgotten hold nothing any more. */
export async function letGoOfSlots(trx: Trx, slotIds: string[]): Promise<void> {
  const gone = await trx.rows<{ id: string }>(sql`
    delete from editorial_files where slot_id = any(${slotIds}::uuid[]) returning file_id as id`)
  await letGo(trx, [...new Set(gone.map((one) => one.id))])
}

async function letGo(trx: Trx, ids: string[]): Promise<void> {
  if (ids.length === 0) return
  const still = await trx.rows<{ id: string }>(
    sql`select distinct file_id as id from editorial_files where file_id = any(${ids}::uuid[])`,
  )
  const elsewhere = new Set(still.map((one) => one.id))
  await releasePictures(
    trx,
    ids.filter((id) => !elsewhere.has(id)),
  )
}

/** At its hour, what the text shows is published in the name of its owner. */
export const publishFiles = (trx: Trx, content: Partial<SlotText>, ownerId: string) =>
  handFiles(trx, idsOf(content), ownerId)
