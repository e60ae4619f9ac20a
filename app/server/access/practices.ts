import { ANIMATORS, type Route } from './verdicts.ts'

export const PRACTICES: Record<string, Route> = {
  'GET /api/communities/:id/practices': { opens: ANIMATORS, params: { id: '{community}' } },
  'PUT /api/communities/:id/practices/:code': {
    opens: ANIMATORS,
    params: { id: '{community}', code: 'a6' },
    body: { offReason: 'Les dirigeants restent en dehors de ce groupe.', limits: {} },
  },
}
