import { get, patch, put } from '#platform/contract/endpoint.ts'
import {
  Id,
  Language,
  Nullable,
  oneOf,
  Page,
  PageQuery,
  Type,
  Words,
  type Static,
} from '#platform/contract/schema.ts'

export const STANDINGS = ['administrator', 'animator', 'member', 'guest'] as const
export const STATUSES = ['expected', 'active', 'closed'] as const
export const Standing = oneOf(STANDINGS)
export const Status = oneOf(STATUSES)
export const Gender = oneOf(['feminine', 'masculine'])
export const Theme = oneOf(['auto', 'light', 'dark'])

const Email = Type.String({ format: 'email', maxLength: 254 })
const Short = Type.String({ maxLength: 120 })
const Interests = Type.Array(Words(40), { maxItems: 20 })

export const Me = Type.Object({
  id: Id,
  givenName: Type.String(),
  familyName: Type.String(),
  email: Nullable(Type.String()),
  staffNumber: Nullable(Type.String()),
  phone: Nullable(Type.String()),
  job: Type.String(),
  department: Type.String(),
  site: Type.String(),
  level: Type.String(),
  organizationName: Type.String(),
  standing: Standing,
  outside: Type.Boolean(),
  language: Nullable(Language),
  theme: Theme,
  gender: Nullable(Gender),
  about: Type.String(),
  interests: Type.Array(Type.String()),
  photoFileId: Nullable(Id),
  /** What has to be done before anything else. */
  owes: Nullable(oneOf(['password', 'factor'])),
})
export type Me = Static<typeof Me>

/** Somebody in a list: enough to recognise them. */
export const PersonCard = Type.Object({
  id: Id,
  givenName: Type.String(),
  familyName: Type.String(),
  job: Type.String(),
  site: Type.String(),
  gender: Nullable(Gender),
  photoFileId: Nullable(Id),
})
export type PersonCard = Static<typeof PersonCard>

/** What a profile says: who somebody is and how to reach them. Never what they did, nor when they came. */
export const Person = Type.Object({
  ...PersonCard.properties,
  department: Type.String(),
  level: Type.String(),
  organizationName: Type.String(),
  about: Type.String(),
  interests: Type.Array(Type.String()),
  email: Nullable(Type.String()),
  phone: Nullable(Type.String()),
  manager: Nullable(Type.Object({ id: Id, givenName: Type.String(), familyName: Type.String() })),
})
export type Person = Static<typeof Person>

/** An account, as those who administer the network see it. */
export const Account = Type.Object({
  ...PersonCard.properties,
  department: Type.String(),
  level: Type.String(),
  email: Nullable(Type.String()),
  staffNumber: Nullable(Type.String()),
  phone: Nullable(Type.String()),
  language: Nullable(Language),
  organizationId: Id,
  organizationName: Type.String(),
  outside: Type.Boolean(),
  standing: Standing,
  status: Status,
})
export type Account = Static<typeof Account>

const PersonId = Type.Object({ id: Id })
const Search = Type.Optional(Type.String({ maxLength: 80 }))

export const readMe = get('/api/me', { summary: 'Who I am', reply: Me, whileOwing: true })
export const changeMe = patch('/api/me', {
  summary: 'Change what I say about myself, and how the screens look',
  body: Type.Object({
    photoFileId: Type.Optional(Nullable(Id)),
    about: Type.Optional(Type.String({ maxLength: 600 })),
    interests: Type.Optional(Interests),
    language: Type.Optional(Nullable(Language)),
    theme: Type.Optional(Theme),
    gender: Type.Optional(Nullable(Gender)),
    phone: Type.Optional(Nullable(Type.String({ maxLength: 30 }))),
  }),
  reply: Me,
})
export const findPeople = get('/api/people', {
  summary: 'People I may know of, by name',
  query: Type.Object({ ...PageQuery.properties, search: Search, spaceId: Type.Optional(Id) }),
  reply: Page(PersonCard),
})
export const readPerson = get('/api/people/:id', { summary: 'A profile', params: PersonId, reply: Person })

export const listAccounts = get('/api/accounts', {
  summary: 'All accounts of the network',
  who: 'administrator',
  query: Type.Object({
    ...PageQuery.properties,
    search: Search,
    status: Type.Optional(Status),
    standing: Type.Optional(Standing),
    organizationId: Type.Optional(Id),
  }),
  reply: Page(Account),
})
export const readAccount = get('/api/accounts/:id', {
  summary: 'One account',
  who: 'administrator',
  params: PersonId,
  reply: Account,
})
export const addPerson = put('/api/accounts/:id', {
  summary: 'Add somebody by hand',
  who: 'administrator',
  params: PersonId,
  body: Type.Object({
    givenName: Words(80),
    familyName: Words(80),
    organizationId: Id,
    email: Type.Optional(Nullable(Email)),
    staffNumber: Type.Optional(Nullable(Words(60))),
    standing: Type.Optional(Standing),
    job: Type.Optional(Short),
    department: Type.Optional(Short),
    site: Type.Optional(Short),
    language: Type.Optional(Nullable(Language)),
  }),
  reply: Account,
})
export const changePerson = patch('/api/accounts/:id', {
  summary: 'Correct an account, or change what somebody may do in the network',
  who: 'administrator',
  params: PersonId,
  body: Type.Object({
    givenName: Type.Optional(Words(80)),
    familyName: Type.Optional(Words(80)),
    organizationId: Type.Optional(Id),
    email: Type.Optional(Nullable(Email)),
    staffNumber: Type.Optional(Nullable(Words(60))),
    standing: Type.Optional(Standing),
    job: Type.Optional(Short),
    department: Type.Optional(Short),
    site: Type.Optional(Short),
    level: Type.Optional(Short),
    phone: Type.Optional(Nullable(Type.String({ maxLength: 30 }))),
    language: Type.Optional(Nullable(Language)),
  }),
  reply: Account,
})
