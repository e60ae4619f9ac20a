import type { Screen, Walk } from '../walk.ts'

interface Found {
  items: { id: string; state?: string; status?: string }[]
}

export async function ideaScreens({ get, screen, communityId }: Walk): Promise<Screen[]> {
  const programmes = await get<Found>('ambassador', `/api/communities/${communityId}/programmes`)
  const programme = `/programmes/${programmes.items[0]?.id}`
  const backlog = `${programme}/idees`
  const read = async (path: string) => (await get<Found>('ambassador', `/api${programme}/${path}`)).items
  const shipped = (await read('ideas?status=shipped'))[0]?.id
  const planned = (await read('ideas?status=planned'))[0]?.id
  const rounds = await read('idea-rounds')
  const open = rounds.find((round) => round.state === 'open')?.id
  const closed = rounds.find((round) => round.state === 'closed')?.id
  const one = '/programmes/:id/idees/:ideaId'
  const round = '/programmes/:id/idees/tours/:roundId'
  return [
    screen('ambassador', '/programmes/:id/idees', backlog),
    screen('animator', '/programmes/:id/idees', backlog),
    screen('member', '/programmes/:id/idees', `${backlog}?vue=valeur`),
    screen('ambassador', one, `${backlog}/${planned}`),
    screen('animator', one, `${backlog}/${shipped}`),
    screen('member', one, `${backlog}/${shipped}`),
    screen('animator', '/programmes/:id/idees/tours', `${backlog}/tours`),
    screen('ambassador', round, `${backlog}/tours/${open}`),
    screen('animator', round, `${backlog}/tours/${open}`),
    screen('member', round, `${backlog}/tours/${closed}`),
  ]
}
