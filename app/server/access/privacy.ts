import { ADMINISTRATORS, NOT_MINE, type Route, SIGNED_IN } from './verdicts.ts'

export const PRIVACY: Record<string, Route> = {
  'GET /api/me/export': { opens: SIGNED_IN },
  'PUT /api/me/exports/:id': { opens: SIGNED_IN, params: { id: '{random}' } },
  // Of somebody else, whoever asks: there is nothing there.
  'GET /api/me/exports/:id/file': { opens: NOT_MINE, params: { id: '{export}' } },
  'DELETE /api/me/exports/:id': { opens: NOT_MINE, params: { id: '{export}' } },
  'GET /api/administration/papers/:paper': { opens: ADMINISTRATORS, params: { paper: 'register' } },
  'GET /api/administration/papers/:paper/print': { opens: ADMINISTRATORS, params: { paper: 'impact' } },
}
