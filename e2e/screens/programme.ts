import type { Screen, Walk } from '../walk.ts'

interface Found {
  items: { id: string; mine: { id: string } | null }[]
}
interface Listed {
  items: { id: string }[]
}
interface File {
  agreements: { id: string; answeredAt: string | null; byMail: boolean }[]
}

export async function programmeScreens({ get, screen, communityId }: Walk): Promise<Screen[]> {
  const own = (await get<Found>('ambassador', `/api/communities/${communityId}/programmes`)).items[0]
  const api = `/api/programmes/${own?.id}`
  const programme = `/programmes/${own?.id}`
  const file = `${programme}/ambassadeurs/${own?.mine?.id}`
  const inState = async (state: string) =>
    (await get<Listed>('lead', `${api}/ambassadors?state=${state}&limit=20`)).items
  const link = await paperLink(get, await inState('candidate'))
  const gatherings = async (when: string) =>
    (await get<Listed>('lead', `${api}/gatherings?when=${when}`)).items[0]
  const [next, past] = [await gatherings('next'), await gatherings('past')]
  const [candidate, alumnus] = [(await inState('candidate'))[0], (await inState('alumni'))[0]]
  const community = `/communautes/${communityId}/programmes`
  return [
    screen('ambassador', '/programmes/:id', programme),
    screen('member', '/programmes/:id', programme),
    screen('ambassador', '/programmes/:id/ambassadeurs/:ambassadorId', file),
    ...[own?.mine?.id, candidate?.id, alumnus?.id].map((id) =>
      screen('lead', '/programmes/:id/ambassadeurs/:ambassadorId', `${programme}/ambassadeurs/${id}`),
    ),
    screen('lead', '/programmes/:id/suivi', `${programme}/suivi`),
    screen('animator', '/programmes/:id/reglages', `${programme}/reglages`),
    screen('lead', '/programmes/:id/reglages', `${programme}/reglages`),
    screen('ambassador', '/programmes/:id/rencontres', `${programme}/rencontres`),
    screen('ambassador', '/programmes/:id/rencontres/:gatheringId', `${programme}/rencontres/${next?.id}`),
    screen('lead', '/programmes/:id/rencontres/:gatheringId', `${programme}/rencontres/${past?.id}`),
    screen('member', '/programmes/:id/mur', `${programme}/mur`),
    screen('member', '/communautes/:id/programmes', community),
    screen('animator', '/communautes/:id/programmes/creer', `${community}/creer`),
    screen('visitor', '/accord/:token', new URL(link, 'http://localhost').pathname),
  ]
}

/** The link of a manager who has no e-mail address, as the lead would print it. */
async function paperLink(get: Walk['get'], candidates: { id: string }[]): Promise<string> {
  for (const { id } of candidates) {
    const { agreements } = await get<File>('lead', `/api/ambassadors/${id}`)
    const open = agreements.find((one) => !one.byMail && one.answeredAt === null)
    if (open) return (await get<{ url: string }>('lead', `/api/agreements/${open.id}/link`)).url
  }
  throw new Error('the demonstration has no agreement on paper')
}
