import type { Screen, Walk } from '../walk.ts'

export const libraryScreens = async ({ screen, communityId }: Walk): Promise<Screen[]> => [
  screen('member', '/communautes/:id/astuces', `/communautes/${communityId}/astuces`),
  screen('animator', '/communautes/:id/astuces', `/communautes/${communityId}/astuces`),
]
