import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { DESK, expectAccessible, keepEvidence, openBrowser, openPage, PHONE } from './browser.ts'
import { type House, openHouse } from './house.ts'
import { accountsOf, signIn } from './screens.ts'

let house: House
let browser: Browser
/** Gaëlle, of the assembly line, on her phone and without an e-mail address. */
let candidate: Page
/** Her manager, who has no account open. */
let manager: Page
let lead: Page
let programme = ''

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click()

beforeAll(async () => {
  house = await openHouse(['--demo'])
  browser = await openBrowser()
  candidate = await openPage(browser, { size: PHONE })
  manager = await openPage(browser, { size: PHONE })
  lead = await openPage(browser, { size: DESK })
  const accounts = await accountsOf(house)
  for (const [page, role] of [
    [candidate, 'without_email'],
    [lead, 'lead'],
  ] as const) {
    const account = accounts.find((one) => one.role === role)
    if (account) await signIn(page, house.url, account)
  }
})
afterEach(({ task }) => keepEvidence(task, { candidate, manager, lead }))
afterAll(async () => {
  await browser?.close()
  await house?.stop()
})

test('somebody offers to serve, in a few words, with a manager who has no e-mail address', async () => {
  const reply = await candidate.request.get(`${house.url}/api/communities?limit=5`)
  const [tempo] = ((await reply.json()) as { items: { id: string }[] }).items
  await candidate.goto(`${house.url}/communautes/${tempo?.id}/programmes`)
  await candidate.getByRole('link', { name: 'Les Éclaireurs' }).click()
  await candidate.getByRole('heading', { name: 'Rejoindre le programme' }).waitFor()
  programme = new URL(candidate.url()).pathname
  await candidate.getByLabel('Pourquoi toi, en quelques mots').fill('Je connais chaque poste de la ligne.')
  await candidate.getByLabel('Accueillir les personnes qui arrivent').check()
  const other = candidate.getByRole('button', { name: 'C’est quelqu’un d’autre' })
  if (await other.isVisible()) await other.click()
  await candidate.getByLabel('Son nom').fill('Corinne Baudry')
  await expectAccessible(candidate, 'the offer')
  await press(candidate, 'Me proposer')
  await candidate.getByRole('heading', { name: 'Ta candidature est arrivée' }).waitFor()
  await expectAccessible(candidate, 'candidate')
})

test('the manager agrees by the link on paper, without an account, once', async () => {
  const paper = await candidate
    .getByRole('link', { name: 'Imprimer la page à remettre' })
    .getAttribute('href')
  const link = await candidate.request.get(`${house.url}${paper?.replace('/paper.pdf', '/link')}`)
  const { url } = (await link.json()) as { url: string }
  await manager.goto(`${house.url}${new URL(url).pathname}`)
  await manager.getByRole('heading', { level: 1, name: /demande ton accord/ }).waitFor()
  await expectAccessible(manager, 'the agreement')
  await manager.getByLabel('Un mot pour la personne').fill('D’accord, le mardi après-midi.')
  await press(manager, 'Je suis d’accord')
  await manager.getByRole('heading', { level: 1, name: 'Ta réponse est notée' }).waitFor()
  await manager.reload()
  await manager.getByText(/Tu as donné ton accord/).waitFor()
  expect(await manager.getByRole('button', { name: 'Je suis d’accord' }).count()).toBe(0)
})

test('the lead reads the agreement and says yes; every seat is taken, she waits for hers', async () => {
  await lead.goto(`${house.url}${programme}/suivi`)
  await lead.getByRole('heading', { level: 1, name: 'Suivi du programme' }).waitFor()
  await expectAccessible(lead, 'the board')
  await lead.getByRole('searchbox', { name: 'Chercher un nom' }).fill('Gaëlle')
  await lead.getByRole('link', { name: /Gaëlle/ }).click()
  await lead.getByText('D’accord, le mardi après-midi.').waitFor()
  await press(lead, 'Dire oui')
  await lead.getByLabel('Ton mot d’accueil').fill('Bienvenue, la ligne avait besoin de toi.')
  await lead.getByRole('dialog').getByRole('button', { name: 'Dire oui' }).click()
  await lead.getByText('Accepté, place attendue').waitFor()
  await candidate.reload()
  await candidate.getByText(/Tu es en position 3/).waitFor()
})

test('three people who were handing over are thanked at once: their seats go to those who wait, in order', async () => {
  await lead.goto(`${house.url}${programme}/suivi`)
  const column = lead.getByRole('region', { name: /Passation/ })
  await column.getByRole('checkbox').nth(2).waitFor()
  for (const box of await column.getByRole('checkbox').all()) await box.check()
  await press(lead, 'Remercier')
  await lead.getByLabel('Ton mot').fill('Merci pour tout ce que vous avez transmis.')
  await lead.getByRole('dialog').getByRole('button', { name: 'Remercier' }).click()
  await lead.getByText('Fait pour 3 personnes.').waitFor()
  await candidate.reload()
  await candidate.getByRole('heading', { name: 'Tu prends ton rôle' }).waitFor()
  await candidate.getByText('Bienvenue, la ligne avait besoin de toi.').waitFor()
  await expectAccessible(candidate, 'onboarding')
})
