import { del, get, patch, post, put } from '#platform/contract/endpoint.ts'
import { event } from '#platform/contract/event.ts'
import { RichText } from '#platform/contract/rich-text.ts'
import {
  Day,
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
import { Attachment, PostKind, Practice } from '#features/posts/contract.ts'
import { LIMITS as POST_LIMITS } from '#features/posts/rules/limits.ts'
import { LIMITS } from './rules/limits.ts'
import { CHANNELS, SLOT_KINDS, STATES } from './rules/states.ts'

export const SlotState = oneOf(STATES)
export const SlotKind = oneOf(SLOT_KINDS)
export const Channel = oneOf(CHANNELS)

export const Person = Type.Object({
  id: Id,
  givenName: Type.String(),
  familyName: Type.String(),
  photoFileId: Nullable(Id),
})
export type Person = Static<typeof Person>

/** Minutes after midnight by the clock of the network: 540 is nine o'clock. */
const Minutes = Type.Integer({ minimum: 0, maximum: 1439 })

/** A turn of the roster: who speaks for the company, and when. */
export const SlotTurn = Type.Object({
  id: Id,
  programmeId: Id,
  startsOn: Day,
  endsOn: Day,
  holder: Nullable(Person),
})
export type SlotTurn = Static<typeof SlotTurn>

/** A slot of the calendar, as those who shape it and its owner see it; members see those that became a post. */
export const Slot = Type.Object({
  id: Id,
  spaceId: Id,
  /** Where it is read: the community or a group of it. */
  placeId: Id,
  placeName: Type.String(),
  kind: SlotKind,
  channel: Channel,
  postKind: PostKind,
  themeId: Nullable(Id),
  title: Type.String(),
  brief: Type.String(),
  state: SlotState,
  /** Null: waiting to be placed. */
  day: Nullable(Day),
  minutes: Nullable(Minutes),
  at: Nullable(Time),
  owner: Nullable(Person),
  seriesId: Nullable(Id),
  /** Moved away from the day its series gave it. */
  moved: Type.Boolean(),
  imported: Type.Boolean(),
  /** The post it became, for those who may read it. */
  postId: Nullable(Id),
  /** What a share opens at its hour, for those who may know of it. */
  kit: Nullable(
    Type.Object({
      id: Id,
      title: Type.String(),
      state: oneOf(['draft', 'published', 'ended']),
    }),
  ),
  /** The turn of the roster it speaks of. */
  turn: Nullable(SlotTurn),
  /** Its hour came and its owner was reminded; nobody has said yet that it was held. */
  remindedAt: Nullable(Time),
  /** The sentence that met it at its hour, when it could not be published. */
  failure: Nullable(Type.String()),
  /** Rereadings asked for and not yet done. */
  rereads: Type.Integer(),
  can: Type.Object({ write: Type.Boolean(), move: Type.Boolean(), shape: Type.Boolean() }),
})
export type Slot = Static<typeof Slot>

export const SlotDraft = Type.Object({
  spaceId: Id,
  title: Words(LIMITS.title),
  kind: Type.Optional(SlotKind),
  channel: Type.Optional(Channel),
  postKind: Type.Optional(PostKind),
  placeId: Type.Optional(Id),
  themeId: Type.Optional(Nullable(Id)),
  brief: Type.Optional(Type.String({ maxLength: LIMITS.brief })),
  day: Type.Optional(Nullable(Day)),
  minutes: Type.Optional(Nullable(Minutes)),
  ownerId: Type.Optional(Nullable(Id)),
  /** An idea starter it comes from: a key of the stock, or the id of one's own. */
  starterKey: Type.Optional(Type.String({ maxLength: 80 })),
})
export type SlotDraft = Static<typeof SlotDraft>

export const SlotChange = Type.Partial(
  Type.Intersect([
    Type.Omit(SlotDraft, ['spaceId', 'starterKey']),
    Type.Object({ kitId: Nullable(Id), turnId: Nullable(Id) }),
  ]),
)
export type SlotChange = Static<typeof SlotChange>

/** What will be published. */
export const SlotText = Type.Object({
  title: Type.String({ maxLength: LIMITS.title }),
  body: RichText,
  practice: Type.Optional(Practice),
  poll: Type.Optional(
    Type.Object({
      options: Type.Array(Type.String({ maxLength: 120 }), { maxItems: 10 }),
      choice: oneOf(['single', 'multiple']),
      anonymous: Type.Boolean(),
      closesAt: Type.Optional(Nullable(Time)),
    }),
  ),
  /** Photos and documents, with their words: what each file is, is read from the file itself. */
  attachments: Type.Optional(Type.Array(Attachment, { maxItems: POST_LIMITS.attachments })),
  recipients: Type.Optional(
    Type.Array(Type.Object({ id: Id, label: Type.String({ maxLength: 160 }), photoFileId: Nullable(Id) }), {
      maxItems: 20,
    }),
  ),
})
export type SlotText = Static<typeof SlotText>

/** Who writes now. `silent`: for two minutes, and the pen may be taken. */
export const PenView = Type.Object({
  holder: Nullable(Person),
  state: oneOf(['free', 'mine', 'silent', 'held']),
  at: Nullable(Time),
  askedBy: Nullable(Person),
})
export type PenView = Static<typeof PenView>

export const Remark = Type.Object({
  id: Id,
  author: Nullable(Person),
  text: Type.String(),
  /** Somebody asked to reread. */
  asks: Nullable(Person),
  doneAt: Nullable(Time),
  at: Time,
  own: Type.Boolean(),
})
export type Remark = Static<typeof Remark>

export const Version = Type.Object({
  id: Id,
  content: SlotText,
  writtenBy: Nullable(Person),
  writtenAt: Time,
  /** late: by somebody who had handed the pen over meanwhile. */
  why: oneOf(['before', 'late']),
})
export type Version = Static<typeof Version>

export const SlotSheet = Type.Intersect([
  Slot,
  Type.Object({
    communityName: Type.String(),
    content: SlotText,
    edition: Type.Integer(),
    writtenBy: Nullable(Person),
    writtenAt: Nullable(Time),
    pen: PenView,
    remarks: Type.Array(Remark),
    versions: Type.Array(Version),
    /** What the text still lacks to be published, as a sentence; null when it may leave. */
    lacks: Nullable(Type.String()),
  }),
])
export type SlotSheet = Static<typeof SlotSheet>

export const Theme = Type.Object({
  id: Id,
  name: Type.String(),
  tone: Type.Integer({ minimum: 1, maximum: 5 }),
})
export type Theme = Static<typeof Theme>

export const Series = Type.Object({
  id: Id,
  title: Type.String(),
  brief: Type.String(),
  kind: SlotKind,
  channel: Channel,
  postKind: PostKind,
  placeId: Id,
  themeId: Nullable(Id),
  owner: Nullable(Person),
  every: oneOf(['week', 'fortnight', 'month']),
  weekday: Type.Integer(),
  nth: Nullable(Type.Integer()),
  minutes: Minutes,
  startsOn: Day,
  endsOn: Nullable(Day),
})
export type Series = Static<typeof Series>

export const SeriesDraft = Type.Object({
  spaceId: Id,
  title: Words(LIMITS.title),
  brief: Type.Optional(Type.String({ maxLength: LIMITS.brief })),
  kind: Type.Optional(SlotKind),
  channel: Type.Optional(Channel),
  postKind: Type.Optional(PostKind),
  placeId: Type.Optional(Id),
  themeId: Type.Optional(Nullable(Id)),
  ownerId: Type.Optional(Nullable(Id)),
  every: oneOf(['week', 'fortnight', 'month']),
  weekday: Type.Integer({ minimum: 1, maximum: 7 }),
  /** Which one of the month: 1 to 4, 5 is the last. */
  nth: Type.Optional(Nullable(Type.Integer({ minimum: 1, maximum: 5 }))),
  minutes: Minutes,
  startsOn: Day,
  endsOn: Type.Optional(Nullable(Day)),
})
export type SeriesDraft = Static<typeof SeriesDraft>

export const BlockedDays = Type.Object({ id: Id, name: Type.String(), firstDay: Day, lastDay: Day })
export type BlockedDays = Static<typeof BlockedDays>

/** What lies over the days: public holidays, school holidays by zone, days when nothing is published. */
export const Overlay = Type.Object({
  kind: oneOf(['public', 'school', 'blocked']),
  name: Type.String(),
  zone: Nullable(Type.String()),
  /** Of blocked days: those of the whole company, or this calendar's own. */
  whose: Type.Optional(oneOf(['company', 'calendar'])),
  firstDay: Day,
  lastDay: Day,
})
export type Overlay = Static<typeof Overlay>

const MixShare = Type.Object({
  kind: PostKind,
  count: Type.Integer(),
  share: Type.Integer(),
  wanted: Type.Integer(),
})
export const Mix = Type.Object({
  placeId: Id,
  placeName: Type.String(),
  parts: Type.Array(MixShare),
})
export type Mix = Static<typeof Mix>

export const CalendarWeek = Type.Object({
  monday: Day,
  planned: Type.Integer(),
  wanted: Type.Integer(),
  /** Against an ordinary week: -0.22 is a fifth less. Null: nobody can tell. */
  expected: Nullable(Type.Number()),
})
export type CalendarWeek = Static<typeof CalendarWeek>

export const Calendar = Type.Object({
  spaceId: Id,
  name: Type.String(),
  today: Day,
  timeZone: Type.String(),
  from: Day,
  to: Day,
  slots: Type.Array(Slot),
  /** Ready or begun, without a day. */
  tray: Type.Array(Slot),
  weeks: Type.Array(CalendarWeek),
  overlay: Type.Array(Overlay),
  themes: Type.Array(Theme),
  series: Type.Array(Series),
  blocked: Type.Array(BlockedDays),
  places: Type.Array(Type.Object({ id: Id, name: Type.String(), kind: oneOf(['community', 'group']) })),
  cadence: Type.Integer(),
  mixes: Type.Array(Mix),
  nextCommittee: Nullable(Day),
  can: Type.Object({ shape: Type.Boolean() }),
})
export type Calendar = Static<typeof Calendar>

export const FeedAddress = Type.Object({ url: Nullable(Type.String()), createdAt: Nullable(Time) })
export type FeedAddress = Static<typeof FeedAddress>

/** One event of another calendar, as it would be written here. */
export const Incoming = Type.Object({
  uid: Type.String(),
  title: Type.String(),
  day: Day,
  minutes: Nullable(Type.Integer()),
  /** new, moved or unchanged against what was taken before. */
  state: oneOf(['new', 'changed', 'same']),
})
export type Incoming = Static<typeof Incoming>
export const ImportReport = Type.Object({
  items: Type.Array(Incoming),
  /** Too old, too far, or beyond what is taken at once. */
  left: Type.Integer(),
  unreadable: Type.Integer(),
})
export type ImportReport = Static<typeof ImportReport>

export const Decision = Type.Object({
  id: Id,
  kind: oneOf(['slot', 'task', 'note']),
  text: Type.String(),
  owner: Nullable(Person),
  dueOn: Nullable(Day),
  slotId: Nullable(Id),
  doneAt: Nullable(Time),
})
export type Decision = Static<typeof Decision>

const AgendaPost = Type.Object({
  postId: Id,
  title: Type.String(),
  people: Type.Integer(),
  comments: Type.Integer(),
})
/** What the committee talks about, read from what happened. */
export const Agenda = Type.Object({
  from: Day,
  to: Day,
  worked: Type.Array(AgendaPost),
  /** Met by nobody after a week. */
  unanswered: Type.Array(AgendaPost),
  published: Type.Integer(),
  gaps: Type.Array(Type.Object({ monday: Day, planned: Type.Integer(), wanted: Type.Integer() })),
  ideas: Type.Array(Type.Object({ slotId: Id, title: Type.String() })),
  season: Type.Array(Overlay),
  mixes: Type.Array(Mix),
  /** Decisions of before that are not done. */
  open: Type.Array(Decision),
})
export type Agenda = Static<typeof Agenda>

export const CommitteeLine = Type.Object({
  id: Id,
  heldOn: Day,
  minutes: Minutes,
  state: oneOf(['planned', 'held']),
  decisions: Type.Integer(),
})
export type CommitteeLine = Static<typeof CommitteeLine>

export const Committee = Type.Object({
  id: Id,
  spaceId: Id,
  communityName: Type.String(),
  heldOn: Day,
  minutes: Minutes,
  state: oneOf(['planned', 'held']),
  words: Type.String(),
  members: Type.Array(Person),
  agenda: Agenda,
  decisions: Type.Array(Decision),
  postId: Nullable(Id),
  can: Type.Object({ shape: Type.Boolean() }),
})
export type Committee = Static<typeof Committee>

export const Starter = Type.Object({
  /** A key of the stock, or the id of one's own. */
  key: Type.String(),
  title: Type.String(),
  prompt: Type.String(),
  practice: Type.String(),
  kind: SlotKind,
  postKind: PostKind,
  /** When it fits best; empty: any time. */
  seasons: Type.Array(oneOf(['rentree', 'winter', 'spring', 'summer', 'year_end', 'dip'])),
  own: Type.Boolean(),
  reworded: Type.Boolean(),
  hidden: Type.Boolean(),
})
export type Starter = Static<typeof Starter>

const SpaceId = Type.Object({ id: Id })
const SlotId = Type.Object({ id: Id })

export const readCalendar = get('/api/communities/:id/calendar', {
  summary: 'The calendar between two days; members read what was published',
  params: SpaceId,
  query: Type.Object({ from: Day, to: Day }),
  reply: Calendar,
})
export const setCadence = put('/api/communities/:id/calendar/settings', {
  summary: 'Slots wanted each week, and the mix of kinds of posts chosen for a place, in percent',
  params: SpaceId,
  body: Type.Object({
    cadence: Type.Optional(Type.Integer({ minimum: 0, maximum: 21 })),
    mix: Type.Optional(
      Type.Object({
        placeId: Id,
        parts: Type.Array(
          Type.Object({ kind: PostKind, wanted: Type.Integer({ minimum: 0, maximum: 100 }) }),
          {
            maxItems: 6,
          },
        ),
      }),
    ),
  }),
  reply: Done,
})
export const setTheme = put('/api/communities/:id/calendar/themes/:themeId', {
  summary: 'Create a theme, or change its name or colour',
  params: Type.Object({ id: Id, themeId: Id }),
  body: Type.Object({ name: Words(LIMITS.theme), tone: Type.Integer({ minimum: 1, maximum: 5 }) }),
  reply: Theme,
})
export const dropTheme = del('/api/communities/:id/calendar/themes/:themeId', {
  summary: 'Take a theme away; its slots stay',
  params: Type.Object({ id: Id, themeId: Id }),
  reply: Done,
})
export const blockDays = put('/api/communities/:id/calendar/blocked-days/:blockedId', {
  summary: 'Days when nothing is published',
  params: Type.Object({ id: Id, blockedId: Id }),
  body: Type.Object({ name: Words(80), firstDay: Day, lastDay: Day }),
  reply: BlockedDays,
})
export const unblockDays = del('/api/communities/:id/calendar/blocked-days/:blockedId', {
  summary: 'Open days again that were closed to publishing',
  params: Type.Object({ id: Id, blockedId: Id }),
  reply: Done,
})

export const readLinkable = get('/api/communities/:id/calendar/linkable', {
  summary:
    'What a share or a turn of the calendar may point to: kits that are not over, turns of today and ahead',
  params: SpaceId,
  reply: Type.Object({
    programmes: Type.Array(Type.Object({ id: Id, name: Type.String() })),
    kits: Type.Array(
      Type.Object({ id: Id, title: Type.String(), programmeId: Id, state: oneOf(['draft', 'published']) }),
    ),
    turns: Type.Array(SlotTurn),
  }),
})
export const createSlot = put('/api/slots/:id', {
  summary: 'Create a slot; with a starter, one that is an idea',
  params: SlotId,
  body: SlotDraft,
  reply: Slot,
})
export const readSlot = get('/api/slots/:id', {
  summary: 'A slot with its text, remarks and versions; its owner, those asked to reread, those who animate',
  params: SlotId,
  reply: SlotSheet,
})
export const changeSlot = patch('/api/slots/:id', {
  summary: 'Move a slot, or change what it is',
  params: SlotId,
  body: SlotChange,
  reply: Slot,
})
export const moveSlot = put('/api/slots/:id/state', {
  summary: 'One step: idea, drafted, ready, scheduled (it leaves or is reminded at its hour), held, dropped',
  params: SlotId,
  body: Type.Object({ state: oneOf(['idea', 'drafted', 'ready', 'scheduled', 'held', 'dropped']) }),
  reply: Slot,
})
export const takePen = put('/api/slots/:id/pen', {
  summary: 'Take the pen when it is free or silent; otherwise ask for it',
  params: SlotId,
  reply: PenView,
})
export const leavePen = del('/api/slots/:id/pen', {
  summary: 'Lay the pen down; whoever asked for it gets it',
  params: SlotId,
  reply: PenView,
})
export const writeSlot = put('/api/slots/:id/text', {
  summary: 'Keep the text; without the pen, or on another edition, it is kept as a version beside',
  params: SlotId,
  body: Type.Object({ content: SlotText, edition: Type.Integer({ minimum: 0 }) }),
  reply: Type.Object({ kept: oneOf(['text', 'version']), edition: Type.Integer(), pen: PenView }),
})
export const readSlotFile = get('/api/slots/:id/files/:fileId', {
  summary: 'A photo or a document attached to the text of a slot, for whoever works on it',
  params: Type.Object({ id: Id, fileId: Id }),
  query: Type.Object({ variant: Type.Optional(oneOf(['w320', 'w640', 'w1280'])) }),
  reply: Type.Object({}),
})
export const restoreVersion = put('/api/slots/:id/versions/:versionId/restored', {
  summary: 'Take back what the text said; what it says now is kept as a version',
  params: Type.Object({ id: Id, versionId: Id }),
  reply: SlotSheet,
})
export const writeRemark = put('/api/slots/:id/remarks/:remarkId', {
  summary: 'Say something about the text, or ask somebody to reread it',
  params: Type.Object({ id: Id, remarkId: Id }),
  body: Type.Object({ text: Words(LIMITS.remark), asksId: Type.Optional(Nullable(Id)) }),
  reply: Remark,
})
export const settleRemark = put('/api/slots/:id/remarks/:remarkId/done', {
  summary: 'Mark a remark as done: the text was reread, or the remark taken into account',
  params: Type.Object({ id: Id, remarkId: Id }),
  reply: Remark,
})

export const setSeries = put('/api/series/:id', {
  summary: 'What repeats: every week, every two weeks, on a weekday of the month; its slots follow',
  params: SpaceId,
  body: SeriesDraft,
  reply: Series,
})
export const endSeries = del('/api/series/:id', {
  summary: 'End a series; its slots to come that nobody touched go away',
  params: SpaceId,
  reply: Done,
})

export const readFeedAddress = get('/api/communities/:id/calendar/feed', {
  summary: 'My own secret address of this calendar, for another agenda',
  params: SpaceId,
  reply: FeedAddress,
})
export const makeFeedAddress = put('/api/communities/:id/calendar/feed', {
  summary: 'Make a new secret address; the one before answers no more',
  params: SpaceId,
  reply: FeedAddress,
})
export const dropFeedAddress = del('/api/communities/:id/calendar/feed', {
  summary: 'Withdraw my secret calendar address: it answers no more',
  params: SpaceId,
  reply: FeedAddress,
})
export const readFeedFile = get('/api/calendars/:token', {
  who: 'anyone',
  summary: 'iCalendar file of whoever holds this secret address: what that member may read',
  params: Type.Object({ token: Type.String({ maxLength: 100 }) }),
  reply: Type.Unsafe<unknown>({}),
})
export const previewImport = post('/api/communities/:id/calendar/import-preview', {
  summary: 'What an .ics file would write here; nothing is written',
  params: SpaceId,
  body: Type.Object({ text: Type.String({ maxLength: LIMITS.calendarBytes }) }),
  reply: ImportReport,
})
export const importCalendar = put('/api/communities/:id/calendar/import', {
  summary: 'Write the events of an .ics file as slots; again, the same file changes nothing more',
  params: SpaceId,
  body: Type.Object({
    text: Type.String({ maxLength: LIMITS.calendarBytes }),
    channel: Type.Optional(Channel),
  }),
  reply: ImportReport,
})

export const readCommittees = get('/api/communities/:id/committees', {
  summary: 'Editorial committees, the latest first',
  params: SpaceId,
  reply: Type.Object({ items: Type.Array(CommitteeLine), can: Type.Object({ shape: Type.Boolean() }) }),
})
export const readCommittee = get('/api/committees/:id', {
  summary: 'A committee: its agenda built from what happened, its decisions',
  params: SpaceId,
  reply: Committee,
})
export const setCommittee = put('/api/committees/:id', {
  summary: 'Plan a committee, or change its date, members and words',
  params: SpaceId,
  body: Type.Object({
    spaceId: Id,
    heldOn: Day,
    minutes: Type.Optional(Minutes),
    memberIds: Type.Optional(Type.Array(Id, { maxItems: LIMITS.committee })),
    words: Type.Optional(Type.String({ maxLength: LIMITS.words })),
  }),
  reply: Committee,
})
export const holdCommittee = put('/api/committees/:id/held', {
  summary: 'The committee was held: its agenda stays as it was',
  params: SpaceId,
  reply: Committee,
})
export const decide = put('/api/committees/:id/decisions/:decisionId', {
  summary: 'A decision: a slot of the calendar, a task with an owner and a date, or a word',
  params: Type.Object({ id: Id, decisionId: Id }),
  body: Type.Object({
    kind: oneOf(['slot', 'task', 'note']),
    text: Words(LIMITS.decision),
    ownerId: Type.Optional(Nullable(Id)),
    dueOn: Type.Optional(Nullable(Day)),
  }),
  reply: Decision,
})
export const settleDecision = put('/api/committees/:id/decisions/:decisionId/done', {
  summary: 'Mark a decision of a committee as done (its owner, or those who animate)',
  params: Type.Object({ id: Id, decisionId: Id }),
  reply: Decision,
})
export const dropDecision = del('/api/committees/:id/decisions/:decisionId', {
  summary: 'Take a decision back while the committee is open',
  params: Type.Object({ id: Id, decisionId: Id }),
  reply: Done,
})
export const printMinutes = get('/api/committees/:id/minutes', {
  summary: 'The minutes as PDF',
  params: SpaceId,
  query: Type.Object({ language: Type.Optional(Language) }),
  reply: Type.Unsafe<unknown>({}),
})
export const publishMinutes = put('/api/committees/:id/post', {
  summary: 'Publish the minutes as a post of the community; once',
  params: SpaceId,
  body: Type.Object({ text: Words(20_000) }),
  reply: Committee,
})

export const readStarters = get('/api/communities/:id/starters', {
  summary: 'Idea starters in the language of the reader: the stock and one’s own',
  params: SpaceId,
  query: Type.Object({ language: Type.Optional(Language) }),
  reply: Type.Object({ items: Type.Array(Starter), can: Type.Object({ shape: Type.Boolean() }) }),
})
export const setStarter = put('/api/communities/:id/starters/:starterId', {
  summary: 'Add a starter of one’s own, or reword or hide one of the stock (`stockKey`)',
  params: Type.Object({ id: Id, starterId: Id }),
  body: Type.Object({
    stockKey: Type.Optional(Type.String({ maxLength: 80 })),
    hidden: Type.Optional(Type.Boolean()),
    title: Type.Optional(Type.String({ maxLength: LIMITS.title })),
    prompt: Type.Optional(Type.String({ maxLength: 600 })),
    practice: Type.Optional(Type.String({ pattern: '^[AB][1-9]$' })),
    postKind: Type.Optional(PostKind),
  }),
  reply: Done,
})
export const dropStarter = del('/api/communities/:id/starters/:key', {
  summary: 'Take one’s own starter away, or give one of the stock its first words back',
  params: Type.Object({ id: Id, key: Type.String({ maxLength: 80 }) }),
  reply: Done,
})

/** A slot became a post. Only listeners hear of it: readers of the space hear of the post itself. */
export const slotPublished = event(
  'slot.published',
  Type.Object({ slotId: Id, postId: Nullable(Id), ownerId: Nullable(Id) }),
)
/** A committee was held. */
export const committeeHeld = event('committee.held', Type.Object({ committeeId: Id }))
