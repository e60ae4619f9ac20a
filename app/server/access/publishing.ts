import { ANIMATORS, type Opens, type Route, SIGNED_IN } from './verdicts.ts'

/** An account of one's own: refused in its sentence for want of a real network, and never for who one is. */
const MINE: Opens = SIGNED_IN

export const PUBLISHING: Record<string, Route> = {
  'GET /api/me/connections': { opens: SIGNED_IN },
  'GET /api/communities/:id/connections': { opens: ANIMATORS, params: { id: '{community}' } },
  'PUT /api/connections/:id': {
    opens: ANIMATORS,
    body: { spaceId: '{community}', network: 'linkedin', name: 'Essai' },
  },
  /** LinkedIn is not set up here: those who may are told so. */
  'POST /api/connections/:id/beginning': {
    opens: ANIMATORS,
    body: { spaceId: '{community}', network: 'linkedin', organization: '12345', path: '/comptes' },
  },
  /** A yes that nobody gave. */
  'POST /api/connections/completion': {
    opens: MINE,
    body: { state: 'nobody-asked-for-anything-here', code: 'essai' },
  },
  'POST /api/connections/:id/session': {
    opens: ANIMATORS,
    body: { spaceId: '{community}', handle: 'essai', appPassword: 'essai', server: 'https://127.0.0.1' },
  },
  'DELETE /api/connections/:id': { opens: ANIMATORS, params: { id: '{connection}' } },
  'PUT /api/me/publications/:id': {
    opens: MINE,
    body: { connectionId: '{ownConnection}', text: 'Essai' },
  },
  'GET /api/me/publications': { opens: MINE },
  'GET /api/me/publications/:id': { opens: MINE, params: { id: '{ownPublication}' } },
  'DELETE /api/me/publications/:id': { opens: MINE, params: { id: '{ownPublication}' } },
  // They say in their sentence that it is not on the network, nor has failed.
  'POST /api/me/publications/:id/retry': { opens: MINE, params: { id: '{ownPublication}' } },
  'POST /api/me/publications/:id/removal': { opens: MINE, params: { id: '{ownPublication}' } },
  'DELETE /api/me/publications/:id/record': { opens: MINE, params: { id: '{ownPublication}' } },
}
