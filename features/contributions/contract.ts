import { del, get, put } from '#platform/contract/endpoint.ts'
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
import { AmbassadorState } from '#features/programme/contract.ts'
import { KINDS, MOST_WEIGHT, OUTSIDE } from './rules/kinds.ts'
import { ANSWERS, MOST_SLOTS, PROPOSALS, STAGES } from './rules/proposals.ts'
import { FOLLOW_STATES, REASONS } from './rules/state.ts'

export const ContributionKind = oneOf(KINDS)
export const FollowState = oneOf(FOLLOW_STATES)
export const Outside = oneOf(OUTSIDE)
export const ProposalKind = oneOf(PROPOSALS)

/** A name and a face. */
export const Face = Type.Object({
  id: Id,
  givenName: Type.String(),
  familyName: Type.String(),
  photoFileId: Nullable(Id),
  job: Type.String(),
  site: Type.String(),
})
export type Face = Static<typeof Face>

/** Where somebody stands in what was agreed with them, and why, in figures that a sentence says. */
export const Standing = Type.Object({
  /** Null: nothing is worked out now, and `code` says why. */
  state: Nullable(FollowState),
  code: oneOf(REASONS),
  /** Contributions since that day; usually in such a time; agreed for such a time. For this season. */
  done: Type.Integer(),
  usual: Nullable(Type.Integer()),
  agreed: Type.Integer(),
  since: Day,
})
export type Standing = Static<typeof Standing>

export const Weight = Type.Object({
  kind: ContributionKind,
  weight: Type.Number({ minimum: 0, maximum: MOST_WEIGHT }),
  counted: Type.Boolean(),
})
/** What counts in a programme and how long it is kept: the same for everybody, written down, known beforehand. */
export const WhatCounts = Type.Object({
  items: Type.Array(Weight),
  ledgerMonths: Type.Integer(),
  proposalMonths: Type.Integer(),
  contributionsPerMonth: Type.Integer(),
  peerConfirmation: Type.Boolean(),
  can: Type.Object({ shape: Type.Boolean() }),
})
export type WhatCounts = Static<typeof WhatCounts>

export const Declaration = Type.Object({
  what: Outside,
  words: Type.String(),
  people: Nullable(Type.Integer()),
  peer: Nullable(Face),
  answeredAt: Nullable(Time),
  peerWords: Type.String(),
})

/** A line of the ledger, with what proves it. */
export const LedgerLine = Type.Object({
  id: Id,
  kind: ContributionKind,
  at: Time,
  weight: Type.Number(),
  state: oneOf(['counted', 'waiting', 'declined', 'left_out']),
  /** What it is about, in words, and where it can be looked at, for a reader who may. */
  title: Type.String(),
  path: Nullable(Type.String()),
  declaration: Nullable(Declaration),
})
export type LedgerLine = Static<typeof LedgerLine>

/** What a proposal proposes, by kind. */
export const Terms = Type.Object({
  /** nudge: three easy things, in words. */
  ideas: Type.Optional(Type.Array(Type.String({ maxLength: 300 }), { maxItems: 3 })),
  /** talk: moments to choose from. */
  slots: Type.Optional(Type.Array(Time, { maxItems: MOST_SLOTS })),
  /** pause: its last day. */
  until: Type.Optional(Nullable(Day)),
  /** lighter: what would be agreed from now on. */
  contributionsPerMonth: Type.Optional(Nullable(Type.Integer({ minimum: 0, maximum: 60 }))),
  hoursPerMonth: Type.Optional(Nullable(Type.Number({ minimum: 0, maximum: 80 }))),
  /** hand_over: to whom. */
  successorId: Type.Optional(Nullable(Id)),
})
export type Terms = Static<typeof Terms>

export const Proposal = Type.Object({
  id: Id,
  kind: ProposalKind,
  stage: oneOf(STAGES),
  /** As it was that day. */
  standing: Standing,
  message: Type.String(),
  terms: Terms,
  successor: Nullable(Face),
  by: Nullable(Face),
  madeAt: Time,
  leavesAt: Nullable(Time),
  sentAt: Nullable(Time),
  until: Nullable(Day),
  note: Type.String(),
  answer: Nullable(oneOf(ANSWERS)),
  answerWords: Type.String(),
  slot: Nullable(Time),
  wall: Nullable(Type.Boolean()),
  answeredAt: Nullable(Time),
  outcome: Nullable(oneOf(['done', 'otherwise'])),
  settledAt: Nullable(Time),
})
export type Proposal = Static<typeof Proposal>

