import type { Actor } from '#platform/server/actor.ts'
import { type Db, sql, type Sql } from '#platform/server/db.ts'
import { notFound } from '#platform/server/errors.ts'
import { placeOfPost, type PostPlace } from '#features/posts/server/policy.ts'
import { readable } from '#features/spaces/server/policy.ts'

/** Its author knows best where it belongs; a moderator keeps the shelves tidy. */
export const canArrange = ({ own, moderates, post, seat }: PostPlace) =>
  (own || moderates) && !post.hidden && seat.role !== null && !seat.readOnly
export const canTell = ({ post, seat }: PostPlace) => seat.role !== null && !post.hidden

/** A good practice that the actor may read. */
export async function placeOfPractice(db: Db, actor: Actor, postId: string): Promise<PostPlace> {
  const place = await placeOfPost(db, actor, postId)
  if (place.post.kind !== 'practice') throw notFound('practice.not_found')
  return place
}

/** The community and those of its groups that the actor may read. */
export const shelvesOf = (actor: Actor, spaceId: string): Sql =>
  sql`select s.id from spaces s where (s.id = ${spaceId} or s.parent_id = ${spaceId}) and ${readable(actor)}`
