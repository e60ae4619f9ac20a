import { get, put } from '#platform/contract/endpoint.ts'
import { event } from '#platform/contract/event.ts'
import { Day, Id, Nullable, oneOf, Type, Words, type Static } from '#platform/contract/schema.ts'
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
  can: Type.Object({ shape: Type.Boolean(), keep: Type.Boolean() }),
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
