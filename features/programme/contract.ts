import { del, get, post, put } from '#platform/contract/endpoint.ts'
import { event } from '#platform/contract/event.ts'
import {
  Day,
  Done,
  Id,
  Language,
  Nullable,
  oneOf,
  Page,
  PageQuery,
  Time,
  Type,
  Words,
  type Static,
} from '#platform/contract/schema.ts'
import { LIKES } from './rules/likes.ts'
import { STATES } from './rules/lifecycle.ts'

export const AmbassadorState = oneOf(STATES)
export type AmbassadorState = Static<typeof AmbassadorState>

/** What a programme asks, how one enters, and how many serve. */
export const Programme = Type.Object({
  id: Id,
  spaceId: Id,
  name: Type.String(),
  mission: Type.String(),
  contributionsPerMonth: Type.Integer(),
  hoursPerMonth: Type.Number(),
  gatheringsPerYear: Type.Integer(),
  seats: Nullable(Type.Integer()),
  byVolunteering: Type.Boolean(),
  byNomination: Type.Boolean(),
  byInvitation: Type.Boolean(),
  managerAgreement: Type.Boolean(),
  peerConfirmation: Type.Boolean(),
  leadPicture: Type.Boolean(),
  state: oneOf(['draft', 'open', 'closed']),
  startsOn: Nullable(Day),
  endsOn: Nullable(Day),
  /** My own place in it, if any. */
  mine: Nullable(Type.Object({ id: Id, state: AmbassadorState })),
  can: Type.Object({
    shape: Type.Boolean(),
    keep: Type.Boolean(),
    /** Name the keepers: the leads of the community. */
    nameKeepers: Type.Boolean(),
  }),
})
export type Programme = Static<typeof Programme>

export const ProgrammeDraft = Type.Object({
  spaceId: Id,
  name: Words(80),
  mission: Type.Optional(Type.String({ maxLength: 4000 })),
  contributionsPerMonth: Type.Optional(Type.Integer({ minimum: 0, maximum: 60 })),
  hoursPerMonth: Type.Optional(Type.Number({ minimum: 0, maximum: 80 })),
  gatheringsPerYear: Type.Optional(Type.Integer({ minimum: 0, maximum: 52 })),
  seats: Type.Optional(Nullable(Type.Integer({ minimum: 1, maximum: 100_000 }))),
  byVolunteering: Type.Optional(Type.Boolean()),
  byNomination: Type.Optional(Type.Boolean()),
  byInvitation: Type.Optional(Type.Boolean()),
  managerAgreement: Type.Optional(Type.Boolean()),
  peerConfirmation: Type.Optional(Type.Boolean()),
  leadPicture: Type.Optional(Type.Boolean()),
  state: Type.Optional(oneOf(['draft', 'open', 'closed'])),
  startsOn: Type.Optional(Nullable(Day)),
  endsOn: Type.Optional(Nullable(Day)),
})
export type ProgrammeDraft = Static<typeof ProgrammeDraft>

const ProgrammeId = Type.Object({ id: Id })

export const readProgrammes = get('/api/communities/:id/programmes', {
  summary: 'The ambassador programmes of a community; drafts are shown to those who shape them',
  params: ProgrammeId,
  reply: Type.Object({ items: Type.Array(Programme) }),
})
/** A programme in which I have a part, for finding my way: nothing of others. */
export const MyProgramme = Type.Object({
  id: Id,
  spaceId: Id,
  name: Type.String(),
  state: Nullable(AmbassadorState),
  serving: Type.Boolean(),
  can: Type.Object({ shape: Type.Boolean(), keep: Type.Boolean() }),
})
export type MyProgramme = Static<typeof MyProgramme>
export const readMyProgrammes = get('/api/programmes', {
  summary: 'The programmes in which I have a part: I serve, I follow, or I animate their community',
  reply: Type.Object({ items: Type.Array(MyProgramme) }),
})
export const readProgramme = get('/api/programmes/:id', {
  summary: 'One programme: what it asks, how one enters, and my place in it',
  params: ProgrammeId,
  reply: Programme,
})
export const setProgramme = put('/api/programmes/:id', {
  summary: 'Create a programme in a community, or change it',
  params: ProgrammeId,
  body: ProgrammeDraft,
  reply: Programme,
})

/* People and circles. */

export const Person = Type.Object({
  id: Id,
  givenName: Type.String(),
  familyName: Type.String(),
  job: Type.String(),
  site: Type.String(),
  photoFileId: Nullable(Id),
})
export type Person = Static<typeof Person>

