import { del, get, patch, put } from '#platform/contract/endpoint.ts'
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
import { Openness, Role } from '#features/spaces/contract.ts'
import { STAGES } from './rules/stages.ts'
import { PIECES, STEPS } from './rules/steps.ts'

export const Stage = oneOf(STAGES)
export const CommunityKind = oneOf(['ambassadors', 'practice', 'interest', 'project', 'everybody'])
export type CommunityKind = Static<typeof CommunityKind>
export const Entry = oneOf(['open', 'request', 'invitation'])
export type Entry = Static<typeof Entry>
export const Measure = oneOf(['arrived', 'active', 'creators'])
export type Measure = Static<typeof Measure>
export const Part = oneOf(['sponsor', 'lead', 'communication', 'hr', 'it', 'animator', 'moderator'])
export type Part = Static<typeof Part>
export const Fact = oneOf(['members', 'groups', 'posts', 'practices'])
export type Fact = Static<typeof Fact>
export const Step = oneOf(STEPS)
export const Piece = oneOf(PIECES)
/** What became of one's wish to come in. `asked` waits for an answer, `waiting` for a place or for the opening. */
export const RequestState = oneOf(['asked', 'waiting', 'accepted', 'declined'])

export const Slug = Type.String({ minLength: 2, maxLength: 60, pattern: '^[a-z0-9]+(-[a-z0-9]+)*$' })

export const Person = Type.Object({
  id: Id,
  givenName: Type.String(),
  familyName: Type.String(),
  job: Type.String(),
  photoFileId: Nullable(Id),
})
export type Person = Static<typeof Person>

/** My own last word about coming in, and the answer. */
export const MyRequest = Type.Object({ id: Id, state: RequestState, answer: Type.String() })
export type MyRequest = Static<typeof MyRequest>

/** What a door offers me. `ask` when it opens on request, before the launch, or when places are taken. */
const Door = Type.Object({ join: Type.Boolean(), ask: Type.Boolean() })

export const CommunityCard = Type.Object({
  id: Id,
  slug: Type.String(),
  name: Type.String(),
  description: Type.String(),
  coverFileId: Nullable(Id),
  kind: CommunityKind,
  stage: Stage,
  openness: Openness,
  entry: Entry,
  role: Nullable(Role),
  /** Null when the reader may not look inside. */
  seats: Nullable(Type.Integer()),
  previewPublished: Type.Boolean(),
  request: Nullable(MyRequest),
  can: Type.Object({ animate: Type.Boolean(), join: Type.Boolean(), ask: Type.Boolean() }),
})
export type CommunityCard = Static<typeof CommunityCard>

/** "80 % of those invited have logged in by …". `target` is a share, 0 to 1. */
export const Objective = Type.Object({
  id: Id,
  measure: Measure,
  target: Type.Number({ exclusiveMinimum: 0, maximum: 1 }),
  startsOn: Day,
  deadline: Day,
})
export type Objective = Static<typeof Objective>

export const Stakeholder = Type.Object({
  id: Id,
  part: Part,
  /** A person of the network, or else a name. */
  member: Nullable(Person),
  name: Type.String(),
  expectation: Type.String(),
})
export type Stakeholder = Static<typeof Stakeholder>

export const Charter = Type.Object({
  id: Id,
  version: Type.Integer(),
  body: Type.String(),
  textHash: Type.String(),
  publishedAt: Time,
  /** It changes the meaning: everybody signs anew. Otherwise former signatures still hold. */
  material: Type.Boolean(),
  /** What changed, in the words of those who published it. */
  changes: Type.String(),
  /** My own signature of this very version. */
  signedAt: Nullable(Time),
  /** For those who animate: how many hold a signature good for this version, of how many who hold a seat. */
  signatures: Nullable(Type.Object({ signed: Type.Integer(), expected: Type.Integer() })),
})
export type Charter = Static<typeof Charter>

/** Where somebody stands with a charter: the text they signed last, and whether that still holds. */
export const CharterStanding = Type.Object({
  signed: Type.Boolean(),
  signatureId: Nullable(Id),
  version: Nullable(Type.Integer()),
  textHash: Nullable(Type.String()),
  signedAt: Nullable(Time),
  expiresAt: Nullable(Time),
  /** Within its year, and nothing material has changed since. */
  valid: Type.Boolean(),
  /** Worth signing now: it does not hold, or ends within a month. */
  toSign: Type.Boolean(),
})
export type CharterStanding = Static<typeof CharterStanding>

