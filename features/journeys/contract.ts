import { del, get, put } from '#platform/contract/endpoint.ts'
import {
  Done,
  Id,
  Language,
  Nullable,
  oneOf,
  Time,
  Type,
  Words,
  type Static,
} from '#platform/contract/schema.ts'
import { AmbassadorState } from '#features/programme/contract.ts'
import { KINDS } from './rules/steps.ts'

export const StepKind = oneOf(KINDS)
export const MODELS = ['scouts', 'relays'] as const
export const Model = oneOf(MODELS)

export const Face = Type.Object({
  id: Id,
  givenName: Type.String(),
  familyName: Type.String(),
  photoFileId: Nullable(Id),
  job: Type.String(),
  site: Type.String(),
})
export type Face = Static<typeof Face>

const Lesson = Type.Object({
  id: Id,
  title: Type.String({ maxLength: 120 }),
  text: Type.String({ maxLength: 4000 }),
  fileId: Type.Optional(Nullable(Id)),
  alt: Type.Optional(Type.String({ maxLength: 500 })),
  medium: Type.Optional(oneOf(['picture', 'video'])),
})
const Option = Type.Object({ id: Id, label: Words(200) })
/** As those who shape the journey write it. */
const Question = Type.Object({
  id: Id,
  ask: Words(500),
  options: Type.Array(Option, { maxItems: 8 }),
  right: Type.Array(Id, { maxItems: 8 }),
  explanation: Type.String({ maxLength: 1000 }),
})
/** As it is asked: nothing here tells the right answer. */
const AskedQuestion = Type.Object({
  id: Id,
  ask: Type.String(),
  several: Type.Boolean(),
  options: Type.Array(Option),
})

export const StepDetails = Type.Object({
  with: Type.Optional(oneOf(['buddy', 'founding'])),
  text: Type.Optional(Type.String({ maxLength: 8000 })),
  link: Type.Optional(Type.String({ maxLength: 500 })),
  task: Type.Optional(oneOf(['profile', 'introduce', 'install'])),
  lessons: Type.Optional(Type.Array(Lesson, { maxItems: 12 })),
  passMark: Type.Optional(Type.Integer({ minimum: 0, maximum: 100 })),
  questions: Type.Optional(Type.Array(Question, { maxItems: 20 })),
})
export type StepDetails = Static<typeof StepDetails>

const stepFields = {
  kind: StepKind,
  title: Type.String(),
  words: Type.String(),
  dueDays: Nullable(Type.Integer()),
  compulsory: Type.Boolean(),
  minutes: Nullable(Type.Integer()),
}

/** A step with everything in it, for those who shape the journey. */
export const EditedStep = Type.Object({ id: Id, ...stepFields, details: StepDetails })
export type EditedStep = Static<typeof EditedStep>

export const StepDraft = Type.Object({
  programmeId: Id,
  kind: StepKind,
  title: Words(120),
  words: Type.Optional(Type.String({ maxLength: 2000 })),
  dueDays: Type.Optional(Nullable(Type.Integer({ minimum: 0, maximum: 365 }))),
  compulsory: Type.Optional(Type.Boolean()),
  minutes: Type.Optional(Nullable(Type.Integer({ minimum: 1, maximum: 480 }))),
  details: Type.Optional(StepDetails),
})
export type StepDraft = Static<typeof StepDraft>

export const EditedJourney = Type.Object({
  programmeId: Id,
  programme: Type.String(),
  /** How many are on their way: changing a step takes nothing from them. */
  underWay: Nullable(Type.Integer()),
  steps: Type.Array(EditedStep),
})
export type EditedJourney = Static<typeof EditedJourney>

/** A step as its person meets it. */
export const MyStep = Type.Object({
  id: Id,
  ...stepFields,
  dueAt: Nullable(Time),
  doneAt: Nullable(Time),
  /** The data says it is done, and it has not been written down yet. */
  seen: Type.Boolean(),
  /** I tick it myself. */
  mineToTick: Type.Boolean(),
  details: Type.Object({
    with: Type.Optional(oneOf(['buddy', 'founding'])),
    text: Type.Optional(Type.String()),
    link: Type.Optional(Type.String()),
    task: Type.Optional(oneOf(['profile', 'introduce', 'install'])),
    lessons: Type.Optional(Type.Array(Lesson)),
    passMark: Type.Optional(Type.Integer()),
    questions: Type.Optional(Type.Array(AskedQuestion)),
  }),
})
export type MyStep = Static<typeof MyStep>

