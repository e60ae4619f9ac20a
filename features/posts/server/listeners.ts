import { type Db, sql } from '#platform/server/db.ts'
import type { Actor } from '#platform/server/actor.ts'
import { registerCommentSubject } from '#features/comments/server/subjects.ts'
import { movedCounts, registerReactionSubject, type Tally } from '#features/reactions/server/subjects.ts'
import { canTakePart, placeOfPost, type PostPlace } from './policy.ts'

/** Posts may be commented on and reacted to; their counters are moved here, in the same transaction. */
export function listeners(): void {
  registerCommentSubject({
    kind: 'post',
    find: async (db, actor, id) => {
      const place = await found(db, actor, id)
      if (!place) return undefined
      const { post, seat } = place
      return {
        spaceId: post.spaceId,
        authorId: post.authorId,
        role: seat.role,
        open: !post.commentsClosed && !post.hidden,
        readOnly: seat.readOnly,
      }
    },
    count: async (trx, id, by) =>
      (
        await trx.row<{ count: number }>(sql`
        update posts set comment_count = greatest(0, comment_count + ${by}::int) where id = ${id} returning comment_count as count`)
      )?.count,
  })
  registerReactionSubject({
    kind: 'post',
    find: async (db, actor, id) => {
      const place = await found(db, actor, id)
      return (
        place && {
          spaceId: place.post.spaceId,
          open: canTakePart(place),
          readOnly: place.seat.readOnly,
        }
      )
    },
    count: async (trx, id, from, to) => {
      const row = await trx.row<Tally>(
        sql`update posts set ${movedCounts(from, to)} where id = ${id} returning reaction_counts as counts, reaction_total as total`,
      )
      return row ?? { counts: {}, total: 0 }
    },
  })
}

async function found(db: Db, actor: Actor, id: string): Promise<PostPlace | undefined> {
  try {
    return await placeOfPost(db, actor, id)
  } catch (error) {
    if ((error as { status?: number }).status === 404) return undefined
    throw error
  }
}
