import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { type Networks, openNetworks } from '#app/testing/networks.ts'
import { DESK, expectAccessible, keepEvidence, openBrowser, openPage, PHONE } from './browser.ts'
import { type House, openHouse } from './house.ts'
import { accountsOf, signIn } from './screens.ts'

const FIRST = 'Régler sans s’énerver, deuxième leçon : une chose à la fois.'
const SECOND = 'La troisième leçon attendra.'

let networks: Networks
let house: House
let browser: Browser
/** Mehdi, who holds the voice this week, on his phone. */
let mehdi: Page
/** Nadia, who animates and is on duty, at her desk. */
let nadia: Page
let turns = ''

interface Listed {
  items: { id: string }[]
}
const read = async (page: Page, path: string) =>
  (await (await page.request.get(`${house.url}${path}`)).json()) as Listed
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click()
const host = () => new URL(networks.url).host

beforeAll(async () => {
  networks = await openNetworks()
  house = await openHouse(['--demo'], { NETWORKS_LOOPBACK: 'true' })
  browser = await openBrowser()
  mehdi = await openPage(browser, { size: PHONE })
  nadia = await openPage(browser, { size: DESK })
  const accounts = await accountsOf(house)
  for (const [page, role] of [
    [mehdi, 'ambassador'],
    [nadia, 'animator'],
  ] as const) {
    const account = accounts.find((one) => one.role === role)
    if (!account) throw new Error(`nobody plays the ${role}`)
    await signIn(page, house.url, account)
  }
  const communities = await read(nadia, '/api/communities')
  const found = await read(nadia, `/api/communities/${communities.items[0]?.id}/programmes`)
  turns = `${house.url}/programmes/${found.items[0]?.id}/prises-de-parole`
})
afterEach(({ task }) => keepEvidence(task, { mehdi, nadia }))
afterAll(async () => {
  await browser?.close()
  await house?.stop()
  await networks?.close()
})

test('who animates connects the company’s account by saying yes at the network, and shares out the turns', async () => {
  await nadia.goto(`${turns}/regler`)
  await press(nadia, 'Relier un autre compte')
  await nadia.getByLabel('Instance Mastodon').fill(networks.url)
  await expectAccessible(nadia, 'connecting an account')
  await press(nadia, 'Aller sur le réseau')
  await nadia.waitForURL(`${turns}/regler`)
  await nadia.getByRole('checkbox', { name: `@aubrelle@${host()}` }).check()
  await nadia.getByText('C’est gardé.').first().waitFor()
  await nadia.getByLabel('À prévoir').selectOption('4')
  await press(nadia, 'Répartir les tours')
  await nadia.getByText('Les tours sont proposés').waitFor()
  await nadia.goto(turns)
  const cards = nadia.getByRole('list', { name: 'La parole tourne' }).getByRole('listitem')
  await expect.poll(() => cards.count()).toBe(12)
})

test('a turn is exchanged with the next by a button, and carried back by keyboard', async () => {
  const strip = nadia.getByRole('list', { name: 'La parole tourne' })
  const names = () => strip.getByRole('listitem').allInnerTexts()
  await expect.poll(async () => (await names())[3]).toContain('Bruno')
  await strip
    .getByRole('button', { name: /^Déplacer/ })
    .nth(2)
    .click()
  await nadia.getByRole('menuitem', { name: 'Échanger avec le tour d’après' }).click()
  await expect.poll(async () => (await names())[4]).toContain('Bruno')
  const grips = strip.getByRole('button', { name: /^Prendre le tour/ })
  await grips.nth(2).focus()
  await nadia.keyboard.press('Space')
  await nadia.keyboard.press('ArrowLeft')
  await nadia.keyboard.press('Space')
  await expect.poll(async () => (await names())[3]).toContain('Bruno')
})