export const PreviewChoice = Type.Object({
  /** Who is shown as being behind it; each holds a seat. */
  behind: Type.Array(Id, { maxItems: 6 }),
  facts: Type.Array(Fact, { maxItems: 4 }),
  showPosts: Type.Boolean(),
})
export type PreviewChoice = Static<typeof PreviewChoice>

export const Community = Type.Object({
  id: Id,
  slug: Type.String(),
  name: Type.String(),
  description: Type.String(),
  coverFileId: Nullable(Id),
  kind: CommunityKind,
  stage: Stage,
  openness: Openness,
  entry: Entry,
  vision: Type.String(),
  valueProposition: Type.String(),
  contributorCap: Nullable(Type.Integer()),
  contributors: Type.Integer(),
  seats: Type.Integer(),
  gatheringDays: Nullable(Type.Integer()),
  launchedOn: Nullable(Day),
  previewPublished: Type.Boolean(),
  role: Nullable(Role),
  behind: Type.Array(Type.Object({ ...Person.properties, role: Role })),
  objectives: Type.Array(Objective),
  stakeholders: Type.Array(Stakeholder),
  request: Nullable(MyRequest),
  /** For those who animate. */
  preparation: Nullable(
    Type.Object({
      audience: Nullable(Type.Object({ id: Id, name: Type.String(), count: Type.Integer() })),
      /** True: those who match the audience hold a seat without asking. */
      audienceSeats: Type.Boolean(),
      preview: PreviewChoice,
      previewVideoFileId: Nullable(Id),
      stepsDone: Type.Array(Step),
      missing: Type.Array(Piece),
      /** The pieces of `missing` that the launch waits for. */
      holdingBack: Type.Array(Piece),
      asked: Type.Integer(),
      waiting: Type.Integer(),
    }),
  ),
  can: Type.Object({
    animate: Type.Boolean(),
    lead: Type.Boolean(),
    join: Type.Boolean(),
    ask: Type.Boolean(),
    leave: Type.Boolean(),
    sign: Type.Boolean(),
  }),
})
export type Community = Static<typeof Community>

const CommunityId = Type.Object({ id: Id })

export const readCommunities = get('/api/communities', {
  summary: 'My communities, or those I may discover',
  query: Type.Intersect([PageQuery, Type.Object({ scope: Type.Optional(oneOf(['mine', 'others'])) })]),
  reply: Page(CommunityCard),
})
export const readCommunity = get('/api/communities/:id', {
  summary: 'One community',
  params: CommunityId,
  reply: Community,
})
export const createCommunity = put('/api/communities/:id', {
  summary: 'Begin a community, out of sight until its launch',
  who: 'animator',
  params: CommunityId,
  body: Type.Object({
    name: Words(80),
    kind: Type.Optional(CommunityKind),
    description: Type.Optional(Type.String({ maxLength: 500 })),
  }),
  reply: Community,
})
export const CommunityChange = Type.Object({
  vision: Type.Optional(Type.String({ maxLength: 2000 })),
  valueProposition: Type.Optional(Type.String({ maxLength: 1000 })),
  kind: Type.Optional(CommunityKind),
  audienceId: Type.Optional(Nullable(Id)),
  audienceSeats: Type.Optional(Type.Boolean()),
  openness: Type.Optional(Openness),
  entry: Type.Optional(Entry),
  contributorCap: Type.Optional(Nullable(Type.Integer({ minimum: 1, maximum: 100_000 }))),
  gatheringDays: Type.Optional(Nullable(Type.Integer({ minimum: 1, maximum: 730 }))),
  slug: Type.Optional(Slug),
  preview: Type.Optional(PreviewChoice),
  previewPublished: Type.Optional(Type.Boolean()),
  previewVideoFileId: Type.Optional(Nullable(Id)),
  stepsDone: Type.Optional(Type.Array(Step, { maxItems: STEPS.length })),
})
export type CommunityChange = Static<typeof CommunityChange>
export const shapeCommunity = patch('/api/communities/:id', {
  summary: 'Change some parts of a community (name, description and cover are those of its space)',
  params: CommunityId,
  body: CommunityChange,
  reply: Community,
})
export const setStage = put('/api/communities/:id/stage', {
  summary: 'Move a community to another stage; the launch publishes it',
  params: CommunityId,
  body: Type.Object({ stage: Stage }),
  reply: Community,
})

/** All that whoever administers the network learns of a community left without a lead. */
export const LeaderlessCommunity = Type.Object({ id: Id, name: Type.String() })
export type LeaderlessCommunity = Static<typeof LeaderlessCommunity>
export const readLeaderless = get('/api/communities/without-lead', {
  summary: 'The communities left without a lead',
  who: 'administrator',
  reply: Type.Object({ items: Type.Array(LeaderlessCommunity) }),
})
export const nameLead = put('/api/communities/:id/lead', {
  summary: 'Name a lead for a community left without one',
  who: 'administrator',
  params: CommunityId,
  body: Type.Object({ memberId: Id }),
  reply: Done,
})

