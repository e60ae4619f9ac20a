import { ANIMATORS, READERS, type Route } from './verdicts.ts'

export const PROGRAMME: Record<string, Route> = {
  'GET /api/communities/:id/programmes': { opens: READERS, params: { id: '{community}' } },
  'GET /api/programmes/:id': { opens: READERS, params: { id: '{programme}' } },
  'PUT /api/programmes/:id': {
    opens: ANIMATORS,
    params: { id: '{programme}' },
    body: { spaceId: '{community}', name: 'Les Éclaireurs' },
  },
}
