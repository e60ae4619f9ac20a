import type { Screen, Walk } from '../walk.ts'

export const practiceScreens = async ({ screen, communityId }: Walk): Promise<Screen[]> => [
  screen('animator', '/communautes/:id/pratiques', `/communautes/${communityId}/pratiques`),
]