/** A time offered for a call. */
export const Slot = Type.Object({
  id: Id,
  startsAt: Time,
  endsAt: Time,
  place: Type.String(),
  lead: Face,
  heldAt: Nullable(Time),
  mine: Type.Boolean(),
})
export type Slot = Static<typeof Slot>

export const Gathering = Type.Object({ id: Id, title: Type.String(), startsAt: Time, place: Type.String() })

export const MyJourney = Type.Object({
  programmeId: Id,
  spaceId: Id,
  programme: Type.String(),
  ambassadorId: Id,
  state: AmbassadorState,
  since: Time,
  completedAt: Nullable(Time),
  byMail: Type.Boolean(),
  /** There is an address to write to. */
  hasMail: Type.Boolean(),
  steps: Type.Array(MyStep),
  buddy: Nullable(Face),
  /** Those who follow the programme by name. */
  keepers: Type.Array(Face),
  /** Drafts that somebody asked me to read again. */
  toReread: Type.Array(Type.Object({ id: Id, author: Face, title: Type.String() })),
  founding: Nullable(Gathering),
})
export type MyJourney = Static<typeof MyJourney>

/** In somebody's file: for that person and the keepers. Of a quiz, only that it is passed. */
export const JourneyInFile = Type.Object({
  since: Nullable(Time),
  completedAt: Nullable(Time),
  buddy: Nullable(Face),
  steps: Type.Array(
    Type.Object({
      id: Id,
      kind: StepKind,
      title: Type.String(),
      compulsory: Type.Boolean(),
      dueAt: Nullable(Time),
      doneAt: Nullable(Time),
    }),
  ),
  call: Nullable(Type.Object({ id: Id, startsAt: Time, lead: Face, heldAt: Nullable(Time) })),
  can: Type.Object({ nameBuddy: Type.Boolean() }),
})
export type JourneyInFile = Static<typeof JourneyInFile>

export const Overview = Type.Object({
  programmeId: Id,
  programme: Type.String(),
  /** Null: too few to be told to those who do not follow people by name. */
  underWay: Nullable(Type.Integer()),
  complete: Nullable(Type.Integer()),
  /** From the acceptance to the last compulsory step. */
  medianDays: Nullable(Type.Number()),
  steps: Type.Array(
    Type.Object({
      id: Id,
      title: Type.String(),
      kind: StepKind,
      waiting: Nullable(Type.Integer()),
      stalled: Nullable(Type.Integer()),
      /** Those who stall there, for keepers alone. */
      people: Type.Array(Type.Object({ ambassadorId: Id, person: Face, dueAt: Nullable(Time) })),
    }),
  ),
  can: Type.Object({ keep: Type.Boolean(), shape: Type.Boolean() }),
})
export type Overview = Static<typeof Overview>

const ById = Type.Object({ id: Id })

export const readMyJourney = get('/api/programmes/:id/journey', {
  summary: 'My journey into the role, for whoever serves in the programme',
  params: ById,
  reply: MyJourney,
})
export const noteJourney = put('/api/programmes/:id/journey/noted', {
  summary: 'Write down what the data says I have done (profile, first words, signature, gathering)',
  params: ById,
  reply: MyJourney,
})
export const setJourneyMail = put('/api/programmes/:id/journey/mail', {
  summary: 'Receive the reminders of my journey by e-mail too, or no longer',
  params: ById,
  body: Type.Object({ wanted: Type.Boolean() }),
  reply: Done,
})
export const tickStep = put('/api/journey-steps/:id/done', {
  summary: 'A step of mine is done, for those one ticks oneself',
  params: ById,
  reply: MyJourney,
})
export const readJourneyInFile = get('/api/ambassadors/:id/journey', {
  summary: "Where somebody is on their journey: for that person and the programme's keepers",
  params: ById,
  reply: JourneyInFile,
})
export const readOverview = get('/api/programmes/:id/journey/overview', {
  summary: 'Where people stall; names for the keepers alone, no count under the threshold for the others',
  params: ById,
  reply: Overview,
})

