import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import sharp from 'sharp'
import { DESK, expectAccessible, keepEvidence, openBrowser, openPage, PHONE, picture } from './browser.ts'
import { type House, openHouse } from './house.ts'
import { accountsOf, signIn } from './screens.ts'

const TITLE = 'Essayer la relève en une touche'
const STEPS = ['Ouvre la relève de la nuit', 'Laisse un mot au poste d’après'] as const

let house: House
let browser: Browser
/** Animates Tempo, and writes the test. */
let nadia: Page
/** An ambassador of Cholet, on a phone, between two settings. */
let mehdi: Page
/** Of the project team for this test, with no other role. */
let karim: Page
let missions = ''
let missionId = ''

beforeAll(async () => {
  house = await openHouse(['--demo'])
  browser = await openBrowser()
  const accounts = await accountsOf(house)
  const enter = async (role: string, size: typeof DESK) => {
    const page = await openPage(browser, { size })
    const account = accounts.find((one) => one.role === role)
    if (!account) throw new Error(`no account for ${role}`)
    await signIn(page, house.url, account)
    return page
  }
  nadia = await enter('animator', DESK)
  mehdi = await enter('ambassador', PHONE)
  karim = await enter('member', DESK)
  const read = async <Reply>(path: string) =>
    (await (await nadia.request.get(`${house.url}/api${path}`)).json()) as Reply
  const tempo = (await read<{ items: { id: string }[] }>('/communities')).items[0]?.id
  const programme = (await read<{ items: { id: string }[] }>(`/communities/${tempo}/programmes`)).items[0]?.id
  missions = `${house.url}/programmes/${programme}/missions`
})
afterEach(({ task }) => keepEvidence(task, { nadia, mehdi, karim }))
afterAll(async () => {
  await browser?.close()
  await house?.stop()
})

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click()
const follow = (page: Page, name: string | RegExp) => page.getByRole('link', { name }).first().click()
const heading = (page: Page, name: string | RegExp) =>
  page.getByRole('heading', { level: 1, name }).first().waitFor()

async function show(page: Page, name: string): Promise<void> {
  await expectAccessible(page, name)
  await picture(page, name)
}

test('the animator writes a test: a scenario, steps, who reads it, how many places', async () => {
  await nadia.goto(missions)
  await follow(nadia, 'Créer une mission')
  await heading(nadia, 'Créer une mission')
  await nadia.getByRole('radio', { name: /^Tester/ }).check()
  await nadia.getByRole('textbox', { name: /^Titre/ }).fill(TITLE)
  await nadia.getByRole('textbox', { name: 'Le scénario' }).click()
  await nadia.keyboard.type('Il est cinq heures moins le quart, la nuit te laisse la ligne.')
  await press(nadia, 'Ajouter une étape')
  for (const [at, title] of STEPS.entries()) await nadia.getByLabel('Ce qu’on fait').nth(at).fill(title)
  await nadia.getByLabel('Ce qu’on regarde').first().fill('La trouves-tu sans chercher ?')
  await nadia.getByRole('combobox', { name: /Qui lit les retours/ }).fill('Karim Haddad')
  await nadia
    .getByRole('option', { name: /Karim Haddad/ })
    .first()
    .click()
  await nadia.getByLabel(/^Places/).fill('4')
  await show(nadia, 'test-written')
  await press(nadia, 'Créer le brouillon')
  await heading(nadia, TITLE)
  missionId = /missions\/([0-9a-f-]+)/.exec(nadia.url())?.[1] ?? ''
  // A draft is nobody's business yet.
  expect((await mehdi.request.get(`${house.url}/api/missions/${missionId}`)).status()).toBe(404)
  await press(nadia, 'Ouvrir la mission')
  await nadia.getByText('La mission est ouverte').first().waitFor()
  await show(nadia, 'test-opened')
})

