import { Secret, TOTP } from 'otpauth'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { DESK, keepEvidence, openBrowser, openPage, PHONE, picture } from './browser.ts'
import { faultsOf, settled } from './faults.ts'
import { type House, openHouse } from './house.ts'
import { accountsOf, signIn } from './screens.ts'

let house: House
let browser: Browser
let ambassador: Page
let administrator: Page

const accountOf = async (role: string) => {
  const account = (await accountsOf(house)).find((one) => one.role === role)
  if (!account) throw new Error(`nobody is ${role}`)
  return account
}

beforeAll(async () => {
  house = await openHouse(['--demo'])
  browser = await openBrowser()
  ambassador = await openPage(browser, { size: PHONE })
  administrator = await openPage(browser, { size: DESK, language: 'en', theme: 'dark' })
  await signIn(ambassador, house.url, await accountOf('ambassador'))
  await signIn(administrator, house.url, await accountOf('administrator'))
  const spoken = { language: 'en', theme: 'dark' }
  await administrator.request.patch(`${house.url}/api/me`, { data: spoken, headers: { origin: house.url } })
})
afterEach(({ task }) => keepEvidence(task, { ambassador, administrator }))
afterAll(async () => {
  await browser?.close()
  await house?.stop()
})

test('on a phone, somebody asks for everything about them, sees it made, and takes it away', async () => {
  await ambassador.goto(`${house.url}/moi/mes-donnees`)
  await settled(ambassador)
  expect(await faultsOf(ambassador, 'nothing asked for yet')).toEqual([])
  await ambassador.getByRole('button', { name: 'Préparer mon fichier' }).click()
  const link = ambassador.getByRole('link', { name: 'Télécharger (ZIP)' })
  await link.waitFor()
  expect(await faultsOf(ambassador, 'a file that is ready')).toEqual([])
  await picture(ambassador, 'my-data')
  const [download] = await Promise.all([ambassador.waitForEvent('download'), link.click()])
  expect(download.suggestedFilename()).toBe('elan-mes-donnees.zip')
  await ambassador.goto(`${house.url}/notifications`)
  await ambassador.getByText('« Tout ce qui me concerne »').first().waitFor()
  await ambassador.goto(`${house.url}/moi/mes-donnees`)
  await ambassador.getByRole('button', { name: 'L’effacer maintenant' }).click()
  await ambassador.getByRole('button', { name: 'Effacer', exact: true }).click()
  await ambassador.getByRole('button', { name: 'Préparer mon fichier' }).waitFor()
})

test('the register, the file of the works council and the impact assessment are read, in both languages, and printed', async () => {
  await administrator.goto(`${house.url}/administration/registre`)
  await administrator.getByRole('heading', { level: 2, name: 'Processing register' }).waitFor()
  expect(await faultsOf(administrator, 'the register')).toEqual([])
  await picture(administrator, 'register')
  await administrator.getByRole('button', { name: 'Works council' }).click()
  await administrator.getByRole('heading', { level: 2, name: 'File for the works council' }).waitFor()
  expect(await faultsOf(administrator, 'the file of the works council')).toEqual([])
  await administrator.getByRole('button', { name: 'DPIA' }).click()
  await administrator.getByRole('button', { name: 'Français' }).click()
  await administrator.getByRole('heading', { level: 2, name: /^Analyse d’impact/ }).waitFor()
  await administrator.setViewportSize(PHONE)
  expect(await faultsOf(administrator, 'the impact assessment on a phone')).toEqual([])
  await picture(administrator, 'impact-phone')
  await administrator.setViewportSize(DESK)
  const address = await administrator.getByRole('link', { name: 'Print (PDF)' }).getAttribute('href')
  const paper = await administrator.request.get(house.url + address)
  expect(paper.headers()['content-type']).toBe('application/pdf')
})

test('a network that wants a second factor opens to its administrator once one is set up, and not before', async () => {
  await administrator.goto(`${house.url}/administration`)
  await administrator.getByRole('switch', { name: /Two-step verification is required/ }).waitFor()
  expect(await faultsOf(administrator, 'the settings of the network')).toEqual([])
  await picture(administrator, 'network-settings')
  await administrator.getByRole('switch', { name: /Two-step verification is required/ }).click()
  await administrator.getByRole('button', { name: 'Save the settings' }).click()
  await administrator.getByRole('heading', { level: 1, name: 'A second proof.' }).waitFor()
  expect(await faultsOf(administrator, 'a second proof is asked for')).toEqual([])
  await picture(administrator, 'owed')
  await administrator.goto(`${house.url}/communautes`)
  await administrator.getByRole('heading', { level: 1, name: 'A second proof.' }).waitFor()
  await administrator.getByRole('button', { name: 'Turn on two-step verification' }).click()
  const secret = ((await administrator.locator('.factor__secret').textContent()) ?? '').replace(/\s/g, '')
  const code = new TOTP({ secret: Secret.fromBase32(secret), digits: 6, period: 30 }).generate()
  await administrator.getByRole('textbox', { name: 'Code' }).fill(code)
  await administrator.getByRole('button', { name: 'Turn on', exact: true }).click()
  await administrator.getByRole('button', { name: 'I’ve kept them' }).click()
  await administrator.getByRole('button', { name: 'Carry on' }).click()
  await administrator.getByRole('heading', { level: 1, name: 'Communities' }).waitFor({ state: 'attached' })
})
