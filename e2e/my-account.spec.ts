import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { type Networks, openNetworks } from '#app/testing/networks.ts'
import { DESK, expectAccessible, keepEvidence, openBrowser, openPage, PHONE } from './browser.ts'
import { type House, openHouse } from './house.ts'
import { accountsOf, signIn } from './screens.ts'

const OWN = 'Je serai au poste de vernis samedi : venez poser vos questions.'
const SAID = 'Mes fenêtres sont dans cette école.'

let networks: Networks
let house: House
let browser: Browser
/** Mehdi, an ambassador, on his phone. */
let mehdi: Page
/** Nadia, who animates, at her desk. */
let nadia: Page
let programmeId = ''
let kitId = ''

interface Listed<Found> {
  items: Found[]
}
const read = async <Reply>(page: Page, path: string) =>
  (await (await page.request.get(`${house.url}${path}`)).json()) as Reply
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click()
const account = () => `@aubrelle@${new URL(networks.url).host}`
const openKit = async () => {
  await mehdi.goto(`${house.url}/programmes/${programmeId}/partager?kit=${kitId}`)
  await mehdi.getByRole('button', { name: 'Mastodon', exact: true }).click()
}

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
    const found = accounts.find((one) => one.role === role)
    if (!found) throw new Error(`nobody plays the ${role}`)
    await signIn(page, house.url, found)
  }
  const communities = await read<Listed<{ id: string }>>(nadia, '/api/communities')
  const programmes = await read<Listed<{ id: string }>>(
    nadia,
    `/api/communities/${communities.items[0]?.id}/programmes`,
  )
  programmeId = programmes.items[0]?.id ?? ''
  const kits = await read<Listed<{ id: string; title: string }>>(nadia, `/api/programmes/${programmeId}/kits`)
  kitId = kits.items.find(({ title }) => title.startsWith('Castres'))?.id ?? ''
  // The journey may be made at night.
  await nadia.goto(`${house.url}/programmes/${programmeId}/partager/reglages`)
  for (const label of ['À partir de', 'Jusqu’à']) await nadia.getByLabel(label).fill('00:00')
  await nadia.getByLabel('Le week-end aussi').uncheck()
  await nadia.getByLabel('Les jours fériés et de fermeture aussi').uncheck()
  await nadia.getByLabel('Par jour').fill('5')
  await nadia.getByLabel('En sept jours').fill('9')
  await nadia.getByRole('button', { name: 'Enregistrer' }).click()
  await nadia.getByText('C’est enregistré').waitFor()
})
afterEach(({ task }) => keepEvidence(task, { mehdi, nadia }))
afterAll(async () => {
  await browser?.close()
  await house?.stop()
  await networks?.close()
})

test('what I published is listed for me, with what the network counts of it', async () => {
  await mehdi.goto(`${house.url}/comptes`)
  const own = mehdi.getByRole('list', { name: 'Ce que j’ai publié' }).getByRole('listitem')
  await own.first().getByText('Publiée', { exact: true }).waitFor()
  await own
    .first()
    .getByRole('link', { name: /Voir sur le réseau/ })
    .waitFor()
  await own
    .first()
    .getByText(/14 mentions j’aime/)
    .waitFor()
  await expectAccessible(mehdi, 'my accounts')
})

test('an account of one’s own is connected by saying yes at the network', async () => {
  await press(mehdi, 'Relier un autre compte')
  await mehdi.getByLabel('Instance Mastodon').fill(networks.url)
  await press(mehdi, 'Aller sur le réseau')
  await mehdi.waitForURL(`${house.url}/comptes`)
  await mehdi.getByText(`Mastodon · ${account()}`).first().waitFor()
  expect(await mehdi.getByRole('link', { name: `Publier avec ${account()}` }).count()).toBe(1)
})

