import { get, post, put } from '#platform/contract/endpoint.ts'
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

export const REASONS = ['hurtful', 'private', 'wrong', 'advertising', 'other'] as const
export const Reason = oneOf(REASONS)
export type Reason = Static<typeof Reason>
export const SubjectKind = oneOf(['post', 'comment'])
export type SubjectKind = Static<typeof SubjectKind>

/** `note`: what the person who reports adds, or what the moderator writes to the author. */
export const LIMITS = { note: 500 } as const
const Note = Type.String({ maxLength: LIMITS.note })

export const ReportState = oneOf(['open', 'hidden', 'kept'])

/** One subject that was reported, once, whatever the number of reports. Who reported it stays with the server. */
export const ModerationCase = Type.Object({
  subjectKind: SubjectKind,
  subjectId: Id,
  /** The post to open. */
  postId: Id,
  spaceId: Id,
  spaceName: Type.String(),
  author: Nullable(
    Type.Object({ id: Id, givenName: Type.String(), familyName: Type.String(), photoFileId: Nullable(Id) }),
  ),
  text: Type.String(),
  publishedAt: Time,
  hidden: Type.Boolean(),
  state: ReportState,
  reports: Type.Integer(),
  reasons: Type.Array(Reason),
  notes: Type.Array(Type.String()),
  reportedAt: Time,
})
export type ModerationCase = Static<typeof ModerationCase>

const SubjectId = Type.Object({ subjectId: Id })
const Verdict = Type.Object({ reason: Reason, note: Type.Optional(Note) })

export const report = put('/api/reports/:id', {
  summary: 'Report a post or a comment to the moderators of its space',
  params: Type.Object({ id: Id }),
  body: Type.Object({ subjectId: Id, reason: Reason, note: Type.Optional(Note) }),
  reply: Done,
})
export const readCases = get('/api/moderation', {
  summary: 'What was reported in the spaces I moderate; open cases first asked, oldest first',
  query: Type.Intersect([
    PageQuery,
    Type.Object({ spaceId: Type.Optional(Id), state: Type.Optional(oneOf(['open', 'settled'])) }),
  ]),
  reply: Page(ModerationCase),
})
export const countCases = get('/api/moderation/count', {
  summary: 'How many reported posts and comments wait for me',
  reply: Type.Object({ open: Type.Integer(), moderates: Type.Boolean() }),
})
export const hide = post('/api/moderation/:subjectId/hide', {
  summary: 'Hide a post or a comment, with a reason that its author reads',
  params: SubjectId,
  body: Verdict,
  reply: Done,
})
export const restore = post('/api/moderation/:subjectId/restore', {
  summary: 'Show again what was hidden',
  params: SubjectId,
  body: Type.Object({ note: Type.Optional(Note) }),
  reply: Done,
})
export const keep = post('/api/moderation/:subjectId/keep', {
  summary: 'Settle the reports: it stays',
  params: SubjectId,
  reply: Done,
})

export const subjectHidden = event('subject.hidden', Type.Object({ subjectKind: SubjectKind, subjectId: Id }))
export const subjectRestored = event(
  'subject.restored',
  Type.Object({ subjectKind: SubjectKind, subjectId: Id }),
)
