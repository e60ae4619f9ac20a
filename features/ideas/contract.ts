import { del, get, put } from '#platform/contract/endpoint.ts'
import { event } from '#platform/contract/event.ts'
import {
  Day,
  Done,
  Id,
  Nullable,
  oneOf,
  Page,
  PageQuery,
  Time,
  Type,
  Words,
  type Static,
} from '#platform/contract/schema.ts'
import { ANSWERS, LIMITS, STATUSES } from './rules/statuses.ts'

export const IdeaStatus = oneOf(STATUSES)
export type IdeaStatus = Static<typeof IdeaStatus>

export const Face = Type.Object({
  id: Id,
  givenName: Type.String(),
  familyName: Type.String(),
  photoFileId: Nullable(Id),
})
export type Face = Static<typeof Face>

const Rating = Type.Object({ effort: Type.Integer(), value: Type.Integer(), words: Type.String() })

/** A line of the backlog, as its reader sees it. */
export const IdeaCard = Type.Object({
  id: Id,
  title: Type.String(),
  status: IdeaStatus,
  statusAt: Time,
  createdAt: Time,
  author: Nullable(Face),
  fromPost: Type.Boolean(),
  rating: Nullable(Rating),
  /** Of the last round it was in that was published; null: none, or too few voted. */
  votes: Nullable(Type.Integer()),
  /** In the round under way: what I put on it, and the total where the round shows it. */
  ballot: Nullable(Type.Object({ mine: Type.Integer(), total: Nullable(Type.Integer()) })),
  mergedCount: Type.Integer(),
})
export type IdeaCard = Static<typeof IdeaCard>

const Named = Type.Object({ id: Id, title: Type.String() })
const Step = Type.Object({
  from: IdeaStatus,
  to: IdeaStatus,
  at: Time,
  why: Type.String(),
  by: Nullable(Face),
})
const Result = Type.Object({
  roundId: Id,
  name: Type.String(),
  closedAt: Time,
  votes: Nullable(Type.Integer()),
  rank: Nullable(Type.Integer()),
})

/** An idea and its whole story. */
export const Idea = Type.Intersect([
  IdeaCard,
  Type.Object({
    programmeId: Id,
    programmeName: Type.String(),
    spaceId: Id,
    words: Type.String(),
    change: Type.String(),
    /** Its post, while its author leaves it there. */
    post: Nullable(Type.Object({ id: Id, excerpt: Type.String() })),
    steps: Type.Array(Step),
    merged: Type.Array(Type.Object({ id: Id, title: Type.String(), author: Nullable(Face) })),
    mergedInto: Nullable(Named),
    ratedBy: Nullable(Face),
    ratedAt: Nullable(Time),
    results: Type.Array(Result),
    /** Its author, and those of the ideas merged into it. */
    authors: Type.Array(Face),
    /** The kudos to them: drafted, and published once somebody sent it. */
    thanks: Nullable(Type.Object({ postId: Id, published: Type.Boolean() })),
    can: Type.Object({
      revise: Type.Boolean(),
      answer: Type.Boolean(),
      rate: Type.Boolean(),
      vote: Type.Boolean(),
    }),
  }),
])
export type Idea = Static<typeof Idea>

const Ballot = Type.Object({
  left: Type.Integer(),
  votes: Type.Array(Type.Object({ ideaId: Id, votes: Type.Integer() })),
})
export type Ballot = Static<typeof Ballot>

const RoundState = oneOf(['draft', 'open', 'closed'])
const RoundFacts = {
  id: Id,
  programmeId: Id,
  name: Type.String(),
  state: RoundState,
  closesOn: Day,
  votesEach: Type.Integer(),
  mostOnOne: Type.Integer(),
  showsTotals: Type.Boolean(),
  openedAt: Nullable(Time),
  closedAt: Nullable(Time),
  ideaCount: Type.Integer(),
  /** How many voted; null while it is under the threshold. */
  voters: Nullable(Type.Integer()),
}
export const RoundCard = Type.Object(RoundFacts)
export type RoundCard = Static<typeof RoundCard>

