import type { Actor } from '#platform/server/actor.ts'
import { type Db, sql } from '#platform/server/db.ts'
import { notFound } from '#platform/server/errors.ts'
import type { FirstDraft } from '../../contract.ts'
import { face, facesOf } from '../faces.ts'
import { draftFor, ownWay } from '../policy.ts'

export async function firstDraft(db: Db, actor: Actor, id: string): Promise<FirstDraft> {
  const draft = await draftFor(db, actor, id)
  const [author] = await facesOf(db, [draft.memberId])
  if (!author) throw notFound('draft.not_found')
  const { programmeId, own, theme, title, body, frame, fileId, alt, sharedAt, publishedAt } = draft
  return {
    id,
    programmeId,
    author,
    mine: own,
    theme,
    title,
    body,
    frame,
    fileId,
    alt,
    sharedAt,
    publishedAt,
    words: await db.rows(sql`
      select w.id, w.body, ${face('m')} as author, w.author_id = ${actor.id} as mine, w.at
      from draft_words w join members m on m.id = w.author_id where w.draft_id = ${id} order by w.id limit 200`),
  }
}

export async function myDraft(db: Db, actor: Actor, programmeId: string): Promise<FirstDraft | null> {
  const { ambassadorId } = await ownWay(db, actor, programmeId)
  const row = await db.row<{ id: string }>(
    sql`select id from first_drafts where ambassador_id = ${ambassadorId}`,
  )
  return row ? firstDraft(db, actor, row.id) : null
}
