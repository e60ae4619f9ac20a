import { del, get, patch, put } from '#platform/contract/endpoint.ts'
import { event } from '#platform/contract/event.ts'
import { RichText } from '#platform/contract/rich-text.ts'
import {
  Done,
  Id,
  Nullable,
  oneOf,
  Page,
  PageQuery,
  Time,
  Type,
  type Static,
} from '#platform/contract/schema.ts'
import { ReactionCounts, ReactionKind } from '#features/reactions/contract.ts'
import { Role } from '#features/spaces/contract.ts'

/** Who wrote, with the seat they hold in that space; null in place of it: somebody who left. */
export const Author = Type.Object({
  id: Id,
  givenName: Type.String(),
  familyName: Type.String(),
  gender: Nullable(oneOf(['feminine', 'masculine'])),
  job: Type.String(),
  site: Type.String(),
  photoFileId: Nullable(Id),
  role: Nullable(Role),
})
export type Author = Static<typeof Author>

const Remark = {
  id: Id,
  subjectId: Id,
  spaceId: Id,
  parentId: Nullable(Id),
  author: Nullable(Author),
  /** Empty when withdrawn, or hidden from this reader. */
  body: RichText,
  createdAt: Time,
  editedAt: Nullable(Time),
  /** Kept as an empty place when people answered it. */
  withdrawn: Type.Boolean(),
  hidden: Type.Boolean(),
  reactions: ReactionCounts,
  reactionTotal: Type.Integer(),
  myReaction: Nullable(ReactionKind),
  replyCount: Type.Integer(),
  can: Type.Object({ revise: Type.Boolean(), withdraw: Type.Boolean(), moderate: Type.Boolean() }),
}
export const Reply = Type.Object(Remark)
/** A comment with its first replies: two levels, not three. */
export const Comment = Type.Object({
  ...Remark,
  replies: Type.Array(Reply),
  nextReplies: Nullable(Type.String()),
})
export type Reply = Static<typeof Reply>
export type Comment = Static<typeof Comment>

const CommentId = Type.Object({ id: Id })

export const readComments = get('/api/comments', {
  summary: 'Comments of a post, oldest first; with parentId, the replies to one of them',
  query: Type.Intersect([PageQuery, Type.Object({ subjectId: Id, parentId: Type.Optional(Id) })]),
  reply: Page(Comment),
})
export const readComment = get('/api/comments/:id', {
  summary: 'One comment',
  params: CommentId,
  reply: Comment,
})
export const publishComment = put('/api/comments/:id', {
  summary: 'Comment on a post, or reply to a comment',
  params: CommentId,
  body: Type.Object({ subjectId: Id, parentId: Type.Optional(Nullable(Id)), body: RichText }),
  reply: Comment,
})
export const reviseComment = patch('/api/comments/:id', {
  summary: 'Change what I wrote',
  params: CommentId,
  body: Type.Object({ body: RichText }),
  reply: Comment,
})
export const withdrawComment = del('/api/comments/:id', {
  summary: 'Withdraw a comment (its author or a moderator)',
  params: CommentId,
  reply: Done,
})

/** `commentCount` is the new total of the subject: hearing it twice changes nothing. */
export const commentPublished = event(
  'comment.published',
  Type.Object({
    commentId: Id,
    subjectId: Id,
    parentId: Nullable(Id),
    commentCount: Type.Integer(),
    /** Members named in it. */
    mentions: Type.Array(Id),
  }),
)
export const commentRevised = event('comment.revised', Type.Object({ commentId: Id, subjectId: Id }))
export const commentWithdrawn = event(
  'comment.withdrawn',
  Type.Object({ commentId: Id, subjectId: Id, commentCount: Type.Integer() }),
)
