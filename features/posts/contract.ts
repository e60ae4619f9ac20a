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
import { Author } from '#features/comments/contract.ts'
import { ReactionCounts, ReactionKind } from '#features/reactions/contract.ts'
import { LIMITS } from './rules/limits.ts'

export const KINDS = ['message', 'question', 'practice', 'idea', 'kudos', 'poll'] as const
export const PostKind = oneOf(KINDS)
export type PostKind = Static<typeof PostKind>

const Part = Type.String({ maxLength: LIMITS.practicePart })
/** The concern, the gesture, the gain. */
export const Practice = Type.Object({ concern: Part, gesture: Part, gain: Part })
export type Practice = Static<typeof Practice>

export const Poll = Type.Object({
  choice: oneOf(['single', 'multiple']),
  anonymous: Type.Boolean(),
  closesAt: Nullable(Time),
  closed: Type.Boolean(),
  voters: Type.Integer(),
  voted: Type.Boolean(),
  /** Empty in an anonymous poll: what I chose is not kept. */
  mine: Type.Array(Id),
  /** `votes` is null until I voted or the poll closed. */
  options: Type.Array(Type.Object({ id: Id, label: Type.String(), votes: Nullable(Type.Integer()) })),
})
export type Poll = Static<typeof Poll>

export const Attachment = Type.Object({
  fileId: Id,
  name: Type.String(),
  mediaType: Type.String(),
  bytes: Type.Integer(),
  width: Nullable(Type.Integer()),
  height: Nullable(Type.Integer()),
  alt: Type.String(),
  /** The language of a video's captions. */
  captions: Type.Optional(Nullable(oneOf(['fr', 'en']))),
})
export type Attachment = Static<typeof Attachment>

/** The answer that the author of a question kept. */
export const Answer = Type.Object({
  commentId: Id,
  authorId: Nullable(Id),
  authorName: Type.String(),
  photoFileId: Nullable(Id),
  body: RichText,
  createdAt: Time,
})

/** A post relayed from another space: its card, for those who may read that space; otherwise `post` is null. */
export const Shared = Type.Object({
  post: Nullable(
    Type.Object({
      id: Id,
      spaceId: Id,
      spaceName: Type.String(),
      authorName: Type.String(),
      kind: PostKind,
      title: Type.String(),
      excerpt: Type.String(),
      imageFileId: Nullable(Id),
      imageAlt: Type.String(),
      publishedAt: Time,
    }),
  ),
})

export const Post = Type.Object({
  id: Id,
  spaceId: Id,
  spaceName: Type.String(),
  /** Its place in the space: above the reader's mark, it is unread. */
  number: Type.Integer(),
  kind: PostKind,
  title: Type.String(),
  body: RichText,
  author: Nullable(Author),
  publishedAt: Time,
  editedAt: Nullable(Time),
  pinned: Type.Boolean(),
  commentsClosed: Type.Boolean(),
  /** By a moderator; seen by its author and the moderators alone. */
  hidden: Type.Boolean(),
  commentCount: Type.Integer(),
  reactions: ReactionCounts,
  reactionTotal: Type.Integer(),
  adoptionCount: Type.Integer(),
  myReaction: Nullable(ReactionKind),
  saved: Type.Boolean(),
  adopted: Type.Boolean(),
  acceptedCommentId: Nullable(Id),
  practice: Nullable(Practice),
  poll: Nullable(Poll),
  recipients: Type.Array(
    Type.Object({
      id: Id,
      givenName: Type.String(),
      familyName: Type.String(),
      photoFileId: Nullable(Id),
      job: Type.String(),
      site: Type.String(),
    }),
  ),
  attachments: Type.Array(Attachment),
  answer: Nullable(Answer),
  shared: Nullable(Shared),
  can: Type.Object({
    /** Comment, react, vote, adopt: with a seat; `comment` also asks that comments are open. */
    take: Type.Boolean(),
    comment: Type.Boolean(),
    revise: Type.Boolean(),
    withdraw: Type.Boolean(),
    pin: Type.Boolean(),
    closeComments: Type.Boolean(),
    accept: Type.Boolean(),
    moderate: Type.Boolean(),
  }),
})
export type Post = Static<typeof Post>

