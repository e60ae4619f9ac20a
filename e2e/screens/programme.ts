import type { Screen, Walk } from '../walk.ts'

interface Found {
  items: { id: string; mine: { id: string } | null }[]
}

export async function programmeScreens({ get, screen, communityId }: Walk): Promise<Screen[]> {
  const own = (await get<Found>('ambassador', `/api/communities/${communityId}/programmes`)).items[0]
  const programme = `/programmes/${own?.id}`
  const file = `${programme}/ambassadeurs/${own?.mine?.id}`
  return [
    screen('ambassador', '/programmes/:id', programme),
    screen('member', '/programmes/:id', programme),
    screen('ambassador', '/programmes/:id/ambassadeurs/:ambassadorId', file),
    screen('lead', '/programmes/:id/ambassadeurs/:ambassadorId', file),
  ]
}
