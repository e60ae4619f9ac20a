import type { Trx } from '#platform/server/db.ts'
import type { Reaction } from '../rules/responses.ts'
import type { StoryPost } from '../rules/stage.ts'
import type { Cast } from './cast.ts'
import { insertRows, type Row } from './rows.ts'
import type { Talk } from './talk.ts'

/** The columns that count reactions, as posts and comments both hold them. */
export function countedKinds(reactions: readonly Reaction[]) {
  const counts: Partial<Record<Reaction['kind'], number>> = {}
  for (const { kind } of reactions) counts[kind] = (counts[kind] ?? 0) + 1
  return { reaction_counts: counts, reaction_total: reactions.length }
}

export async function insertReactions(trx: Trx, cast: Cast, { posts, echoes }: Talk): Promise<void> {
  const rows = posts.flatMap((post) => [
    ...reactionRows(cast, post, 'post', post.id, post.reactions),
    ...post.comments.flatMap((comment) => reactionRows(cast, post, 'comment', comment.id, echoes(comment))),
  ])
  await insertRows(trx, 'reactions', rows)
}

const reactionRows = (
  cast: Cast,
  { space }: StoryPost,
  subjectKind: 'post' | 'comment',
  subjectId: string,
  reactions: readonly Reaction[],
): Row[] =>
  reactions.map(({ person, kind, at }) => ({
    subject_id: subjectId,
    subject_kind: subjectKind,
    space_id: cast.spaceId(space),
    member_id: cast.memberId(person),
    kind,
    at,
  }))
