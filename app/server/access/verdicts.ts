/** What a role meets: let in, sent to sign in, refused, or told that there is nothing there. */
export type Verdict = 'yes' | '401' | '403' | '404'

/** In the order of ROLES: outsider, guest, member of another space, member, moderator, animator, administrator. */
export type Opens = readonly [Verdict, Verdict, Verdict, Verdict, Verdict, Verdict, Verdict]

/** Those whom a programme adds to the scene. */
export type Further = Record<'ambassador' | 'lead' | 'manager', Verdict>

export interface Route {
  opens: Opens
  /**
   * Where they meet something else than usual: an ambassador what a member meets, the lead of the community what its
   * animator meets, the manager of the ambassador (no seat here) what somebody from another space meets.
   */
  also?: Partial<Further>
  params?: Record<string, string>
  query?: Record<string, string>
  body?: unknown
}

export const ANYBODY: Opens = ['yes', 'yes', 'yes', 'yes', 'yes', 'yes', 'yes']
export const SIGNED_IN: Opens = ['401', 'yes', 'yes', 'yes', 'yes', 'yes', 'yes']
/** Standing in the network: the animator of the scene is one of the network too. */
export const STAFF: Opens = ['401', '403', '403', '403', '403', 'yes', 'yes']
export const ADMINISTRATORS: Opens = ['401', '403', '403', '403', '403', '403', 'yes']
export const ADMINISTRATORS_MISSING: Opens = ['401', '403', '403', '403', '403', '403', '404']
/** The scene is closed: who holds no seat does not learn that it exists, the network's administrator included. */
export const READERS: Opens = ['401', '404', '404', 'yes', 'yes', 'yes', '404']
export const MODERATORS: Opens = ['401', '404', '404', '403', 'yes', 'yes', '404']
export const ANIMATORS: Opens = ['401', '404', '404', '403', '403', 'yes', '404']
/** Hidden from its readers: a member is told that there is nothing there. */
export const MODERATORS_ALONE: Opens = ['401', '404', '404', '404', 'yes', 'yes', '404']
export const AUTHOR_ONLY: Opens = ['401', '404', '404', '403', '403', '403', '404']
/** A closed community is known by its name and its preview to the house, not to people from outside. */
export const KNOWN_BY_NAME: Opens = ['404', '404', 'yes', 'yes', 'yes', 'yes', 'yes']
export const BY_INVITATION: Opens = ['401', '404', '403', 'yes', 'yes', 'yes', '403']
export const HOUSE: Opens = ['401', '404', 'yes', 'yes', 'yes', 'yes', 'yes']
export const OPEN: Opens = ['401', '404', 'yes', 'yes', 'yes', 'yes', 'yes']
/** A thing of somebody else's, or of nobody's. */
export const NOT_MINE: Opens = ['401', '404', '404', '404', '404', '404', '404']
/** The network is set up: that door is closed for good. */
export const DONE_ALREADY: Opens = ['403', '403', '403', '403', '403', '403', '403']
export const NOTHING: Opens = ['404', '404', '404', '404', '404', '404', '404']
/** Wrong names and passwords meet the same refusal, signed in or not. */
export const NOBODY_KNOWN: Opens = ['401', '401', '401', '401', '401', '401', '401']

export const DOC = {
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Essai' }] }],
}
export const DOC_BODY = { body: DOC }
