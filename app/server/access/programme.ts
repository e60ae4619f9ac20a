import { ANIMATORS, ANYBODY, NOT_MINE, READERS, SIGNED_IN, type Route } from './verdicts.ts'

/** A file: its own person and the keepers. Animators who were not named, managers and administrators find nothing. */
const FILE = { opens: NOT_MINE, also: { ambassador: 'yes', lead: 'yes' } } as const satisfies Route
/** What its person alone does. */
const OWN = { opens: NOT_MINE, also: { ambassador: 'yes', lead: '403' } } as const satisfies Route
/** What the keepers do to a file; its person sees it and is told that it is not theirs to do. */
const KEPT = { opens: NOT_MINE, also: { ambassador: '403', lead: 'yes' } } as const satisfies Route
/** What the keepers see of a programme. */
const KEEPERS = { opens: NOT_MINE, also: { lead: 'yes' } } as const satisfies Route
/** Gatherings and circles from the inside: those who serve, animate or follow. */
const TAKING_PART = {
  opens: ['401', '404', '404', '404', '404', 'yes', '404'],
  also: { ambassador: 'yes' },
} as const satisfies Route
const ORGANISERS = {
  opens: ['401', '404', '404', '404', '404', '403', '404'],
  also: { ambassador: '403', lead: 'yes' },
} as const satisfies Route
const LEADS = {
  opens: ['401', '404', '404', '403', '403', '403', '404'],
  also: { lead: 'yes' },
} as const satisfies Route

const programme = { id: '{programme}' }
const ambassador = { id: '{ambassador}' }
const gathering = { id: '{gathering}' }
const DAYS = { startsOn: '2026-12-01', endsOn: '2026-12-05' }
const UNTIL = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10)