export const readEditedJourney = get('/api/programmes/:id/journey/edited', {
  summary: 'The journey with all it holds, for those who shape the programme',
  params: ById,
  reply: EditedJourney,
})
export const copyModel = put('/api/programmes/:id/journey/model', {
  summary: 'Begin the journey from a ready-made one; refused once it has steps',
  params: ById,
  body: Type.Object({ model: Model, language: Language }),
  reply: EditedJourney,
})
export const setStep = put('/api/journey-steps/:id', {
  summary: 'Add a step at the end of the journey, or change one',
  params: ById,
  body: StepDraft,
  reply: EditedJourney,
})
export const removeStep = del('/api/journey-steps/:id', {
  summary: 'Take a step out of the journey; what was done of it stays',
  params: ById,
  reply: EditedJourney,
})
export const orderSteps = put('/api/programmes/:id/journey/order', {
  summary: 'The order of the steps, each of them named once',
  params: ById,
  body: Type.Object({ stepIds: Type.Array(Id, { maxItems: 60 }) }),
  reply: EditedJourney,
})

export const KeptSlot = Type.Object({
  id: Id,
  startsAt: Time,
  endsAt: Time,
  place: Type.String(),
  heldAt: Nullable(Time),
  person: Nullable(Face),
  ambassadorId: Nullable(Id),
})
export type KeptSlot = Static<typeof KeptSlot>

export const readSlots = get('/api/programmes/:id/call-slots', {
  summary: 'Times I may book for my call, and the one I booked; for a keeper, also those they offer',
  params: ById,
  reply: Type.Object({ open: Type.Array(Slot), offered: Type.Array(KeptSlot) }),
})
export const offerSlot = put('/api/call-slots/:id', {
  summary: 'Offer a time for a call, in the future and beside those already offered',
  params: ById,
  body: Type.Object({
    programmeId: Id,
    startsAt: Time,
    minutes: Type.Integer({ minimum: 10, maximum: 180 }),
    place: Type.Optional(Type.String({ maxLength: 300 })),
  }),
  reply: Done,
})
export const withdrawSlot = del('/api/call-slots/:id', {
  summary: 'Take back a time I offered; whoever booked it is told',
  params: ById,
  reply: Done,
})
export const bookSlot = put('/api/call-slots/:id/booking', {
  summary: 'Book a time for my call; the one I had is given back',
  params: ById,
  reply: Done,
})
export const cancelBooking = del('/api/call-slots/:id/booking', {
  summary: 'Give back the time I booked',
  params: ById,
  reply: Done,
})
export const holdCall = put('/api/call-slots/:id/held', {
  summary: 'The call took place, says whoever held it',
  params: ById,
  reply: Done,
})
export const readSlotCalendar = get('/api/call-slots/:id/calendar', {
  summary: 'A booked call as a calendar file (.ics), for its two people',
  params: ById,
  reply: Type.Unsafe<unknown>({}),
})
export const CallNote = Type.Object({
  id: Id,
  body: Type.String(),
  mine: Type.Boolean(),
  author: Face,
  at: Time,
})
export type CallNote = Static<typeof CallNote>
export const readCallNotes = get('/api/call-slots/:id/notes', {
  summary: 'The notes of a call: its two people, nobody else',
  params: ById,
  reply: Type.Object({ items: Type.Array(CallNote) }),
})
export const writeCallNote = put('/api/call-notes/:id', {
  summary: 'Write a note of a call, or change one of mine',
  params: ById,
  body: Type.Object({ slotId: Id, body: Words(4000) }),
  reply: Done,
})
export const dropCallNote = del('/api/call-notes/:id', {
  summary: 'Remove a note of mine',
  params: ById,
  reply: Done,
})

