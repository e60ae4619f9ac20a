import { ANIMATORS, ANYBODY, type Opens, READERS, type Route, SIGNED_IN } from './verdicts.ts'

/** Those who serve alone: who animates, leads or moderates does not share by it. */
const SERVING: Opens = ['401', '404', '404', '403', '403', '403', '404']
const also = { ambassador: 'yes' } as const
/** A share has no reader but its own person. */
const THEIRS: Opens = ['401', '404', '404', '404', '404', '404', '404']
/** A draft exists for those who animate alone. */
const WORKSHOP: Opens = ['401', '404', '404', '404', '404', 'yes', '404']

const DRAFT = {
  programmeId: '{programme}',
  title: 'Tempo en vrai',
  url: 'https://aubrelle.example/tempo',
  hashtags: [],
  reward: '',
  label: null,
  startsOn: null,
  endsOn: null,
  visuals: [],
  variants: [],
}

export const SHARING: Record<string, Route> = {
  'GET /api/programmes/:id/kits': { opens: READERS, params: { id: '{programme}' } },
  'GET /api/kits/:id': { opens: READERS, params: { id: '{kit}' } },
  'GET /api/kits/:id/workshop': { opens: ANIMATORS, params: { id: '{kit}' } },
  'GET /api/kits/:id/figures': { opens: ANIMATORS, params: { id: '{kit}' } },
  'PUT /api/kits/:id': { opens: ANIMATORS, body: DRAFT },
  'PUT /api/kits/:id/state': {
    opens: WORKSHOP,
    params: { id: '{kitDraft}' },
    body: { state: 'published' },
  },
  'DELETE /api/kits/:id': { opens: WORKSHOP, params: { id: '{kitDraft}' } },
  'GET /api/programmes/:id/share-settings': { opens: ANIMATORS, params: { id: '{programme}' } },
  'PUT /api/programmes/:id/share-settings': {
    opens: ANIMATORS,
    params: { id: '{programme}' },
    body: {
      perDay: 1,
      perWeek: 3,
      quietFrom: '19:00',
      quietTo: '08:30',
      quietWeekends: true,
      quietHolidays: true,
      currency: 'EUR',
      rates: [],
    },
  },
  'GET /api/programmes/:id/my-sharing': { opens: READERS, params: { id: '{programme}' } },
  'PUT /api/programmes/:id/my-sharing/:network': {
    opens: SERVING,
    also,
    params: { id: '{servedProgramme}', network: 'linkedin' },
    body: {},
  },
  // What is one's own is taken back whatever happened since.
  'DELETE /api/programmes/:id/my-sharing/:network': {
    opens: SIGNED_IN,
    params: { id: '{programme}', network: 'linkedin' },
  },
  'POST /api/kits/:id/offer': {
    opens: SERVING,
    also,
    params: { id: '{kit}' },
    body: { network: 'linkedin', language: 'fr' },
  },
  'POST /api/kits/:id/words': {
    opens: SERVING,
    also,
    params: { id: '{kit}' },
    body: { network: 'linkedin', text: 'Tempo est là.' },
  },
  'PUT /api/shares/:id': {
    opens: SERVING,
    also,
    body: { kitId: '{kit}', network: 'linkedin', text: 'Tempo est là.', counted: false },
  },
  // Shared by somebody else: an account of one's own is one's own.
  'PUT /api/shares/:id/publication': {
    opens: SERVING,
    also,
    body: {
      kitId: '{kit}',
      network: 'mastodon',
      connectionId: '{ownConnection}',
      language: 'fr',
      text: 'Tempo est là.',
      fileId: null,
      counted: false,
    },
  },
  'POST /api/shares/:id/publication/retry': { opens: THEIRS, also, params: { id: '{sharePublication}' } },
  'DELETE /api/shares/:id': { opens: THEIRS, also, params: { id: '{share}' } },
  'GET /s/:code': { opens: ANYBODY, params: { code: '{shareCode}' } },
}