const ObjectiveId = Type.Object({ id: Id, objectiveId: Id })
export const setObjective = put('/api/communities/:id/objectives/:objectiveId', {
  summary: 'Set an objective, new or changed',
  params: ObjectiveId,
  body: Type.Object({
    measure: Measure,
    target: Type.Number({ exclusiveMinimum: 0, maximum: 1 }),
    startsOn: Day,
    deadline: Day,
  }),
  reply: Objective,
})
export const dropObjective = del('/api/communities/:id/objectives/:objectiveId', {
  summary: 'Give up an objective',
  params: ObjectiveId,
  reply: Done,
})

const StakeholderId = Type.Object({ id: Id, stakeholderId: Id })
export const nameStakeholder = put('/api/communities/:id/stakeholders/:stakeholderId', {
  summary: 'Name a stakeholder and what is expected of them',
  params: StakeholderId,
  body: Type.Object({
    part: Part,
    memberId: Type.Optional(Nullable(Id)),
    name: Type.Optional(Type.String({ maxLength: 160 })),
    expectation: Type.Optional(Type.String({ maxLength: 1000 })),
  }),
  reply: Stakeholder,
})
export const dropStakeholder = del('/api/communities/:id/stakeholders/:stakeholderId', {
  summary: 'Take a stakeholder off the list',
  params: StakeholderId,
  reply: Done,
})

const CharterId = Type.Object({ id: Id, charterId: Id })
export const readCharter = get('/api/communities/:id/charter', {
  summary: 'The charter in force, and where I stand with it',
  params: CommunityId,
  reply: Type.Object({ charter: Nullable(Charter), standing: CharterStanding }),
})
export const readCharterVersions = get('/api/communities/:id/charters', {
  summary: 'Every version of the charter, the latest first',
  params: CommunityId,
  reply: Type.Object({ items: Type.Array(Charter) }),
})
export const publishCharter = put('/api/communities/:id/charters/:charterId', {
  summary: 'Publish a version of the charter; the same text again changes nothing',
  params: CharterId,
  body: Type.Object({
    body: Words(20_000),
    /** Said at publication; the first version always is. */
    material: Type.Optional(Type.Boolean()),
    changes: Type.Optional(Type.String({ maxLength: 2000 })),
  }),
  reply: Charter,
})
export const signCharter = put('/api/communities/:id/charters/:charterId/signature', {
  summary: 'Sign the charter that I read (its hash says which text)',
  params: CharterId,
  body: Type.Object({ textHash: Type.String({ minLength: 64, maxLength: 64 }) }),
  reply: Charter,
})
export const withdrawSignature = del('/api/communities/:id/charter/signature', {
  summary: 'Withdraw my signature of the charter',
  params: CommunityId,
  reply: CharterStanding,
})
export const readSignatureProof = get('/api/charter-signatures/:id/proof', {
  summary: 'The proof of my signature, as PDF: version, text hash, time, name and the whole text',
  params: CommunityId,
  reply: Type.Unsafe<unknown>({}),
})
export const readProof = get('/api/charter-proofs/:code', {
  summary: 'Whether a proof is genuine: its code stands on the paper',
  who: 'anyone',
  params: Type.Object({ code: Type.String({ maxLength: 100 }) }),
  reply: Type.Object({
    community: Type.String(),
    name: Type.String(),
    version: Type.Integer(),
    textHash: Type.String(),
    signedAt: Time,
    withdrawnAt: Nullable(Time),
  }),
})

export const Preview = Type.Object({
  id: Id,
  slug: Type.String(),
  name: Type.String(),
  description: Type.String(),
  vision: Type.String(),
  valueProposition: Type.String(),
  kind: CommunityKind,
  entry: Entry,
  launched: Type.Boolean(),
  coverFileId: Nullable(Id),
  videoFileId: Nullable(Id),
  behind: Type.Array(Type.Omit(Person, ['id'])),
  /** Only counts at or over the network's threshold. */
  facts: Type.Array(Type.Object({ fact: Fact, count: Type.Integer() })),
  posts: Type.Array(
    Type.Object({
      kind: Type.String(),
      title: Type.String(),
      excerpt: Type.String(),
      givenName: Type.String(),
      job: Type.String(),
      publishedAt: Time,
    }),
  ),
  /** Shown to its own people while it is not shared yet. */
  shared: Type.Boolean(),
  full: Type.Boolean(),
  signedIn: Type.Boolean(),
  /** Already in. */
  seated: Type.Boolean(),
  request: Nullable(MyRequest),
  can: Door,
})
export type Preview = Static<typeof Preview>
export const readPreview = get('/api/previews/:slug', {
  summary: 'The page that presents a community, shareable before its launch',
  who: 'anyone',
  params: Type.Object({ slug: Type.String({ maxLength: 60 }) }),
  reply: Preview,
})

