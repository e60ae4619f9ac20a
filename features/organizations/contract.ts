import { get, patch, put } from '#platform/contract/endpoint.ts'
import { Id, Type, Words, type Static } from '#platform/contract/schema.ts'

export const Organization = Type.Object({
  id: Id,
  name: Type.String(),
  /** Its people see only the spaces they were invited to. */
  outside: Type.Boolean(),
  /** Accounts that are not closed. */
  people: Type.Integer(),
})
export type Organization = Static<typeof Organization>

const OrganizationId = Type.Object({ id: Id })

export const listOrganizations = get('/api/organizations', {
  summary: 'The organisations of the network',
  who: 'administrator',
  reply: Type.Object({ items: Type.Array(Organization) }),
})
export const createOrganization = put('/api/organizations/:id', {
  summary: 'Add an organisation',
  who: 'administrator',
  params: OrganizationId,
  body: Type.Object({ name: Words(120), outside: Type.Boolean() }),
  reply: Organization,
})
export const changeOrganization = patch('/api/organizations/:id', {
  summary: 'Rename an organisation, or say whether it is from outside',
  who: 'administrator',
  params: OrganizationId,
  body: Type.Object({ name: Type.Optional(Words(120)), outside: Type.Optional(Type.Boolean()) }),
  reply: Organization,
})
