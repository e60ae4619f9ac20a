/** The roles of the demonstration that the screens are looked at as; a visitor has not signed in. */
export const ROLES = [
  'member',
  'ambassador',
  'animator',
  'lead',
  'administrator',
  'partner',
  'visitor',
] as const
export type Role = (typeof ROLES)[number]

export interface Screen {
  /** As app/web/pages.ts writes it. */
  path: string
  address: string
  as: Role
  /** Where one is led at once. */
  leadsTo?: string
  /** Not for this role: the server says no, and the page says whom it is for. */
  isRefused?: boolean
  /** Says that something did not happen, on purpose. */
  saysFailed?: boolean
}

/** What the screens of a later feature need to be found: files of their own, under screens/. */
export interface Walk {
  /** Reads the API as one of the roles. */
  get: <Reply>(as: Role, path: string) => Promise<Reply>
  screen: (as: Role, path: string, address?: string) => Screen
  /** The community of the demonstration. */
  communityId: string
}
