import { ADMINISTRATORS, ANIMATORS, type Route, SIGNED_IN, STAFF } from './verdicts.ts'

const DAYS = { label: 'Inventaire', kind: 'busy', firstDay: '2027-01-04', lastDay: '2027-01-08' }

const HOLIDAY = {
  zone: 'B',
  year: 2026,
  name: "Vacances d'hiver",
  added: false,
  firstDay: '2027-02-20',
  lastDay: '2027-03-07',
  source: 'Calendrier du ministère',
  sourceDay: '2026-01-15',
}

export const SEASONS: Record<string, Route> = {
  'GET /api/communities/:id/season': { opens: ANIMATORS, params: { id: '{community}' } },
  'GET /api/season/days': { opens: SIGNED_IN, query: { from: '2026-12-01', to: '2026-12-31' } },
  'GET /api/season/settings': { opens: STAFF },
  'PUT /api/season/blocked/:id': { opens: ADMINISTRATORS, body: DAYS },
  'DELETE /api/season/blocked/:id': { opens: ADMINISTRATORS },
  'PUT /api/season/regions': { opens: ADMINISTRATORS, body: { regions: [] } },
  'GET /api/season/school': { opens: STAFF },
  'PUT /api/season/school/:id': { opens: ADMINISTRATORS, body: HOLIDAY },
  'DELETE /api/season/school/:id': { opens: ADMINISTRATORS },
}
