import pg from 'pg'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { startEmbeddedPostgres } from '#platform/server/embedded-postgres.ts'
import { expectAccessible, keepEvidence, openBrowser, openPage, PHONE, picture } from './browser.ts'
import { type House, openHouse } from './house.ts'
import { accountsOf, signIn } from './screens.ts'

interface Overview {
  due: {
    ambassadorId: string
    person: { id: string; givenName: string; familyName: string }
    standing: { state: string }
    open: object | null
    restsUntil: string | null
  }[]
}

const PASSWORD = 'trois hérissons dansent le lundi 52'

let house: House
let browser: Browser
/** Thomas, who leads the community. */
let thomas: Page
/** Somebody who is losing steam, on a phone. */
let phone: Page
let programme = ''
let fading: Overview['due'][number]

beforeAll(async () => {
  house = await openHouse(['--demo'])
  browser = await openBrowser()
  thomas = await openPage(browser)
  phone = await openPage(browser, { size: PHONE })
  const lead = (await accountsOf(house)).find((one) => one.role === 'lead')
  if (lead) await signIn(thomas, house.url, lead)
})
afterEach(({ task }) => keepEvidence(task, { thomas, phone }))
afterAll(async () => {
  await browser?.close()
  await house?.stop()
})

const read = async <Reply>(page: Page, path: string) =>
  (await (await page.request.get(house.url + path)).json()) as Reply

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click()

/** At night or at the week-end the message waits for the morning: let the morning come. */
async function letTheMorningCome(): Promise<void> {
  const postgres = await startEmbeddedPostgres({ dataDir: house.dataDir })
  const client = new pg.Client({ connectionString: postgres.url })
  await client.connect()
  await client.query(`update graphile_worker._private_jobs set run_at = now() where key like 'proposal/%'`)
  await client.end()
  await postgres.stop()
}

/** The one open conversation of the person, once it has left. */
async function untilSent(): Promise<void> {
  const path = `/api/ambassadors/${fading.ambassadorId}/follow-up`
  for (let tries = 0; tries < 60; tries++) {
    const { proposals } = await read<{ proposals: { stage: string }[] }>(thomas, path)
    if (proposals[0]?.stage === 'sent') return
    await letTheMorningCome()
    await thomas.waitForTimeout(500)
  }
  throw new Error('the message has not left')
}

test('the lead reads who is losing steam and why, by name, and opens the file of one of them', async () => {
  const communities = await read<{ items: { id: string; name: string }[] }>(thomas, '/api/communities')
  const tempo = communities.items.find((one) => one.name === 'Tempo')?.id
  const programmes = await read<{ items: { id: string }[] }>(thomas, `/api/communities/${tempo}/programmes`)
  programme = programmes.items[0]?.id ?? ''
  const overview = await read<Overview>(thomas, `/api/programmes/${programme}/follow-up`)
  const found = overview.due.find((one) => one.standing.state === 'fading' && !one.open && !one.restsUntil)
  expect(found).toBeDefined()
  if (found) fading = found
  await thomas.goto(`${house.url}/programmes/${programme}/qui-avance`)
  await thomas.getByRole('heading', { level: 1, name: 'Qui avance comment' }).waitFor()
  await thomas
    .getByText(/coups? de main depuis le .*d.habitude/)
    .first()
    .waitFor()
  await expectAccessible(thomas, 'the overview')
  await picture(thomas, 'follow-up-overview')
  const name = `${fading.person.givenName} ${fading.person.familyName}`
  await thomas.getByRole('link', { name: `avec ${name}` }).click()
  await thomas.getByText('S’essouffle').first().waitFor()
  await expectAccessible(thomas, 'the file')
})

test('words are ready, the lead changes them, and they leave when people are at work', async () => {
  await press(thomas, 'Prendre des nouvelles')
  const message = thomas.getByLabel('Ton message')
  await message.waitFor()
  expect(await message.inputValue()).toContain(fading.person.givenName)
  await expectAccessible(thomas, 'writing')
  const first = await message.inputValue()
  await press(thomas, 'Une autre formulation')
  expect(await message.inputValue()).not.toBe(first)
  await message.fill(`Bonjour ${fading.person.givenName}, une petite idée pour cette semaine ?`)
  await press(thomas, 'Envoyer')
  await thomas.getByRole('article', { name: 'Trois idées faciles' }).waitFor()
  await untilSent()
})

