import { sql, type Trx } from '#platform/server/db.ts'
import type { Listeners } from '#platform/server/emit.ts'
import { commentPublished } from '#features/comments/contract.ts'
import { commentFacts } from '#features/comments/server/queries.ts'
import { answerAccepted, postPublished } from '#features/posts/contract.ts'
import { postFacts } from '#features/posts/server/queries.ts'
import { memberJoined } from '#features/spaces/contract.ts'
import { readersAmong } from '#features/spaces/server/policy.ts'
import { notify, type Word } from './offers.ts'

/**
 * Who is told of what. A mention of a space links to it and tells nobody in particular: a post is no megaphone.
 * Each person is told once of one act, by the closest reason.
 */
export function listeners(on: Listeners): void {
  on.on(postPublished, async (trx, { spaceId, actorId, payload }) => {
    const about = { spaceId, actorId, postId: payload.postId }
    await addressed(trx, about, { kudos: payload.recipients, mention: payload.mentions })
  })

  on.on(commentPublished, async (trx, { spaceId, actorId, payload }) => {
    const [[post], [comment]] = [
      await postFacts(trx, [payload.subjectId]),
      await commentFacts(trx, [payload.commentId]),
    ]
    const about = { spaceId, actorId, postId: post?.id ?? null, commentId: payload.commentId }
    await addressed(trx, about, {
      mention: payload.mentions,
      reply: one(comment?.parentAuthorId),
      comment: one(post?.authorId),
    })
  })

  on.on(answerAccepted, async (trx, { spaceId, actorId, payload }) => {
    const [comment] = payload.commentId ? await commentFacts(trx, [payload.commentId]) : []
    if (!comment?.authorId || (await alreadyTold(trx, comment.authorId, comment.id))) return
    const about = { spaceId, actorId, postId: payload.postId, commentId: comment.id }
    await addressed(trx, about, { answer_accepted: [comment.authorId] })
  })

  on.on(memberJoined, async (trx, { spaceId, actorId, payload }) => {
    const broughtIn = actorId !== null && actorId !== payload.memberId
    if (broughtIn) await notify(trx, [payload.memberId], { kind: 'welcome', spaceId, actorId })
  })
}

const one = (id: string | null | undefined) => (id ? [id] : [])

type About = Omit<Word, 'kind' | 'details'> & { spaceId: string }
type Reasons = Partial<Record<Word['kind'], string[]>>

/** In the order of the reasons given; who may not read the space is not told. */
async function addressed(trx: Trx, about: About, reasons: Reasons): Promise<void> {
  const told = new Set<string>(one(about.actorId))
  for (const [kind, members = []] of Object.entries(reasons) as [Word['kind'], string[]][]) {
    const readers = await readersAmong(
      trx,
      about.spaceId,
      members.filter((id) => !told.has(id)),
    )
    for (const id of readers) told.add(id)
    await notify(trx, readers, { ...about, kind })
  }
}

/** Accepting, changing one's mind and accepting again is told once. */
const alreadyTold = (trx: Trx, memberId: string, commentId: string) =>
  trx.row(
    sql`select 1 from notifications where member_id = ${memberId} and kind = 'answer_accepted' and comment_id = ${commentId}`,
  )