/** Everything that is held about one ambassador's follow-up; the person and the keepers read the very same. */
export const FollowUp = Type.Object({
  ambassadorId: Id,
  programmeId: Id,
  programmeName: Type.String(),
  own: Type.Boolean(),
  person: Face,
  lifeState: AmbassadorState,
  activeSince: Nullable(Time),
  standing: Standing,
  agreed: Type.Object({
    contributionsPerMonth: Type.Integer(),
    hoursPerMonth: Type.Number(),
    /** Lighter than what the programme asks, as agreed with them. */
    lighter: Type.Boolean(),
  }),
  likes: Type.Array(Type.String()),
  leaves: Type.Array(Type.Object({ from: Day, to: Day })),
  proposals: Type.Array(Proposal),
  choices: Type.Object({
    countSharing: Type.Boolean(),
    objectedAt: Nullable(Time),
    objection: Type.String(),
  }),
  /** Those who may read this, beside the person. */
  seenBy: Type.Array(Type.Object({ ...Face.properties, role: oneOf(['lead', 'keeper']) })),
  ledgerMonths: Type.Integer(),
  proposalMonths: Type.Integer(),
  can: Type.Object({ propose: Type.Boolean() }),
})
export type FollowUp = Static<typeof FollowUp>

/** One to talk with: the only place where a state stands beside a name outside a file. */
export const Due = Type.Object({
  ambassadorId: Id,
  person: Face,
  standing: Standing,
  /** The conversation under way. */
  open: Nullable(Type.Object({ kind: ProposalKind, stage: oneOf(STAGES), answer: Nullable(oneOf(ANSWERS)) })),
  /** Put off until then. */
  restsUntil: Nullable(Day),
})
export type Due = Static<typeof Due>

/** How the ambassadors of a programme are getting on, for its keepers. */
export const Overview = Type.Object({
  programmeId: Id,
  programmeName: Type.String(),
  counts: Type.Object({
    thriving: Type.Integer(),
    onTrack: Type.Integer(),
    fading: Type.Integer(),
    silent: Type.Integer(),
    /** Paused, arriving, handing over, or having objected. */
    apart: Type.Integer(),
  }),
  /** A stroke for each, without a name; only where the charter says so. */
  strokes: Nullable(Type.Array(Type.Object({ ambassadorId: Id, state: Nullable(FollowState) }))),
  due: Type.Array(Due),
  /** Files, by name. */
  people: Type.Array(Type.Object({ ambassadorId: Id, person: Face })),
})
export type Overview = Static<typeof Overview>

/** What a keeper may start from: nothing leaves before they have read it, changed it and sent it. */
export const ProposalDrafts = Type.Object({
  first: ProposalKind,
  drafts: Type.Array(Type.Object({ kind: ProposalKind, variants: Type.Array(Type.String()) })),
  ideas: Type.Array(Type.String()),
  slots: Type.Array(Time),
  successors: Type.Array(Type.Object({ ambassadorId: Id, person: Face })),
  /** When a message sent now would leave; null: at once. */
  leavesAt: Nullable(Time),
})
export type ProposalDrafts = Static<typeof ProposalDrafts>

/** Something a colleague did outside Élan, which they ask me to confirm. */
export const Confirmation = Type.Object({
  id: Id,
  person: Face,
  on: Day,
  what: Outside,
  words: Type.String(),
  people: Nullable(Type.Integer()),
})
export type Confirmation = Static<typeof Confirmation>

const ById = Type.Object({ id: Id })

export const readWhatCounts = get('/api/programmes/:id/contribution-kinds', {
  summary: 'What counts in a programme, with its weight, and how long it is kept',
  params: ById,
  reply: WhatCounts,
})
export const setWhatCounts = put('/api/programmes/:id/contribution-kinds', {
  summary: 'Change what counts from now on; what was done keeps the weight of its day',
  params: ById,
  body: Type.Object({
    items: Type.Optional(Type.Array(Weight, { maxItems: KINDS.length })),
    ledgerMonths: Type.Optional(Type.Integer()),
    proposalMonths: Type.Optional(Type.Integer()),
  }),
  reply: WhatCounts,
})

