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

/** Something to do today: how many it is about, since when the oldest waits, a few faces, the minutes it takes. */
export const Gesture = Type.Object({
  kind: GestureKind,
  count: Type.Integer(),
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
  summary: 'Put a gesture aside for me: done for today, or not this week',
  params: ChoiceId,
  body: Type.Object({ until: oneOf(['tomorrow', 'next_week']) }),
  reply: Done,
})
export const takeBack = del('/api/communities/:id/choices/:gesture', {
  summary: 'Put a gesture back on my list',
  params: ChoiceId,
  reply: Done,
})