export const Keeper = Type.Object({ ...Person.properties, lead: Type.Boolean() })
export type Keeper = Static<typeof Keeper>

export const readKeepers = get('/api/programmes/:id/keepers', {
  summary: 'Who follows the ambassadors of a programme by name',
  params: ProgrammeId,
  reply: Type.Object({ items: Type.Array(Keeper) }),
})
const KeeperId = Type.Object({ id: Id, memberId: Id })
export const nameKeeper = put('/api/programmes/:id/keepers/:memberId', {
  summary: 'Name a keeper, among those who have a seat in the community',
  params: KeeperId,
  reply: Done,
})
export const unnameKeeper = del('/api/programmes/:id/keepers/:memberId', {
  summary: 'Take a keeper off: they follow the ambassadors of the programme by name no longer',
  params: KeeperId,
  reply: Done,
})

export const Circle = Type.Object({
  id: Id,
  programmeId: Id,
  name: Type.String(),
  site: Type.String(),
  launchedAt: Nullable(Time),
  /** How many serve in it. */
  people: Nullable(Type.Integer()),
})
export type Circle = Static<typeof Circle>
export const readCircles = get('/api/programmes/:id/circles', {
  summary:
    'The circles of a programme, launched or not: all of them for those who follow or shape it, their own for those who serve',
  params: ProgrammeId,
  reply: Type.Object({ items: Type.Array(Circle) }),
})
export const setCircle = put('/api/circles/:id', {
  summary: 'Create a circle, or rename it',
  params: ProgrammeId,
  body: Type.Object({
    programmeId: Id,
    name: Words(80),
    site: Type.Optional(Type.String({ maxLength: 120 })),
  }),
  reply: Circle,
})
export const closeCircle = del('/api/circles/:id', {
  summary: 'Take a circle away; its people stay, without a circle',
  params: ProgrammeId,
  reply: Done,
})

export const readAdvice = get('/api/programmes/:id/advice', {
  summary: 'How many seats the size of the audience calls for, and in how many circles',
  params: ProgrammeId,
  query: Type.Object({ seats: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })) }),
  reply: Type.Object({
    audience: Type.Integer(),
    /** At most so many contributors in the community. */
    cap: Nullable(Type.Integer()),
    least: Type.Integer(),
    most: Type.Integer(),
    circles: Type.Integer(),
    /** Circles of more than fifteen people. */
    crowded: Type.Array(Type.Object({ id: Id, name: Type.String(), people: Type.Integer() })),
  }),
})

/* Entering. */

export const Likes = Type.Array(oneOf(LIKES), { maxItems: LIKES.length })
const Short = Type.String({ maxLength: 1000 })

/** The manager as the candidate names them; without an address the link is printed. */
export const ManagerNamed = Type.Object({
  name: Words(120),
  email: Nullable(Type.String({ format: 'email', maxLength: 254 })),
})
export type ManagerNamed = Static<typeof ManagerNamed>

export const Entrance = Type.Object({
  seats: Nullable(Type.Integer()),
  free: Nullable(Type.Integer()),
  /** The manager of the directory, whose agreement would be asked. */
  manager: Nullable(Type.Object({ name: Type.String(), byMail: Type.Boolean() })),
  can: Type.Object({ volunteer: Type.Boolean(), nominate: Type.Boolean() }),
})
export type Entrance = Static<typeof Entrance>
export const readEntrance = get('/api/programmes/:id/entrance', {
  summary: 'How I may enter a programme',
  params: ProgrammeId,
  reply: Entrance,
})

