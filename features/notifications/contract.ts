import { get, put } from '#platform/contract/endpoint.ts'
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

export const NOTIFICATIONS = [
  'mention',
  'reply',
  'comment',
  'answer_accepted',
  'kudos',
  'invitation',
  'welcome',
  'moderation',
  'request',
  'news',
] as const
export const NotificationKind = oneOf(NOTIFICATIONS)
export type NotificationKind = Static<typeof NotificationKind>

/** Something addressed to me. What I may no longer read is not in the list. Live: a notice of kind 'notification'. */
export const Notification = Type.Object({
  id: Id,
  kind: NotificationKind,
  spaceId: Nullable(Id),
  spaceName: Type.String(),
  postId: Nullable(Id),
  commentId: Nullable(Id),
  actor: Nullable(
    Type.Object({ id: Id, givenName: Type.String(), familyName: Type.String(), photoFileId: Nullable(Id) }),
  ),
  /** The title or the first words of what it is about. */
  excerpt: Type.String(),
  /** moderation: 'hidden' | 'restored' | 'report'; request: 'asked' | 'accepted' | 'declined'; '' otherwise. */
  outcome: Type.String(),
  /** moderation: why ('hurtful' …) and what the moderator wrote. */
  reason: Type.String(),
  note: Type.String(),
  /** news: where it leads, an address of this application; '' otherwise. */
  path: Type.String(),
  createdAt: Time,
  read: Type.Boolean(),
})
export type Notification = Static<typeof Notification>

export const readNotifications = get('/api/notifications', {
  summary: 'What is addressed to me, latest first',
  query: Type.Intersect([PageQuery, Type.Object({ unread: Type.Optional(Type.Boolean()) })]),
  reply: Page(Notification),
})
export const countNotifications = get('/api/notifications/count', {
  summary: 'How many I have not read',
  reply: Type.Object({ unread: Type.Integer() }),
})
export const markNotification = put('/api/notifications/:id/read', {
  summary: 'I have read this one',
  params: Type.Object({ id: Id }),
  reply: Done,
})
export const markNotifications = put('/api/notifications/read', {
  summary: 'I have read them all',
  reply: Done,
})