export const PROGRAMME: Record<string, Route> = {
  'GET /api/programmes': { opens: SIGNED_IN },
  'GET /api/communities/:id/programmes': { opens: READERS, params: { id: '{community}' } },
  'GET /api/programmes/:id': { opens: READERS, params: programme },
  'PUT /api/programmes/:id': {
    opens: ANIMATORS,
    params: programme,
    body: { spaceId: '{community}', name: 'Les Éclaireurs' },
  },
  'GET /api/programmes/:id/advice': { opens: ANIMATORS, params: programme },
  'GET /api/programmes/:id/keepers': { opens: READERS, params: programme },
  'PUT /api/programmes/:id/keepers/:memberId': {
    ...LEADS,
    params: { ...programme, memberId: '{seated}' },
  },
  'DELETE /api/programmes/:id/keepers/:memberId': {
    ...LEADS,
    params: { ...programme, memberId: '{seated}' },
  },
  'GET /api/programmes/:id/circles': { opens: READERS, params: programme },
  'PUT /api/circles/:id': {
    opens: ANIMATORS,
    params: { id: '{circle}' },
    body: { programmeId: '{programme}', name: 'Cholet' },
  },
  'DELETE /api/circles/:id': { opens: ANIMATORS, params: { id: '{circle}' } },

  'GET /api/programmes/:id/entrance': { opens: READERS, params: programme },
  'PUT /api/programmes/:id/candidacy': {
    opens: READERS,
    params: programme,
    body: { words: 'J’aimerais aider.', likes: ['welcome'] },
  },
  'PUT /api/programmes/:id/nominations/:memberId': {
    opens: READERS,
    params: { ...programme, memberId: '{seated}' },
    body: { words: 'Quelqu’un de bien.' },
  },
  'PUT /api/programmes/:id/invitations/:memberId': {
    ...KEEPERS,
    params: { ...programme, memberId: '{seated}' },
    body: { words: '' },
  },
  'PUT /api/ambassadors/:id/answer': { ...OWN, params: { id: '{nominee}' }, body: { yes: false } },
  'PUT /api/ambassadors/:id/decision': {
    ...KEEPERS,
    params: { id: '{candidate}' },
    body: { yes: true, word: '' },
  },

  'PUT /api/agreements/:id': {
    ...FILE,
    params: { id: '{random}' },
    body: {
      ambassadorId: '{ambassador}',
      manager: { name: 'Dominique', email: 'dominique@essai.example' },
    },
  },
  'GET /api/agreements/:id/link': { ...FILE, params: { id: '{agreement}' } },
  'GET /api/agreements/:id/paper.pdf': { ...FILE, params: { id: '{agreement}' } },
  'GET /api/accord/:token': {
    opens: ANYBODY,
    also: { ambassador: 'yes', lead: 'yes', manager: 'yes' },
    params: { token: '{agreementToken}' },
  },
  'POST /api/accord/:token': {
    opens: ANYBODY,
    also: { ambassador: 'yes', lead: 'yes', manager: 'yes' },
    params: { token: '{agreementToken}' },
    body: { agreed: true, words: '' },
  },

  'GET /api/ambassadors/:id': { ...FILE, params: ambassador },
  'PUT /api/ambassadors/:id/pause': { ...FILE, params: ambassador, body: { until: UNTIL, why: '' } },
  'DELETE /api/ambassadors/:id/pause': { ...FILE, params: ambassador },
  'PUT /api/ambassadors/:id/leaving': { ...OWN, params: ambassador, body: { why: '' } },
  'PUT /api/ambassadors/:id/hand-over': {
    ...FILE,
    params: ambassador,
    body: { successorId: null, why: '' },
  },
  'PUT /api/ambassadors/:id/expectations': {
    ...KEPT,
    params: ambassador,
    body: { contributionsPerMonth: 1, hoursPerMonth: 1, why: '' },
  },
  'PUT /api/ambassadors/:id/thanks': { ...KEPT, params: ambassador, body: { word: 'Merci.' } },
  'PUT /api/ambassadors/:id/likes': { ...OWN, params: ambassador, body: { likes: ['test'] } },
  'PUT /api/leaves/:id': {
    ...OWN,
    params: { id: '{random}' },
    body: { ambassadorId: '{ambassador}', ...DAYS },
  },
  'DELETE /api/leaves/:id': {
    opens: NOT_MINE,
    also: { ambassador: 'yes', lead: '404' },
    params: { id: '{leave}' },
  },
  'PUT /api/ambassadors/:id/wall': {
    ...OWN,
    params: { id: '{alumnus}' },
    body: { wall: true, words: 'Merci.' },
  },
  'GET /api/ambassadors/:id/certificate.pdf': { ...FILE, params: { id: '{alumnus}' } },
  'GET /api/programmes/:id/alumni': { opens: READERS, params: programme },

  'GET /api/programmes/:id/board': { ...KEEPERS, params: programme },
  'GET /api/programmes/:id/ambassadors': { ...KEEPERS, params: programme },
  'POST /api/programmes/:id/acts': {
    ...KEEPERS,
    params: programme,
    body: { ambassadorIds: ['{ambassador}'], act: 'circle', circleId: null },
  },

  'PUT /api/mission-letters/:id': {
    ...KEPT,
    params: { id: '{random}' },
    body: { ambassadorId: '{ambassador}', objectives: '', startsOn: '2026-12-01', endsOn: null },
  },
  'PUT /api/mission-letters/:id/signature': {
    ...FILE,
    params: { id: '{missionLetter}' },
    body: { textHash: 'empreinte' },
  },
  'GET /api/mission-letters/:id/letter.pdf': { ...FILE, params: { id: '{missionLetter}' } },
  'GET /api/programmes/:id/mission-letters': { ...KEEPERS, params: programme },

  'GET /api/programmes/:id/gatherings': { opens: READERS, params: programme },
  'GET /api/gatherings/:id': { ...TAKING_PART, params: gathering },
  'PUT /api/gatherings/:id': {
    ...KEEPERS,
    params: gathering,
    body: {
      programmeId: '{programme}',
      circleId: null,
      kind: 'regular',
      title: 'Rencontre',
      startsAt: '2027-03-02T13:00:00Z',
      endsAt: '2027-03-02T15:00:00Z',
      place: 'Halle',
      onlineUrl: '',
      agenda: '',
    },
  },
  'PUT /api/gatherings/:id/answer': {
    opens: ['401', '404', '404', '404', '404', '403', '404'],
    also: { ambassador: 'yes' },
    params: gathering,
    body: { answer: 'online' },
  },
  'DELETE /api/gatherings/:id': { ...ORGANISERS, params: gathering },
  'GET /api/gatherings/:id/attendance': { ...ORGANISERS, params: gathering },
  'PUT /api/gatherings/:id/attendance': {
    ...ORGANISERS,
    params: { id: '{pastGathering}' },
    body: { came: [] },
  },
  'GET /api/gatherings/:id/gathering.ics': { ...TAKING_PART, params: gathering },
}
