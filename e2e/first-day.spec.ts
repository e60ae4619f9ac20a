import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { DESK, expectAccessible, keepEvidence, openBrowser, openPage, PHONE, picture } from './browser.ts'
import { type House, openHouse } from './house.ts'

const EXPORT = new URL('../features/imports/server/fixtures/hr-export.csv', import.meta.url).pathname
const PASSWORD = 'quatre lièvres mangent la lune 47'
const OWN_PASSWORD = 'mon etabli sent le pin 1981'

let house: House
let browser: Browser
/** Claire, who opens the network and runs its first community. */
let claire: Page
/** Somebody of the export, on a phone. */
let phone: Page
let communityId = ''
let code = ''
/** The people of the house: the export, Claire, less those of the outside organisation. */
let everybody = 0

beforeAll(async () => {
  house = await openHouse()
  browser = await openBrowser()
  claire = await openPage(browser, { size: DESK })
  phone = await openPage(browser, { size: PHONE })
})
afterEach(({ task }) => keepEvidence(task, { claire, phone }))
afterAll(async () => {
  await browser?.close()
  await house?.stop()
})

/** 1993 → /1.993 personnes/: the space of thousands is a narrow one. */
const personsOf = (count: number) =>
  new RegExp(`${String(count).replace(/(\d)(?=(\d{3})+$)/g, '$1.')} personnes`)

/** By the beginning of its words: a count may follow. */
async function choose(select: Locator, words: string): Promise<void> {
  const option = select.locator('option', { hasText: words }).first()
  await select.selectOption((await option.getAttribute('value')) ?? words)
}

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click()
const follow = (page: Page, name: string | RegExp) => page.getByRole('link', { name }).first().click()

/** The same screen for the tour, on a desk and on a phone. */
async function show(page: Page, name: string): Promise<void> {
  await expectAccessible(page, name)
  const size = page.viewportSize()
  if (!process.env.ELAN_SHOTS) return
  for (const [suffix, view] of [
    ['desk', DESK],
    ['phone', PHONE],
  ] as const) {
    await page.setViewportSize(view)
    await page.waitForTimeout(300)
    await picture(page, `${name}-${suffix}`)
  }
  if (size) await page.setViewportSize(size)
}

test('the first visit opens a page where the network is created, with its administrator', async () => {
  await claire.goto(house.url)
  await claire.getByRole('heading', { level: 1, name: 'Tout est prêt' }).waitFor()
  await show(claire, '01-welcome')
  await press(claire, 'Créer mon réseau')
  await claire.getByLabel('Nom du réseau').fill('Ateliers Vallon')
  await expectAccessible(claire, 'the network')
  await press(claire, 'Continuer')
  await claire.getByLabel('Prénom').fill('Claire')
  await claire.getByLabel('Nom', { exact: true }).fill('Rey')
  await claire
    .getByLabel(/e-mail/i)
    .first()
    .fill('claire.rey@vallon.example')
  await claire.locator('input[type=password]').fill(PASSWORD)
  await press(claire, 'Créer le réseau')
  await claire.getByRole('heading', { name: /Ton réseau est là/ }).waitFor()
  await show(claire, '02-created')
})

test('a real HR export is compared, shown line by line, then written once it is confirmed', async () => {
  await claire.goto(`${house.url}/imports`)
  await claire.locator('input[type=file]').setInputFiles(EXPORT)
  await claire.getByRole('button', { name: /Importer .*992 personnes/ }).waitFor({ timeout: 60_000 })
  await show(claire, '03-import')
  await claire.getByRole('button', { name: /Importer .*992 personnes/ }).click()
  await claire.locator('dialog[open]').getByRole('button', { name: 'Importer', exact: true }).click()
  await claire
    .getByText(/992 personnes du fichier sont dans l.annuaire/)
    .first()
    .waitFor({ timeout: 60_000 })
  await show(claire, '04-imported')
})

test('an audience says who a community is for, and counts them as it is written', async () => {
  await claire.goto(`${house.url}/publics/creer`)
  await claire.getByLabel('Nom du public').fill('Toute la maison')
  const preview = await claire.request.post(`${house.url}/api/audiences/preview`, {
    data: { rule: { all: [] } },
  })
  everybody = ((await preview.json()) as { count: number }).count
  expect(everybody).toBeGreaterThan(1900)
  await claire.getByText(personsOf(everybody)).first().waitFor()
  await expectAccessible(claire, 'the audience')
  await press(claire, 'Enregistrer le public')
  await claire.getByText('Toute la maison').first().waitFor()
})

test('a community is prepared in plain words, kept at each step', async () => {
  await claire.goto(`${house.url}/communautes/creer`)
  await claire.getByLabel('Nom de la communauté').fill('Tempo')
  await press(claire, 'Commencer la préparation')
  await claire.waitForURL(/\/communautes\/[0-9a-f-]+\/preparer/)
  communityId = /communautes\/([0-9a-f-]+)/.exec(claire.url())?.[1] ?? ''
  await claire
    .locator('.prepare textarea')
    .first()
    .fill('Que chaque atelier profite du geste trouvé ailleurs.')
  await press(claire, 'Continuer')
  await claire.getByRole('heading', { name: /Pour qui/ }).waitFor()
  await choose(claire.getByLabel('Public visé'), 'Toute la maison')
  await claire.getByText(personsOf(everybody)).first().waitFor()
  await show(claire, '05-prepare')
  await press(claire, 'Continuer')
  await claire.getByRole('heading', { name: /Ce qu.on y gagne/ }).waitFor()
  await claire
    .locator('.prepare textarea')
    .first()
    .fill('Une réponse dans la journée, d.un collègue qui connaît la machine.'.replace('d.un', "d'un"))
  await press(claire, 'Continuer')
})

