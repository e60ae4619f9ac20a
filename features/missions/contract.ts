import { del, get, post, put } from '#platform/contract/endpoint.ts'
import { RichText } from '#platform/contract/rich-text.ts'
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
import { LIKES } from '#features/programme/rules/likes.ts'
import { KINDS, LIMITS, MISSION_STATES, OUTCOMES, VERDICTS } from './rules/kinds.ts'

export const MissionKind = oneOf(KINDS)
export const MissionState = oneOf(MISSION_STATES)
export const Verdict = oneOf(VERDICTS)
export const Outcome = oneOf(OUTCOMES)

const Values = Type.Array(Type.String({ minLength: 1, maxLength: 200 }), { maxItems: 50 })
export const MissionProfile = Type.Object({
  sites: Values,
  departments: Values,
  jobs: Values,
  interests: Values,
  likes: Type.Array(oneOf(LIKES)),
})

/** My own place in it: seen by me, and by those who keep the programme. */
export const Taking = Type.Object({
  id: Id,
  takenAt: Time,
  returnedAt: Nullable(Time),
  words: Type.String(),
  link: Type.String(),
  thankedAt: Nullable(Time),
  thanksWords: Type.String(),
  thankedBy: Nullable(Type.String()),
})
export type Taking = Static<typeof Taking>

const cardFields = {
  id: Id,
  programmeId: Id,
  kind: MissionKind,
  title: Type.String(),
  minutes: Type.Integer(),
  dueOn: Nullable(Day),
  quota: Nullable(Type.Integer()),
  /** Null: as many as wish. */
  placesLeft: Nullable(Type.Integer()),
  state: MissionState,
  mine: Nullable(Taking),
  /** The decision of a test was published, and I may read it. */
  decided: Type.Boolean(),
}
/** A line of a list. */
export const MissionCard = Type.Object(cardFields)
export type MissionCard = Static<typeof MissionCard>

export const TestStep = Type.Object({ id: Id, title: Words(200), lookAt: Type.String({ maxLength: 1000 }) })
export type TestStep = Static<typeof TestStep>

export const TeamMember = Type.Object({
  id: Id,
  givenName: Type.String(),
  familyName: Type.String(),
  photoFileId: Nullable(Id),
})
export type TeamMember = Static<typeof TeamMember>

export const DecisionPoint = Type.Object({
  id: Id,
  point: Words(300),
  outcome: Outcome,
  why: Type.String({ maxLength: 1000 }),
})
export type DecisionPoint = Static<typeof DecisionPoint>

export const Decision = Type.Object({
  words: Type.String(),
  points: Type.Array(DecisionPoint),
  publishedAt: Nullable(Time),
  publishedBy: Nullable(Type.String()),
  postId: Nullable(Id),
})
export type Decision = Static<typeof Decision>

const kitFields = {
  tenSeconds: Type.String({ maxLength: 300 }),
  oneMinute: Type.String({ maxLength: 1500 }),
  fiveMinutes: Type.String({ maxLength: 6000 }),
  question: Type.String({ maxLength: 300 }),
  visualFileId: Nullable(Id),
  visualAlt: Type.String({ maxLength: 300 }),
}
export const RelayKit = Type.Object(kitFields)
export type RelayKit = Static<typeof RelayKit>

export const Relay = Type.Object({
  id: Id,
  people: Type.Integer(),
  answer: Type.String(),
  relayedAt: Time,
})
export type Relay = Static<typeof Relay>

export const Mission = Type.Object({
  ...cardFields,
  spaceId: Id,
  programmeName: Type.String(),
  brief: RichText,
  returns: Type.String(),
  why: Type.String(),
  /** For those who shape; empty lists for the others, who are told by `can.take` whether it is for them. */
  profile: MissionProfile,
  /** Places taken and returned: figures for those who shape, null for the others. */
  counts: Nullable(Type.Object({ taken: Type.Integer(), returned: Type.Integer() })),
  test: Nullable(
    Type.Object({
      steps: Type.Array(TestStep),
      team: Type.Array(TeamMember),
      /** For the team, those who shape, and those who tested once it is published; null otherwise. */
      decision: Nullable(Decision),
    }),
  ),
  relay: Nullable(
    Type.Object({
      ...kitFields,
      mine: Type.Array(Relay),
      /** Null while so few have relayed that a count would name them. */
      reach: Nullable(Type.Object({ relays: Type.Integer(), people: Type.Integer() })),
    }),
  ),
  can: Type.Object({
    take: Type.Boolean(),
    giveBack: Type.Boolean(),
    return: Type.Boolean(),
    shape: Type.Boolean(),
    keep: Type.Boolean(),
    results: Type.Boolean(),
    decide: Type.Boolean(),
    /** Holds a seat in the community: the decision may be a post there. */
    post: Type.Boolean(),
  }),
})
export type Mission = Static<typeof Mission>

