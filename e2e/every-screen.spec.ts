import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { DESK, keepEvidence, type Look, openBrowser, openPage, PHONE } from './browser.ts'
import { faultsOf, listenTo, NOTHING, settled, SIGNED_OUT } from './faults.ts'
import { type House, openHouse } from './house.ts'
import {
  accountsOf,
  everyScreen,
  inOtherClothes,
  knownPaths,
  type People,
  signEverybodyIn,
  signIn,
} from './screens.ts'
import { ROLES, type Screen } from './walk.ts'

let house: House
let browser: Browser
let people: People
let screens: Screen[] = []
/** Whom a failed test shows. */
let shown: Record<string, Page> = {}

beforeAll(async () => {
  house = await openHouse(['--demo'])
  browser = await openBrowser()
  people = await signEverybodyIn(browser, house)
  screens = await everyScreen(people, house)
})
afterEach(({ task }) => keepEvidence(task, shown))
afterAll(async () => {
  await browser?.close()
  await house?.stop()
})

async function visitAll(as: People, look: string): Promise<string[]> {
  const visits = ROLES.map(async (role) => {
    const page = as[role]
    const said = listenTo(page, house.url, role === 'visitor' ? SIGNED_OUT : NOTHING)
    const faults: string[] = []
    for (const { address, leadsTo, saysFailed, isRefused } of screens.filter(
      (screen) => screen.as === role,
    )) {
      await page.setViewportSize(PHONE)
      await page.goto(house.url + address)
      if (leadsTo) await page.waitForURL(`${house.url}${leadsTo}*`)
      const stuck = await settled(page).catch((error: Error) => error.message)
      if (stuck) faults.push(`${address}, ${look}: ${stuck}`)
      for (const size of [PHONE, DESK]) {
        await page.setViewportSize(size)
        faults.push(...(await faultsOf(page, `${address}, ${role}, ${look}, ${size.width}`, { saysFailed })))
      }
      const onPurpose = isRefused ? /status of 403/ : saysFailed ? /status of 404/ : NOTHING
      const words = said().filter((word) => !onPurpose.test(word))
      faults.push(...words.map((word) => `${address}, ${role}, ${look}: ${word}`))
    }
    return faults
  })
  return (await Promise.all(visits)).flat()
}

const nobodyAtSignIn: Look = { size: DESK, language: 'fr' }

test('every address of the product is looked at', async () => {
  const looked = new Set(screens.map(({ path }) => path))
  expect((await knownPaths()).filter((path) => !looked.has(path))).toEqual([])
})

test('in French and in the light, on a phone and on a desk, every screen is whole and accessible', async () => {
  shown = people
  expect(await visitAll(people, 'fr light')).toEqual([])
})

test('in English and in the dark, on a phone and on a desk, every screen is whole and accessible', async () => {
  for (const role of ROLES)
    if (role !== 'visitor')
      await people[role].request.patch(`${house.url}/api/me`, {
        data: { language: 'en', theme: 'dark' },
        headers: { origin: house.url },
      })
  const others = await inOtherClothes(browser, people, { language: 'en', theme: 'dark' })
  shown = others
  const faults = await visitAll(others, 'en dark')
  for (const role of ROLES) await others[role].context().close()
  expect(faults).toEqual([])
})

/** Tab after Tab, as somebody without a mouse goes, until the focus is there. */
async function tabTo(page: Page, selector: string, name = /./): Promise<void> {
  for (let presses = 0; presses < 90; presses++) {
    await page.keyboard.press('Tab')
    const found = await page.evaluate<string | null>(
      `document.activeElement?.matches(${JSON.stringify(selector)})
        ? (document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent)
        : null`,
    )
    if (found !== null && (name.test(found) || found === '')) return
  }
  throw new Error(`the keyboard does not reach ${selector} ${name.source}`)
}

test('from the sign-in to a published post and a reaction, with the keyboard alone', async () => {
  const karim = (await accountsOf(house)).find((one) => one.role === 'without_email')
  const page = await openPage(browser, nobodyAtSignIn)
  shown = { page }
  await page.goto(`${house.url}/connexion`)
  await page.locator('h1').waitFor()
  await tabTo(page, 'input[name=identifier]')
  await page.keyboard.type(karim?.identifier ?? '')
  await tabTo(page, 'input[name=password]')
  await page.keyboard.type(karim?.password ?? '')
  await page.keyboard.press('Enter')
  await page.waitForURL((address) => address.pathname === '/')
  await page.locator('.fil').waitFor()

  await tabTo(page, 'button, a', /Quoi de neuf/)
  await page.keyboard.press('Enter')
  await page.locator('[contenteditable=true]').first().waitFor()
  if (!(await page.evaluate(`document.activeElement?.matches('[contenteditable=true]')`)))
    await tabTo(page, '[contenteditable=true]')
  await page.keyboard.type('Les palettes bleues sont rentrées ce matin.')
  await tabTo(page, 'button', /^Publier$/)
  await page.keyboard.press('Enter')
  const mine = page.locator('article', { hasText: 'Les palettes bleues' }).first()
  await mine.waitFor()

  await tabTo(page, 'article button[aria-pressed]', /J.aime/)
  await page.keyboard.press('Enter')
  await page.locator('article button[aria-pressed=true]:focus').waitFor()
  await page.context().close()
})

