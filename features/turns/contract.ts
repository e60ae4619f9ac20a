import { del, get, patch, post, put } from '#platform/contract/endpoint.ts'
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
import { Connection, NetworkName, PublicationState } from '#features/publishing/contract.ts'

export const Holder = Type.Object({
  memberId: Id,
  givenName: Type.String(),
  familyName: Type.String(),
  job: Type.String(),
  site: Type.String(),
  photoFileId: Nullable(Id),
})
export type Holder = Static<typeof Holder>

export const Turn = Type.Object({
  id: Id,
  startsOn: Day,
  endsOn: Day,
  week: Type.Integer(),
  state: oneOf(['open', 'proposed', 'confirmed']),
  when: oneOf(['past', 'now', 'ahead']),
  holder: Nullable(Holder),
  mine: Type.Boolean(),
})
export type Turn = Static<typeof Turn>

/** An account of the roster, as everybody of the community may know it. */
export const Voice = Type.Object({
  id: Id,
  network: NetworkName,
  mode: oneOf(['api', 'assisted']),
  name: Type.String(),
  accountUrl: Type.String(),
  limit: Type.Integer(),
  state: Connection.properties.state,
})
export type Voice = Static<typeof Voice>

export const TurnPost = Type.Object({
  id: Id,
  turnId: Id,
  voice: Voice,
  text: Type.String(),
  link: Type.String(),
  fileId: Nullable(Id),
  alt: Type.String(),
  plannedFor: Time,
  /** to_do: assisted, to be published by hand. */
  state: oneOf([
    'queued',
    'held',
    'sent',
    'failed',
    'cancelled',
    'removed',
    'to_do',
  ] as const satisfies readonly (Static<typeof PublicationState> | 'to_do')[]),
  /** Why it did not leave and what to do; '' otherwise. */
  problem: Type.String(),
  retryAt: Nullable(Time),
  url: Type.String(),
  publishedAt: Nullable(Time),
  /** Stopped by an incident, or left over from another turn. */
  stopped: Nullable(oneOf(['incident', 'leftover'])),
  /** Asked to disappear from the network; it has not said yes yet. */
  hiding: Type.Boolean(),
  likes: Nullable(Type.Integer()),
  reposts: Nullable(Type.Integer()),
  replies: Nullable(Type.Integer()),
  clicks: Nullable(Type.Integer()),
  views: Nullable(Type.Integer()),
})
export type TurnPost = Static<typeof TurnPost>

const Told = {
  views: Nullable(Type.Integer({ minimum: 0, maximum: 1_000_000_000 })),
  likes: Nullable(Type.Integer({ minimum: 0, maximum: 1_000_000_000 })),
  replies: Nullable(Type.Integer({ minimum: 0, maximum: 1_000_000_000 })),
  clicks: Nullable(Type.Integer({ minimum: 0, maximum: 1_000_000_000 })),
}

/** What a turn brought: what the networks count, else what its holder noted. */
export const ResultCard = Type.Object({
  posts: Type.Integer(),
  ...Told,
  words: Type.String(),
  /** A figure that the holder typed, rather than the network. */
  told: Type.Boolean(),
})
export type ResultCard = Static<typeof ResultCard>

export const PastTurn = Type.Object({
  ...Turn.properties,
  result: ResultCard,
  /** The newest posts, as anybody may read them on the network. */
  posts: Type.Array(TurnPost),
})
export type PastTurn = Static<typeof PastTurn>

export const Swap = Type.Object({
  id: Id,
  state: oneOf(['asked', 'accepted', 'declined', 'withdrawn', 'over']),
  turn: Turn,
  other: Turn,
  askedAt: Time,
  /** by me, or to me; those who shape the roster see all. */
  side: oneOf(['by_me', 'to_me', 'other']),
})
export type Swap = Static<typeof Swap>

export const IncidentLine = Type.Object({
  id: Type.Integer(),
  kind: oneOf(['opened', 'stopped', 'hidden', 'by_hand', 'told', 'word', 'closed']),
  amount: Nullable(Type.Integer()),
  words: Type.String(),
  by: Type.String(),
  at: Time,
})
export const Incident = Type.Object({
  id: Id,
  openedAt: Time,
  closedAt: Nullable(Time),
  lines: Type.Array(IncidentLine),
})
export type Incident = Static<typeof Incident>

export const OnDuty = Type.Object({
  memberId: Nullable(Id),
  name: Type.String(),
  phone: Type.String(),
  link: Type.String(),
  hours: Type.String(),
})
export type OnDuty = Static<typeof OnDuty>

