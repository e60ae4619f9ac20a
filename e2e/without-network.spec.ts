import type { Browser, Page } from 'playwright-core'
import { v7 as uuid7 } from 'uuid'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { DESK, expectAccessible, keepEvidence, openBrowser, openPage, PHONE } from './browser.ts'
import { type House, openHouse } from './house.ts'
import { accountsOf, signIn } from './screens.ts'

let house: House
let browser: Browser
/** Animates Tempo. */
let nadia: Page
/** An ambassador of Cholet: the workshop has no network, the canteen has. */
let mehdi: Page
let communityId = ''
let programme = ''

const WAITING = 'En attente du réseau'
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click()
const read = async <Reply>(page: Page, path: string) =>
  (await (await page.request.get(`${house.url}${path}`)).json()) as Reply
const write = async (page: Page, path: string, data: object = {}) => {
  const reply = await page.request.put(`${house.url}${path}`, { data })
  expect(reply.ok(), `${path} ${await reply.text()}`).toBe(true)
}
/** In the workshop, or out of it. */
const cut = (page: Page, away = true) => page.context().setOffline(away)
const gone = (page: Page) => page.getByText(WAITING, { exact: true }).first().waitFor({ state: 'detached' })

interface Listed<Item> {
  items: Item[]
}
interface Relays {
  relay: { mine: { people: number; answer: string }[] }
}

beforeAll(async () => {
  house = await openHouse(['--demo'])
  browser = await openBrowser()
  const accounts = await accountsOf(house)
  const enter = async (role: string, size = DESK) => {
    const page = await openPage(browser, { size })
    const account = accounts.find((one) => one.role === role)
    if (!account) throw new Error(`nobody plays the ${role}`)
    await signIn(page, house.url, account)
    return page
  }
  nadia = await enter('animator')
  mehdi = await enter('ambassador', PHONE)
  communityId = (await read<Listed<{ id: string }>>(nadia, '/api/communities')).items[0]?.id ?? ''
  const programmes = await read<Listed<{ id: string }>>(nadia, `/api/communities/${communityId}/programmes`)
  programme = `/programmes/${programmes.items[0]?.id}`
})
afterEach(async ({ task }) => {
  await keepEvidence(task, { nadia, mehdi })
  for (const page of [nadia, mehdi]) await cut(page, false)
})
afterAll(async () => {
  await browser?.close()
  await house?.stop()
})

test('what was done outside is declared in the workshop, seen at once, and counted once the network is back', async () => {
  await mehdi.goto(`${house.url}${programme}/contributions`)
  await mehdi.getByRole('heading', { name: 'Mes coups de main' }).waitFor()
  await mehdi.waitForLoadState('networkidle')
  await cut(mehdi)
  await press(mehdi, 'Déclarer un coup de main')
  await press(mehdi, 'Atelier')
  await mehdi.getByLabel('Quelques mots').fill('Le limon sans gabarit, avec l’équipe de nuit.')
  await mehdi.getByLabel('Combien de personnes').fill('7')
  await mehdi.getByLabel('Qui peut le confirmer').selectOption({ index: 1 })
  await mehdi.getByRole('dialog').getByRole('button', { name: 'Déclarer' }).click()
  const line = mehdi.getByRole('listitem').filter({ hasText: 'Le limon sans gabarit' })
  await line.getByText(WAITING).waitFor()
  await expectAccessible(mehdi, 'a declaration that waits')
  await cut(mehdi, false)
  await line.getByText(WAITING).waitFor({ state: 'detached' })
  await line.getByRole('button', { name: /Retirer/ }).waitFor()
  expect(await line.count()).toBe(1)
})

let kit = ''
/** The first relay kit that is open. */
async function relayKit(): Promise<string> {
  const { items } = await read<Listed<{ id: string; kind: string }>>(
    mehdi,
    `/api${programme}/missions?view=open&limit=50`,
  )
  return items.find((one) => one.kind === 'relay')?.id ?? ''
}

