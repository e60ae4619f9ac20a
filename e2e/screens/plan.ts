import type { Screen, Walk } from '../walk.ts'

export const planScreens = async ({ screen, communityId }: Walk): Promise<Screen[]> => [
  screen('animator', '/communautes/:id/plan', `/communautes/${communityId}/plan`),
]