export const Offer = Type.Object({
  words: Words(1000),
  likes: Likes,
  /** Null: that of the directory. */
  manager: Type.Optional(Nullable(ManagerNamed)),
})
export type Offer = Static<typeof Offer>
export const volunteer = put('/api/programmes/:id/candidacy', {
  summary: 'Offer to serve, with a few words; the manager named is asked for their agreement',
  params: ProgrammeId,
  body: Offer,
  reply: Type.Object({ ambassadorId: Id }),
})
const NominationId = Type.Object({ id: Id, memberId: Id })
export const nominate = put('/api/programmes/:id/nominations/:memberId', {
  summary: 'Name a colleague; the answer is theirs, and nobody is told of it',
  params: NominationId,
  body: Type.Object({ words: Words(1000) }),
  reply: Done,
})
export const inviteAmbassador = put('/api/programmes/:id/invitations/:memberId', {
  summary: 'Invite somebody to serve, as a lead or a keeper',
  params: NominationId,
  body: Type.Object({ words: Short }),
  reply: Type.Object({ ambassadorId: Id }),
})
const AmbassadorId = Type.Object({ id: Id })
export const answerNomination = put('/api/ambassadors/:id/answer', {
  summary: 'Somebody named answers: yes with a few words, or no without a reason',
  params: AmbassadorId,
  body: Type.Object({
    yes: Type.Boolean(),
    words: Type.Optional(Short),
    likes: Type.Optional(Likes),
    manager: Type.Optional(Nullable(ManagerNamed)),
  }),
  reply: Done,
})
export const decideCandidacy = put('/api/ambassadors/:id/decision', {
  summary: 'The lead says yes or no to a candidate, with a word',
  params: AmbassadorId,
  body: Type.Object({ yes: Type.Boolean(), word: Short }),
  reply: Done,
})

/* The manager's agreement. */

export const Agreement = Type.Object({
  id: Id,
  managerName: Type.String(),
  byMail: Type.Boolean(),
  askedAt: Time,
  expiresAt: Time,
  expired: Type.Boolean(),
  answeredAt: Nullable(Time),
  agreed: Nullable(Type.Boolean()),
  words: Type.String(),
  letterId: Nullable(Id),
})
export type Agreement = Static<typeof Agreement>
export const askManager = put('/api/agreements/:id', {
  summary: 'Ask a manager for their agreement: by e-mail, or on paper when they have no address',
  params: AmbassadorId,
  body: Type.Object({
    ambassadorId: Id,
    manager: Nullable(ManagerNamed),
    letterId: Type.Optional(Nullable(Id)),
  }),
  reply: Agreement,
})
export const readAgreementLink = get('/api/agreements/:id/link', {
  summary: 'The link of an agreement asked on paper, until it is answered',
  params: AmbassadorId,
  reply: Type.Object({ url: Type.String() }),
})
export const printAgreement = get('/api/agreements/:id/paper.pdf', {
  summary: 'One page to hand over to a manager without e-mail: what is asked, and the link',
  params: AmbassadorId,
  reply: Type.Unknown(),
})

/** What the manager reads: the commitment, never what was done. */
export const AgreementAsked = Type.Object({
  network: Type.String(),
  language: Language,
  person: Type.String(),
  manager: Type.String(),
  programme: Type.String(),
  mission: Type.String(),
  hoursPerMonth: Type.Number(),
  gatheringsPerYear: Type.Integer(),
  expiresAt: Time,
  /** The letter to sign, when it is one. */
  letter: Nullable(
    Type.Object({
      objectives: Type.String(),
      startsOn: Day,
      endsOn: Nullable(Day),
      hoursPerMonth: Type.Number(),
    }),
  ),
  answered: Nullable(Type.Object({ agreed: Type.Boolean(), at: Time })),
})
export type AgreementAsked = Static<typeof AgreementAsked>
const Token = Type.Object({ token: Type.String({ minLength: 20, maxLength: 80 }) })
export const readAgreement = get('/api/accord/:token', {
  summary: 'What a manager is asked, by the link they were given; no account needed',
  who: 'anyone',
  params: Token,
  reply: AgreementAsked,
})
export const answerAgreement = post('/api/accord/:token', {
  summary: 'The manager answers, once',
  who: 'anyone',
  params: Token,
  body: Type.Object({ agreed: Type.Boolean(), words: Short }),
  reply: AgreementAsked,
})

/* The file of somebody. */

export const Step = Type.Object({
  from: Nullable(AmbassadorState),
  to: AmbassadorState,
  at: Time,
  by: Nullable(Type.String()),
  why: Type.String(),
})
export const Leave = Type.Object({ id: Id, startsOn: Day, endsOn: Day })
export type Leave = Static<typeof Leave>

export const LetterFacts = Type.Object({
  language: Language,
  network: Type.String(),
  programme: Type.String(),
  mission: Type.String(),
  person: Type.String(),
  job: Type.String(),
  site: Type.String(),
  lead: Type.String(),
  manager: Nullable(Type.String()),
  hoursPerMonth: Type.Number(),
  contributionsPerMonth: Type.Integer(),
  gatheringsPerYear: Type.Integer(),
  objectives: Type.String(),
  startsOn: Day,
  endsOn: Nullable(Day),
  /** The text as it was issued: what the hash is of. */
  paragraphs: Type.Array(Type.String()),
})
export type LetterFacts = Static<typeof LetterFacts>
export const MissionLetter = Type.Object({
  id: Id,
  facts: LetterFacts,
  textHash: Type.String(),
  issuedAt: Time,
  signedByAmbassadorAt: Nullable(Time),
  signedByLeadAt: Nullable(Time),
  signedByManagerAt: Nullable(Time),
})
export type MissionLetter = Static<typeof MissionLetter>

