import { ANIMATORS, NOT_MINE, READERS, type Route } from './verdicts.ts'

const OF_AMBASSADOR = { id: '{ambassador}' }
const KEEPERS = { lead: 'yes' } as const

/**
 * Follow-up: its own person and the keepers. Moderators, animators who were not named keepers, managers, administrators
 * and other ambassadors are told that there is nothing there.
 */
export const CONTRIBUTIONS: Record<string, Route> = {
  'GET /api/programmes/:id/contribution-kinds': { opens: READERS, params: { id: '{programme}' } },
  'PUT /api/programmes/:id/contribution-kinds': {
    opens: ANIMATORS,
    params: { id: '{programme}' },
    body: { ledgerMonths: 12 },
  },
  'GET /api/ambassadors/:id/follow-up': {
    opens: NOT_MINE,
    also: { ambassador: 'yes', ...KEEPERS },
    params: OF_AMBASSADOR,
  },
  'GET /api/ambassadors/:id/contributions': {
    opens: NOT_MINE,
    also: { ambassador: 'yes', ...KEEPERS },
    params: OF_AMBASSADOR,
  },
  'GET /api/ambassadors/:id/follow-up/export': {
    opens: NOT_MINE,
    also: { ambassador: 'yes', lead: '403' },
    params: OF_AMBASSADOR,
  },
  'PUT /api/ambassadors/:id/follow-up/choices': {
    opens: NOT_MINE,
    also: { ambassador: 'yes', lead: '403' },
    params: OF_AMBASSADOR,
  },
  'PUT /api/contributions/:id/leaving-out': {
    opens: NOT_MINE,
    also: { ambassador: 'yes' },
    params: { id: '{contribution}' },
  },
  'DELETE /api/contributions/:id/leaving-out': {
    opens: NOT_MINE,
    also: { ambassador: 'yes' },
    params: { id: '{contribution}' },
  },
  'PUT /api/declarations/:id': {
    opens: NOT_MINE,
    also: { ambassador: 'yes', lead: '403' },
    params: { id: '{random}' },
    body: { ambassadorId: '{ambassador}', what: 'demo', on: new Date().toISOString().slice(0, 10) },
  },
  'DELETE /api/declarations/:id': {
    opens: NOT_MINE,
    also: { ambassador: 'yes' },
    params: { id: '{declaration}' },
  },
  // Whoever was asked answers; here, the member.
  'PUT /api/declarations/:id/answer': {
    opens: ['401', '404', '404', 'yes', '404', '404', '404'],
    also: { ambassador: '404' },
    params: { id: '{asked}' },
    body: { confirmed: true },
  },
  'GET /api/programmes/:id/peers': {
    opens: ['401', '404', '404', '403', '403', '403', '404'],
    also: { ambassador: 'yes' },
    params: { id: '{serving}' },
  },
  'GET /api/programmes/:id/confirmations': { opens: READERS, params: { id: '{programme}' } },
  'GET /api/programmes/:id/follow-up': { opens: NOT_MINE, also: KEEPERS, params: { id: '{programme}' } },
  'GET /api/programmes/:id/last-contributions': {
    opens: NOT_MINE,
    also: KEEPERS,
    params: { id: '{programme}' },
  },
  'GET /api/ambassadors/:id/proposal-drafts': {
    opens: NOT_MINE,
    also: { ambassador: '403', ...KEEPERS },
    params: OF_AMBASSADOR,
  },
  'PUT /api/proposals/:id': {
    opens: NOT_MINE,
    also: { ambassador: '403', ...KEEPERS },
    params: { id: '{random}' },
    body: { ambassadorId: '{ambassador}', kind: 'nudge', message: 'Essai', terms: { ideas: ['Essai'] } },
  },
  'PUT /api/proposals/:id/rest': {
    opens: NOT_MINE,
    also: { ambassador: '403', ...KEEPERS },
    params: { id: '{random}' },
    body: { ambassadorId: '{ambassador}', kind: 'nudge', note: 'Essai', until: null },
  },
  // Not left yet: for its person it does not exist.
  'DELETE /api/proposals/:id': {
    opens: NOT_MINE,
    also: KEEPERS,
    params: { id: '{planned}' },
  },
  'PUT /api/proposals/:id/answer': {
    opens: NOT_MINE,
    also: { ambassador: 'yes', lead: '403' },
    params: { id: '{proposal}' },
    body: { answer: 'yes' },
  },
  'PUT /api/proposals/:id/outcome': {
    opens: NOT_MINE,
    also: { ambassador: '403', ...KEEPERS },
    params: { id: '{proposal}' },
    body: { outcome: 'otherwise' },
  },
}
