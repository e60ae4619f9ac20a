import type { Screen, Walk } from '../walk.ts'

interface Found {
  items: { id: string; kind: string; state: string; mine: { returnedAt: string | null } | null }[]
}

export async function missionScreens({ get, screen, communityId }: Walk): Promise<Screen[]> {
  const programmes = await get<{ items: { id: string }[] }>(
    'ambassador',
    `/api/communities/${communityId}/programmes`,
  )
  const programme = `/programmes/${programmes.items[0]?.id}`
  const view = async (as: 'ambassador' | 'animator', name: string) =>
    (await get<Found>(as, `/api${programme}/missions?view=${name}&limit=50`)).items
  const [held, past, all] = [
    await view('ambassador', 'mine'),
    await view('ambassador', 'past'),
    await view('animator', 'all'),
  ]
  const test = held.find((one) => one.kind === 'test')?.id
  const decided = past.find((one) => one.kind === 'test')?.id
  const relay = all.find((one) => one.kind === 'relay' && one.state === 'open')?.id
  const draft = all.find((one) => one.state === 'draft')?.id
  const returned = all.find((one) => one.kind === 'write' && one.state === 'closed')?.id
  return [
    screen('ambassador', '/programmes/:id/missions', `${programme}/missions`),
    screen('ambassador', '/programmes/:id/missions', `${programme}/missions?vue=past`),
    screen('animator', '/programmes/:id/missions', `${programme}/missions?vue=all`),
    screen('partner', '/programmes/:id/missions', `${programme}/missions`),
    screen('animator', '/programmes/:id/missions/creer', `${programme}/missions/creer`),
    screen('ambassador', '/missions/:missionId', `/missions/${test}`),
    screen('ambassador', '/missions/:missionId', `/missions/${decided}`),
    screen('ambassador', '/missions/:missionId', `/missions/${relay}`),
    screen('animator', '/missions/:missionId', `/missions/${relay}`),
    screen('animator', '/missions/:missionId', `/missions/${returned}`),
    screen('animator', '/missions/:missionId', `/missions/${draft}`),
    screen('animator', '/missions/:missionId/modifier', `/missions/${relay}/modifier`),
    screen('animator', '/missions/:missionId/modifier', `/missions/${test}/modifier`),
    screen('ambassador', '/missions/:missionId/tester', `/missions/${test}/tester`),
    screen('ambassador', '/missions/:missionId/tester', `/missions/${test}/tester?etape=2`),
    screen('ambassador', '/missions/:missionId/tester', `/missions/${test}/tester?etape=5`),
    screen('lead', '/missions/:missionId/resultats', `/missions/${test}/resultats`),
    screen('member', '/missions/:missionId/resultats', `/missions/${test}/resultats`),
    screen('animator', '/missions/:missionId/resultats', `/missions/${test}/resultats`),
    screen('lead', '/missions/:missionId/resultats', `/missions/${decided}/resultats`),
  ]
}