export const Roster = Type.Object({
  programmeId: Id,
  spaceId: Id,
  programmeName: Type.String(),
  timeZone: Type.String(),
  today: Day,
  days: Type.Integer(),
  voices: Type.Array(Voice),
  /** From the turn before now to the last one planned. */
  turns: Type.Array(Turn),
  code: Type.Object({ text: Type.String(), version: Type.Integer() }),
  onDuty: OnDuty,
  /** What everybody may read of the turn in progress. */
  published: Type.Array(TurnPost),
  me: Type.Object({
    serves: Type.Boolean(),
    charter: Type.Boolean(),
    training: Type.Boolean(),
    codeAccepted: Type.Boolean(),
    /** My turn of now, else the next one. */
    turnId: Nullable(Id),
    holdsNow: Type.Boolean(),
  }),
  swaps: Type.Array(Swap),
  /** Under way; known to those who may read the log. */
  incident: Nullable(Incident),
  can: Type.Object({ shape: Type.Boolean(), readIncidents: Type.Boolean(), raise: Type.Boolean() }),
})
export type Roster = Static<typeof Roster>

/** One's own turn: what is planned, what was said, what the one before left. */
export const Desk = Type.Object({
  turn: Turn,
  startsAt: Time,
  endsAt: Time,
  posts: Type.Array(TurnPost),
  note: Type.String(),
  /** From whoever held it before. */
  left: Nullable(Type.Object({ by: Type.String(), note: Type.String() })),
  result: ResultCard,
  told: Type.Object(Told),
  /** Unsent when the turn ended: to hand over or to cancel. */
  leftovers: Type.Integer(),
  next: Nullable(Holder),
})
export type Desk = Static<typeof Desk>

const ById = Type.Object({ id: Id })