export const Round = Type.Object({
  ...RoundFacts,
  /** Under it a total says nothing. */
  threshold: Type.Integer(),
  /** Those who may vote. */
  serving: Type.Integer(),
  ideas: Type.Array(
    Type.Object({
      id: Id,
      title: Type.String(),
      status: IdeaStatus,
      /** It ended while the round was open: its votes went back. */
      left: Type.Boolean(),
      votes: Nullable(Type.Integer()),
      rank: Nullable(Type.Integer()),
    }),
  ),
  /** My own votes, read by me alone; null: not somebody who votes, or not open. */
  mine: Nullable(Ballot),
  can: Type.Object({ shape: Type.Boolean(), vote: Type.Boolean() }),
})
export type Round = Static<typeof Round>

const Point = Type.Object({
  id: Id,
  title: Type.String(),
  status: IdeaStatus,
  effort: Type.Integer(),
  value: Type.Integer(),
  votes: Nullable(Type.Integer()),
})
export type Point = Static<typeof Point>

/** What stands around the list: the round, the chart, the team, what I may do. */
export const Board = Type.Object({
  programmeId: Id,
  programmeName: Type.String(),
  spaceId: Id,
  counts: Type.Array(Type.Object({ status: IdeaStatus, ideas: Type.Integer() })),
  round: Nullable(Round),
  points: Type.Array(Point),
  team: Type.Array(Face),
  can: Type.Object({
    write: Type.Boolean(),
    shape: Type.Boolean(),
    rate: Type.Boolean(),
    vote: Type.Boolean(),
  }),
})
export type Board = Static<typeof Board>

export const IdeaPost = Type.Object({
  id: Id,
  title: Type.String(),
  excerpt: Type.String(),
  author: Nullable(Face),
  publishedAt: Time,
})
export type IdeaPost = Static<typeof IdeaPost>

const ProgrammeId = Type.Object({ id: Id })
const IdeaId = Type.Object({ id: Id })
const RoundId = Type.Object({ id: Id })
const TeamMember = Type.Object({ id: Id, memberId: Id })
const Why = Type.String({ maxLength: LIMITS.why })

