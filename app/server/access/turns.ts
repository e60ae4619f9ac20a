import { ANIMATORS, type Opens, READERS, type Route } from './verdicts.ts'

/** For the ambassador who holds the turn; the others of the community see who holds it, and nothing of its desk. */
const HOLDER_ONLY: Opens = ['401', '404', '404', '403', '403', '403', '404']
const holder: Pick<Route, 'opens' | 'also'> = { opens: HOLDER_ONLY, also: { ambassador: 'yes' } }
/** The lead reads the log and presses the button too; an animator who is no keeper does not. */
const concerned: Pick<Route, 'opens' | 'also'> = {
  opens: HOLDER_ONLY,
  also: { ambassador: 'yes', lead: 'yes' },
}

export const TURNS: Record<string, Route> = {
  'GET /api/programmes/:id/roster': { opens: READERS, params: { id: '{roster}' } },
  'PATCH /api/programmes/:id/roster': { opens: ANIMATORS, params: { id: '{roster}' } },
  'POST /api/programmes/:id/roster/turns': {
    opens: ANIMATORS,
    params: { id: '{roster}' },
    body: { turns: 2 },
  },
  'GET /api/programmes/:id/roster/candidates': { opens: ANIMATORS, params: { id: '{roster}' } },
  'GET /api/programmes/:id/turns': { opens: READERS, params: { id: '{roster}' } },
  'PUT /api/turns/:id/holder': { opens: ANIMATORS, params: { id: '{turnAhead}' }, body: { memberId: null } },
  'POST /api/turns/:id/move': {
    opens: ANIMATORS,
    params: { id: '{turnAhead}' },
    body: { otherId: '{turnOpen}' },
  },
  'DELETE /api/turns/:id': { opens: ANIMATORS, params: { id: '{turnAhead}' } },
  'PUT /api/turns/:id/taking': { ...holder, params: { id: '{turnOpen}' } },
  'PUT /api/turns/:id/answer': { ...holder, params: { id: '{turnProposed}' }, body: { yes: true } },
  'PUT /api/swaps/:id': {
    ...holder,
    body: { turnId: '{turnAhead}', otherTurnId: '{turnProposed}' },
  },
  'PUT /api/swaps/:id/answer': {
    // An exchange between two others is nobody's business, not even to know that it is there.
    opens: ['401', '404', '404', '404', '404', '404', '404'],
    also: { ambassador: 'yes' },
    params: { id: '{swap}' },
    body: { yes: false },
  },
  'DELETE /api/swaps/:id': {
    opens: ['401', '404', '404', '404', '404', '404', '404'],
    also: { ambassador: 'yes' },
    params: { id: '{swap}' },
  },
  'PUT /api/programmes/:id/roster/code': { ...holder, params: { id: '{roster}' }, body: { version: 1 } },
  'GET /api/turns/:id': { ...holder, params: { id: '{turn}' } },
  'PUT /api/turn-posts/:id': {
    ...holder,
    body: { turnId: '{turn}', connectionId: '{connection}', text: 'Essai' },
  },
  'DELETE /api/turn-posts/:id': { ...holder, params: { id: '{turnPost}' } },
  'PUT /api/turn-posts/:id/again': { ...holder, params: { id: '{turnPost}' } },
  'PUT /api/turn-posts/:id/address': {
    ...holder,
    params: { id: '{turnPost}' },
    body: { url: 'https://www.linkedin.com/posts/essai' },
  },
  'PUT /api/turn-posts/:id/hidden': { ...holder, params: { id: '{turnPost}' } },
  'PUT /api/turns/:id/note': { ...holder, params: { id: '{turn}' }, body: { note: 'Essai' } },
  'PUT /api/turns/:id/result': {
    ...holder,
    params: { id: '{turn}' },
    body: { views: 1, likes: 1, replies: 1, clicks: null, words: '' },
  },
  'PUT /api/turns/:id/leftovers': { ...holder, params: { id: '{turnPast}' }, body: { choice: 'cancel' } },
  'PUT /api/incidents/:id': { ...concerned, body: { programmeId: '{rosterHeld}', words: '', hide: false } },
  'POST /api/incidents/:id/lines': { ...concerned, params: { id: '{incident}' }, body: { words: 'Essai' } },
  'PUT /api/incidents/:id/closing': { ...concerned, params: { id: '{incident}' }, body: { words: '' } },
  'GET /api/programmes/:id/incidents': { ...concerned, params: { id: '{roster}' } },
  /** Guests included, of the community only: the programme is named in the question. */
  'GET /api/me/turns': { opens: READERS, query: { programmeId: '{roster}' } },
}
