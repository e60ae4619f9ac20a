import { del, get, patch, put } from '#platform/contract/endpoint.ts'
import { event } from '#platform/contract/event.ts'
import {
  Done,
  Id,
  Nullable,
  oneOf,
  Page,
  PageQuery,
  Time,
  Type,
  type Static,
} from '#platform/contract/schema.ts'
import { ROLES } from './rules/roles.ts'

export const Role = oneOf(ROLES)
export const Openness = oneOf(['open', 'closed', 'secret'])
export const SpaceKind = oneOf(['community', 'group'])

/** A space as its readers see it. `role` is the reader's seat, null when they only visit. */
export const Space = Type.Object({
  id: Id,
  kind: SpaceKind,
  parentId: Nullable(Id),
  openness: Openness,
  name: Type.String(),
  description: Type.String(),
  coverFileId: Nullable(Id),
  role: Nullable(Role),
  seats: Type.Integer(),
  unread: Type.Integer(),
  /** Last event, from where a live subscription starts. */
  seq: Type.Integer(),
  can: Type.Object({
    publish: Type.Boolean(),
    moderate: Type.Boolean(),
    animate: Type.Boolean(),
    join: Type.Boolean(),
    leave: Type.Boolean(),
  }),
})
export type Space = Static<typeof Space>

export const Seat = Type.Object({
  memberId: Id,
  givenName: Type.String(),
  familyName: Type.String(),
  job: Type.String(),
  site: Type.String(),
  gender: Nullable(oneOf(['feminine', 'masculine'])),
  photoFileId: Nullable(Id),
  role: Role,
  joinedAt: Time,
})
export type Seat = Static<typeof Seat>

const SpaceId = Type.Object({ id: Id })
const SeatId = Type.Object({ id: Id, memberId: Id })

export const readMySpaces = get('/api/spaces', {
  summary: 'The spaces I hold a seat in, with what I have not read',
  reply: Type.Object({ items: Type.Array(Space) }),
})
export const readSpace = get('/api/spaces/:id', { summary: 'One space', params: SpaceId, reply: Space })
export const readSeats = get('/api/spaces/:id/seats', {
  summary: 'Who is in a space',
  params: SpaceId,
  query: Type.Intersect([
    PageQuery,
    Type.Object({ search: Type.Optional(Type.String({ maxLength: 80 })), role: Type.Optional(Role) }),
  ]),
  reply: Page(Seat),
})
export const joinSpace = put('/api/spaces/:id/seat', {
  summary: 'Join an open space',
  params: SpaceId,
  reply: Space,
})
export const leaveSpace = del('/api/spaces/:id/seat', {
  summary: 'Leave a space',
  params: SpaceId,
  reply: Done,
})
export const giveSeat = put('/api/spaces/:id/seats/:memberId', {
  summary: 'Bring somebody in, or change their role',
  params: SeatId,
  body: Type.Object({ role: Role }),
  reply: Seat,
})
export const takeSeat = del('/api/spaces/:id/seats/:memberId', {
  summary: 'Take somebody out of a space',
  params: SeatId,
  reply: Done,
})
export const markRead = put('/api/spaces/:id/read', {
  summary: 'Everything in this space is read',
  params: SpaceId,
  reply: Done,
})
export const describeSpace = patch('/api/spaces/:id', {
  summary: 'Change the name, description or cover of a space',
  params: SpaceId,
  body: Type.Object({
    name: Type.Optional(Type.String({ minLength: 1, maxLength: 80, pattern: '\\S' })),
    description: Type.Optional(Type.String({ maxLength: 500 })),
    coverFileId: Type.Optional(Nullable(Id)),
  }),
  reply: Space,
})

export const memberJoined = event('member.joined', Type.Object({ memberId: Id, role: Role }))
export const memberLeft = event('member.left', Type.Object({ memberId: Id }))
export const roleChanged = event('role.changed', Type.Object({ memberId: Id, role: Role }))