export const AmbassadorFile = Type.Object({
  id: Id,
  programmeId: Id,
  programme: Type.String(),
  person: Person,
  own: Type.Boolean(),
  state: AmbassadorState,
  enteredBy: oneOf(['volunteering', 'nomination', 'invitation']),
  namedBy: Nullable(Type.String()),
  words: Type.String(),
  likes: Likes,
  circle: Nullable(Circle),
  /** Their rank on the waiting list, from 1. */
  waiting: Nullable(Type.Integer()),
  pausedUntil: Nullable(Day),
  activeSince: Nullable(Time),
  contributionsPerMonth: Type.Integer(),
  hoursPerMonth: Type.Number(),
  gatheringsPerYear: Type.Integer(),
  /** Less was agreed than the programme asks. */
  lighter: Type.Boolean(),
  successor: Nullable(Type.Object({ ambassadorId: Id, name: Type.String() })),
  wall: Type.Boolean(),
  wallWords: Type.String(),
  steps: Type.Array(Step),
  leaves: Type.Array(Leave),
  agreements: Type.Array(Agreement),
  letters: Type.Array(MissionLetter),
  keepers: Type.Array(Keeper),
  managerAgreement: Type.Boolean(),
  can: Type.Object({ keep: Type.Boolean() }),
})
export type AmbassadorFile = Static<typeof AmbassadorFile>
export const readAmbassador = get('/api/ambassadors/:id', {
  summary: 'The file of somebody in a programme: for themselves and for its keepers',
  params: AmbassadorId,
  reply: AmbassadorFile,
})

/* The life line. */

export const pause = put('/api/ambassadors/:id/pause', {
  summary:
    'Put an ambassador’s role on pause until a day; the pause ends by itself (the person, or a keeper)',
  params: AmbassadorId,
  body: Type.Object({ until: Day, why: Short }),
  reply: Done,
})
export const comeBack = del('/api/ambassadors/:id/pause', {
  summary: 'End a pause before its day (the person, or a keeper)',
  params: AmbassadorId,
  reply: Done,
})
export const leaveProgramme = put('/api/ambassadors/:id/leaving', {
  summary: 'Leave the programme, by oneself and at any time',
  params: AmbassadorId,
  body: Type.Object({ why: Short }),
  reply: Done,
})
export const handOver = put('/api/ambassadors/:id/hand-over', {
  summary:
    'Begin to hand a role over, to an ambassador or to somebody still to be found (the person, or a keeper)',
  params: AmbassadorId,
  body: Type.Object({ successorId: Nullable(Id), why: Short }),
  reply: Done,
})
export const lightenRole = put('/api/ambassadors/:id/expectations', {
  summary: 'Agree to a lighter role; nulls go back to what the programme asks',
  params: AmbassadorId,
  body: Type.Object({
    contributionsPerMonth: Nullable(Type.Integer({ minimum: 0, maximum: 60 })),
    hoursPerMonth: Nullable(Type.Number({ minimum: 0, maximum: 80 })),
    why: Short,
  }),
  reply: Done,
})
export const thank = put('/api/ambassadors/:id/thanks', {
  summary: 'Thank somebody, who becomes an alumna or alumnus',
  params: AmbassadorId,
  body: Type.Object({ word: Words(1000) }),
  reply: Done,
})
export const setLikes = put('/api/ambassadors/:id/likes', {
  summary: 'Say which kinds of contributions I like: missions and small gestures are proposed accordingly',
  params: AmbassadorId,
  body: Type.Object({ likes: Likes }),
  reply: Done,
})
export const setLeave = put('/api/leaves/:id', {
  summary: 'Declare a leave: dates only',
  params: AmbassadorId,
  body: Type.Object({ ambassadorId: Id, startsOn: Day, endsOn: Day }),
  reply: Leave,
})
export const removeLeave = del('/api/leaves/:id', {
  summary: 'Take back a declared leave',
  params: AmbassadorId,
  reply: Done,
})
export const setWall = put('/api/ambassadors/:id/wall', {
  summary: 'Appear on the wall of those who have served, with a word, or no longer',
  params: AmbassadorId,
  body: Type.Object({ wall: Type.Boolean(), words: Type.String({ maxLength: 500 }) }),
  reply: Done,
})
export const printCertificate = get('/api/ambassadors/:id/certificate.pdf', {
  summary: 'A certificate of having served',
  params: AmbassadorId,
  reply: Type.Unknown(),
})
export const Alumnus = Type.Object({
  person: Person,
  words: Type.String(),
  from: Nullable(Time),
  until: Time,
})
export type Alumnus = Static<typeof Alumnus>
export const readAlumni = get('/api/programmes/:id/alumni', {
  summary: 'The wall: those who have served and wished to be on it',
  params: ProgrammeId,
  query: PageQuery,
  reply: Page(Alumnus),
})

