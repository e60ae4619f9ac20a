import { del, get, post, put } from '#platform/contract/endpoint.ts'
import {
  Day,
  Done,
  Id,
  Nullable,
  oneOf,
  Page,
  PageQuery,
  Type,
  Words,
  type Static,
} from '#platform/contract/schema.ts'
import { ATTRIBUTES } from './rules/attributes.ts'

export const Attribute = oneOf(ATTRIBUTES)
export type Attribute = Static<typeof Attribute>

const Values = Type.Array(Type.String({ minLength: 1, maxLength: 200 }), { minItems: 1, maxItems: 200 })

/** One condition; exactly one of its verbs. Values of a list are alternatives. `organization` takes ids, `email` yes or no. */
export const Clause = Type.Object({
  attribute: Attribute,
  is: Type.Optional(Values),
  isNot: Type.Optional(Values),
  /** interests only: has one of these */
  includes: Type.Optional(Values),
  /** hired only: on this day or later */
  since: Type.Optional(Day),
  /** hired only: before this day */
  before: Type.Optional(Day),
})
export type Clause = Static<typeof Clause>

/** Every clause of `all`, and at least one clause of each list of `any`. No clause: everybody of the house. */
export const Rule = Type.Object({
  all: Type.Array(Clause, { maxItems: 20 }),
  any: Type.Optional(Type.Array(Type.Array(Clause, { minItems: 1, maxItems: 10 }), { maxItems: 5 })),
})
export type Rule = Static<typeof Rule>

export const AudienceUse = Type.Object({
  kind: oneOf(['community', 'group', 'campaign']),
  id: Id,
  name: Type.String(),
})
export type AudienceUse = Static<typeof AudienceUse>

/** A saved rule, with those who match it now. */
export const Audience = Type.Object({
  id: Id,
  name: Type.String(),
  rule: Rule,
  count: Type.Integer(),
  withoutEmail: Type.Integer(),
  uses: Type.Array(AudienceUse),
})
export type Audience = Static<typeof Audience>

export const Sample = Type.Object({
  count: Type.Integer(),
  withoutEmail: Type.Integer(),
  sample: Type.Array(
    Type.Object({
      id: Id,
      givenName: Type.String(),
      familyName: Type.String(),
      job: Type.String(),
      site: Type.String(),
      photoFileId: Nullable(Id),
    }),
  ),
})
export type Sample = Static<typeof Sample>

const AudienceId = Type.Object({ id: Id })

export const readAudiences = get('/api/audiences', {
  summary: 'The saved audiences, each with how many people match it now',
  who: 'animator',
  query: PageQuery,
  reply: Page(Audience),
})
export const readAudience = get('/api/audiences/:id', {
  summary: 'One audience',
  who: 'animator',
  params: AudienceId,
  reply: Audience,
})
export const saveAudience = put('/api/audiences/:id', {
  summary: 'Save an audience, new or changed',
  who: 'animator',
  params: AudienceId,
  body: Type.Object({ name: Words(80), rule: Rule }),
  reply: Audience,
})
export const deleteAudience = del('/api/audiences/:id', {
  summary: 'Delete an audience that nothing uses',
  who: 'animator',
  params: AudienceId,
  reply: Done,
})
export const previewAudience = post('/api/audiences/preview', {
  summary: 'Who matches a rule now: how many, and a few of them',
  who: 'animator',
  body: Type.Object({ rule: Rule }),
  reply: Sample,
})
export const readAttributeValues = get('/api/audiences/values', {
  summary: 'The values an attribute takes in the directory, the most common first',
  who: 'animator',
  query: Type.Object({ attribute: Attribute, search: Type.Optional(Type.String({ maxLength: 80 })) }),
  reply: Type.Object({
    items: Type.Array(Type.Object({ value: Type.String(), label: Type.String(), count: Type.Integer() })),
  }),
})
