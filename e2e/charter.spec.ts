import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { DESK, expectAccessible, keepEvidence, openBrowser, openPage, PHONE } from './browser.ts'
import { type House, openHouse } from './house.ts'
import { accountsOf, signIn } from './screens.ts'

let house: House
let browser: Browser
/** Nadia writes the charter; Mehdi signed it a year ago, Karim may not have. */
let nadia: Page
let mehdi: Page
let karim: Page
let communityId = ''

interface Standing {
  charter: { id: string; version: number; textHash: string; body: string }
  standing: { valid: boolean; toSign: boolean; signatureId: string | null; version: number | null }
}
const read = async <Reply>(page: Page, path: string) =>
  (await (await page.request.get(`${house.url}${path}`)).json()) as Reply
const charterOf = (page: Page) => read<Standing>(page, `/api/communities/${communityId}/charter`)
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click()

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
  karim = await enter('member')
  communityId = (await read<{ items: { id: string }[] }>(nadia, '/api/communities')).items[0]?.id ?? ''
})
afterEach(({ task }) => keepEvidence(task, { nadia, mehdi, karim }))
afterAll(async () => {
  await browser?.close()
  await house?.stop()
})

const charter = (page: Page) => page.goto(`${house.url}/communautes/${communityId}/charte`)

test('a signature near its end is renewed after reading again', async () => {
  expect((await charterOf(mehdi)).standing).toMatchObject({ valid: true, toSign: true, version: 2 })
  await charter(mehdi)
  await mehdi.getByText(/tu peux la renouveler dès maintenant/).waitFor()
  await expectAccessible(mehdi, 'a signature near its end')
  await press(mehdi, 'J’ai relu, je renouvelle')
  await mehdi.getByText(/valable jusqu’au/).waitFor()
  expect((await charterOf(mehdi)).standing).toMatchObject({ valid: true, toSign: false, version: 3 })
})

test('the proof is a PDF that holds version, hash and name, and can be checked by whoever holds it', async () => {
  const { standing } = await charterOf(mehdi)
  const link = mehdi.getByRole('link', { name: 'Télécharger mon exemplaire' })
  const reply = await mehdi.request.get(`${house.url}${await link.getAttribute('href')}`)
  expect(reply.headers()['content-type']).toBe('application/pdf')
  expect((await reply.body()).subarray(0, 5).toString()).toBe('%PDF-')
  // Nobody fetches it in their place.
  const others = await nadia.request.get(`${house.url}/api/charter-signatures/${standing.signatureId}/proof`)
  expect(others.status()).toBe(404)
})

test('a change of meaning asks everybody anew, and says what changed', async () => {
  const { charter: before } = await charterOf(nadia)
  await nadia.goto(`${house.url}/communautes/${communityId}/preparer?etape=charter`)
  const field = nadia.getByLabel('Texte de la charte')
  await field.waitFor()
  await field.fill(`${before.body}\n\nJe dis quand une machine m’a aidé à écrire.`)
  await nadia
    .getByLabel('Ce qui change, en une phrase ou deux')
    .fill('On dit quand une machine a aidé à écrire.')
  await press(nadia, 'Publier cette nouvelle version')
  await expect.poll(async () => (await charterOf(mehdi)).standing.valid).toBe(false)
  await charter(mehdi)
  await mehdi.getByText(/Le sens a changé depuis/).waitFor()
  await mehdi.getByText('On dit quand une machine a aidé à écrire.').first().waitFor()
  await expectAccessible(mehdi, 'a charter whose meaning changed')
  await press(mehdi, 'J’ai relu, je renouvelle')
  await mehdi.getByText(/valable jusqu’au/).waitFor()
  expect((await charterOf(mehdi)).standing).toMatchObject({ valid: true, version: 4 })
})

test('a touch-up keeps signatures good', async () => {
  const { charter: before } = await charterOf(nadia)
  await nadia.reload()
  const field = nadia.getByLabel('Texte de la charte')
  await field.waitFor()
  await field.fill(before.body.replace('une machine m’a aidé', 'une machine m’a aidé·e'))
  await nadia.getByLabel('Une retouche (orthographe, mise en forme, précision)').check()
  await press(nadia, 'Publier cette nouvelle version')
  await expect.poll(async () => (await charterOf(mehdi)).charter.version).toBe(5)
  expect((await charterOf(mehdi)).standing).toMatchObject({ valid: true, version: 4 })
  await charter(karim)
  await karim.getByRole('heading', { name: 'Version 5' }).waitFor()
  await karim.getByText('Retouche').first().waitFor()
})

test('a signature may be withdrawn, and given again', async () => {
  await charter(mehdi)
  await press(mehdi, 'Retirer ma signature')
  await mehdi.locator('dialog[open]').getByRole('button', { name: 'Retirer ma signature' }).click()
  await mehdi.getByText('Tu n’as pas encore signé cette charte.').waitFor()
  expect((await charterOf(mehdi)).standing.valid).toBe(false)
  await press(mehdi, 'J’ai lu, je signe')
  await mehdi.getByText(/valable jusqu’au/).waitFor()
})
