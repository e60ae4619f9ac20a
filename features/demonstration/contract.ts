import { post } from '#platform/contract/endpoint.ts'
import { Nullable, oneOf, Type, type Static } from '#platform/contract/schema.ts'

/** One account for each way of being in the network. */
export const DEMO_ROLES = [
  'administrator',
  'lead',
  'animator',
  'moderator',
  'ambassador',
  'sponsor',
  'member',
  'without_email',
  'english',
  'partner',
] as const
export type DemoRole = (typeof DEMO_ROLES)[number]

export const DemoAccount = Type.Object({
  role: oneOf(DEMO_ROLES),
  name: Type.String(),
  /** An e-mail address, or the staff number of those who have none. */
  identifier: Type.String(),
  password: Type.String(),
})
export type DemoAccount = Static<typeof DemoAccount>

/** Codes that still open the door of the join page, and who may come in with them. */
export const DemoCodes = Type.Object({
  personal: Nullable(Type.Object({ code: Type.String(), name: Type.String(), site: Type.String() })),
  poster: Nullable(
    Type.Object({
      code: Type.String(),
      label: Type.String(),
      /** Somebody who is expected there, as they would be recognised. */
      staffNumber: Type.String(),
      familyName: Type.String(),
    }),
  ),
})
export type DemoCodes = Static<typeof DemoCodes>

export const readDemoAccounts = post('/api/demonstration/accounts', {
  summary:
    'The accounts of the demonstration, for whoever is at the server or holds the code that it printed',
  who: 'anyone',
  body: Type.Object({ code: Type.Optional(Type.String({ maxLength: 40 })) }),
  reply: Type.Object({ accounts: Type.Array(DemoAccount), codes: DemoCodes }),
})