export const MissionDraft = Type.Object({
  programmeId: Id,
  kind: MissionKind,
  title: Words(120),
  brief: RichText,
  returns: Type.Optional(Type.String({ maxLength: 500 })),
  minutes: Type.Integer({ minimum: 1, maximum: 960 }),
  dueOn: Type.Optional(Nullable(Day)),
  quota: Type.Optional(Nullable(Type.Integer({ minimum: 1, maximum: 1000 }))),
  profile: Type.Optional(MissionProfile),
  /** Kind 'test': what to try, and who reads the results (I am of them unless I say otherwise). */
  test: Type.Optional(
    Type.Object({
      steps: Type.Array(TestStep, { maxItems: LIMITS.steps }),
      teamIds: Type.Array(Id, { maxItems: LIMITS.team }),
    }),
  ),
  /** Kind 'relay'. */
  relay: Type.Optional(RelayKit),
})
export type MissionDraft = Static<typeof MissionDraft>

const ProgrammeId = Type.Object({ id: Id })
const MissionId = Type.Object({ id: Id })

export const readMissions = get('/api/programmes/:id/missions', {
  summary: 'Missions of a programme: mine, open to me, past; all of them for those who shape it',
  params: ProgrammeId,
  query: Type.Object({ ...PageQuery.properties, view: oneOf(['mine', 'open', 'past', 'all']) }),
  reply: Page(MissionCard),
})
export const TestRead = Type.Object({
  id: Id,
  title: Type.String(),
  state: MissionState,
  dueOn: Nullable(Day),
  decided: Type.Boolean(),
})
export type TestRead = Static<typeof TestRead>
export const readTestsRead = get('/api/programmes/:id/tests-read', {
  summary: 'The tests whose results I read, as one of their team: the latest first',
  params: ProgrammeId,
  reply: Type.Object({ items: Type.Array(TestRead) }),
})
export const readMission = get('/api/missions/:id', {
  summary: 'One mission, for those who serve, shape or keep the programme, and for the team of a test',
  params: MissionId,
  reply: Mission,
})
export const setMission = put('/api/missions/:id', {
  summary: 'Create a mission (as a draft), or change it',
  params: MissionId,
  body: MissionDraft,
  reply: Mission,
})
export const turnMission = put('/api/missions/:id/state', {
  summary: 'Open, close or cancel a mission; a cancelled one says why to those who had taken it',
  params: MissionId,
  body: Type.Object({
    state: oneOf(['open', 'closed', 'cancelled']),
    why: Type.Optional(Type.String({ maxLength: 500 })),
  }),
  reply: Mission,
})
export const takeMission = put('/api/missions/:id/taking', {
  summary: 'Take a place; never more takers than places',
  params: MissionId,
  reply: Mission,
})
export const giveBackMission = del('/api/missions/:id/taking', {
  summary: 'Give my place back; nothing is kept of it',
  params: MissionId,
  reply: Mission,
})
export const returnMission = put('/api/missions/:id/return', {
  summary: 'Say that it is done, with a few words and an address if there is one',
  params: MissionId,
  body: Type.Object({
    words: Type.Optional(Type.String({ maxLength: 2000 })),
    link: Type.Optional(Type.String({ maxLength: 500 })),
  }),
  reply: Mission,
})

/** Somebody's place, for those who keep the programme. */
export const Return = Type.Object({ ...Taking.properties, person: TeamMember, language: Language })
export type Return = Static<typeof Return>

export const readReturns = get('/api/missions/:id/returns', {
  summary: 'Who took a mission and what they brought back, for those who keep the programme',
  params: MissionId,
  query: PageQuery,
  reply: Page(Return),
})
export const thankReturn = put('/api/missions/:id/takings/:takingId/thanks', {
  summary: 'Thank somebody for what they brought back; a human writes, once',
  params: Type.Object({ id: Id, takingId: Id }),
  body: Type.Object({ words: Words(1000) }),
  reply: Done,
})

const Pictures = Type.Array(Id, { maxItems: LIMITS.pictures })
export const TestAnswer = Type.Object({
  stepId: Id,
  verdict: Nullable(Verdict),
  words: Type.String(),
  fileIds: Pictures,
})
export type TestAnswer = Static<typeof TestAnswer>
export const TestRun = Type.Object({
  missionId: Id,
  title: Type.String(),
  scenario: RichText,
  steps: Type.Array(TestStep),
  team: Type.Array(TeamMember),
  answers: Type.Array(TestAnswer),
  returnedAt: Nullable(Time),
})
export type TestRun = Static<typeof TestRun>

