import { del, get, put } from '#platform/contract/endpoint.ts'
import { Day, Done, Id, Nullable, oneOf, Time, Type, Words, type Static } from '#platform/contract/schema.ts'
import { Objective } from '#features/communities/contract.ts'
import { GESTURES, MOST_WELCOMED } from './rules/gestures.ts'

export const GestureKind = oneOf(GESTURES)

export const Face = Type.Object({
  id: Id,
  givenName: Type.String(),
  familyName: Type.String(),
  photoFileId: Nullable(Id),
})
export type Face = Static<typeof Face>

/** `posted`: the welcome answers their first post; otherwise one post greets them all. */
export const Newcomer = Type.Object({ ...Face.properties, posted: Type.Boolean() })
export type Newcomer = Static<typeof Newcomer>

export const LoneQuestion = Type.Object({
  postId: Id,
  spaceId: Id,
  title: Type.String(),
  askedAt: Time,
  author: Nullable(Face),
})
export type LoneQuestion = Static<typeof LoneQuestion>

/** The address to correct: an invitation that came back. */
export const Bounce = Type.Object({ invitationId: Id, person: Face, email: Nullable(Type.String()) })
export type Bounce = Static<typeof Bounce>

/** Somebody who helped, and what a word may be about. */
export const Deserving = Type.Object({
  person: Face,
  because: oneOf(['answer', 'practice']),
  spaceId: Id,
  postId: Id,
  title: Type.String(),
})
export type Deserving = Static<typeof Deserving>

/** Something to do today: how many it is about, since when the oldest waits, a few faces, the minutes it takes. */
export const Gesture = Type.Object({
  kind: GestureKind,
  count: Type.Integer(),
  /** There are more than `count`: counting stops at a thousand. */
  more: Type.Boolean(),
  since: Nullable(Time),
  people: Type.Array(Face),
  minutes: Type.Integer(),
  /** What it takes to act on the spot, by kind; empty otherwise. */
  newcomers: Type.Array(Newcomer),
  questions: Type.Array(LoneQuestion),
  bounces: Type.Array(Bounce),
  /** Invitations to send again, the oldest first, so many at a time. */
  invitationIds: Type.Array(Id),
  /** Letters to hand out. */
  sites: Type.Array(Type.Object({ site: Type.String(), people: Type.Integer() })),
  /** The page where it is done, for what is not done on the spot. */
  path: Nullable(Type.String()),
  thanks: Type.Array(Deserving),
  /** A good practice worth showing to all. */
  practice: Nullable(Type.Object({ postId: Id, title: Type.String(), adoptions: Type.Integer() })),
  /** The Monday of the empty week, or the first day of the dip. */
  day: Nullable(Day),
  /** Light formats to lay in the calendar. */
  formats: Type.Array(Type.Object({ title: Type.String(), text: Type.String() })),
})
export type Gesture = Static<typeof Gesture>

export const Cockpit = Type.Object({
  spaceId: Id,
  name: Type.String(),
  today: Day,
  gestures: Type.Array(Gesture),
  minutes: Type.Integer(),
  /** Put aside, and still to do. */
  aside: Type.Array(GestureKind),
  /** The one that counts most today comes first. */
  objectives: Type.Array(Objective),
  /** Whether the list of Monday leaves for me by e-mail; null: I have no address. */
  monday: Nullable(Type.Boolean()),
})
export type Cockpit = Static<typeof Cockpit>

const CommunityId = Type.Object({ id: Id })
const ChoiceId = Type.Object({ id: Id, gesture: GestureKind })

export const readCockpit = get('/api/communities/:id/cockpit', {
  summary: "Today's gestures for those who animate a community, seven at most, from what waits there",
  params: CommunityId,
  reply: Cockpit,
})
export const welcome = put('/api/communities/:id/welcomes/:welcomeId', {
  summary:
    'Welcome newcomers by name: an answer to their first post, or one post that greets them; once for each',
  params: Type.Object({ id: Id, welcomeId: Id }),
  body: Type.Object({
    memberIds: Type.Array(Id, { minItems: 1, maxItems: MOST_WELCOMED }),
    text: Words(1000),
  }),
  reply: Type.Object({
    /** Whom this request welcomed; the others had been already. */
    welcomed: Type.Array(Id),
    /** The post that greets those who have not written yet. */
    postId: Nullable(Id),
  }),
})
export const putAside = put('/api/communities/:id/choices/:gesture', {
  summary:
    'Put a gesture aside for me: done for today, not this week, or not for us (it comes back later each time)',
  params: ChoiceId,
  body: Type.Object({ until: oneOf(['tomorrow', 'next_week', 'not_for_us']) }),
  reply: Done,
})
export const takeBack = del('/api/communities/:id/choices/:gesture', {
  summary: 'Put a gesture back on my list',
  params: ChoiceId,
  reply: Done,
})

export const setMonday = put('/api/communities/:id/monday', {
  summary: 'Receive the list of gestures by e-mail on the first working morning of the week, or not',
  params: CommunityId,
  body: Type.Object({ wanted: Type.Boolean() }),
  reply: Done,
})

/** A sentence of the report: text 'cockpit.report.<key>' with these values. */
export const ReportLine = Type.Object({
  key: Type.String(),
  values: Type.Unsafe<Record<string, string | number>>({ type: 'object', additionalProperties: true }),
})
export type ReportLine = Static<typeof ReportLine>

/** The month of a community, for its sponsors and leads: figures about everybody, and what was said in public. */
export const Report = Type.Object({
  spaceId: Id,
  name: Type.String(),
  /** First and last day told. */
  from: Day,
  to: Day,
  lines: Type.Array(
    Type.Object({
      part: oneOf(['people', 'objectives', 'exchanges', 'practices', 'ahead']),
      ...ReportLine.properties,
    }),
  ),
  /** Whether it leaves for me by e-mail; null: I have no address, or it is not for me. */
  mail: Nullable(Type.Boolean()),
})
export type Report = Static<typeof Report>

export const readReport = get('/api/communities/:id/report', {
  summary: 'The month of a community, as its sponsors and leads receive it (they, and those who animate)',
  params: CommunityId,
  query: Type.Object({ month: Type.Optional(Type.String({ pattern: '^[0-9]{4}-(0[1-9]|1[0-2])$' })) }),
  reply: Report,
})
export const setReportMail = put('/api/communities/:id/report/mail', {
  summary: 'Receive the report of each month by e-mail, or not (sponsors and leads)',
  params: CommunityId,
  body: Type.Object({ wanted: Type.Boolean() }),
  reply: Done,
})
