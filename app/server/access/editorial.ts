import { ANIMATORS, ANYBODY, DOC, READERS, type Opens, type Route } from './verdicts.ts'

/** Drafts and committees are not known of beyond those who work on them. */
const SHAPERS_ALONE: Opens = ['401', '404', '404', '404', '404', 'yes', '404']
const NOBODY: Opens = ['401', '404', '404', '404', '404', '404', '404']
const ICS = 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nEND:VCALENDAR\r\n'
const slot = { id: '{slot}' }
const community = { id: '{community}' }
const committee = { id: '{committee}' }
const TEXT = { content: { title: '', body: DOC }, edition: 0 }

export const EDITORIAL: Record<string, Route> = {
  'GET /api/communities/:id/calendar': {
    opens: READERS,
    params: community,
    query: { from: '2026-11-01', to: '2026-11-30' },
  },
  'PUT /api/communities/:id/calendar/settings': { opens: ANIMATORS, params: community, body: { cadence: 3 } },
  'PUT /api/communities/:id/calendar/themes/:themeId': {
    opens: ANIMATORS,
    params: community,
    body: { name: 'Atelier', tone: 1 },
  },
  'DELETE /api/communities/:id/calendar/themes/:themeId': { opens: ANIMATORS, params: community },
  'PUT /api/communities/:id/calendar/blocked-days/:blockedId': {
    opens: ANIMATORS,
    params: community,
    body: { name: 'Inventaire', firstDay: '2026-12-28', lastDay: '2026-12-31' },
  },
  'DELETE /api/communities/:id/calendar/blocked-days/:blockedId': { opens: ANIMATORS, params: community },
  'GET /api/communities/:id/calendar/linkable': { opens: ANIMATORS, params: community },
  'PUT /api/slots/:id': { opens: ANIMATORS, body: { spaceId: '{community}', title: 'Essai' } },
  'GET /api/slots/:id': { opens: SHAPERS_ALONE, params: slot },
  'PATCH /api/slots/:id': { opens: SHAPERS_ALONE, params: slot, body: { title: 'Essai' } },
  'PUT /api/slots/:id/state': { opens: SHAPERS_ALONE, params: slot, body: { state: 'ready' } },
  'PUT /api/slots/:id/pen': { opens: SHAPERS_ALONE, params: slot },
  'DELETE /api/slots/:id/pen': { opens: SHAPERS_ALONE, params: slot },
  'PUT /api/slots/:id/text': { opens: SHAPERS_ALONE, params: slot, body: TEXT },
  /** Of a file the slot does not hold; who reads what it holds is told in the feature's own tests. */
  'GET /api/slots/:id/files/:fileId': { opens: NOBODY, params: slot },
  'PUT /api/slots/:id/versions/:versionId/restored': {
    opens: SHAPERS_ALONE,
    params: { ...slot, versionId: '{slotVersion}' },
  },
  'PUT /api/slots/:id/remarks/:remarkId': { opens: SHAPERS_ALONE, params: slot, body: { text: 'Essai' } },
  'PUT /api/slots/:id/remarks/:remarkId/done': {
    opens: SHAPERS_ALONE,
    params: { ...slot, remarkId: '{slotRemark}' },
  },
  'PUT /api/series/:id': {
    opens: ANIMATORS,
    body: {
      spaceId: '{community}',
      title: 'Essai',
      every: 'week',
      weekday: 2,
      minutes: 540,
      startsOn: '2026-11-01',
    },
  },
  'DELETE /api/series/:id': { opens: ANIMATORS, params: { id: '{series}' } },
  'GET /api/communities/:id/calendar/feed': { opens: READERS, params: community },
  'PUT /api/communities/:id/calendar/feed': { opens: READERS, params: community },
  'DELETE /api/communities/:id/calendar/feed': { opens: READERS, params: community },
  /** The address is the key: whoever holds it reads what its member reads. */
  'GET /api/calendars/:token': { opens: ANYBODY, params: { token: '{feedToken}' } },
  'POST /api/communities/:id/calendar/import-preview': {
    opens: ANIMATORS,
    params: community,
    body: { text: ICS },
  },
  'PUT /api/communities/:id/calendar/import': { opens: ANIMATORS, params: community, body: { text: ICS } },
  'GET /api/communities/:id/committees': { opens: READERS, params: community },
  'GET /api/committees/:id': { opens: SHAPERS_ALONE, params: committee },
  'PUT /api/committees/:id': { opens: ANIMATORS, body: { spaceId: '{community}', heldOn: '2026-12-03' } },
  'PUT /api/committees/:id/held': { opens: SHAPERS_ALONE, params: committee },
  'PUT /api/committees/:id/decisions/:decisionId': {
    opens: SHAPERS_ALONE,
    params: committee,
    body: { kind: 'note', text: 'Essai' },
  },
  'PUT /api/committees/:id/decisions/:decisionId/done': {
    opens: SHAPERS_ALONE,
    params: { ...committee, decisionId: '{decision}' },
  },
  'DELETE /api/committees/:id/decisions/:decisionId': {
    opens: SHAPERS_ALONE,
    params: { ...committee, decisionId: '{decision}' },
  },
  'GET /api/committees/:id/minutes': { opens: SHAPERS_ALONE, params: committee },
  'PUT /api/committees/:id/post': {
    opens: SHAPERS_ALONE,
    params: { id: '{heldCommittee}' },
    body: { text: 'Essai' },
  },
  'GET /api/communities/:id/starters': { opens: READERS, params: community },
  'PUT /api/communities/:id/starters/:starterId': {
    opens: ANIMATORS,
    params: community,
    body: { title: 'Essai' },
  },
  'DELETE /api/communities/:id/starters/:key': { opens: ANIMATORS, params: community },
}
