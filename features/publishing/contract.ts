import { del, get, post, put } from '#platform/contract/endpoint.ts'
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
  Words,
  type Static,
} from '#platform/contract/schema.ts'
import { NETWORKS, SPOKEN } from './rules/network-names.ts'

export const NetworkName = oneOf(NETWORKS)

/** An outside account. What opens it (passwords, tokens) is in no reply of any endpoint. */
export const Connection = Type.Object({
  id: Id,
  /** The community whose account it is; null for a member's own. */
  spaceId: Nullable(Id),
  network: NetworkName,
  mode: oneOf(['api', 'assisted']),
  name: Type.String(),
  accountUrl: Type.String(),
  server: Type.String(),
  /** How long a text may be. */
  limit: Type.Integer(),
  state: oneOf(['open', 'expired', 'closed']),
  expiresAt: Nullable(Time),
  connectedAt: Time,
})
export type Connection = Static<typeof Connection>

export const PublicationState = oneOf(['queued', 'held', 'sent', 'failed', 'cancelled', 'removed'])
const Figure = Nullable(Type.Integer())
export const Publication = Type.Object({
  id: Id,
  connectionId: Id,
  /** The account it leaves by. */
  account: Type.Object({
    network: NetworkName,
    name: Type.String(),
    state: oneOf(['open', 'expired', 'closed']),
  }),
  text: Type.String(),
  link: Type.String(),
  fileId: Nullable(Id),
  alt: Type.String(),
  publishAt: Time,
  state: PublicationState,
  /** Why it did not leave, or still stands there though it was to be taken down, in the reader's language; '' otherwise. */
  problem: Type.String(),
  retryAt: Nullable(Time),
  url: Nullable(Type.String()),
  sentAt: Nullable(Time),
  /** The network was asked to take it down, and has not yet. */
  removing: Type.Boolean(),
  /** It left for the sake of something else (a kit): it is tried again from there, under its rules. */
  elsewhere: Type.Boolean(),
  /** Where in Élan it is spoken of. */
  path: Type.String(),
  /** As the network counts them, for its author; null where it does not say. */
  likes: Figure,
  reposts: Figure,
  replies: Figure,
})
export type Publication = Static<typeof Publication>

const ById = Type.Object({ id: Id })
const Path = Type.String({ maxLength: 200, pattern: '^/(?!/)' })

export const readMyConnections = get('/api/me/connections', {
  summary: 'The accounts I connected for myself, and the networks that can be',
  reply: Type.Object({ items: Type.Array(Connection), networks: Type.Array(oneOf(SPOKEN)) }),
})
export const readConnections = get('/api/communities/:id/connections', {
  summary: 'The outside accounts that a community holds, for those who animate it',
  params: ById,
  reply: Type.Object({ items: Type.Array(Connection), networks: Type.Array(oneOf(SPOKEN)) }),
})
export const holdAccount = put('/api/connections/:id', {
  summary: 'Hold an account of a community without its API: texts are copied, addresses pasted back',
  params: ById,
  body: Type.Object({
    spaceId: Id,
    network: NetworkName,
    name: Words(120),
    accountUrl: Type.Optional(Type.String({ maxLength: 500 })),
  }),
  reply: Connection,
})
export const beginConnection = post('/api/connections/:id/beginning', {
  summary:
    'Begin to connect a Mastodon or LinkedIn account: answers with the network’s address where its owner says yes',
  params: ById,
  body: Type.Object({
    spaceId: Type.Optional(Nullable(Id)),
    network: oneOf(['mastodon', 'linkedin']),
    /** The instance, for Mastodon. */
    server: Type.Optional(Type.String({ maxLength: 200 })),
    /** The number of the page, for a company on LinkedIn. */
    organization: Type.Optional(Type.String({ maxLength: 30 })),
    /** Where to come back in Élan. */
    path: Path,
  }),
  reply: Type.Object({ url: Type.String() }),
})
export const completeConnection = post('/api/connections/completion', {
  summary: 'Finish connecting an account, with the code that the network gave back',
  body: Type.Object({
    state: Type.String({ minLength: 20, maxLength: 200 }),
    code: Type.String({ minLength: 1, maxLength: 2000 }),
  }),
  reply: Type.Object({ connection: Connection, path: Type.String() }),
})
export const openSessionOf = post('/api/connections/:id/session', {
  summary: 'Connect Bluesky with the password of an application; the password is not kept',
  params: ById,
  body: Type.Object({
    spaceId: Type.Optional(Nullable(Id)),
    handle: Words(254),
    appPassword: Words(200),
    server: Type.Optional(Type.String({ maxLength: 200 })),
  }),
  reply: Connection,
})
export const closeConnection = del('/api/connections/:id', {
  summary: 'Disconnect an account: its tokens are forgotten, what waits to leave is cancelled',
  params: ById,
  reply: Done,
})

export const PublicationDraft = Type.Object({
  connectionId: Id,
  text: Words(5000),
  link: Type.Optional(Type.String({ maxLength: 1000 })),
  linkTitle: Type.Optional(Type.String({ maxLength: 300 })),
  linkDescription: Type.Optional(Type.String({ maxLength: 500 })),
  fileId: Type.Optional(Nullable(Id)),
  alt: Type.Optional(Type.String({ maxLength: 1500 })),
  /** Absent: now. */
  publishAt: Type.Optional(Nullable(Time)),
})
export type PublicationDraft = Static<typeof PublicationDraft>

export const publishMine = put('/api/me/publications/:id', {
  summary: 'Publish on an account of mine, now or later; once, however often it is asked',
  params: ById,
  body: PublicationDraft,
  reply: Publication,
})
export const readMyPublications = get('/api/me/publications', {
  summary: 'What I published on my own accounts, or am about to; read by nobody else, whatever their role',
  query: PageQuery,
  reply: Type.Object({ ...Page(Publication).properties, keptMonths: Type.Integer() }),
})
export const readMyPublication = get('/api/me/publications/:id', {
  summary: 'Where a publication of mine stands',
  params: ById,
  reply: Publication,
})
export const cancelMine = del('/api/me/publications/:id', {
  summary: 'Cancel a publication of mine that has not left',
  params: ById,
  reply: Publication,
})

export const tryMine = post('/api/me/publications/:id/retry', {
  summary: 'Try a publication of mine again that did not leave; it is looked for at the network first',
  params: ById,
  reply: Publication,
})
export const takeDownMine = post('/api/me/publications/:id/removal', {
  summary: 'Ask the network to take down what I published; where it will not, it is said how to do it there',
  params: ById,
  reply: Publication,
})
export const forgetMine = del('/api/me/publications/:id/record', {
  summary: 'Forget a publication of mine here: what is on the network stays there, what waits does not leave',
  params: ById,
  reply: Done,
})

/** Heard by the server only (`inform`): what left or did not is known to whoever wrote it. */
export const publicationSettled = event(
  'publication.settled',
  Type.Object({
    publicationId: Id,
    authorId: Nullable(Id),
    state: PublicationState,
    url: Nullable(Type.String()),
  }),
)