export const readIdeas = get('/api/programmes/:id/ideas', {
  summary: 'The backlog of a programme: by status, words and order',
  params: ProgrammeId,
  query: Type.Intersect([
    PageQuery,
    Type.Object({
      /** open: new, considered, planned or being built. */
      status: Type.Optional(oneOf(['open', 'all', ...STATUSES])),
      search: Type.Optional(Type.String({ maxLength: LIMITS.search })),
      order: Type.Optional(oneOf(['recent', 'votes', 'value', 'effort'])),
      /** Only those of the round under way. */
      inRound: Type.Optional(Type.Boolean()),
    }),
  ]),
  reply: Page(IdeaCard),
})
export const readIdeaBoard = get('/api/programmes/:id/idea-board', {
  summary:
    'What surrounds the backlog: the round under way, the chart of value and effort, its team, what I may do',
  params: ProgrammeId,
  reply: Board,
})
export const readIdeaPosts = get('/api/programmes/:id/idea-posts', {
  summary: 'Posts of kind idea of the community that are not in the backlog yet',
  params: ProgrammeId,
  query: Type.Intersect([
    PageQuery,
    Type.Object({ search: Type.Optional(Type.String({ maxLength: LIMITS.search })) }),
  ]),
  reply: Page(IdeaPost),
})
export const nameToIdeaTeam = put('/api/programmes/:id/idea-team/:memberId', {
  summary: 'Add somebody of the community to the team that estimates value and effort',
  params: TeamMember,
  reply: Type.Object({ team: Type.Array(Face) }),
})
export const leaveIdeaTeam = del('/api/programmes/:id/idea-team/:memberId', {
  summary: 'Take somebody off that team; what was said stays',
  params: TeamMember,
  reply: Type.Object({ team: Type.Array(Face) }),
})
export const readIdea = get('/api/ideas/:id', {
  summary: 'An idea and its story',
  params: IdeaId,
  reply: Idea,
})
export const setIdea = put('/api/ideas/:id', {
  summary: 'Write an idea, take one from a post, or change how it is said',
  params: IdeaId,
  body: Type.Object({
    programmeId: Id,
    postId: Type.Optional(Id),
    title: Type.Optional(Type.String({ maxLength: LIMITS.title })),
    words: Type.Optional(Type.String({ maxLength: LIMITS.words })),
    change: Type.Optional(Type.String({ maxLength: LIMITS.change })),
  }),
  reply: Idea,
})
export const answerIdea = put('/api/ideas/:id/status', {
  summary: 'Say what becomes of an idea, and why',
  params: IdeaId,
  body: Type.Object({ status: oneOf(ANSWERS), why: Why }),
  reply: Idea,
})
export const mergeIdea = put('/api/ideas/:id/merge', {
  summary: 'Merge an idea into another that says the same: votes and authors follow',
  params: IdeaId,
  body: Type.Object({ intoId: Id, why: Why }),
  reply: Idea,
})
export const rateIdea = put('/api/ideas/:id/rating', {
  summary: 'Estimate the effort and the value of an idea, as its team, with a word',
  params: IdeaId,
  body: Type.Object({
    effort: Type.Integer({ minimum: 1, maximum: 5 }),
    value: Type.Integer({ minimum: 1, maximum: 5 }),
    words: Type.Optional(Type.String({ maxLength: LIMITS.ratingWords })),
  }),
  reply: Idea,
})
export const noteThanks = put('/api/ideas/:id/thanks', {
  summary:
    'Note the id under which a kudos to the authors of a shipped idea is being written; a human publishes it',
  params: IdeaId,
  body: Type.Object({ postId: Id }),
  reply: Idea,
})
export const readRounds = get('/api/programmes/:id/idea-rounds', {
  summary: 'The rounds of a programme, latest first',
  params: ProgrammeId,
  query: PageQuery,
  reply: Page(RoundCard),
})
export const readRound = get('/api/idea-rounds/:id', {
  summary: 'A round, its ideas, its results once it is closed; my own votes while it is open',
  params: RoundId,
  reply: Round,
})
export const setRound = put('/api/idea-rounds/:id', {
  summary: 'Prepare a round, or change it',
  params: RoundId,
  body: Type.Object({
    programmeId: Id,
    name: Words(LIMITS.roundName),
    closesOn: Day,
    votesEach: Type.Optional(Type.Integer({ minimum: 1, maximum: LIMITS.votes })),
    mostOnOne: Type.Optional(Type.Integer({ minimum: 1, maximum: LIMITS.votes })),
    showsTotals: Type.Optional(Type.Boolean()),
    ideaIds: Type.Array(Id, { maxItems: LIMITS.roundIdeas }),
  }),
  reply: Round,
})
export const turnRound = put('/api/idea-rounds/:id/state', {
  summary: 'Open a round, or close it and publish its results',
  params: RoundId,
  body: Type.Object({ state: oneOf(['open', 'closed']) }),
  reply: Round,
})
export const dropRound = del('/api/idea-rounds/:id', {
  summary: 'Throw away a round that never opened',
  params: RoundId,
  reply: Done,
})
export const castVotes = put('/api/idea-rounds/:id/votes/:ideaId', {
  summary: 'Put this many of my votes on an idea; zero takes them back',
  params: Type.Object({ id: Id, ideaId: Id }),
  body: Type.Object({ votes: Type.Integer({ minimum: 0, maximum: LIMITS.votes }) }),
  reply: Ballot,
})

/** Something that every reader of the backlog may see changed: never a vote. */
export const ideaChanged = event('idea.changed', Type.Object({ programmeId: Id, ideaId: Id }))
export const ideaShipped = event('idea.shipped', Type.Object({ programmeId: Id, ideaId: Id }))
export const roundTurned = event(
  'idea_round.turned',
  Type.Object({ programmeId: Id, roundId: Id, state: RoundState }),
)
