import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { DESK, expectAccessible, keepEvidence, openBrowser, openPage, PHONE } from './browser.ts'
import { type House, openHouse } from './house.ts'
import { accountsOf, signIn } from './screens.ts'

const BROWSER =
  'Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36'

let house: House
let browser: Browser
/** Mehdi, an ambassador, on his phone. */
let mehdi: Page
/** Nadia, who animates, at her desk. */
let nadia: Page
let programmeId = ''
let kitId = ''
let shortLink = ''

interface Listed<Found> {
  items: Found[]
}
const read = async <Reply>(page: Page, path: string) =>
  (await (await page.request.get(`${house.url}${path}`)).json()) as Reply

beforeAll(async () => {
  house = await openHouse(['--demo'])
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
  const communities = await read<Listed<{ id: string }>>(nadia, '/api/communities')
  const found = await read<Listed<{ id: string }>>(
    nadia,
    `/api/communities/${communities.items[0]?.id}/programmes`,
  )
  programmeId = found.items[0]?.id ?? ''
})
afterEach(({ task }) => keepEvidence(task, { mehdi, nadia }))
afterAll(async () => {
  await browser?.close()
  await house?.stop()
})

test('who animates opens the hours and publishes a kit of two texts', async () => {
  await nadia.goto(`${house.url}/programmes/${programmeId}/partager/reglages`)
  // The journey may be made at night.
  for (const label of ['À partir de', 'Jusqu’à']) await nadia.getByLabel(label).fill('00:00')
  await nadia.getByLabel('Le week-end aussi').uncheck()
  await nadia.getByLabel('Les jours fériés et de fermeture aussi').uncheck()
  await nadia.getByRole('button', { name: 'Enregistrer' }).click()
  await nadia.getByText('C’est enregistré').waitFor()
  await nadia.goto(`${house.url}/programmes/${programmeId}/partager/creer`)
  await nadia.getByLabel('Titre du kit').fill('Une école en bois')
  await nadia.getByLabel('Adresse à partager').fill('https://www.aubrelle.example/ecole')
  await nadia.getByRole('textbox', { name: 'Texte 1' }).fill('Une école toute en bois, à deux pas d’ici.')
  await nadia
    .getByRole('textbox', { name: 'Texte 2' })
    .fill('Trente fenêtres, une école, et des enfants au chaud.')
  await expectAccessible(nadia, 'a new kit')
  await nadia.getByRole('button', { name: 'Enregistrer le brouillon' }).click()
  await nadia.waitForURL(/\/kits\/[0-9a-f-]+$/)
  kitId = /kits\/([0-9a-f-]+)$/.exec(nadia.url())?.[1] ?? ''
  await nadia.getByRole('button', { name: 'Publier le kit' }).click()
  await nadia.getByText('Aucun clic pour l’instant').waitFor()
  await expectAccessible(nadia, 'a published kit')
})

