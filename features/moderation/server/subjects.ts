import type { Actor } from '#platform/server/actor.ts'
import type { Db, Trx } from '#platform/server/db.ts'
import { notFound } from '#platform/server/errors.ts'
import { hideComment } from '#features/comments/server/offers.ts'
import { commentFacts } from '#features/comments/server/queries.ts'
import { hidePost } from '#features/posts/server/offers.ts'
import { postFacts } from '#features/posts/server/queries.ts'
import { type SeatFacts, seatIn } from '#features/spaces/server/policy.ts'
import type { SubjectKind } from '../contract.ts'

/** A post or a comment, in the eyes of moderation. */
export interface Subject {
  kind: SubjectKind
  id: string
  /** The post to open. */
  postId: string
  spaceId: string
  authorId: string | null
  text: string
  publishedAt: string
  hidden: boolean
}

export async function subjectsById(db: Db, ids: string[]): Promise<Map<string, Subject>> {
  const [posts, comments] = [await postFacts(db, ids), await commentFacts(db, ids)]
  const found: Subject[] = [
    ...posts.map((post) => ({
      ...post,
      kind: 'post' as const,
      postId: post.id,
      text: [post.title, post.text].filter(Boolean).join('\n'),
    })),
    ...comments.map((comment) => ({
      ...comment,
      kind: 'comment' as const,
      postId: comment.subjectId,
      publishedAt: comment.createdAt,
    })),
  ]
  return new Map(found.map((subject) => [subject.id, subject]))
}

/** A subject in a space the actor may read; anything else does not exist for them. */
export async function findSubject(
  db: Db,
  actor: Actor,
  id: string,
): Promise<{ subject: Subject; seat: SeatFacts }> {
  const subject = (await subjectsById(db, [id])).get(id)
  const seat = subject && (await seatIn(db, actor, subject.spaceId).catch(absent))
  if (!subject || !seat) throw notFound('report.subject_not_found')
  return { subject, seat }
}

function absent(error: Error & { status?: number }): null {
  if (error.status === 404) return null
  throw error
}

/** False when nothing changed. */
export const setHidden = (trx: Trx, subject: Subject, hidden: boolean): Promise<boolean> =>
  subject.kind === 'post' ? hidePost(trx, subject.id, hidden) : hideComment(trx, subject.id, hidden)