const Title = Type.String({ maxLength: LIMITS.title })
const Attached = Type.Array(
  Type.Object({ fileId: Id, alt: Type.Optional(Type.String({ maxLength: LIMITS.alt })) }),
  { maxItems: LIMITS.attachments },
)
const NewPoll = Type.Object({
  options: Type.Array(Type.String({ maxLength: LIMITS.pollOption })),
  choice: oneOf(['single', 'multiple']),
  anonymous: Type.Boolean(),
  closesAt: Type.Optional(Nullable(Time)),
})

/** What each kind asks for is checked by the command, with a sentence for each lack (`rules/kinds.ts`). */
export const PostDraft = Type.Object({
  spaceId: Id,
  kind: PostKind,
  title: Type.Optional(Title),
  body: Type.Optional(RichText),
  practice: Type.Optional(Practice),
  poll: Type.Optional(NewPoll),
  recipientIds: Type.Optional(Type.Array(Id, { maxItems: LIMITS.recipients })),
  attachments: Type.Optional(Attached),
  /** Relays that post into this space. */
  sharedPostId: Type.Optional(Id),
})
export type PostDraft = Static<typeof PostDraft>

export const PostChange = Type.Object({
  title: Type.Optional(Title),
  body: Type.Optional(RichText),
  practice: Type.Optional(Practice),
  attachments: Type.Optional(Attached),
})
export type PostChange = Static<typeof PostChange>

export const Revision = Type.Object({
  number: Type.Integer(),
  title: Type.String(),
  body: RichText,
  practice: Nullable(Practice),
  replacedAt: Time,
})
export type Revision = Static<typeof Revision>

/** What the composer holds, as it is: the server keeps it and gives it back. Its id becomes the post's. */
export const Draft = Type.Object({
  id: Id,
  spaceId: Nullable(Id),
  content: Type.Unsafe<Record<string, unknown>>({ type: 'object', additionalProperties: true }),
  updatedAt: Time,
})
export type Draft = Static<typeof Draft>

export const FeedQuery = Type.Intersect([
  PageQuery,
  Type.Object({
    /** One space; without it, all the spaces where I hold a seat. */
    spaceId: Type.Optional(Id),
    kind: Type.Optional(PostKind),
    /** Questions without any comment. */
    unanswered: Type.Optional(Type.Boolean()),
    hashtag: Type.Optional(Type.String({ maxLength: 51 })),
    authorId: Type.Optional(Id),
    pinned: Type.Optional(Type.Boolean()),
    /** Words to search, in every space I may read. */
    q: Type.Optional(Type.String({ maxLength: LIMITS.search })),
    /** missed: what colleagues found worth it among what I have not read; one page. */
    order: Type.Optional(oneOf(['recent', 'missed'])),
  }),
])
export type FeedQuery = Static<typeof FeedQuery>

const PostId = Type.Object({ id: Id })