const RequestId = Type.Object({ id: Id })
export const askToJoin = put('/api/join-requests/:id', {
  summary: 'I want in: a seat at once where the door is open, else a request or a place on the waiting list',
  params: RequestId,
  body: Type.Object({ spaceId: Id, note: Type.Optional(Type.String({ maxLength: 500 })) }),
  reply: Type.Object({ state: oneOf(['seated', 'asked', 'waiting']) }),
})
export const withdrawRequest = del('/api/join-requests/:id', {
  summary: 'Take back my request or my place on the waiting list',
  params: RequestId,
  reply: Done,
})
export const JoinRequest = Type.Object({
  id: Id,
  spaceId: Id,
  spaceName: Type.String(),
  member: Person,
  note: Type.String(),
  state: RequestState,
  askedAt: Time,
})
export type JoinRequest = Static<typeof JoinRequest>
export const readRequests = get('/api/join-requests', {
  summary: 'Who asks to come in and who waits, in a space I animate and its groups; the oldest first',
  query: Type.Intersect([
    PageQuery,
    Type.Object({ spaceId: Id, state: Type.Optional(oneOf(['asked', 'waiting'])) }),
  ]),
  reply: Page(JoinRequest),
})
export const answerRequest = put('/api/join-requests/:id/answer', {
  summary: 'Accept or decline a request, with a word',
  params: RequestId,
  body: Type.Object({ accepted: Type.Boolean(), word: Type.Optional(Type.String({ maxLength: 500 })) }),
  reply: JoinRequest,
})

export const Group = Type.Object({
  id: Id,
  communityId: Id,
  name: Type.String(),
  description: Type.String(),
  coverFileId: Nullable(Id),
  openness: Openness,
  isDefault: Type.Boolean(),
  /** For those who animate it. */
  audience: Nullable(Type.Object({ id: Id, name: Type.String() })),
  role: Nullable(Role),
  /** Null when the reader may not look inside. */
  seats: Nullable(Type.Integer()),
  request: Nullable(MyRequest),
  can: Type.Object({
    animate: Type.Boolean(),
    join: Type.Boolean(),
    ask: Type.Boolean(),
    leave: Type.Boolean(),
  }),
})
export type Group = Static<typeof Group>
const GroupId = Type.Object({ id: Id, groupId: Id })
export const readGroups = get('/api/communities/:id/groups', {
  summary: 'The groups of a community that I may know of',
  params: CommunityId,
  query: PageQuery,
  reply: Page(Group),
})
export const openGroup = put('/api/communities/:id/groups/:groupId', {
  summary: 'Open a group in a community',
  params: GroupId,
  body: Type.Object({
    name: Words(80),
    description: Type.Optional(Type.String({ maxLength: 500 })),
    openness: Openness,
    isDefault: Type.Optional(Type.Boolean()),
    audienceId: Type.Optional(Nullable(Id)),
  }),
  reply: Group,
})
export const shapeGroup = patch('/api/communities/:id/groups/:groupId', {
  summary: 'Change who comes into a group (name and description are those of its space)',
  params: GroupId,
  body: Type.Object({
    openness: Type.Optional(Openness),
    isDefault: Type.Optional(Type.Boolean()),
    audienceId: Type.Optional(Nullable(Id)),
  }),
  reply: Group,
})

// Facts told to a space name nobody: everyone who reads it hears them.
export const communityChanged = event('community.changed', Type.Object({}))
export const stageChanged = event('stage.changed', Type.Object({ stage: Stage }))
export const charterPublished = event(
  'charter.published',
  Type.Object({ charterId: Id, version: Type.Integer(), material: Type.Boolean() }),
)
/** Who signed is private: both travel by `inform`, never by `emit`. */
export const charterSigned = event('charter.signed', Type.Object({ charterId: Id, memberId: Id }))
export const charterUnsigned = event('charter.unsigned', Type.Object({ memberId: Id }))
export const groupOpened = event('group.opened', Type.Object({ groupId: Id }))
export const joinAsked = event('join.asked', Type.Object({ requestId: Id }))
export const joinAnswered = event('join.answered', Type.Object({ requestId: Id, accepted: Type.Boolean() }))