test('a relay is done in front of the team: kept through a reload, it arrives once', async () => {
  kit = await relayKit()
  await mehdi.goto(`${house.url}/missions/${kit}`)
  await mehdi.getByLabel('Combien de personnes étaient là').fill('15')
  await mehdi.getByLabel('Ce qu’elles ont dit').fill('On le note où, quand le poste est occupé ?')
  // The page may be opened again, what leaves does not pass yet.
  await mehdi.context().route('**/relays/*', (route) => route.abort())
  await press(mehdi, 'C’est fait')
  const told = mehdi.getByRole('listitem').filter({ hasText: 'Dit à 15 personnes' })
  await told.getByText(WAITING).waitFor()
  await mehdi.reload()
  await told.getByText(WAITING).waitFor()
  await mehdi.context().unroute('**/relays/*')
  await told.getByText(WAITING).waitFor({ state: 'detached', timeout: 40_000 })
  const { relay } = await read<Relays>(mehdi, `/api/missions/${kit}`)
  expect(relay.mine.filter((one) => one.people === 15)).toHaveLength(1)
})

test('what is refused when it arrives is said, with its reason and the words that were written', async () => {
  await cut(mehdi)
  await mehdi.getByLabel('Combien de personnes étaient là').fill('6')
  await mehdi.getByLabel('Ce qu’elles ont dit').fill('Personne ne l’avait remarqué.')
  await press(mehdi, 'C’est fait')
  await mehdi.getByText('Dit à 6 personnes').waitFor()
  await write(nadia, `/api/missions/${kit}/state`, { state: 'closed' })
  await cut(mehdi, false)
  const refused = mehdi.getByRole('status').filter({ hasText: 'n’est pas passé' })
  await refused.getByText(/n.est pas ouverte en ce moment/).waitFor()
  await refused.getByText('Personne ne l’avait remarqué.').waitFor()
  await mehdi.getByText('Dit à 6 personnes').waitFor({ state: 'detached' })
  await expectAccessible(mehdi, 'a write that was refused')
  await press(mehdi, 'Laisser tomber')
  await refused.waitFor({ state: 'detached' })
})

test('a test is tried, read again and handed in without a network: answers first, then the handing in', async () => {
  const { items } = await read<Listed<{ id: string; kind: string }>>(
    mehdi,
    `/api${programme}/missions?view=mine&limit=50`,
  )
  const id = items.find((one) => one.kind === 'test')?.id ?? ''
  await mehdi.goto(`${house.url}/missions/${id}`)
  await mehdi.getByRole('link', { name: 'Tester' }).first().click()
  await mehdi.getByRole('button', { name: /Commencer|Reprendre/ }).click()
  await cut(mehdi)
  await mehdi.getByLabel('Ça marche').check()
  const [next, readAgain] = ['Suivant', 'Relire'].map((name) =>
    mehdi.getByRole('button', { name, exact: true }),
  )
  while (!(await readAgain?.isVisible())) await next?.click()
  await readAgain?.click()
  await press(mehdi, 'Rendre mon test')
  await mehdi.getByText(/Ton retour est gardé sur cet appareil/).waitFor()
  await expectAccessible(mehdi, 'a test that waits')
  await cut(mehdi, false)
  await mehdi.getByText(/Rendue le/).waitFor()
})

interface Ballot {
  ideaId: string
  votes: number
}
interface Board {
  round: { id: string; mine: { votes: Ballot[] }; ideas: { id: string; title: string; left: boolean }[] }
}