test('the holder schedules with no approval; the server is killed as the network answers, and it is said once', async () => {
  await mehdi.goto(turns)
  await mehdi.getByRole('heading', { level: 1, name: /parle avec ta voix/ }).waitFor()
  await press(mehdi, 'Écrire')
  await mehdi.getByLabel('Compte', { exact: true }).selectOption({ label: `@aubrelle@${host()}` })
  await mehdi.getByLabel('Ton message').fill(FIRST)
  await mehdi.getByRole('radio', { name: 'Plus tard dans mon tour' }).check()
  await mehdi.getByLabel('Jour et heure').fill(minutesFromNow(1))
  await expectAccessible(mehdi, 'the composer of a turn')
  await press(mehdi, 'Programmer')
  await mehdi.getByText('Il partira tout seul').waitFor()
  expect(networks.said).toEqual([])
  networks.fail({ kind: 'lost' })
  await expect.poll(() => networks.said.length, { timeout: 120_000, interval: 200 }).toBe(1)
  await house.killAndRestart()
  await mehdi.goto(turns)
  const post = mehdi
    .getByRole('list', { name: 'Mes messages' })
    .getByRole('listitem')
    .filter({ hasText: FIRST })
  await post.getByText('Publié').waitFor({ timeout: 120_000 })
  expect(networks.said.map((one) => one.text)).toEqual([FIRST])
  await expectAccessible(mehdi, 'the desk of a turn')
})

test('beyond one’s turn nothing is scheduled, and a sentence says until when', async () => {
  await press(mehdi, 'Écrire')
  await mehdi.getByLabel('Ton message').fill(SECOND)
  await mehdi.getByRole('radio', { name: 'Plus tard dans mon tour' }).check()
  const at = mehdi.getByLabel('Jour et heure')
  await at.evaluate((field) => field.removeAttribute('max'))
  await at.fill(minutesFromNow(9 * 24 * 60))
  await press(mehdi, /^(Programmer|Préparer)$/)
  await mehdi.getByText(/Ton tour finit le/).waitFor()
  expect(networks.said).toHaveLength(1)
  await press(mehdi, 'Fermer')
})

test('an incident stops what is scheduled, hides what was said, and calls the person on duty, who closes it', async () => {
  await press(mehdi, 'Écrire')
  await mehdi.getByLabel('Compte', { exact: true }).selectOption({ label: `@aubrelle@${host()}` })
  await mehdi.getByLabel('Ton message').fill(SECOND)
  await mehdi.getByRole('radio', { name: 'Plus tard dans mon tour' }).check()
  await mehdi.getByLabel('Jour et heure').fill(minutesFromNow(20))
  await press(mehdi, 'Programmer')
  await mehdi.getByText('Programmé', { exact: true }).waitFor()
  await press(mehdi, 'Un incident')
  await mehdi.getByRole('dialog').getByText('Nadia Belkacem').waitFor()
  await mehdi.getByLabel(/Masquer aussi/).check()
  await expectAccessible(mehdi, 'the incident button')
  await press(mehdi, 'Tout arrêter')
  await mehdi.getByRole('heading', { name: 'Un incident est en cours' }).waitFor()
  await mehdi.getByText('En pause').waitFor()
  await expect.poll(() => networks.said.length, { timeout: 30_000 }).toBe(0)
  await nadia.goto(turns)
  await nadia.getByText('1 message arrêté').waitFor()
  await expectAccessible(nadia, 'an incident under way')
  await nadia.getByLabel('Ajouter au journal').fill('Compte signalé au réseau.')
  await press(nadia, 'Clore l’incident')
  await nadia.getByRole('heading', { name: 'Un incident est en cours' }).waitFor({ state: 'detached' })
  await mehdi.goto(turns)
  await press(mehdi, 'Publier maintenant')
  await mehdi.getByText('Programmé', { exact: true }).waitFor()
})

/** What a date and time field holds, by the clock of the network. */
function minutesFromNow(minutes: number): string {
  const at = new Date(Math.ceil(Date.now() / 60_000) * 60_000 + minutes * 60_000)
  return new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Europe/Paris',
    dateStyle: 'short',
    timeStyle: 'short',
  })
    .format(at)
    .replace(' ', 'T')
}
