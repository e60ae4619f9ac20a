import { del, get, put } from '#platform/contract/endpoint.ts'
import { Done, Id, Language, Nullable, oneOf, Time, Type, type Static } from '#platform/contract/schema.ts'

export const EXPORT_STATES = ['asked', 'making', 'ready', 'failed'] as const

export const PersonalExport = Type.Object({
  id: Id,
  state: oneOf(EXPORT_STATES),
  /** Parts written, of how many. */
  done: Type.Integer(),
  total: Type.Integer(),
  bytes: Nullable(Type.Integer()),
  /** Files whose bytes were no longer in the store. */
  missing: Type.Integer(),
  askedAt: Time,
  readyAt: Nullable(Time),
  /** Gone from then on. */
  until: Nullable(Time),
})
export type PersonalExport = Static<typeof PersonalExport>

export const MyExport = Type.Object({
  export: Nullable(PersonalExport),
  /** How many days a file is kept. */
  days: Type.Integer(),
})
export type MyExport = Static<typeof MyExport>

const ById = Type.Object({ id: Id })

export const readMyExport = get('/api/me/export', {
  summary: 'The file of everything about me, and how far it is',
  reply: MyExport,
})
export const askForExport = put('/api/me/exports/:id', {
  summary: 'Ask for a file of everything about me; the former one goes',
  params: ById,
  reply: MyExport,
})
export const downloadExport = get('/api/me/exports/:id/file', {
  summary: 'Everything about me (ZIP): its person alone',
  params: ById,
  reply: Type.Object({}),
})
export const forgetExport = del('/api/me/exports/:id', {
  summary: 'Forget the file before its time',
  params: ById,
  reply: Done,
})

export const PAPERS = ['register', 'works-council', 'impact'] as const
export type PaperKey = (typeof PAPERS)[number]

export const Paper = Type.Object({
  key: oneOf(PAPERS),
  language: Language,
  networkName: Type.String(),
  /** Drawn from the settings of this moment. */
  at: Time,
  title: Type.String(),
  lead: Type.Array(Type.String()),
  chapters: Type.Array(
    Type.Object({
      key: Type.String(),
      title: Type.String(),
      blocks: Type.Array(
        Type.Object({ label: Type.Optional(Type.String()), lines: Type.Array(Type.String()) }),
      ),
    }),
  ),
})
export type Paper = Static<typeof Paper>

const OfPaper = Type.Object({ paper: oneOf(PAPERS) })
const InLanguage = Type.Object({ language: Type.Optional(Language) })

export const readPaper = get('/api/administration/papers/:paper', {
  summary:
    'The processing register, the file for the works council or the impact assessment, from the settings in force',
  who: 'administrator',
  params: OfPaper,
  query: InLanguage,
  reply: Paper,
})
export const printPaper = get('/api/administration/papers/:paper/print', {
  summary: 'The same, to print (PDF)',
  who: 'administrator',
  params: OfPaper,
  query: InLanguage,
  reply: Type.Object({}),
})