export const readBuddyChoices = get('/api/ambassadors/:id/buddy-choices', {
  summary: 'Ambassadors who could be a buddy: same circle first, then same site (keepers)',
  params: ById,
  reply: Type.Object({
    items: Type.Array(
      Type.Object({ ambassadorId: Id, person: Face, near: oneOf(['circle', 'site', 'none']) }),
    ),
  }),
})
export const nameBuddy = put('/api/ambassadors/:id/buddy', {
  summary: 'Name the buddy of an ambassador; both are told (keepers)',
  params: ById,
  body: Type.Object({ buddyId: Id }),
  reply: JourneyInFile,
})

export const beginTry = put('/api/journey-steps/:id/tries/:tryId', {
  summary: 'Begin the quiz of a step, or begin it again',
  params: Type.Object({ id: Id, tryId: Id }),
  reply: Type.Object({ answered: Type.Integer(), asked: Type.Integer() }),
})
export const answerQuestion = put('/api/quiz-tries/:id/answers/:questionId', {
  summary: 'Answer a question: the right answer and why come back, for the first time',
  params: Type.Object({ id: Id, questionId: Id }),
  body: Type.Object({ options: Type.Array(Id, { minItems: 1, maxItems: 8 }) }),
  reply: Type.Object({
    right: Type.Boolean(),
    rightOptions: Type.Array(Id),
    explanation: Type.String(),
    /** Null until the last question. */
    passed: Nullable(Type.Boolean()),
  }),
})

export const Frame = Type.Object({
  worry: Type.Optional(Type.String({ maxLength: 1000 })),
  gesture: Type.Optional(Type.String({ maxLength: 1000 })),
  gain: Type.Optional(Type.String({ maxLength: 1000 })),
  question: Type.Optional(Type.String({ maxLength: 1000 })),
})
export const DraftWord = Type.Object({
  id: Id,
  body: Type.String(),
  author: Face,
  mine: Type.Boolean(),
  at: Time,
})
export const FirstDraft = Type.Object({
  id: Id,
  programmeId: Id,
  author: Face,
  mine: Type.Boolean(),
  theme: Type.String(),
  title: Type.String(),
  body: Type.String(),
  frame: Frame,
  fileId: Nullable(Id),
  alt: Type.String(),
  sharedAt: Nullable(Time),
  publishedAt: Nullable(Time),
  words: Type.Array(DraftWord),
})
export type FirstDraft = Static<typeof FirstDraft>

export const readMyDraft = get('/api/programmes/:id/first-draft', {
  summary: 'My first contribution as I am writing it',
  params: ById,
  reply: Type.Object({ draft: Nullable(FirstDraft) }),
})
export const readFirstDraft = get('/api/first-drafts/:id', {
  summary: 'A first contribution: its author, and the buddy it was shared with',
  params: ById,
  reply: FirstDraft,
})
export const saveFirstDraft = put('/api/first-drafts/:id', {
  summary: 'Keep my first contribution as it is',
  params: ById,
  body: Type.Object({
    programmeId: Id,
    theme: Type.Optional(Type.String({ maxLength: 40 })),
    title: Type.Optional(Type.String({ maxLength: 200 })),
    body: Type.Optional(Type.String({ maxLength: 5000 })),
    frame: Type.Optional(Frame),
    fileId: Type.Optional(Nullable(Id)),
    alt: Type.Optional(Type.String({ maxLength: 500 })),
  }),
  reply: FirstDraft,
})
export const shareFirstDraft = put('/api/first-drafts/:id/sharing', {
  summary: 'Ask my buddy to read it again; nobody else sees it',
  params: ById,
  reply: FirstDraft,
})
export const unshareFirstDraft = del('/api/first-drafts/:id/sharing', {
  summary: 'Keep my first contribution to myself again',
  params: ById,
  reply: FirstDraft,
})
export const writeDraftWord = put('/api/draft-words/:id', {
  summary: 'A word about a first contribution, between its author and the buddy',
  params: ById,
  body: Type.Object({ draftId: Id, body: Words(2000) }),
  reply: FirstDraft,
})
export const publishFirstDraft = put('/api/first-drafts/:id/publication', {
  summary: 'Publish my first contribution in the community: a post like any other, no approval',
  params: ById,
  reply: Type.Object({ postId: Id }),
})