export const readTestRun = get('/api/missions/:id/test-run', {
  summary: 'My own test: its steps and what I have answered so far; nobody else reads it before I hand it in',
  params: MissionId,
  reply: TestRun,
})
export const answerStep = put('/api/missions/:id/test-run/steps/:stepId', {
  summary: 'What happened at one step of my test; kept as a draft until I hand it in',
  params: Type.Object({ id: Id, stepId: Id }),
  body: Type.Object({
    verdict: Nullable(Verdict),
    words: Type.Optional(Type.String({ maxLength: 2000 })),
    fileIds: Type.Optional(Pictures),
  }),
  reply: Done,
})
export const handInTest = put('/api/missions/:id/test-run', {
  summary: 'Hand my test in to its team, with my first name or without',
  params: MissionId,
  body: Type.Object({ named: Type.Boolean(), words: Type.Optional(Type.String({ maxLength: 2000 })) }),
  reply: Mission,
})

export const Verbatim = Type.Object({
  verdict: Nullable(Verdict),
  words: Type.String(),
  fileIds: Pictures,
  /** Where the tester agreed. */
  firstName: Nullable(Type.String()),
})
export type Verbatim = Static<typeof Verbatim>
export const TestResults = Type.Object({
  mission: Type.Object({ id: Id, title: Type.String(), programmeId: Id, state: MissionState }),
  testers: Type.Integer(),
  /** Null for those who shape and are not of the team, while so few have tested that figures would name them. */
  steps: Nullable(
    Type.Array(
      Type.Object({
        id: Id,
        title: Type.String(),
        lookAt: Type.String(),
        works: Type.Integer(),
        blocks: Type.Integer(),
        wouldHelp: Type.Integer(),
        /** For the team alone. */
        verbatims: Type.Array(Verbatim),
      }),
    ),
  ),
  /** What testers said at the end; for the team alone. */
  words: Type.Array(Type.Object({ words: Type.String(), firstName: Nullable(Type.String()) })),
  decision: Decision,
  can: Type.Object({ decide: Type.Boolean(), post: Type.Boolean(), team: Type.Boolean() }),
})
export type TestResults = Static<typeof TestResults>

export const readResults = get('/api/missions/:id/results', {
  summary: 'What a test brought, step by step, for the team named on it',
  params: MissionId,
  reply: TestResults,
})
export const readScreenshot = get('/api/missions/:id/screenshots/:fileId', {
  summary: 'A screenshot of a test that was handed in, for its team',
  params: Type.Object({ id: Id, fileId: Id }),
  query: Type.Object({ variant: Type.Optional(oneOf(['w320', 'w640', 'w1280'])) }),
  reply: Type.Object({}),
})
export const decide = put('/api/missions/:id/decision', {
  summary: 'What the team decided, point by point, each with its why; published, those who tested are told',
  params: MissionId,
  body: Type.Object({
    words: Type.Optional(Type.String({ maxLength: 1000 })),
    points: Type.Array(DecisionPoint, { maxItems: LIMITS.points }),
    publish: Type.Boolean(),
    /** Also as a post of mine in the community, under this id. */
    postId: Type.Optional(Id),
  }),
  reply: TestResults,
})

export const setRelay = put('/api/missions/:id/relays/:relayId', {
  summary: 'I told my team: how many people, and what they said',
  params: Type.Object({ id: Id, relayId: Id }),
  body: Type.Object({
    people: Type.Integer({ minimum: 1, maximum: 500 }),
    answer: Type.Optional(Type.String({ maxLength: 2000 })),
  }),
  reply: Mission,
})
export const removeRelay = del('/api/missions/:id/relays/:relayId', {
  summary: 'Take back a relay of mine',
  params: Type.Object({ id: Id, relayId: Id }),
  reply: Mission,
})
export const readAnswers = get('/api/missions/:id/answers', {
  summary: 'What teams answered to the question of a relay kit, without a name, for those who shape',
  params: MissionId,
  query: PageQuery,
  reply: Page(Type.Object({ id: Id, people: Type.Integer(), answer: Type.String() })),
})
export const printKit = get('/api/missions/:id/kit', {
  summary: 'A relay kit on one page, for the shop floor (PDF)',
  params: MissionId,
  query: Type.Object({ language: Type.Optional(Language) }),
  reply: Type.Object({}),
})

const Known = Type.Array(Type.String())
export const readMissionProfiles = get('/api/programmes/:id/mission-profiles', {
  summary: 'What a profile may ask, among those who serve: sites, departments, jobs, interests',
  params: ProgrammeId,
  reply: Type.Object({ sites: Known, departments: Known, jobs: Known, interests: Known }),
})
export const countReach = post('/api/programmes/:id/mission-reach', {
  summary: 'How many of those who serve have a profile; what they like is left aside',
  params: ProgrammeId,
  body: MissionProfile,
  reply: Type.Object({ people: Type.Integer() }),
})
export const readFileMissions = get('/api/ambassadors/:id/missions', {
  summary: 'The missions of one ambassador, for that person and those who keep the programme',
  params: ProgrammeId,
  query: PageQuery,
  reply: Page(MissionCard),
})