/* For the lead and the keepers. */

export const AmbassadorRow = Type.Object({
  id: Id,
  person: Person,
  state: AmbassadorState,
  since: Time,
  circleId: Nullable(Id),
  circle: Nullable(Type.String()),
  words: Type.String(),
  waiting: Nullable(Type.Integer()),
  pausedUntil: Nullable(Day),
  /** The last day of the leave that they declared, while it lasts. */
  leaveUntil: Nullable(Day),
  /** asked, agreed, refused, expired; null: never asked. */
  manager: Nullable(oneOf(['asked', 'agreed', 'refused', 'expired'])),
})
export type AmbassadorRow = Static<typeof AmbassadorRow>
export const Filter = Type.Object({
  state: Type.Optional(AmbassadorState),
  circleId: Type.Optional(Id),
  site: Type.Optional(Type.String({ maxLength: 120 })),
  search: Type.Optional(Type.String({ maxLength: 80 })),
})
export type Filter = Static<typeof Filter>
export const readAmbassadors = get('/api/programmes/:id/ambassadors', {
  summary: 'Everybody with a record in the programme, for its keepers',
  params: ProgrammeId,
  query: Type.Object({ ...PageQuery.properties, ...Filter.properties }),
  reply: Page(AmbassadorRow),
})
export const Board = Type.Object({
  counts: Type.Array(Type.Object({ state: AmbassadorState, count: Type.Integer() })),
  seats: Nullable(Type.Integer()),
  serving: Type.Integer(),
  waiting: Type.Integer(),
  sites: Type.Array(Type.String()),
  circles: Type.Array(Circle),
})
export type Board = Static<typeof Board>
export const readBoard = get('/api/programmes/:id/board', {
  summary: 'The board of a programme: how many stand in each state, seats and circles (its keepers)',
  params: ProgrammeId,
  reply: Board,
})
export const MOST_AT_ONCE = 100
export const actOnSeveral = post('/api/programmes/:id/acts', {
  summary:
    'Do one act (accept, decline, move to a circle, pause, thank) for several ambassadors; each succeeds whole or not at all, and says so',
  params: ProgrammeId,
  body: Type.Object({
    ambassadorIds: Type.Array(Id, { minItems: 1, maxItems: MOST_AT_ONCE }),
    act: oneOf(['circle', 'accept', 'decline', 'pause', 'come_back', 'thank']),
    circleId: Type.Optional(Nullable(Id)),
    until: Type.Optional(Day),
    word: Type.Optional(Short),
  }),
  reply: Type.Object({
    results: Type.Array(
      Type.Object({ ambassadorId: Id, done: Type.Boolean(), problem: Nullable(Type.String()) }),
    ),
  }),
})

/* Mission letters. */

export const issueLetter = put('/api/mission-letters/:id', {
  summary: 'Issue a mission letter, filled from the programme and the person, frozen with its hash',
  params: AmbassadorId,
  body: Type.Object({
    ambassadorId: Id,
    objectives: Type.String({ maxLength: 2000 }),
    startsOn: Day,
    endsOn: Nullable(Day),
  }),
  reply: MissionLetter,
})
export const signLetter = put('/api/mission-letters/:id/signature', {
  summary: 'Sign a mission letter: its person, or a lead',
  params: AmbassadorId,
  body: Type.Object({ textHash: Type.String({ maxLength: 64 }) }),
  reply: MissionLetter,
})
export const printLetter = get('/api/mission-letters/:id/letter.pdf', {
  summary: 'A mission letter as PDF, for the HR file',
  params: AmbassadorId,
  reply: Type.Unknown(),
})
export const readLetters = get('/api/programmes/:id/mission-letters', {
  summary: 'The mission letters of a programme, for its keepers',
  params: ProgrammeId,
  query: PageQuery,
  reply: Page(Type.Object({ ...MissionLetter.properties, ambassadorId: Id })),
})

