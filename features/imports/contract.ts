import { del, get, patch, post, put } from '#platform/contract/endpoint.ts'
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
import { FIELDS } from './rules/person.ts'

/** What a column of the file feeds; null: nothing. */
export const Field = oneOf(FIELDS)

export const ImportState = oneOf([
  'reading',
  /** Some columns have to be named before a line can be read. */
  'columns',
  'ready',
  'applying',
  'applied',
  'failed',
  /** The process that worked on it has stopped: nothing half written, start it again. */
  'interrupted',
  'discarded',
])
export type ImportState = Static<typeof ImportState>

export const Column = Type.Object({
  header: Type.String(),
  samples: Type.Array(Type.String()),
  field: Nullable(Field),
  /** How sure the proposal is, 0 to 1; 1 when somebody chose. */
  confidence: Type.Number(),
})
export type Column = Static<typeof Column>

export const Counts = Type.Object({
  create: Type.Integer(),
  update: Type.Integer(),
  unchanged: Type.Integer(),
  /** Members who are not in the file: listed, never removed. */
  absent: Type.Integer(),
  rejected: Type.Integer(),
  warnings: Type.Integer(),
  blank: Type.Integer(),
  /** People whose leaving date has passed; their accounts stay as they are. */
  left: Type.Integer(),
})
export type Counts = Static<typeof Counts>

export const Progress = Type.Object({
  phase: oneOf(['reading', 'comparing', 'writing']),
  lines: Type.Integer(),
  /** 0 to 1; null when it cannot be told. */
  share: Nullable(Type.Number()),
})
export type Progress = Static<typeof Progress>

export const FoundOrganization = Type.Object({
  name: Type.String(),
  people: Type.Integer(),
  /** Not in the directory yet: the import opens it. */
  isNew: Type.Boolean(),
  outside: Type.Boolean(),
})
export type FoundOrganization = Static<typeof FoundOrganization>

export const Import = Type.Object({
  id: Id,
  fileName: Type.String(),
  state: ImportState,
  columns: Type.Array(Column),
  /** Fields without which no line can be read, and that no column feeds. */
  missing: Type.Array(Field),
  counts: Nullable(Counts),
  progress: Nullable(Progress),
  /** Why it failed, in words. */
  problem: Nullable(Type.String()),
  /** The lines are dropped after a day: the counts stay. */
  detailed: Type.Boolean(),
  createdAt: Time,
  createdBy: Nullable(Type.String()),
  appliedAt: Nullable(Time),
})
export type Import = Static<typeof Import>

const Said = Type.Object({
  field: Nullable(Field),
  code: Type.String(),
  message: Type.String(),
  value: Nullable(Type.String()),
})

export const SaidLine = Type.Object({ line: Type.Integer(), problems: Type.Array(Said) })
export type SaidLine = Static<typeof SaidLine>

export const ChangedPerson = Type.Object({
  line: Type.Integer(),
  memberId: Id,
  givenName: Type.String(),
  familyName: Type.String(),
  staffNumber: Nullable(Type.String()),
  email: Nullable(Type.String()),
  job: Type.String(),
  site: Type.String(),
  changes: Type.Array(Type.Object({ field: Field, from: Type.String(), to: Type.String() })),
})
export type ChangedPerson = Static<typeof ChangedPerson>

export const AbsentPerson = Type.Object({
  id: Id,
  givenName: Type.String(),
  familyName: Type.String(),
  staffNumber: Nullable(Type.String()),
  email: Nullable(Type.String()),
  organizationName: Type.String(),
  job: Type.String(),
  site: Type.String(),
})
export type AbsentPerson = Static<typeof AbsentPerson>

const ImportId = Type.Object({ id: Id })
const Mapping = Type.Array(Nullable(Field), { maxItems: 256 })

export const startImport = put('/api/imports/:id', {
  summary: 'Read an uploaded file and compare it with the directory; nothing is written',
  who: 'administrator',
  params: ImportId,
  body: Type.Object({ fileId: Id, mapping: Type.Optional(Mapping) }),
  reply: Import,
})
export const readImports = get('/api/imports', {
  summary: 'The imports, latest first',
  who: 'administrator',
  query: PageQuery,
  reply: Page(Import),
})
export const readImport = get('/api/imports/:id', {
  summary: 'Where an import stands',
  who: 'administrator',
  params: ImportId,
  reply: Import,
})
export const changeImport = patch('/api/imports/:id', {
  summary: 'Say which column is what (the file is read again), or which organisations are from outside',
  who: 'administrator',
  params: ImportId,
  body: Type.Object({
    mapping: Type.Optional(Mapping),
    outside: Type.Optional(
      Type.Array(Type.Object({ name: Words(120), outside: Type.Boolean() }), { maxItems: 500 }),
    ),
  }),
  reply: Import,
})
export const readImportOrganizations = get('/api/imports/:id/organizations', {
  summary: 'The organisations that the file names',
  who: 'administrator',
  params: ImportId,
  reply: Type.Object({ items: Type.Array(FoundOrganization) }),
})
export const readRejected = get('/api/imports/:id/rejected', {
  summary: 'The lines that are left aside, and why',
  who: 'administrator',
  params: ImportId,
  query: PageQuery,
  reply: Page(SaidLine),
})
export const downloadRejected = get('/api/imports/:id/rejected.csv', {
  summary: 'The lines that are left aside, to be mended and sent again',
  who: 'administrator',
  params: ImportId,
  reply: Type.Object({}),
})
export const readWarnings = get('/api/imports/:id/warnings', {
  summary: 'The lines that are taken with a reserve, and which',
  who: 'administrator',
  params: ImportId,
  query: PageQuery,
  reply: Page(SaidLine),
})
export const readChanges = get('/api/imports/:id/changes', {
  summary: 'The people to create, or to update with what changes',
  who: 'administrator',
  params: ImportId,
  query: Type.Object({ kind: oneOf(['create', 'update']), ...PageQuery.properties }),
  reply: Page(ChangedPerson),
})
export const readAbsent = get('/api/imports/:id/absent', {
  summary: 'The members who are not in the file',
  who: 'administrator',
  params: ImportId,
  query: PageQuery,
  reply: Page(AbsentPerson),
})
export const applyImport = post('/api/imports/:id/apply', {
  summary: 'Write what the comparison announced, all of it or nothing',
  who: 'administrator',
  params: ImportId,
  reply: Import,
})
export const discardImport = del('/api/imports/:id', {
  summary: 'Give an import up: its lines are forgotten',
  who: 'administrator',
  params: ImportId,
  reply: Done,
})
