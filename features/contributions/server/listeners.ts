import { sql, type Trx } from '#platform/server/db.ts'
import type { Listeners } from '#platform/server/emit.ts'
import { commentPublished, commentWithdrawn } from '#features/comments/contract.ts'
import { commentFacts } from '#features/comments/server/queries.ts'
import { subjectHidden, subjectRestored } from '#features/moderation/contract.ts'
import { answerAccepted, postAdopted, postPublished, postWithdrawn } from '#features/posts/contract.ts'
import { gatheringHeld } from '#features/programme/contract.ts'
import { NEWCOMER_DAYS } from '../rules/kinds.ts'
import { recordAround, recordContribution, undoAbout, undoContribution } from './commands/ledger.ts'

/** What ambassadors do in Élan counts as it happens, in the transaction that makes it true; and no longer once undone. */
export function listeners(on: Listeners): void {
  on.on(postPublished, async (trx, { spaceId, actorId, at, payload }) => {
    // Most who publish serve nowhere: one look, and no more.
    if (await servesSomewhere(trx, actorId)) await notePost(trx, payload.postId)
    await noteWelcome(trx, spaceId, actorId, [...payload.mentions, ...payload.recipients], {
      sourceKind: 'post',
      sourceId: payload.postId,
      at,
    })
  })
  on.on(commentPublished, async (trx, { spaceId, actorId, at, payload }) => {
    const subject = await trx.row<{ authorId: string | null }>(
      sql`select author_id as "authorId" from posts where id = ${payload.subjectId}`,
    )
    const greeted = [...payload.mentions, ...(subject?.authorId ? [subject.authorId] : [])]
    await noteWelcome(trx, spaceId, actorId, greeted, {
      sourceKind: 'comment',
      sourceId: payload.commentId,
      at,
    })
  })
  on.on(answerAccepted, (trx, { payload }) => noteAnswer(trx, payload.postId))
  on.on(postAdopted, (trx, { payload }) => noteAdoption(trx, payload.postId))
  on.on(gatheringHeld, (trx, { payload }) => noteHosting(trx, payload.programmeId, payload.gatheringId))
  on.on(postWithdrawn, (trx, { payload }) =>
    undoContribution(trx, { sourceKind: 'post', sourceId: payload.postId }),
  )
  on.on(commentWithdrawn, (trx, { payload }) =>
    undoContribution(trx, { sourceKind: 'comment', sourceId: payload.commentId }),
  )
  on.on(subjectHidden, (trx, { payload }) =>
    undoContribution(trx, { sourceKind: payload.subjectKind, sourceId: payload.subjectId }),
  )
  on.on(subjectRestored, async (trx, { payload }) => {
    if (payload.subjectKind === 'post') {
      await notePost(trx, payload.subjectId)
      await noteAdoption(trx, payload.subjectId)
    } else {
      const [comment] = await commentFacts(trx, [payload.subjectId])
      if (comment) await noteAnswer(trx, comment.subjectId)
    }
  })
}

interface PostRow {
  spaceId: string
  authorId: string | null
  publishedAt: string
  shared: boolean
}

const servesSomewhere = async (trx: Trx, memberId: string | null): Promise<boolean> =>
  memberId === null ||
  (await trx.row(
    sql`select 1 from ambassadors where member_id = ${memberId} and state not in ('candidate', 'nominated', 'declined') limit 1`,
  )) !== undefined

async function notePost(trx: Trx, postId: string): Promise<void> {
  const post = await trx.row<PostRow>(sql`
    select space_id as "spaceId", author_id as "authorId", published_at as "publishedAt", coalesce((details ->> 'shared')::boolean, false) as shared
    from posts where id = ${postId} and withdrawn_at is null and hidden_at is null`)
  if (!post?.authorId) return
  await recordAround(trx, post.spaceId, {
    memberId: post.authorId,
    kind: post.shared ? 'relay' : 'post',
    sourceKind: 'post',
    sourceId: postId,
    at: post.publishedAt,
  })
}

/** A practice counts once for its author, from the first colleague who did it too; how many followed is no matter of theirs. */
async function noteAdoption(trx: Trx, postId: string): Promise<void> {
  const post = await trx.row<{ spaceId: string; authorId: string | null; first: string | null }>(sql`
    select p.space_id as "spaceId", p.author_id as "authorId",
      (select min(d.adopted_at) from adoptions d where d.post_id = p.id and d.member_id is distinct from p.author_id) as first
    from posts p where p.id = ${postId} and p.withdrawn_at is null and p.hidden_at is null`)
  if (!post?.first || !post.authorId) return undoAbout(trx, 'adoption', postId)
  await recordAround(trx, post.spaceId, {
    memberId: post.authorId,
    kind: 'adoption',
    sourceKind: 'post',
    sourceId: postId,
    at: post.first,
  })
}

/** One answer a question: of somebody else than who asked. */
async function noteAnswer(trx: Trx, postId: string): Promise<void> {
  const row = await trx.row<{ spaceId: string; commentId: string; authorId: string | null }>(sql`
    select p.space_id as "spaceId", c.id as "commentId", c.author_id as "authorId" from posts p join comments c on c.id = p.accepted_comment_id
    where p.id = ${postId} and c.withdrawn_at is null and c.hidden_at is null and c.author_id is distinct from p.author_id`)
  await undoAbout(trx, 'answer', postId)
  if (!row?.authorId) return
  await recordAround(trx, row.spaceId, {
    memberId: row.authorId,
    kind: 'answer',
    sourceKind: 'comment',
    sourceId: row.commentId,
    aboutId: postId,
    at: new Date().toISOString(),
  })
}

/** For whoever hosted it, once it has taken place. */
async function noteHosting(trx: Trx, programmeId: string, gatheringId: string): Promise<void> {
  const gathering = await trx.row<{ hostId: string | null; at: string }>(sql`
    select host_id as "hostId", starts_at as at from gatherings where id = ${gatheringId} and held_at is not null`)
  if (!gathering?.hostId) return
  await recordContribution(trx, {
    programmeId,
    memberId: gathering.hostId,
    kind: 'hosting',
    sourceKind: 'gathering',
    sourceId: gatheringId,
    at: gathering.at,
  })
}

/** Whoever names or answers a newcomer in their first days has welcomed them, once. */
async function noteWelcome(
  trx: Trx,
  spaceId: string,
  actorId: string | null,
  memberIds: string[],
  source: { sourceKind: string; sourceId: string; at: string },
): Promise<void> {
  const others = [...new Set(memberIds)].filter((id) => id !== actorId)
  if (!actorId || others.length === 0) return
  const newcomers = await trx.rows<{ id: string }>(sql`
    select n.member_id as id from spaces s join seats n on n.space_id = coalesce(s.parent_id, s.id)
    where s.id = ${spaceId} and n.member_id = any(${others}::uuid[]) and n.joined_at > now() - make_interval(days => ${NEWCOMER_DAYS})
    order by n.member_id`)
  for (const { id } of newcomers)
    await recordAround(trx, spaceId, { memberId: actorId, kind: 'welcome', aboutId: id, ...source })
}
