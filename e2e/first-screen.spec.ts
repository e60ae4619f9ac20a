import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { keepEvidence, openBrowser, PHONE } from './browser.ts'
import { type House, openHouse } from './house.ts'
import { accountsOf, signIn } from './screens.ts'

let house: House
let browser: Browser
let context: BrowserContext
/** Karim, on a phone that keeps Élan ready for when there is no network. */
let karim: Page
const asked: string[] = []
const complaints: string[] = []

beforeAll(async () => {
  house = await openHouse(['--demo'])
  browser = await openBrowser()
  context = await browser.newContext({ viewport: PHONE, locale: 'fr-FR' })
  karim = await context.newPage()
  const account = (await accountsOf(house)).find(({ role }) => role === 'member')
  if (!account) throw new Error('nobody plays the member')
  await signIn(karim, house.url, account)
  await karim.evaluate('navigator.serviceWorker.ready.then(() => undefined)')
  await karim.locator('article[id^="p-"]').first().waitFor()
  karim.on('request', (request) => {
    const { pathname, search } = new URL(request.url())
    if (request.resourceType() === 'fetch') asked.push(pathname + search)
  })
  karim.on('pageerror', (error) => complaints.push(error.message))
  karim.on('console', (line) => {
    if (['error', 'warning'].includes(line.type())) complaints.push(line.text())
  })
})
afterEach(({ task }) => keepEvidence(task, { karim }))
afterAll(async () => {
  await browser?.close()
  await house?.stop()
})

test('the feed opens with what its page brought: nothing of it is asked again', async () => {
  await karim.goto(house.url)
  await karim.locator('article[id^="p-"]').first().waitFor()
  await karim
    .getByRole('link', { name: /Notifications/ })
    .first()
    .waitFor()
  const first = ['/api/me', '/api/network', '/api/spaces', '/api/posts', '/api/programmes']
  expect(asked.filter((path) => first.includes(path))).toEqual([])
  // What it brought served once, and has left the document.
  expect(await karim.locator('#carried').count()).toBe(0)
  expect(complaints).toEqual([])
})

test('its first photo is told with the page, as the screen draws it: one version is fetched', async () => {
  await karim.reload()
  await karim.locator('article .photos img').first().waitFor()
  const { told, drawn, fetched } = (await karim.evaluate(`(() => {
    const link = document.querySelector('link[rel="preload"][as="image"]')
    const image = document.querySelector('article .photos img')
    const [file] = image.currentSrc.split('?')
    const names = performance.getEntriesByType('resource').map(({ name }) => name)
    return {
      told: [link.imageSrcset, link.imageSizes],
      drawn: [image.srcset, image.sizes],
      fetched: [...new Set(names)].filter((name) => name.startsWith(file)).length,
    }
  })()`)) as { told: string[]; drawn: string[]; fetched: number }
  expect(told).toEqual(drawn)
  expect(fetched).toBe(1)
})

test('the page of a visitor says that nobody is there: the sign-in asks nothing and complains of nothing', async () => {
  const elsewhere = await browser.newContext({ viewport: PHONE, locale: 'fr-FR' })
  const visitor = await elsewhere.newPage()
  const said: string[] = []
  const calls: string[] = []
  visitor.on('console', (line) => {
    if (['error', 'warning'].includes(line.type())) said.push(line.text())
  })
  visitor.on('request', (request) => {
    if (request.resourceType() === 'fetch') calls.push(new URL(request.url()).pathname)
  })
  await visitor.goto(`${house.url}/connexion`)
  await visitor.locator('input[name=identifier]').waitFor()
  await visitor.waitForLoadState('networkidle')
  expect(calls.filter((path) => path.startsWith('/api/'))).toEqual([])
  expect(said).toEqual([])
  await elsewhere.close()
})

test('another page opens with who is there, and the feed comes when one goes to it', async () => {
  await karim.goto(`${house.url}/communautes`)
  await karim.getByRole('heading', { level: 1 }).waitFor()
  await karim
    .getByRole('link', { name: /^(Le )?[Ff]il/ })
    .first()
    .click()
  await karim.locator('article[id^="p-"]').first().waitFor()
  expect(complaints).toEqual([])
})

test('nothing that somebody read is kept on the phone; without a network, Élan still opens and says so', async () => {
  const kept = (await karim.evaluate(`(async () => {
    const texts = []
    for (const name of await caches.keys()) {
      const cache = await caches.open(name)
      for (const request of await cache.keys()) {
        const reply = await cache.match(request)
        texts.push(new URL(request.url).pathname + ' ' + (await reply.text()))
      }
    }
    return texts
  })()`)) as string[]
  expect(kept.some((text) => text.startsWith('/index.html '))).toBe(true)
  expect(kept.filter((text) => /Karim|id="carried"/.test(text))).toEqual([])
  await context.setOffline(true)
  await karim.goto(house.url)
  await karim.getByRole('heading', { name: /Élan ne répond pas/ }).waitFor()
  await context.setOffline(false)
  await karim.getByRole('button', { name: /Réessayer/ }).click()
  await karim.locator('article[id^="p-"]').first().waitFor()
})
