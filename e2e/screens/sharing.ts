import type { Screen, Walk } from '../walk.ts'

interface Found {
  items: { id: string }[]
}

export async function sharingScreens({ get, screen, communityId }: Walk): Promise<Screen[]> {
  const own = (await get<Found>('ambassador', `/api/communities/${communityId}/programmes`)).items[0]
  const share = `/programmes/${own?.id}/partager`
  const kit = (await get<Found>('animator', `/api/programmes/${own?.id}/kits`)).items[0]
  return [
    screen('ambassador', '/programmes/:id/partager', share),
    screen('animator', '/programmes/:id/partager', share),
    screen('animator', '/programmes/:id/partager/creer', `${share}/creer`),
    screen('animator', '/programmes/:id/partager/reglages', `${share}/reglages`),
    screen('animator', '/kits/:kitId', `/kits/${kit?.id}`),
  ]
}