export const readFeed = get('/api/posts', {
  summary: 'Posts, latest first: of my spaces, of one space, by kind, by hashtag, by words; or what I missed',
  query: FeedQuery,
  reply: Page(Post),
})
export const readPost = get('/api/posts/:id', { summary: 'One post', params: PostId, reply: Post })
export const publishPost = put('/api/posts/:id', {
  summary: 'Publish a post, or relay one into another space',
  params: PostId,
  body: PostDraft,
  reply: Post,
})
export const revisePost = patch('/api/posts/:id', {
  summary: 'Change a post; what it said before is kept',
  params: PostId,
  body: PostChange,
  reply: Post,
})
export const withdrawPost = del('/api/posts/:id', {
  summary: 'Withdraw a post (its author or a moderator)',
  params: PostId,
  reply: Done,
})
export const readRevisions = get('/api/posts/:id/revisions', {
  summary: 'What a post said before, latest first (its author and the moderators)',
  params: PostId,
  reply: Type.Object({ items: Type.Array(Revision) }),
})
export const pinPost = put('/api/posts/:id/pin', {
  summary: 'Pin a post at the top of its space; one at a time',
  params: PostId,
  reply: Post,
})
export const unpinPost = del('/api/posts/:id/pin', { summary: 'Unpin a post', params: PostId, reply: Post })
export const closeComments = put('/api/posts/:id/closing', {
  summary: 'Close the comments of a post',
  params: PostId,
  reply: Post,
})
export const openComments = del('/api/posts/:id/closing', {
  summary: 'Open the comments again',
  params: PostId,
  reply: Post,
})
export const savePost = put('/api/posts/:id/saved', {
  summary: 'Keep a post for later',
  params: PostId,
  reply: Post,
})
export const unsavePost = del('/api/posts/:id/saved', {
  summary: 'Stop keeping a post',
  params: PostId,
  reply: Post,
})
export const readSavedPosts = get('/api/saved-posts', {
  summary: 'The posts I kept, latest kept first',
  query: PageQuery,
  reply: Page(Post),
})
export const adoptPost = put('/api/posts/:id/adoption', {
  summary: 'I did it too (a good practice)',
  params: PostId,
  reply: Post,
})
export const unadoptPost = del('/api/posts/:id/adoption', {
  summary: 'I did not do it after all',
  params: PostId,
  reply: Post,
})
export const readAdopters = get('/api/posts/:id/adopters', {
  summary: 'Who did it too, latest first',
  params: PostId,
  query: PageQuery,
  reply: Page(
    Type.Object({
      memberId: Id,
      givenName: Type.String(),
      familyName: Type.String(),
      job: Type.String(),
      site: Type.String(),
      photoFileId: Nullable(Id),
    }),
  ),
})
export const vote = put('/api/posts/:id/ballot', {
  summary: 'Vote in a poll; an anonymous vote is final, another may be changed until the poll closes',
  params: PostId,
  body: Type.Object({ optionIds: Type.Array(Id, { maxItems: LIMITS.pollOptions }) }),
  reply: Post,
})
export const acceptAnswer = put('/api/posts/:id/answer', {
  summary: 'Accept a comment as the answer (the author of the question or a moderator)',
  params: PostId,
  body: Type.Object({ commentId: Id }),
  reply: Post,
})
export const unacceptAnswer = del('/api/posts/:id/answer', {
  summary: 'No answer is accepted after all',
  params: PostId,
  reply: Post,
})

export const readDrafts = get('/api/drafts', {
  summary: 'My drafts, latest first',
  query: PageQuery,
  reply: Page(Draft),
})
export const keepDraft = put('/api/drafts/:id', {
  summary: 'Keep a draft, seen by me alone',
  params: PostId,
  body: Type.Object({ spaceId: Type.Optional(Nullable(Id)), content: Draft.properties.content }),
  reply: Draft,
})
export const dropDraft = del('/api/drafts/:id', {
  summary: 'Throw a draft away',
  params: PostId,
  reply: Done,
})

/** Its author is the actor of the event. Mentions and recipients are members, for those who must be told. */
export const postPublished = event(
  'post.published',
  Type.Object({
    postId: Id,
    number: Type.Integer(),
    kind: PostKind,
    mentions: Type.Array(Id),
    recipients: Type.Array(Id),
  }),
)
export const postRevised = event('post.revised', Type.Object({ postId: Id }))
export const postWithdrawn = event('post.withdrawn', Type.Object({ postId: Id }))
export const postPinned = event('post.pinned', Type.Object({ postId: Id, pinned: Type.Boolean() }))
export const commentsClosed = event(
  'post.comments_closed',
  Type.Object({ postId: Id, closed: Type.Boolean() }),
)
export const answerAccepted = event('post.answered', Type.Object({ postId: Id, commentId: Nullable(Id) }))
export const postAdopted = event('post.adopted', Type.Object({ postId: Id, adoptionCount: Type.Integer() }))
/** No result travels: those who have not voted must not see it, and a vote must not be read from a difference. */
export const pollVoted = event('poll.voted', Type.Object({ postId: Id, voters: Type.Integer() }))
