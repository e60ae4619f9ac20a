import { del, get, put } from '#platform/contract/endpoint.ts'
import {
  Done,
  Id,
  Language,
  Nullable,
  oneOf,
  Page,
  PageQuery,
  Time,
  Type,
  Words,
  type Static,
} from '#platform/contract/schema.ts'
import { Account } from '#features/people/contract.ts'

const SetUpCode = Type.Optional(Type.String({ maxLength: 40 }))

/** The first visit: the network, its home organisation, and the person who administers it. */
export const setUpNetwork = put('/api/set-up', {
  summary: 'Create the network and its first administrator; possible once',
  who: 'anyone',
  body: Type.Object({
    /** Printed by the server at start; asked from any other machine than the server's own. */
    code: SetUpCode,
    network: Type.Object({
      name: Words(80),
      color: Type.String({ maxLength: 7 }),
      languages: Type.Array(Language, { maxItems: 2 }),
      language: Language,
      timeZone: Type.String({ maxLength: 60 }),
      schoolZones: Type.Array(Type.String({ maxLength: 20 }), { maxItems: 20 }),
    }),
    administrator: Type.Object({
      id: Id,
      givenName: Words(80),
      familyName: Words(80),
      email: Type.Optional(Nullable(Type.String({ format: 'email', maxLength: 254 }))),
      staffNumber: Type.Optional(Nullable(Words(60))),
      password: Type.String({ minLength: 1, maxLength: 200 }),
    }),
  }),
  reply: Done,
})

export const DemonstrationState = oneOf(['none', 'loading', 'failed', 'ready'])
export const startDemonstration = put('/api/demonstration', {
  summary: 'Fill this empty network with the demonstration; possible once',
  who: 'anyone',
  body: Type.Object({ code: SetUpCode }),
  reply: Type.Object({ state: DemonstrationState }),
})
export const readDemonstration = get('/api/demonstration', {
  summary: 'How far the demonstration is',
  who: 'anyone',
  reply: Type.Object({ state: DemonstrationState }),
})

const AccountId = Type.Object({ id: Id })
export const closeAccount = put('/api/accounts/:id/closed', {
  summary: 'Close an account: its sessions end, its seats are free, its words stay',
  who: 'administrator',
  params: AccountId,
  reply: Account,
})
export const reopenAccount = del('/api/accounts/:id/closed', {
  summary: 'Open a closed account again',
  who: 'administrator',
  params: AccountId,
  reply: Account,
})

export const AuditEntry = Type.Object({
  id: Type.Integer(),
  at: Time,
  act: Type.String(),
  actor: Nullable(Type.Object({ id: Id, name: Type.String() })),
  subjectKind: Nullable(Type.String()),
  /** Its name today; null when it has none, or is gone. */
  subject: Nullable(Type.String()),
  details: Type.Unsafe<Record<string, unknown>>({ type: 'object', additionalProperties: true }),
})
export type AuditEntry = Static<typeof AuditEntry>

/** By act and by day, never by person: the log guards the network, it does not follow people (reference: CNIL 2021-122). */
export const readAuditLog = get('/api/administration/audit-log', {
  summary: 'Acts of administration and moderation; reading it is itself written in it',
  who: 'administrator',
  query: Type.Object({ ...PageQuery.properties, act: Type.Optional(Type.String({ maxLength: 60 })) }),
  reply: Page(AuditEntry),
})

export const MAIL_STATES = ['kept', 'queued', 'sent', 'bounced', 'failed'] as const
export const Mail = Type.Object({
  id: Id,
  to: Type.String(),
  subject: Type.String(),
  purpose: Type.String(),
  state: oneOf(MAIL_STATES),
  problem: Nullable(Type.String()),
  createdAt: Time,
  sentAt: Nullable(Time),
})
export type Mail = Static<typeof Mail>

export const listMails = get('/api/administration/mails', {
  summary: 'Letters that Élan wrote',
  who: 'administrator',
  query: Type.Object({ ...PageQuery.properties, state: Type.Optional(oneOf(MAIL_STATES)) }),
  reply: Page(Mail),
})
export const readMail = get('/api/administration/mails/:id', {
  summary: 'One letter; once sent its text is no longer kept. Reading one is written in the audit log',
  who: 'administrator',
  params: Type.Object({ id: Id }),
  reply: Type.Object({ ...Mail.properties, body: Nullable(Type.String()) }),
})

export const Health = Type.Object({
  version: Type.String(),
  people: Type.Object({ expected: Type.Integer(), active: Type.Integer(), closed: Type.Integer() }),
  mail: Type.Object({
    configured: Type.Boolean(),
    kept: Type.Integer(),
    queued: Type.Integer(),
    /** In the last seven days. */
    bounced: Type.Integer(),
  }),
  files: Type.Object({ count: Type.Integer(), bytes: Type.Integer(), free: Nullable(Type.Integer()) }),
  database: Type.Object({ version: Type.String(), bytes: Type.Integer() }),
  /** Work asked for and not done: waiting its turn, or given up after many tries. */
  jobs: Type.Object({ waiting: Type.Integer(), failed: Type.Integer() }),
})
export type Health = Static<typeof Health>

export const readHealth = get('/api/administration/health', {
  summary: 'How the installation is',
  who: 'administrator',
  reply: Health,
})