/* Gatherings. */

export const Coming = oneOf(['on_site', 'online', 'no'])
export type Coming = Static<typeof Coming>
export const Gathering = Type.Object({
  id: Id,
  programmeId: Id,
  circle: Nullable(Type.Object({ id: Id, name: Type.String() })),
  kind: oneOf(['founding', 'regular']),
  title: Type.String(),
  startsAt: Time,
  endsAt: Time,
  place: Type.String(),
  onlineUrl: Type.String(),
  agenda: Type.String(),
  host: Nullable(Type.String()),
  heldAt: Nullable(Time),
  cancelledAt: Nullable(Time),
  mine: Nullable(Coming),
  /** Null where the number would name people. */
  coming: Nullable(Type.Object({ onSite: Type.Integer(), online: Type.Integer() })),
  came: Nullable(Type.Integer()),
  can: Type.Object({ answer: Type.Boolean(), organise: Type.Boolean() }),
})
export type Gathering = Static<typeof Gathering>
export const readGatherings = get('/api/programmes/:id/gatherings', {
  summary: 'The gatherings of a programme: to come, or past',
  params: ProgrammeId,
  query: Type.Object({ ...PageQuery.properties, when: Type.Optional(oneOf(['next', 'past'])) }),
  reply: Page(Gathering),
})
const GatheringId = Type.Object({ id: Id })
export const readGathering = get('/api/gatherings/:id', {
  summary: 'One gathering: when, where, online address, agenda, and my answer',
  params: GatheringId,
  reply: Gathering,
})
export const setGathering = put('/api/gatherings/:id', {
  summary: 'Plan a gathering, or change it',
  params: GatheringId,
  body: Type.Object({
    programmeId: Id,
    circleId: Nullable(Id),
    kind: oneOf(['founding', 'regular']),
    title: Words(120),
    startsAt: Time,
    endsAt: Time,
    place: Type.String({ maxLength: 200 }),
    onlineUrl: Type.String({ maxLength: 500 }),
    agenda: Type.String({ maxLength: 4000 }),
  }),
  reply: Gathering,
})
export const answerGathering = put('/api/gatherings/:id/answer', {
  summary: 'I come on site, online, or not this time',
  params: GatheringId,
  body: Type.Object({ answer: Coming }),
  reply: Gathering,
})
export const cancelGathering = del('/api/gatherings/:id', {
  summary: 'Cancel a gathering to come',
  params: GatheringId,
  reply: Done,
})
export const readAttendance = get('/api/gatherings/:id/attendance', {
  summary: 'Who is expected and who came, for those who organise',
  params: GatheringId,
  reply: Type.Object({
    items: Type.Array(Type.Object({ person: Person, answer: Nullable(Coming), came: Nullable(Coming) })),
  }),
})
export const holdGathering = put('/api/gatherings/:id/attendance', {
  summary: 'A gathering was held, with who came; the founding one launches its circle',
  params: GatheringId,
  body: Type.Object({
    came: Type.Array(Type.Object({ memberId: Id, came: Coming }), { maxItems: 1000 }),
  }),
  reply: Gathering,
})
export const gatheringFile = get('/api/gatherings/:id/gathering.ics', {
  summary: 'One gathering as a calendar file (.ics)',
  params: GatheringId,
  reply: Type.Unknown(),
})

/** An ambassador's state moved. Only the person and the keepers may know: it travels by `inform`, never by `emit`. */
export const ambassadorMoved = event(
  'ambassador.moved',
  Type.Object({
    programmeId: Id,
    ambassadorId: Id,
    memberId: Id,
    from: Nullable(AmbassadorState),
    to: AmbassadorState,
  }),
)

/** A circle has met: its founding gathering was held. Its people learn it from the screen. */
export const circleLaunched = event('circle.launched', Type.Object({ programmeId: Id, circleId: Id }))
/** Somebody's signature or the issue of a letter; by `inform` only. */
export const letterIssued = event(
  'mission_letter.issued',
  Type.Object({ programmeId: Id, ambassadorId: Id, letterId: Id }),
)
/** A gathering was held, and who came: by `inform` only, for the features that follow contributions. */
export const gatheringHeld = event(
  'gathering.held',
  Type.Object({ programmeId: Id, gatheringId: Id, circleId: Nullable(Id), cameIds: Type.Array(Id) }),
)
