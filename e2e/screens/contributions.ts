import type { Screen, Walk } from '../walk.ts'

interface Found {
  items: { id: string; mine: { id: string } | null }[]
}

export async function contributionScreens({ get, screen, communityId }: Walk): Promise<Screen[]> {
  const own = (await get<Found>('ambassador', `/api/communities/${communityId}/programmes`)).items[0]
  const programme = `/programmes/${own?.id}`
  return [
    screen('ambassador', '/programmes/:id/contributions', `${programme}/contributions`),
    screen('member', '/programmes/:id/contributions', `${programme}/contributions`),
    screen('lead', '/programmes/:id/qui-avance', `${programme}/qui-avance`),
    screen('animator', '/programmes/:id/qui-avance', `${programme}/qui-avance`),
    screen('ambassador', '/programmes/:id/ce-qui-compte', `${programme}/ce-qui-compte`),
    screen('administrator', '/administration/registre'),
  ]
}
