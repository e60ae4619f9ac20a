import { del, get, put } from '#platform/contract/endpoint.ts'
import { event } from '#platform/contract/event.ts'
import { Id, Nullable, oneOf, Page, PageQuery, Type, type Static } from '#platform/contract/schema.ts'

/** The five words of the design, in its order. */
export const REACTIONS = ['like', 'bravo', 'useful', 'thanks', 'same'] as const
export const ReactionKind = oneOf(REACTIONS)
export type ReactionKind = Static<typeof ReactionKind>

export const ReactionCounts = Type.Object({
  like: Type.Integer(),
  bravo: Type.Integer(),
  useful: Type.Integer(),
  thanks: Type.Integer(),
  same: Type.Integer(),
})
export type ReactionCounts = Static<typeof ReactionCounts>

/** What a post or a comment gathered, with my own word. */
export const Reactions = Type.Object({
  subjectId: Id,
  mine: Nullable(ReactionKind),
  counts: ReactionCounts,
  total: Type.Integer(),
})
export type Reactions = Static<typeof Reactions>

export const Reactor = Type.Object({
  memberId: Id,
  givenName: Type.String(),
  familyName: Type.String(),
  photoFileId: Nullable(Id),
  kind: ReactionKind,
})
export type Reactor = Static<typeof Reactor>

const SubjectId = Type.Object({ subjectId: Id })

export const react = put('/api/reactions/:subjectId', {
  summary: 'React to a post or a comment with one of five words; another word replaces the first',
  params: SubjectId,
  body: Type.Object({ kind: ReactionKind }),
  reply: Reactions,
})
export const unreact = del('/api/reactions/:subjectId', {
  summary: 'Take my reaction back',
  params: SubjectId,
  reply: Reactions,
})
export const readReactors = get('/api/reactions/:subjectId', {
  summary: 'Who reacted, latest first',
  params: SubjectId,
  query: Type.Intersect([PageQuery, Type.Object({ kind: Type.Optional(ReactionKind) })]),
  reply: Page(Reactor),
})

/** The new totals: hearing it twice changes nothing. */
export const reactionChanged = event(
  'reaction.changed',
  Type.Object({
    subjectKind: oneOf(['post', 'comment']),
    subjectId: Id,
    counts: ReactionCounts,
    total: Type.Integer(),
  }),
)