test('the person reads everything that is held, before anybody, and answers in one press', async () => {
  const administrator = (await accountsOf(house)).find((one) => one.role === 'administrator')
  const admin = await openPage(browser)
  if (administrator) await signIn(admin, house.url, administrator)
  const refused = await admin.request.get(`${house.url}/api/ambassadors/${fading.ambassadorId}/follow-up`)
  expect(refused.status()).toBe(404)
  const made = await admin.request.post(`${house.url}/api/people/${fading.person.id}/reset-code`, {
    headers: { origin: house.url },
  })
  const { code } = (await made.json()) as { code: string }
  await admin.context().close()
  await phone.goto(`${house.url}/mot-de-passe/${code}`)
  await phone.locator('input[type=password]').first().fill(PASSWORD)
  await phone.locator('button[type=submit]').click()
  await phone.waitForURL((address) => !address.pathname.startsWith('/mot-de-passe'))
  await phone.goto(`${house.url}/programmes/${programme}/contributions`)
  await phone.getByRole('heading', { level: 1, name: 'Ce que j’ai fait' }).waitFor()
  await phone.getByText(/une petite idée pour cette semaine/).waitFor()
  for (const title of ['Mes coups de main', 'L’historique des échanges', 'Ce qui est gardé sur moi'])
    await phone.getByRole('heading', { name: title }).waitFor()
  await phone.getByText('Thomas Legrand').first().waitFor()
  await phone.getByText('Base légale').waitFor()
  await expectAccessible(phone, 'what I have done')
  await picture(phone, 'follow-up-mine')
  const whole = await phone.request.get(
    `${house.url}/api/ambassadors/${fading.ambassadorId}/follow-up/export`,
  )
  expect(Object.keys((await whole.json()) as object)).toContain('ledger')
  await phone.getByLabel('Quelques mots').fill('Je préférerais m’arrêter là.')
  await press(phone, 'J’aimerais arrêter')
  await phone.getByText('Réponse : J’aimerais arrêter').waitFor()
})

test('the lead reads the answer, closes that conversation, and proposes thanks', async () => {
  await thomas.reload()
  await thomas.getByText('Réponse : J’aimerais arrêter').waitFor()
  await press(thomas, 'Conclure autrement')
  await press(thomas, 'Prendre des nouvelles')
  await thomas.getByLabel(/^Merci, et à bientôt/).check()
  await press(thomas, 'Envoyer')
  const thanks = thomas.getByRole('article', { name: 'Merci, et à bientôt' })
  await thanks.waitFor()
  await untilSent()
  expect(await thanks.innerText()).toContain(fading.person.givenName)
})

test('the person says yes and wishes a word on the wall; the lead closes the role; the certificate waits', async () => {
  await phone.reload()
  const thanks = phone.getByRole('article', { name: 'Merci, et à bientôt' })
  await thanks.getByLabel(/mot sur le mur/).check()
  await thanks.getByRole('button', { name: 'Oui, volontiers' }).click()
  await phone.getByText('Réponse : Oui, volontiers').waitFor()
  await thomas.reload()
  await press(thomas, 'Remercier et clore le rôle')
  await thomas.getByText('Fait comme convenu').first().waitFor()
  await phone.reload()
  await phone.getByRole('heading', { name: 'Merci pour ce que tu as donné' }).waitFor()
  await expectAccessible(phone, 'thanked')
  await phone.getByLabel('Ton mot pour le mur').fill('Six ateliers, et quelqu’un à appeler dans chacun.')
  await press(phone, 'Mettre sur le mur')
  await phone.getByText('Ton mot est sur le mur.').waitFor()
  const certificate = await phone.request.get(
    `${house.url}/api/ambassadors/${fading.ambassadorId}/certificate.pdf`,
  )
  expect(certificate.headers()['content-type']).toContain('application/pdf')
  expect((await certificate.body()).subarray(0, 5).toString()).toBe('%PDF-')
})
