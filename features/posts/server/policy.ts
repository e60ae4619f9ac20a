import type { Actor } from '#platform/server/actor.ts'
import { type Db, sql, type Sql } from '#platform/server/db.ts'
import { notFound } from '#platform/server/errors.ts'
import { atLeast } from '#features/spaces/rules/roles.ts'
import { type SeatFacts, seatIn } from '#features/spaces/server/policy.ts'
import type { PostKind } from '../contract.ts'

/** In lists: neither withdrawn nor hidden. The partial indexes of feeds hold the same condition. */
export const inFeeds: Sql = sql`p.withdrawn_at is null and p.hidden_at is null`

export interface PostFacts {
  id: string
  spaceId: string
  authorId: string | null
  kind: PostKind
  hidden: boolean
  pinned: boolean
  commentsClosed: boolean
  sharedPostId: string | null
  acceptedCommentId: string | null
  choice: 'single' | 'multiple'
  anonymous: boolean
  pollClosed: boolean
}

export interface PostPlace {
  post: PostFacts
  seat: SeatFacts
  own: boolean
  moderates: boolean
}

/** A post and the actor's place around it; what they may not see does not exist for them. */
export async function placeOfPost(db: Db, actor: Actor, id: string): Promise<PostPlace> {
  const post = await db.row<PostFacts>(sql`
    select p.id, p.space_id as "spaceId", p.author_id as "authorId", p.kind, p.hidden_at is not null as hidden, p.pinned_at is not null as pinned,
      p.comments_closed_at is not null as "commentsClosed", p.shared_post_id as "sharedPostId", p.accepted_comment_id as "acceptedCommentId",
      coalesce(p.details ->> 'choice', 'single') as choice, coalesce((p.details ->> 'anonymous')::boolean, false) as anonymous,
      coalesce((p.details ->> 'closesAt')::timestamptz <= now(), false) as "pollClosed"
    from posts p where p.id = ${id} and p.withdrawn_at is null`)
  const seat = post && (await seatIn(db, actor, post.spaceId).catch(absent))
  if (!post || !seat) throw notFound('post.not_found')
  const place = { post, seat, own: post.authorId === actor.id, moderates: atLeast(seat.role, 'moderator') }
  if (post.hidden && !place.own && !place.moderates) throw notFound('post.not_found')
  return place
}

/** A space the actor may not read is the same as no space; anything else goes on failing. */
function absent(error: Error & { status?: number }): null {
  if (error.status === 404) return null
  throw error
}

/** Comment, react, vote, adopt: with a seat, on what is shown to all. */
export const canTakePart = ({ post, seat }: PostPlace) => seat.role !== null && !post.hidden
export const canRevise = ({ own, seat, post }: PostPlace) => own && seat.role !== null && !post.hidden
export const canWithdraw = ({ own, moderates }: PostPlace) => own || moderates
export const canPin = ({ moderates, post }: PostPlace) => moderates && !post.hidden
export const canCloseComments = ({ own, moderates }: PostPlace) => own || moderates
export const canReadRevisions = ({ own, moderates }: PostPlace) => own || moderates
export const canAccept = ({ own, moderates, post, seat }: PostPlace) =>
  post.kind === 'question' && !post.hidden && seat.role !== null && (own || moderates)