test('an ambassador turns a network on, is given a text, and leaves for it with their own words', async () => {
  await mehdi.goto(`${house.url}/programmes/${programmeId}`)
  await mehdi.getByRole('link', { name: /^Voir/ }).and(mehdi.locator('[href$="/partager"]')).click()
  await mehdi.getByRole('button', { name: /Partager Une école en bois/ }).click()
  await mehdi.getByRole('button', { name: 'X', exact: true }).click()
  await mehdi.getByRole('button', { name: 'Activer : X' }).click()
  const words = mehdi.getByLabel('Ton texte')
  await words.waitFor()
  expect(await words.inputValue()).toMatch(/école/)
  await words.fill('é'.repeat(280))
  await mehdi.getByText('signes de trop pour ce réseau').first().waitFor()
  expect(await mehdi.getByRole('link', { name: /Ouvrir X/ }).count()).toBe(0)
  await words.fill('Mes fenêtres sont dans cette école.')
  const out = mehdi.getByRole('link', { name: /Ouvrir X/ })
  const address = new URL((await out.getAttribute('href')) ?? '')
  expect(address.origin + address.pathname).toBe('https://x.com/intent/post')
  expect(address.searchParams.get('text')).toBe(
    'Mes fenêtres sont dans cette école.\n\nJe travaille chez Aubrelle.',
  )
  shortLink = address.searchParams.get('url') ?? ''
  expect(shortLink).toMatch(new RegExp(`^${house.url}/s/[a-z0-9]{7}$`))
  await expectAccessible(mehdi, 'a text to share')
  // What is asked of the network is not sent from here.
  await mehdi.context().route('https://x.com/**', (route) => route.fulfill({ body: 'X' }))
  const [opened] = await Promise.all([mehdi.context().waitForEvent('page'), out.click()])
  await opened.close()
  await mehdi.getByRole('button', { name: 'Oui, c’est partagé' }).click()
  await mehdi.getByText('C’est noté, merci.').waitFor()
  await mehdi.getByRole('link', { name: 'Retour aux kits' }).last().click()
  await mehdi.getByRole('button', { name: 'Effacer Une école en bois' }).waitFor()
})

test('a click on the short link leads to the page, and is counted once', async () => {
  const context = await browser.newContext({ userAgent: BROWSER })
  const visitor = await context.newPage()
  // Somebody who also has Élan on their phone: what keeps it ready offline stays out of the way.
  await visitor.goto(`${house.url}/connexion`)
  await visitor.evaluate('navigator.serviceWorker.ready.then(() => undefined)')
  for (const _ of [1, 2]) {
    const asked = visitor.waitForRequest(/aubrelle\.example/)
    // The company's site is invented: nobody answers there.
    await visitor.goto(shortLink).catch(() => null)
    expect((await asked).url()).toBe(
      'https://www.aubrelle.example/ecole?utm_source=x&utm_medium=ambassadors&utm_campaign=une-ecole-en-bois',
    )
  }
  await context.close()
  const robot = await fetch(shortLink, { redirect: 'manual', headers: { 'user-agent': 'Twitterbot/1.0' } })
  expect(robot.status).toBe(302)
  await nadia.goto(`${house.url}/kits/${kitId}`)
  await nadia.getByRole('heading', { name: 'Ces liens ont amené une visite' }).waitFor()
  await nadia.getByText('2 clics en tout').waitFor()
})

test('who animates reads numbers, from the threshold on, and no name', async () => {
  await nadia.getByText('Trop peu pour le dire').waitFor()
  const said = await nadia.locator('main').innerText()
  expect(said).toContain('moins de 10')
  expect(said).not.toMatch(/Mehdi/)
  await expectAccessible(nadia, 'figures of a kit')
})

test('one tap takes the network back, with what was kept of it', async () => {
  await mehdi.getByRole('button', { name: 'Retirer X' }).click()
  await mehdi.getByText('C’est retiré : X').waitFor()
  await mehdi.getByRole('button', { name: 'Retirer X' }).waitFor({ state: 'detached' })
  expect(await mehdi.getByRole('button', { name: 'Effacer Une école en bois' }).count()).toBe(0)
})

test('a kit that has ended says so to whoever follows an old post', async () => {
  await nadia.getByRole('button', { name: 'Terminer le kit' }).click()
  await nadia.getByRole('alertdialog').getByRole('button', { name: 'Terminer le kit' }).click()
  await nadia.getByText('Terminé : ses liens disent où se trouve la page').waitFor()
  const visitor = await openPage(browser, { size: PHONE })
  const reply = await visitor.goto(shortLink)
  expect(reply?.status()).toBe(410)
  await visitor.getByRole('heading', { name: 'Ce lien de partage est terminé' }).waitFor()
  expect(await visitor.getByRole('link').getAttribute('href')).toBe('https://www.aubrelle.example/ecole')
  await expectAccessible(visitor, 'a link that has ended')
})