test('from a kit, a text in one’s own words leaves by it, once, though the server is killed as the network answers', async () => {
  await openKit()
  await mehdi.getByLabel('Adresse de ton instance').fill('piaille.fr')
  await press(mehdi, 'Activer : Mastodon')
  await mehdi.getByRole('radio', { name: `Avec ${account()}` }).waitFor()
  const words = mehdi.getByLabel('Ton texte')
  // Castres is proposed: a text of one's own, among several.
  expect(await words.inputValue()).toMatch(/Castres|escali/)
  await words.fill('é'.repeat(500))
  await mehdi.getByText('signes de trop pour ce réseau').first().waitFor()
  await words.fill(SAID)
  await expectAccessible(mehdi, 'a kit to publish with my account')
  networks.fail({ kind: 'lost' })
  await press(mehdi, 'Publier avec mon compte')
  await expect.poll(() => networks.said.length, { timeout: 60_000, interval: 200 }).toBe(1)
  await house.killAndRestart()
  await mehdi.goto(`${house.url}/programmes/${programmeId}/partager`)
  const mine = mehdi.getByRole('list', { name: 'Publiés avec mon compte' }).getByRole('listitem')
  const row = mine.filter({ hasText: SAID })
  await row.getByText('Publiée', { exact: true }).waitFor({ timeout: 120_000 })
  expect(networks.said).toHaveLength(1)
  expect(networks.said[0]?.text).toContain(`${SAID}\n\nJe travaille chez Aubrelle.`)
  expect(networks.said[0]?.text).toMatch(new RegExp(`${house.url}/s/[a-z0-9]{7}$`))
  // The picture of the kit, described for those who do not see it.
  expect(networks.media.at(-1)?.description).not.toBe('')
  const link = await row.getByRole('link', { name: /Voir sur le réseau/ }).getAttribute('href')
  expect(link).toContain(`${networks.url}/@aubrelle/`)
  await expectAccessible(mehdi, 'what I published from kits')
})

test('a refusal is said plainly, in the network’s words, and the text stays', async () => {
  await openKit()
  const words = mehdi.getByLabel('Ton texte')
  await words.fill('Une phrase que le réseau refuse.')
  networks.fail({ kind: 'refused', value: 'Ce lien est sur une liste noire' })
  await press(mehdi, 'Publier avec mon compte')
  await mehdi.getByText(/Le réseau a refusé ce contenu.*Ce lien est sur une liste noire/).waitFor()
  await expectAccessible(mehdi, 'a refused publication')
  await press(mehdi, 'Changer mon texte')
  expect(await words.inputValue()).toBe('Une phrase que le réseau refuse.')
  await words.fill('La même, autrement.')
  await press(mehdi, 'Publier avec mon compte')
  await mehdi.getByText('Publiée', { exact: true }).waitFor()
  expect(networks.said.map(({ text }) => text).at(-1)).toContain('La même, autrement.')
  expect(networks.said).toHaveLength(2)
})

test('offline the text stays, and leaves once when the connection is back', async () => {
  await mehdi.goto(`${house.url}/comptes`)
  await mehdi.getByRole('link', { name: `Publier avec ${account()}` }).click()
  await mehdi.getByLabel('Ton texte').fill(OWN)
  await expectAccessible(mehdi, 'the composer of one’s own account')
  await mehdi.context().setOffline(true)
  await press(mehdi, 'Publier maintenant')
  await mehdi.getByText(/Pas de réseau\. Ton texte reste ici/).waitFor()
  await mehdi.context().setOffline(false)
  await press(mehdi, 'Publier maintenant')
  await mehdi.getByText('Publiée', { exact: true }).waitFor()
  expect(networks.said.filter(({ text }) => text === OWN)).toHaveLength(1)
})

test('one tap takes it down there', async () => {
  await press(mehdi, 'Retirer du réseau')
  await mehdi.getByText('Retirée du réseau', { exact: true }).waitFor()
  expect(networks.said.filter(({ text }) => text === OWN)).toHaveLength(0)
})

test('who animates reads of it nothing but numbers, and not under the threshold', async () => {
  await nadia.goto(`${house.url}/kits/${kitId}`)
  await nadia
    .getByText(/visites/)
    .first()
    .waitFor()
  const said = await nadia.locator('main').innerText()
  expect(said).not.toMatch(/Mehdi|@aubrelle|Mes fenêtres/)
})

test('an account goes in one tap, and what was published stays listed with the way to take it down there', async () => {
  await mehdi.goto(`${house.url}/comptes`)
  await press(mehdi, `Déconnecter ${account()}`)
  await mehdi.getByText('Le compte est déconnecté.').waitFor()
  await mehdi
    .getByText(/pour la retirer, ouvre-la et supprime-la là-bas/)
    .first()
    .waitFor()
  await expectAccessible(mehdi, 'my accounts, one fewer')
})
