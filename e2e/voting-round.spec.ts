import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { DESK, expectAccessible, keepEvidence, openBrowser, openPage, PHONE, picture } from './browser.ts'
import { type House, openHouse } from './house.ts'
import { accountsOf, signIn } from './screens.ts'

const IDEA = 'Rouvrir la dernière fiche d’un geste'
const OTHER = 'Savoir s’il reste du vernis avant de traverser l’atelier'
const ROUND = 'Troisième tour : avant l’hiver'
const WHY = 'Le bouton « Reprendre » est sur tous les postes depuis ce matin.'

let house: House
let browser: Browser
/** Animates Tempo. */
let nadia: Page
/** An ambassador of Cholet, on a phone. */
let mehdi: Page
let backlog = ''

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
  const read = async <Reply>(path: string) =>
    (await (await nadia.request.get(`${house.url}/api${path}`)).json()) as Reply
  const tempo = (await read<{ items: { id: string }[] }>('/communities')).items[0]?.id
  const programme = (await read<{ items: { id: string }[] }>(`/communities/${tempo}/programmes`)).items[0]?.id
  backlog = `${house.url}/programmes/${programme}/idees`
})
afterEach(({ task }) => keepEvidence(task, { nadia, mehdi }))
afterAll(async () => {
  await browser?.close()
  await house?.stop()
})

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click()
const follow = (page: Page, name: string | RegExp) => page.getByRole('link', { name }).first().click()
const heading = (page: Page, name: string | RegExp) =>
  page.getByRole('heading', { level: 1, name }).first().waitFor()
const votesOn = (page: Page, title: string) => page.getByRole('group', { name: `Tes voix pour « ${title} »` })
const give = (page: Page, title: string) =>
  votesOn(page, title)
    .getByRole('button', { name: /^Donner une voix/ })
    .click()

async function show(page: Page, name: string): Promise<void> {
  await expectAccessible(page, name)
  await picture(page, name)
}

test('an ambassador writes an idea on the phone', async () => {
  await mehdi.goto(backlog)
  await press(mehdi, 'Écrire une idée')
  await mehdi.getByRole('textbox', { name: /^L’idée en une phrase/ }).fill(IDEA)
  await mehdi
    .getByRole('textbox', { name: /^Ce qui se passe aujourd’hui/ })
    .fill('Après la pause, je la cherche dans trois menus.')
  await show(mehdi, 'idea-written')
  await press(mehdi, 'Ajouter au carnet')
  await heading(mehdi, IDEA)
  await mehdi.getByText('Elle attend une réponse.').waitFor()
})

test('the animator ends the round under way: totals are published, to be read by all', async () => {
  await nadia.goto(`${backlog}/tours`)
  await follow(nadia, /^Deuxième tour/)
  await press(nadia, 'Terminer le tour')
  await nadia.getByRole('alertdialog').getByRole('button', { name: 'Terminer le tour' }).click()
  await nadia.getByText(/38 personnes ont donné leurs voix/).waitFor()
  await nadia.getByRole('heading', { name: 'Ce qui en sort' }).waitFor()
  await show(nadia, 'round-results')
  await mehdi.goto(`${house.url}/notifications`)
  await follow(mehdi, /Deuxième tour.*est terminé/)
  await mehdi.getByText(/38 personnes ont donné leurs voix/).waitFor()
  await show(mehdi, 'round-results-phone')
})

test('she prepares another with a few ideas, and opens it', async () => {
  await nadia.goto(`${backlog}/tours`)
  await press(nadia, 'Préparer un tour')
  await nadia.getByRole('textbox', { name: /^Nom du tour/ }).fill(ROUND)
  await nadia.getByRole('checkbox', { name: IDEA }).check()
  await nadia.getByRole('checkbox', { name: OTHER }).check()
  await show(nadia, 'round-prepared')
  await press(nadia, 'Enregistrer')
  await heading(nadia, ROUND)
  await press(nadia, 'Ouvrir le tour')
  await nadia.getByText('Le tour est ouvert').first().waitFor()
  await show(nadia, 'round-open')
})