export const readRoster = get('/api/programmes/:id/roster', {
  summary: 'Who speaks for the company now and next, and my part in it',
  params: ById,
  reply: Roster,
})
export const setRoster = patch('/api/programmes/:id/roster', {
  summary: 'Set the roster: length of a turn, accounts, on-duty person, code of conduct',
  params: ById,
  body: Type.Object({
    days: Type.Optional(Type.Integer({ minimum: 1, maximum: 31 })),
    connectionIds: Type.Optional(Type.Array(Id, { maxItems: 10 })),
    onDuty: Type.Optional(
      Type.Object({
        memberId: Type.Optional(Nullable(Id)),
        name: Type.String({ maxLength: 120 }),
        phone: Type.String({ maxLength: 40 }),
        link: Type.String({ maxLength: 500 }),
        hours: Type.String({ maxLength: 120 }),
      }),
    ),
    /** '': the one we propose. */
    code: Type.Optional(Type.String({ maxLength: 8000 })),
  }),
  reply: Roster,
})
export const planTurns = post('/api/programmes/:id/roster/turns', {
  summary: 'Plan further turns, shared out fairly; those already planned stay as they are',
  params: ById,
  body: Type.Object({
    startsOn: Type.Optional(Day),
    turns: Type.Integer({ minimum: 1, maximum: 26 }),
  }),
  reply: Roster,
})
export const readCandidates = get('/api/programmes/:id/roster/candidates', {
  summary: 'Those who may hold a turn: they serve, signed the charter and passed the training',
  params: ById,
  reply: Type.Object({ items: Type.Array(Holder), serving: Type.Integer() }),
})
export const readPastTurns = get('/api/programmes/:id/turns', {
  summary: 'Turns held, the newest first, with what was said and what it brought',
  params: ById,
  query: PageQuery,
  reply: Page(PastTurn),
})
export const giveTurn = put('/api/turns/:id/holder', {
  summary: 'Propose a turn to somebody, or leave it open',
  params: ById,
  body: Type.Object({ memberId: Nullable(Id) }),
  reply: Roster,
})
export const moveTurn = post('/api/turns/:id/move', {
  summary: 'Exchange the holders of two turns ahead',
  params: ById,
  body: Type.Object({ otherId: Id }),
  reply: Roster,
})
export const removeTurn = del('/api/turns/:id', {
  summary: 'Take a turn ahead out of the roster',
  params: ById,
  reply: Done,
})
export const takeTurn = put('/api/turns/:id/taking', {
  summary: 'Take an open turn',
  params: ById,
  reply: Roster,
})
export const answerTurn = put('/api/turns/:id/answer', {
  summary: 'Say yes or no to a turn that is proposed to me; give back one of mine',
  params: ById,
  body: Type.Object({ yes: Type.Boolean() }),
  reply: Roster,
})
export const askSwap = put('/api/swaps/:id', {
  summary: 'Ask somebody to exchange turns',
  params: ById,
  body: Type.Object({ turnId: Id, otherTurnId: Id }),
  reply: Roster,
})
export const answerSwap = put('/api/swaps/:id/answer', {
  summary: 'Accept or decline an exchange asked of me',
  params: ById,
  body: Type.Object({ yes: Type.Boolean() }),
  reply: Roster,
})
export const withdrawSwap = del('/api/swaps/:id', {
  summary: 'Withdraw an exchange I asked for',
  params: ById,
  reply: Roster,
})
export const acceptCode = put('/api/programmes/:id/roster/code', {
  summary: 'Accept the code of conduct, before my first turn',
  params: ById,
  body: Type.Object({ version: Type.Integer() }),
  reply: Roster,
})
export const readDesk = get('/api/turns/:id', {
  summary: 'A turn of mine: what is planned, what was said, the note of the one before',
  params: ById,
  reply: Desk,
})
export const setTurnPost = put('/api/turn-posts/:id', {
  summary: 'Publish or schedule in the name of the company, during my turn only',
  params: ById,
  body: Type.Object({
    turnId: Id,
    connectionId: Id,
    text: Words(5000),
    link: Type.Optional(Type.String({ maxLength: 1000 })),
    fileId: Type.Optional(Nullable(Id)),
    alt: Type.Optional(Type.String({ maxLength: 1500 })),
    /** Absent: now. */
    publishAt: Type.Optional(Nullable(Time)),
  }),
  reply: Desk,
})
export const cancelTurnPost = del('/api/turn-posts/:id', {
  summary: 'Cancel a post that has not left',
  params: ById,
  reply: Desk,
})
export const tryTurnPost = put('/api/turn-posts/:id/again', {
  summary: 'Try a post again that failed or was stopped',
  params: ById,
  reply: Desk,
})
export const setAddress = put('/api/turn-posts/:id/address', {
  summary: 'Assisted mode: where the post is, once published by hand',
  params: ById,
  body: Type.Object({ url: Words(1000) }),
  reply: Desk,
})
export const hidePost = put('/api/turn-posts/:id/hidden', {
  summary: 'Take one post down from its network',
  params: ById,
  reply: Desk,
})
export const setNote = put('/api/turns/:id/note', {
  summary: 'A word to whoever comes next',
  params: ById,
  body: Type.Object({ note: Type.String({ maxLength: 2000 }) }),
  reply: Desk,
})
export const setResult = put('/api/turns/:id/result', {
  summary: 'What the turn brought, where no network says it',
  params: ById,
  body: Type.Object({ ...Told, words: Type.String({ maxLength: 1000 }) }),
  reply: Desk,
})
export const settleLeftovers = put('/api/turns/:id/leftovers', {
  summary: 'What was not sent when the turn ended: hand it over, or cancel it',
  params: ById,
  body: Type.Object({ choice: oneOf(['hand_over', 'cancel']) }),
  reply: Desk,
})
export const raiseIncident = put('/api/incidents/:id', {
  summary: 'Something goes wrong: stop what is scheduled, hide what can be, tell the person on duty',
  params: ById,
  body: Type.Object({
    programmeId: Id,
    words: Type.String({ maxLength: 2000 }),
    /** Take down what was published during this turn. */
    hide: Type.Boolean(),
  }),
  reply: Incident,
})
export const addToIncident = post('/api/incidents/:id/lines', {
  summary: 'Add a line to the log of an incident',
  params: ById,
  body: Type.Object({ words: Words(2000) }),
  reply: Incident,
})
export const closeIncident = put('/api/incidents/:id/closing', {
  summary: 'Close an incident: the holder may publish again',
  params: ById,
  body: Type.Object({ words: Type.String({ maxLength: 2000 }) }),
  reply: Incident,
})
export const readIncidents = get('/api/programmes/:id/incidents', {
  summary: 'The log of incidents, for the holders concerned, the person on duty and the leads',
  params: ById,
  query: PageQuery,
  reply: Page(Incident),
})
export const readMyTurns = get('/api/me/turns', {
  summary: 'My turns ahead in a programme, and what is asked of me',
  query: Type.Object({ programmeId: Id }),
  reply: Type.Object({
    roster: Type.Boolean(),
    now: Nullable(Turn),
    next: Nullable(Turn),
    proposed: Type.Array(Turn),
    swaps: Type.Integer(),
    speaking: Nullable(Type.Object({ givenName: Type.String(), familyName: Type.String() })),
  }),
})

/** The roster moved: its readers look again. Nothing private in it. */
export const rosterChanged = event('roster.changed', Type.Object({ programmeId: Id }))
