import type { Screen, Walk } from '../walk.ts'

export const seasonScreens = async ({ screen, communityId }: Walk): Promise<Screen[]> => [
  screen('animator', '/communautes/:id/saison', `/communautes/${communityId}/saison`),
  screen('administrator', '/jours'),
]