test('votes are given and taken back on the way, seen at once, and stand as they were left', async () => {
  const board = () => read<Board>(mehdi, `/api${programme}/idea-board`)
  const votes = async () => (await board()).round.mine.votes
  const { round } = await board()
  for (const { ideaId } of round.mine.votes)
    await write(mehdi, `/api/idea-rounds/${round.id}/votes/${ideaId}`, { votes: 0 })
  const [first, second] = round.ideas.filter((one) => !one.left)
  const on = (idea: { title: string } | undefined) =>
    mehdi.getByRole('group', { name: `Tes voix pour « ${idea?.title} »` })
  await mehdi.goto(`${house.url}${programme}/idees`)
  await on(first).waitFor()
  await cut(mehdi)
  const give = (idea: typeof first) =>
    on(idea)
      .getByRole('button', { name: /^Donner/ })
      .click()
  await give(first)
  await give(first)
  await give(second)
  await on(first)
    .getByRole('button', { name: /^Retirer/ })
    .click()
  await on(first).getByText('1', { exact: false }).waitFor()
  await on(second).getByText('1', { exact: false }).waitFor()
  expect(await votes()).toEqual([])
  await cut(mehdi, false)
  const byIdea = async () => Object.fromEntries((await votes()).map((one) => [one.ideaId, one.votes]))
  await expect.poll(byIdea).toEqual({ [first?.id ?? '']: 1, [second?.id ?? '']: 1 })
  await mehdi.reload()
  await on(first).getByText('1', { exact: false }).waitFor()
})

test('a step of the journey is behind as soon as it is done; noted later, the role is taken up', async () => {
  const id = uuid7()
  await write(nadia, `/api/programmes/${id}`, {
    spaceId: communityId,
    name: 'Les Passeurs',
    managerAgreement: false,
    state: 'open',
  })
  await write(nadia, `/api/journey-steps/${uuid7()}`, {
    programmeId: id,
    kind: 'read',
    title: 'Le mot du chef d’atelier',
    details: { text: 'Prends ton temps.' },
  })
  await write(mehdi, `/api/programmes/${id}/candidacy`, { words: 'J’en suis.', likes: ['write'] })
  const state = async () =>
    (await read<{ mine: { id: string; state: string } }>(mehdi, `/api/programmes/${id}`)).mine
  const lead = await openPage(browser)
  const account = (await accountsOf(house)).find((one) => one.role === 'lead')
  if (account) await signIn(lead, house.url, account)
  // The eighty places of Tempo are taken: one more.
  await lead.request.patch(`${house.url}/api/communities/${communityId}`, { data: { contributorCap: 90 } })
  await write(lead, `/api/ambassadors/${(await state()).id}/decision`, { yes: true, word: 'Bienvenue.' })
  await mehdi.goto(`${house.url}/programmes/${id}/parcours`)
  await mehdi.getByRole('heading', { level: 2, name: 'Le mot du chef d’atelier' }).waitFor()
  await cut(mehdi)
  await press(mehdi, 'J’ai lu')
  await mehdi.getByRole('heading', { level: 1, name: 'Te voilà dans le rôle, Mehdi.' }).waitFor()
  await mehdi.getByText(WAITING, { exact: true }).waitFor()
  await cut(mehdi, false)
  await gone(mehdi)
  expect((await state()).state).toBe('active')
})

test('a gesture of the morning is put aside without a network, and stays aside', async () => {
  await nadia.goto(`${house.url}/communautes/${communityId}/animer`)
  const gestures = nadia.locator('.td')
  await gestures.first().waitFor()
  const title = await gestures.first().getByRole('heading').innerText()
  await cut(nadia)
  await gestures.first().getByRole('checkbox').click()
  await nadia.getByRole('heading', { name: title }).waitFor({ state: 'detached' })
  await cut(nadia, false)
  await expect
    .poll(
      async () =>
        (await read<{ aside: string[] }>(nadia, `/api/communities/${communityId}/cockpit`)).aside.length,
    )
    .toBeGreaterThan(0)
  await nadia.reload()
  await gestures.first().waitFor()
  expect(await nadia.getByRole('heading', { name: title }).count()).toBe(0)
})
