import type { Screen, Walk } from '../walk.ts'

interface Found {
  items: { id: string }[]
}

export async function turnScreens({ get, screen, communityId }: Walk): Promise<Screen[]> {
  const own = (await get<Found>('ambassador', `/api/communities/${communityId}/programmes`)).items[0]
  const turns = `/programmes/${own?.id}/prises-de-parole`
  const mine = await get<Found>('ambassador', '/api/me/connections')
  return [
    screen('ambassador', '/programmes/:id/prises-de-parole', turns),
    screen('member', '/programmes/:id/prises-de-parole', turns),
    screen('animator', '/programmes/:id/prises-de-parole', turns),
    screen('animator', '/programmes/:id/prises-de-parole/regler', `${turns}/regler`),
    screen('ambassador', '/comptes'),
    screen('ambassador', '/comptes/:id/publier', `/comptes/${mine.items[0]?.id}/publier`),
    screen('member', '/comptes'),
    // A network that says no brings nothing back.
    { ...screen('ambassador', '/comptes/retour', '/comptes/retour?error=access_denied'), saysFailed: true },
    screen('animator', '/communautes/:id/comptes', `/communautes/${communityId}/comptes`),
  ]
}
