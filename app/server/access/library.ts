import { ANIMATORS, MODERATORS, READERS, type Route } from './verdicts.ts'

const PRACTICE = { postId: '{practice}' }
const TOLD = { before: '12 min', after: '5 min', words: '' }

export const LIBRARY: Record<string, Route> = {
  'GET /api/communities/:id/library': { opens: READERS, params: { id: '{community}' } },
  'GET /api/communities/:id/library/shelves': { opens: READERS, params: { id: '{community}' } },
  'PUT /api/communities/:id/library/themes/:themeId': {
    opens: ANIMATORS,
    params: { id: '{community}' },
    body: { name: 'Finition' },
  },
  'DELETE /api/communities/:id/library/themes/:themeId': {
    opens: ANIMATORS,
    params: { id: '{community}', themeId: '{theme}' },
  },
  'GET /api/library/:postId': { opens: READERS, params: PRACTICE },
  'PUT /api/library/:postId': {
    opens: MODERATORS,
    params: PRACTICE,
    body: { themeIds: [], jobs: [], before: '', after: '' },
  },
  'GET /api/library/:postId/results': { opens: READERS, params: PRACTICE },
  'PUT /api/library/:postId/result': { opens: READERS, params: { postId: '{adoptedPractice}' }, body: TOLD },
  'DELETE /api/library/:postId/result': { opens: READERS, params: PRACTICE },
}
