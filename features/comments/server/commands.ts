import type { Actor } from '#platform/server/actor.ts'
import { insertOnce, sql, type Trx } from '#platform/server/db.ts'
import { emit } from '#platform/server/emit.ts'
import { allow, conflict, invalid, notFound } from '#platform/server/errors.ts'
import { checkRichText, plainText, type RichDoc } from '#platform/contract/rich-text.ts'
import { done } from '#platform/contract/schema.ts'
import { type Comment, commentPublished, commentRevised, commentWithdrawn } from '../contract.ts'
import { LIMITS } from '../rules/limits.ts'
import { commentFacts, findComment, nameMentions, placeOfComment } from './queries.ts'
import { countComment, findSubject } from './subjects.ts'

interface NewComment {
  subjectId: string
  parentId?: string | null
  body: RichDoc
}

export async function publishComment(
  trx: Trx,
  actor: Actor,
  id: string,
  given: NewComment,
): Promise<Comment> {
  const before = await trx.row<{ author_id: string | null }>(
    sql`select author_id from comments where id = ${id}`,
  )
  if (before) return repeated(trx, actor, id, before.author_id)
  const subject = await findSubject(trx, actor, given.subjectId)
  allow(subject.role !== null, 'comment.publish')
  if (subject.readOnly) throw conflict('space.read_only')
  if (!subject.open) throw conflict('comment.closed')
  const { doc, members } = await nameMentions(trx, actor, readBody(given.body))
  const parentId = await parentOf(trx, given)
  const isNew = await insertOnce(trx, 'comments', {
    id,
    subject_id: given.subjectId,
    space_id: subject.spaceId,
    parent_id: parentId,
    author_id: actor.id,
    body: JSON.stringify(doc),
    body_text: plainText(doc),
  })
  if (!isNew) return repeated(trx, actor, id, actor.id)
  if (parentId) await trx.run(sql`update comments set reply_count = reply_count + 1 where id = ${parentId}`)
  const commentCount = await countComment(trx, given.subjectId, 1)
  await emit(trx, actor, commentPublished, subject.spaceId, {
    commentId: id,
    subjectId: given.subjectId,
    parentId,
    commentCount,
    mentions: members,
  })
  return findComment(trx, actor, id)
}

/** The same request again gives the same comment; the id of somebody else's is refused. */
function repeated(trx: Trx, actor: Actor, id: string, authorId: string | null): Promise<Comment> {
  if (authorId !== actor.id) throw conflict('comment.id_taken')
  return findComment(trx, actor, id)
}

function readBody(body: unknown): RichDoc {
  const verdict = checkRichText(body, { text: LIMITS.text, flavour: 'light' })
  if (!verdict.ok)
    throw invalid(`rich_text.${verdict.problem}`, { field: 'body', values: { limit: verdict.limit } })
  if (plainText(verdict.doc) === '') throw invalid('comment.empty', { field: 'body' })
  return verdict.doc
}

/** Two levels, not three: a reply to a reply hangs on the same comment. */
async function parentOf(trx: Trx, given: NewComment): Promise<string | null> {
  if (!given.parentId) return null
  const [parent] = await commentFacts(trx, [given.parentId])
  if (!parent || parent.hidden || parent.subjectId !== given.subjectId)
    throw notFound('comment.not_found', { field: 'parentId' })
  return parent.parentId ?? parent.id
}

export async function reviseComment(trx: Trx, actor: Actor, id: string, body: RichDoc): Promise<Comment> {
  const { facts, seat } = await placeOfComment(trx, actor, id)
  allow(facts.authorId === actor.id && seat.role !== null && !facts.hidden, 'comment.revise')
  const { doc } = await nameMentions(trx, actor, readBody(body))
  const changed = await trx.run(sql`
    update comments set body = ${JSON.stringify(doc)}::jsonb, body_text = ${plainText(doc)}, edited_at = now()
    where id = ${id} and body <> ${JSON.stringify(doc)}::jsonb`)
  if (changed > 0)
    await emit(trx, actor, commentRevised, facts.spaceId, { commentId: id, subjectId: facts.subjectId })
  return findComment(trx, actor, id)
}

export async function withdrawComment(trx: Trx, actor: Actor, id: string) {
  const own = await trx.row(
    sql`select 1 from comments where id = ${id} and author_id = ${actor.id} and withdrawn_at is not null`,
  )
  if (own) return done
  const { facts, moderates } = await placeOfComment(trx, actor, id)
  allow(facts.authorId === actor.id || moderates, 'comment.withdraw')
  const row = await trx.row<{ hidden: boolean }>(sql`
    update comments set withdrawn_at = now() where id = ${id} and withdrawn_at is null returning hidden_at is not null as hidden`)
  if (!row) return done
  const commentCount = await uncount(trx, facts, row.hidden ? 0 : -1)
  await emit(trx, actor, commentWithdrawn, facts.spaceId, {
    commentId: id,
    subjectId: facts.subjectId,
    commentCount,
  })
  return done
}

/** What is no longer seen is no longer counted, neither under its parent nor under its subject. */
export async function uncount(
  trx: Trx,
  facts: { parentId: string | null; subjectId: string },
  by: number,
): Promise<number> {
  if (facts.parentId && by !== 0)
    await trx.run(
      sql`update comments set reply_count = greatest(0, reply_count + ${by}::int) where id = ${facts.parentId}`,
    )
  return countComment(trx, facts.subjectId, by)
}
