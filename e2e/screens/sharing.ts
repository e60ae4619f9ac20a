import type { Screen, Walk } from '../walk.ts'

interface Found {
  items: { id: string; on?: string }[]
}

export async function sharingScreens({ get, screen, communityId }: Walk): Promise<Screen[]> {
  const own = (await get<Found>('ambassador', `/api/communities/${communityId}/programmes`)).items[0]
  const share = `/programmes/${own?.id}/partager`
  const { items } = await get<Found>('animator', `/api/programmes/${own?.id}/kits`)
  const kit = items.find(({ on }) => on === 'on')
  const draft = items.find(({ on }) => on === 'draft')
  return [
    screen('ambassador', '/programmes/:id/partager', share),
    screen('ambassador', '/programmes/:id/partager', `${share}?kit=${kit?.id}`),
    screen('animator', '/programmes/:id/partager', share),
    screen('member', '/programmes/:id/partager', share),
    screen('animator', '/programmes/:id/partager/creer', `${share}/creer`),
    screen('animator', '/programmes/:id/partager/reglages', `${share}/reglages`),
    screen('animator', '/kits/:kitId', `/kits/${kit?.id}`),
    screen('animator', '/kits/:kitId', `/kits/${draft?.id}`),
  ]
}
