import type { Screen, Walk } from '../walk.ts'

interface Planned {
  tray: { id: string }[]
  slots: { id: string; state: string }[]
}

export async function editorialScreens({ get, screen, communityId }: Walk): Promise<Screen[]> {
  const community = `/communautes/${communityId}`
  const day = (ahead: number) => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10)
  const planned = await get<Planned>(
    'animator',
    `/api/communities/${communityId}/calendar?from=${day(0)}&to=${day(60)}`,
  )
  const calendar = '/communautes/:id/calendrier'
  const slot = planned.slots.find((one) => one.state === 'drafted') ?? planned.slots[0]
  return [
    screen('animator', calendar, `${community}/calendrier`),
    screen('animator', calendar, `${community}/calendrier?vue=list`),
    screen('member', calendar, `${community}/calendrier`),
    screen('animator', `${calendar}/:slotId`, `${community}/calendrier/${slot?.id}`),
    screen('animator', '/communautes/:id/comite', `${community}/comite`),
    screen('animator', '/communautes/:id/amorces', `${community}/amorces`),
  ]
}