test('the ambassador spreads five votes on the phone, never more, three at most on one idea', async () => {
  await mehdi.goto(`${house.url}/notifications`)
  await follow(mehdi, /Troisième tour.*est ouvert/)
  await mehdi.getByText('Il te reste 5 voix').waitFor()
  for (const left of [4, 3, 2]) {
    await give(mehdi, IDEA)
    await mehdi.getByText(`Il te reste ${left} voix`).waitFor()
  }
  const more = votesOn(mehdi, IDEA).getByRole('button', { name: /^Donner une voix/ })
  expect(await more.getAttribute('aria-disabled')).toBe('true')
  await give(mehdi, OTHER)
  await mehdi.getByText('Il te reste 1 voix').waitFor()
  await give(mehdi, OTHER)
  await mehdi.getByText('Toutes tes voix sont données').waitFor()
  await show(mehdi, 'round-votes')
})

test('the idea ships, with its why: its author is thanked and the votes come back', async () => {
  await nadia.goto(backlog)
  await nadia.getByRole('searchbox', { name: 'Chercher une idée' }).fill('dernière fiche')
  await follow(nadia, IDEA)
  await heading(nadia, IDEA)
  await press(nadia, 'Répondre')
  const dialog = nadia.getByRole('dialog')
  await dialog.getByRole('radio', { name: /^Livrée/ }).check()
  const publish = dialog.getByRole('button', { name: 'Publier la réponse' })
  expect(await publish.getAttribute('aria-disabled')).toBe('true')
  await dialog.getByRole('textbox', { name: /^Pourquoi/ }).fill(WHY)
  await show(nadia, 'idea-answered')
  await publish.click()
  await nadia.getByText(WHY).first().waitFor()
  await mehdi.goto(`${house.url}/notifications`)
  await mehdi
    .getByText(/tes 3 voix te reviennent/)
    .first()
    .waitFor()
  await follow(mehdi, new RegExp(`Ton idée « ${IDEA} » est livrée`))
  await heading(mehdi, IDEA)
  await mehdi.getByText(WHY).first().waitFor()
  await mehdi.goto(backlog)
  await mehdi.getByText('Il te reste 3 voix').waitFor()
  await give(mehdi, OTHER)
  await mehdi.getByText('Il te reste 2 voix').waitFor()
})

test('the thank-you is drafted, read again and sent by a human, as a real post', async () => {
  await press(nadia, 'Rédiger le merci')
  await nadia.waitForURL(/\/publier\?.*brouillon=/)
  await nadia
    .getByText(/Merci de l’avoir dit/)
    .first()
    .waitFor()
  await nadia.getByText('Mehdi Amrani').first().waitFor()
  await picture(nadia, 'thanks-drafted')
  await press(nadia, /^Publier/)
  await nadia.waitForURL(/\/espaces\//)
  await mehdi.goto(backlog)
  await mehdi.goto(`${house.url}/notifications`)
  await mehdi.getByText(/Nadia/).first().waitFor()
  await nadia.goto(backlog)
  await press(nadia, /^Livrée/)
  await follow(nadia, IDEA)
  await follow(nadia, 'Lire le merci')
  await nadia
    .getByText(/Merci de l’avoir dit/)
    .first()
    .waitFor()
  await show(nadia, 'thanks-sent')
})

test('a round where too few voted says nothing of anybody', async () => {
  await nadia.goto(`${backlog}/tours`)
  await follow(nadia, /^Troisième tour/)
  await press(nadia, 'Terminer le tour')
  await nadia.getByText(/Il n’y a pas encore 10 votants/).waitFor()
  await nadia.getByRole('alertdialog').getByRole('button', { name: 'Terminer le tour' }).click()
  await nadia.getByText(/Moins de 10 personnes ont voté/).waitFor()
  await show(nadia, 'round-silent')
})