interface Card {
  id: string
  givenName: string
  familyName: string
}

/** A short film, made by the browser itself. */
const film = (page: Page) =>
  page.evaluate<string>(`new Promise((resolve) => {
    const canvas = document.createElement('canvas')
    const brush = canvas.getContext('2d')
    const recorder = new MediaRecorder(canvas.captureStream(10), { mimeType: 'video/webm' })
    recorder.ondataavailable = async ({ data }) => {
      const bytes = new Uint8Array(await data.arrayBuffer())
      resolve(btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')))
    }
    recorder.start()
    let turns = 0
    const timer = setInterval(() => {
      brush.fillRect(turns * 9, 0, 9, 90)
      if (++turns === 15) { clearInterval(timer); recorder.stop() }
    }, 100)
  })`)

test('a video is published with its captions, which its readers see', async () => {
  const karim = (await accountsOf(house)).find((one) => one.role === 'without_email')
  const page = await openPage(browser, { size: PHONE, language: 'fr' })
  shown = { page }
  if (karim) await signIn(page, house.url, karim)
  const buffer = Buffer.from(await film(page), 'base64')
  await page
    .locator('input[type=file][accept="video/*"]')
    .setInputFiles({ name: 'geste.webm', mimeType: 'video/webm', buffer })
  const composer = page.getByRole('dialog')
  await composer.getByRole('button', { name: 'Ajouter des sous-titres' }).waitFor()
  const give = (said: string) =>
    composer
      .locator('input[type=file][accept^=".vtt"]')
      .setInputFiles({ name: 'geste.srt', mimeType: 'application/x-subrip', buffer: Buffer.from(said) })
  await give('Bonjour')
  await composer.getByText('Ce fichier ne contient aucun sous-titre.').waitFor()
  await give('1\n00:00:00,100 --> 00:00:01,000\nOn commence par le milieu\n')
  await composer.getByText('Sous-titres en français').waitFor()
  expect(await faultsOf(page, 'the composer with a video')).toEqual([])
  await composer.getByRole('button', { name: 'Publier' }).click()
  const video = page.locator('article video').first()
  await video.waitFor()
  await expect
    .poll(() => video.evaluate((player) => (player as unknown as Player).textTracks[0]?.cues?.[0]?.text))
    .toBe('On commence par le milieu')
})
interface Player {
  textTracks: { cues: { text: string }[] | null }[]
}

test('a guest sees the people and the posts of their own spaces, and nothing else', async () => {
  const etienne = (await accountsOf(house)).find((one) => one.role === 'partner')
  const page = await openPage(browser, nobodyAtSignIn)
  shown = { page }
  if (etienne) await signIn(page, house.url, etienne)
  const listed = async <Item>(of: Page, path: string) =>
    ((await (await of.request.get(house.url + path)).json()) as { items: Item[] }).items
  const own = (await listed<{ id: string }>(page, '/api/spaces')).map((space) => space.id)
  const awaited = (await listed<Card>(people.administrator, '/api/accounts?status=expected'))[0] as Card
  const elsewhere = (
    await listed<{ id: string; spaceId: string; title: string }>(people.member, '/api/posts?kind=question')
  ).find((post) => !own.includes(post.spaceId))
  expect(elsewhere).toBeDefined()

  await page.goto(`${house.url}/personnes`)
  await page.locator('.list li').first().waitFor()
  await page.locator('input[type=search]').last().fill(`${awaited.givenName} ${awaited.familyName}`)
  await expect.poll(() => page.getByText(`${awaited.givenName} ${awaited.familyName}`).count()).toBe(0)
  await page.goto(`${house.url}/personnes/${awaited.id}`)
  await page.locator('.err-panel').waitFor()

  await page.goto(`${house.url}/recherche?q=${encodeURIComponent(elsewhere?.title ?? '')}`)
  await settled(page)
  expect(await page.getByText(elsewhere?.title ?? '', { exact: true }).count()).toBe(0)
  await page.goto(`${house.url}/publications/${elsewhere?.id}`)
  await page.locator('.err-panel h1').waitFor()
  const rail = await page.locator('.rail').innerText()
  expect(rail).not.toMatch(/Administration|Imports|Publics/)
  await page.context().close()
})
