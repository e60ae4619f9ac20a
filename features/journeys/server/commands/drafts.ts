import type { Actor } from '#platform/server/actor.ts'
import { insertOnce, sql, type Trx } from '#platform/server/db.ts'
import { conflict, invalid, notFound } from '#platform/server/errors.ts'
import { words } from '#platform/server/words.ts'
import { docOf } from '#platform/contract/rich-text.ts'
import { notifyNews } from '#features/notifications/server/offers.ts'
import { publishPost } from '#features/posts/server/offers.ts'
import type { FirstDraft } from '../../contract.ts'
import { draftFor, draftRow, ownDraft, ownWay } from '../policy.ts'
import { firstDraft } from '../queries/drafts.ts'
import { nameOf } from './calls.ts'
import { settle } from './progress.ts'

interface Written {
  programmeId: string
  theme?: string
  title?: string
  body?: string
  frame?: Record<string, string>
  fileId?: string | null
  alt?: string
}

export async function saveFirstDraft(
  trx: Trx,
  actor: Actor,
  id: string,
  written: Written,
): Promise<FirstDraft> {
  const { ambassadorId } = await ownWay(trx, actor, written.programmeId)
  const mine = await trx.row<{ id: string }>(
    sql`select id from first_drafts where ambassador_id = ${ambassadorId} for update`,
  )
  if (mine && mine.id !== id) throw conflict('draft.another')
  if (!mine) await insertOnce(trx, 'first_drafts', { id, ambassador_id: ambassadorId })
  const draft = await ownDraft(trx, actor, id)
  if (draft.publishedAt) throw conflict('draft.published')
  if (written.fileId) await ownFile(trx, actor, written.fileId)
  const next = { ...draft, ...written }
  await trx.run(sql`
    update first_drafts set theme = ${next.theme}, title = ${next.title}, body = ${next.body}, frame = ${JSON.stringify(next.frame)}::jsonb,
      file_id = ${next.fileId}, alt = ${next.alt}, updated_at = now() where id = ${id}`)
  return firstDraft(trx, actor, id)
}

async function ownFile(trx: Trx, actor: Actor, fileId: string): Promise<void> {
  const file = await trx.row(sql`select 1 from files where id = ${fileId} and owner_id = ${actor.id}`)
  if (!file) throw notFound('file.not_found', { field: 'fileId' })
}

export async function shareFirstDraft(
  trx: Trx,
  actor: Actor,
  id: string,
  shared: boolean,
): Promise<FirstDraft> {
  const draft = await ownDraft(trx, actor, id)
  if (draft.publishedAt) throw conflict('draft.published')
  if (!shared) {
    await trx.run(sql`update first_drafts set shared_at = null where id = ${id}`)
    return firstDraft(trx, actor, id)
  }
  if (!draft.buddyId) throw conflict('step.no_buddy')
  if (!draft.body.trim()) throw invalid('draft.empty', { field: 'body' })
  const fresh = await trx.run(
    sql`update first_drafts set shared_at = now() where id = ${id} and shared_at is null`,
  )
  if (fresh > 0) await tellOfDraft(trx, actor, draft.buddyId, id, draft.programmeId, 'journeys.news.reread')
  return firstDraft(trx, actor, id)
}

export async function writeDraftWord(
  trx: Trx,
  actor: Actor,
  id: string,
  { draftId, body }: { draftId: string; body: string },
): Promise<FirstDraft> {
  const draft = await draftFor(trx, actor, draftId)
  const isNew = await insertOnce(trx, 'draft_words', {
    id,
    draft_id: draftId,
    author_id: actor.id,
    body: body.trim(),
  })
  if (!isNew) {
    const own = await trx.row(
      sql`select 1 from draft_words where id = ${id} and author_id = ${actor.id} and draft_id = ${draftId}`,
    )
    if (!own) throw notFound('draft.not_found')
    return firstDraft(trx, actor, draftId)
  }
  const other = draft.own ? draft.buddyId : draft.memberId
  if (other && draft.sharedAt)
    await tellOfDraft(trx, actor, other, draftId, draft.programmeId, 'journeys.news.draftWord')
  return firstDraft(trx, actor, draftId)
}

/** A post like any other, by the posts' own rules: nobody approves it. Its id was that of the draft. */
export async function publishFirstDraft(trx: Trx, actor: Actor, id: string): Promise<{ postId: string }> {
  await ownDraft(trx, actor, id)
  const draft = await draftRow(trx, id, true)
  if (!draft) throw notFound('draft.not_found')
  if (draft.publishedAt) return { postId: id }
  if (!draft.body.trim()) throw invalid('draft.empty', { field: 'body' })
  await trx.run(sql`update first_drafts set published_at = now() where id = ${id}`)
  await publishPost(trx, actor, id, {
    spaceId: draft.spaceId,
    kind: 'message',
    ...(draft.title.trim() ? { title: draft.title.trim() } : {}),
    body: docOf(draft.body.trim()),
    ...(draft.fileId ? { attachments: [{ fileId: draft.fileId, alt: draft.alt }] } : {}),
  })
  await settle(trx, actor, draft.ambassadorId)
  return { postId: id }
}

async function tellOfDraft(
  trx: Trx,
  actor: Actor,
  memberId: string,
  draftId: string,
  programmeId: string,
  key: string,
): Promise<void> {
  const name = await nameOf(trx, actor.id)
  await notifyNews(
    trx,
    [
      {
        memberId,
        says: (language) => words(language)(key, { name }),
        path: `/programmes/${programmeId}/parcours/relire/${draftId}`,
      },
    ],
    { spaceId: null, actorId: actor.id },
  )
}