test('an ambassador is told on the phone, and takes a place knowing who will read', async () => {
  await mehdi.goto(`${house.url}/notifications`)
  await follow(mehdi, new RegExp(`Une mission à prendre.*${TITLE}`))
  await heading(mehdi, TITLE)
  await mehdi
    .getByText(/Karim Haddad/)
    .first()
    .waitFor()
  await show(mehdi, 'test-offered')
  await press(mehdi, 'Je la prends')
  await follow(mehdi, 'Tester')
  await press(mehdi, 'Commencer')
})

test('one step at a time, with a screenshot; what was begun survives a reload', async () => {
  await heading(mehdi, STEPS[0])
  await mehdi.getByText('La trouves-tu sans chercher').waitFor()
  await mehdi.getByLabel('Ça marche').check()
  await show(mehdi, 'test-step')
  await press(mehdi, 'Suivant')
  await heading(mehdi, STEPS[1])
  await mehdi.getByLabel('Ça bloque').check()
  await mehdi.getByLabel(/Ce qui a bloqué/).fill('Le clavier cache le bouton.')
  const shot = await sharp({ create: { width: 390, height: 700, channels: 3, background: '#14473a' } })
    .png()
    .toBuffer()
  await mehdi
    .locator('input[type=file]')
    .setInputFiles({ name: 'capture.png', mimeType: 'image/png', buffer: shot })
  await mehdi.getByRole('img', { name: 'Capture 1' }).waitFor()
  await mehdi.getByText('Brouillon gardé').waitFor()
  await mehdi.reload()
  await heading(mehdi, STEPS[1])
  await mehdi.getByRole('img', { name: 'Capture 1' }).waitFor()
  expect(await mehdi.getByLabel(/Ce qui a bloqué/).inputValue()).toBe('Le clavier cache le bouton.')
  await show(mehdi, 'test-blocked')
  await press(mehdi, 'Relire')
  await heading(mehdi, 'Relis avant de rendre')
  await mehdi.getByRole('checkbox', { name: /Montrer mon prénom/ }).waitFor()
  await show(mehdi, 'test-look-back')
  await press(mehdi, 'Rendre mon test')
  await mehdi
    .getByText(/Rendue le/)
    .first()
    .waitFor()
})

test('the team reads it step by step, with the first name that was given', async () => {
  await karim.goto(`${house.url}/notifications`)
  await follow(karim, new RegExp(TITLE))
  await heading(karim, 'Ce que le test a apporté')
  await karim.getByText('Le clavier cache le bouton.').waitFor()
  await karim.getByText('Mehdi', { exact: true }).first().waitFor()
  const shot = karim.getByRole('img', { name: /Capture 1/ })
  await shot.waitFor()
  expect(
    await shot.evaluate((image) => (image as unknown as { naturalWidth: number }).naturalWidth),
  ).toBeGreaterThan(0)
  await show(karim, 'test-results')
})

test('the decision says why at each point before it can be published', async () => {
  await karim.getByRole('textbox', { name: /^Point 1/ }).fill('Le bouton remonte au-dessus du clavier')
  const publish = karim.getByRole('button', { name: 'Publier la décision' }).first()
  expect(await publish.getAttribute('aria-disabled')).toBe('true')
  await karim
    .getByLabel('Pourquoi')
    .first()
    .fill('À la relève, personne n’a le temps de refermer un clavier.')
  await publish.click()
  await show(karim, 'test-deciding')
  await karim.locator('dialog[open]').getByRole('button', { name: 'Publier la décision' }).click()
  await karim.getByRole('heading', { name: 'Ce qui a été décidé' }).waitFor()
})

test('the tester is told, and reads what was decided and why', async () => {
  await mehdi.goto(`${house.url}/notifications`)
  await follow(mehdi, /Tu as testé, voici ce qui a été décidé/)
  await heading(mehdi, TITLE)
  await mehdi.getByText('Le bouton remonte au-dessus du clavier').waitFor()
  await mehdi.getByText('À la relève, personne n’a le temps de refermer un clavier.').waitFor()
  await mehdi.getByText('On change').waitFor()
  await show(mehdi, 'test-decided')
})