export const readFollowUp = get('/api/ambassadors/:id/follow-up', {
  summary:
    'Everything held about an ambassador’s follow-up: for that person and the keepers of the programme',
  params: ById,
  reply: FollowUp,
})
export const readLedger = get('/api/ambassadors/:id/contributions', {
  summary: 'What an ambassador did, latest first: for that person and the keepers of the programme',
  params: ById,
  query: PageQuery,
  reply: Page(LedgerLine),
})
export const exportFollowUp = get('/api/ambassadors/:id/follow-up/export', {
  summary: 'My own follow-up, whole, as a JSON file',
  params: ById,
  reply: Type.Unsafe<unknown>({}),
})
export const chooseFollowUp = put('/api/ambassadors/:id/follow-up/choices', {
  summary: 'Whether speaking outside counts for me; object to the follow-up, or come back on it',
  params: ById,
  body: Type.Object({
    countSharing: Type.Optional(Type.Boolean()),
    /** Null: I come back on it. */
    objection: Type.Optional(Nullable(Type.String({ maxLength: 1000 }))),
  }),
  reply: FollowUp,
})
export const leaveOut = put('/api/contributions/:id/leaving-out', {
  summary: 'Do not count this line about me',
  params: ById,
  reply: Done,
})
export const countAgain = del('/api/contributions/:id/leaving-out', {
  summary: 'Count this line about me again',
  params: ById,
  reply: Done,
})

export const declare = put('/api/declarations/:id', {
  summary: 'Declare what I did outside Élan',
  params: ById,
  body: Type.Object({
    ambassadorId: Id,
    what: Outside,
    on: Day,
    words: Type.Optional(Type.String({ maxLength: 500 })),
    people: Type.Optional(Nullable(Type.Integer({ minimum: 1, maximum: 5000 }))),
    /** The ambassador whom I ask to confirm it, where the programme asks for that. */
    peerId: Type.Optional(Nullable(Id)),
  }),
  reply: LedgerLine,
})
export const withdrawDeclaration = del('/api/declarations/:id', {
  summary: 'Take a declaration of mine away',
  params: ById,
  reply: Done,
})
export const readPeers = get('/api/programmes/:id/peers', {
  summary: 'Ambassadors whom I may ask to confirm something, by name',
  params: ById,
  reply: Type.Object({ items: Type.Array(Face) }),
})
export const readConfirmations = get('/api/programmes/:id/confirmations', {
  summary: 'What colleagues ask me to confirm',
  params: ById,
  reply: Type.Object({ items: Type.Array(Confirmation) }),
})
export const answerDeclaration = put('/api/declarations/:id/answer', {
  summary: 'Confirm what a colleague did, or kindly decline to',
  params: ById,
  body: Type.Object({ confirmed: Type.Boolean(), words: Type.Optional(Type.String({ maxLength: 500 })) }),
  reply: Done,
})

export const readOverview = get('/api/programmes/:id/follow-up', {
  summary: 'How the ambassadors are getting on, and whom to talk with: for the keepers of the programme',
  params: ById,
  reply: Overview,
})
export const readLastContributions = get('/api/programmes/:id/last-contributions', {
  summary: 'The month of each ambassador’s latest contribution: for the keepers of the programme',
  params: ById,
  reply: Type.Object({
    /** `month`: its first day. */
    items: Type.Array(Type.Object({ ambassadorId: Id, month: Nullable(Day) })),
  }),
})
export const readProposalDrafts = get('/api/ambassadors/:id/proposal-drafts', {
  summary: 'Warm words to start from, in the language of the person; nothing is sent',
  params: ById,
  reply: ProposalDrafts,
})
export const propose = put('/api/proposals/:id', {
  summary: 'Send a proposal to an ambassador: at once in working hours, else the next working morning',
  params: ById,
  body: Type.Object({
    ambassadorId: Id,
    kind: ProposalKind,
    message: Words(4000),
    terms: Type.Optional(Terms),
  }),
  reply: Proposal,
})
export const recallProposal = del('/api/proposals/:id', {
  summary: 'Recall a proposal before it leaves: nothing of it is kept',
  params: ById,
  reply: Done,
})
export const restProposal = put('/api/proposals/:id/rest', {
  summary: 'Put a conversation off until a day, or set it aside, with a reason that its person reads',
  params: ById,
  body: Type.Object({
    ambassadorId: Id,
    kind: ProposalKind,
    note: Words(500),
    /** Null: set aside. */
    until: Nullable(Day),
  }),
  reply: Proposal,
})
export const answerProposal = put('/api/proposals/:id/answer', {
  summary: 'Answer a proposal made to me',
  params: ById,
  body: Type.Object({
    answer: oneOf(ANSWERS),
    words: Type.Optional(Type.String({ maxLength: 1000 })),
    slot: Type.Optional(Nullable(Time)),
    /** thanks: a word on the wall of those who have served. */
    wall: Type.Optional(Nullable(Type.Boolean())),
  }),
  reply: Proposal,
})
export const settleProposal = put('/api/proposals/:id/outcome', {
  summary:
    'Close a conversation: done as agreed (the pause, the lighter role, the thanks follow), or otherwise',
  params: ById,
  body: Type.Object({
    outcome: oneOf(['done', 'otherwise']),
    note: Type.Optional(Type.String({ maxLength: 500 })),
  }),
  reply: Proposal,
})