test('its objective has a target and a deadline', async () => {
  await claire.getByRole('heading', { name: /Ce qu.on veut atteindre/ }).waitFor()
  await claire.getByLabel('Quelle part, en %').fill('80')
  await press(claire, 'Fixer cet objectif')
  await claire
    .getByText(/80.% des personnes invitées se sont connectées/)
    .first()
    .waitFor()
  await expectAccessible(claire, 'the objective')
})

test('then its doors open', async () => {
  await claire.goto(`${house.url}/communautes/${communityId}/preparer?etape=launch`)
  await press(claire, 'Lancer la communauté')
  await claire.getByRole('link', { name: 'Ouvrir le fil' }).waitFor()
  await claire.goto(`${house.url}/communautes/${communityId}`)
  await claire.getByRole('heading', { level: 1, name: 'Tempo' }).waitFor()
  await show(claire, '06-community')
})

test('two thousand people are invited, a third of them by a letter to print', async () => {
  await claire.goto(`${house.url}/communautes/${communityId}/inviter`)
  await choose(claire.locator('select').first(), 'Toute la maison')
  await claire
    .getByText(personsOf(everybody - 1))
    .first()
    .waitFor()
  await claire.locator('textarea').first().fill('Viens poser tes questions, on répond même à la pause.')
  await show(claire, '07-invite')
  await press(claire, personsOf(everybody - 1))
  await claire
    .getByText(new RegExp(`${personsOf(everybody - 1).source} sont invitées`))
    .first()
    .waitFor({ timeout: 60_000 })
  await claire.goto(`${house.url}/communautes/${communityId}/invitations`)
  await claire.getByRole('heading', { level: 1 }).waitFor()
  await show(claire, '08-invitations')
})

test('the letters print, one page per person without an e-mail', async () => {
  const reply = await claire.request.get(
    `${house.url}/api/spaces/${communityId}/letters?site=${encodeURIComponent('Besançon')}`,
  )
  expect(reply.headers()['content-type']).toContain('application/pdf')
  expect((await reply.body()).subarray(0, 5).toString()).toBe('%PDF-')
})

test('a poster of a site has a code that its people may type', async () => {
  const made = await claire.request.put(`${house.url}/api/codes/${crypto.randomUUID()}`, {
    data: { spaceId: communityId, kind: 'poster', label: 'Besançon', maxUses: 50 },
  })
  expect(made.status()).toBe(200)
  code = ((await made.json()) as { code: string }).code
  expect(code).toMatch(/^[0-9A-Z]{5}-?[0-9A-Z]{5}$/)
})

test('on a phone, somebody without an e-mail comes in with the code in three steps', async () => {
  await phone.goto(`${house.url}/rejoindre`)
  await phone.getByLabel(/Ton code d.invitation/).fill(code.toLowerCase().replace('-', ' '))
  await show(phone, '09-join')
  await press(phone, 'Entrer')
  await phone.getByLabel('Ton matricule').fill('C100224')
  await phone.getByLabel('Ton nom de famille').fill('lebrun')
  await expectAccessible(phone, 'who are you')
  await press(phone, 'Me retrouver')
  await phone.getByText(/^Julien, il te reste/).waitFor()
  await show(phone, '10-key')
  await phone.locator('input[type=password]').fill(OWN_PASSWORD)
  await press(phone, 'Entrer')
  await phone
    .getByText(/Un visage, si tu veux/)
    .first()
    .waitFor()
  await expectAccessible(phone, 'the photo')
  await follow(phone, /Ouvrir Tempo/)
  await phone.waitForURL(/\/espaces\//)
})

test('they ask, the animator answers from her desk, and each sees the other at once', async () => {
  await claire.goto(`${house.url}/espaces/${communityId}`)
  await phone.goto(`${house.url}/publier?espace=${communityId}&genre=question`)
  await phone.getByLabel('Ta question').fill('Où range-t-on les gabarits de la ligne 2 ?')
  await phone.locator('[contenteditable=true]').first().click()
  await phone.keyboard.type('Je les cherche depuis lundi.')
  await show(phone, '12-compose')
  await phone.getByRole('button', { name: 'Publier', exact: true }).last().click()
  await phone.getByText('Où range-t-on les gabarits').first().waitFor()

  await claire.getByRole('button', { name: /nouvelle publication/i }).click()
  await claire.getByText('Où range-t-on les gabarits').first().waitFor()
  const box = claire.getByPlaceholder(/Écris à Julien|Écrire un commentaire/).first()
  await box.click()
  await claire.keyboard.type('Sous la mezzanine, travée 4.')
  await claire.keyboard.press('Control+Enter')
  await claire.getByText('Sous la mezzanine, travée 4.').first().waitFor()
  await phone.getByText('Sous la mezzanine, travée 4.').first().waitFor()
  await show(claire, '13-desk')
  await show(phone, '14-answer')
})

test('the curve has moved: one person of those invited has arrived', async () => {
  await claire.goto(`${house.url}/communautes/${communityId}/animer`)
  await claire.getByRole('heading', { level: 1 }).waitFor()
  await claire
    .getByText(/Objectif/)
    .first()
    .waitFor()
  await show(claire, '15-cockpit')
  const measures = await claire.request.get(`${house.url}/api/communities/${communityId}/measures`)
  const { figures } = (await measures.json()) as {
    figures: { key: string; numerator: number; denominator: number }[]
  }
  const arrived = figures.find((figure) => figure.key === 'arrived')
  expect(arrived).toMatchObject({ numerator: 1, denominator: everybody - 1 })
  await claire
    .getByText(/1 personne arrivée sur 1.907/)
    .first()
    .waitFor()
})
