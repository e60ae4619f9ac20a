import type { Screen, Walk } from '../walk.ts'

interface Found {
  items: { id: string }[]
}
interface Journey {
  toReread: { id: string }[]
}

export async function journeyScreens({ get, screen, communityId }: Walk): Promise<Screen[]> {
  const own = (await get<Found>('ambassador', `/api/communities/${communityId}/programmes`)).items[0]
  const way = `/programmes/${own?.id}/parcours`
  const { toReread } = await get<Journey>('ambassador', `/api/programmes/${own?.id}/journey`)
  return [
    screen('ambassador', '/programmes/:id/parcours', way),
    { ...screen('member', '/programmes/:id/parcours', way), isRefused: true },
    { ...screen('lead', '/programmes/:id/parcours', way), isRefused: true },
    screen('ambassador', '/programmes/:id/parcours/relire/:draftId', `${way}/relire/${toReread[0]?.id}`),
    screen('lead', '/programmes/:id/parcours/appels', `${way}/appels`),
    screen('animator', '/programmes/:id/parcours/ou-l-on-cale', `${way}/ou-l-on-cale`),
    screen('lead', '/programmes/:id/parcours/ou-l-on-cale', `${way}/ou-l-on-cale`),
    screen('animator', '/programmes/:id/parcours/regler', `${way}/regler`),
    screen('ambassador', '/communautes/:id/charte', `/communautes/${communityId}/charte`),
    { ...screen('visitor', '/preuves/:code', '/preuves/inconnue'), saysFailed: true },
  ]
}
