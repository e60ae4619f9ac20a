import { type ChildProcess, spawn } from 'node:child_process'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import sharp from 'sharp'
import { DESK, expectAccessible, keepEvidence, openBrowser, openPage, PHONE } from './browser.ts'
import { accountsOf, signIn } from './screens.ts'

const ROOT = new URL('..', import.meta.url).pathname

/** A server that can be stopped and started again on what it kept. */
let dataDir = ''
let port = 0
let child: ChildProcess
let browser: Browser
let nadia: Page
let communityId = ''
/** Today and the days around it by the clock of the network. */
let today = ''

const house = () => ({ url: `http://localhost:${port}`, dataDir })

const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const probe = createServer()
    probe.on('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port: free } = probe.address() as { port: number }
      probe.close(() => resolve(free))
    })
  })

async function start(args: string[] = []): Promise<void> {
  child = spawn(process.execPath, ['app/server/main.ts', ...args], {
    cwd: ROOT,
    env: { ...process.env, PORT: String(port), DATA_DIR: dataDir, LOG_LEVEL: 'warn' },
    stdio: 'ignore',
  })
  for (let tries = 0; tries < 900; tries++) {
    const ready = await fetch(`${house().url}/health/ready`).catch(() => null)
    if (ready?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  throw new Error('Élan is not ready')
}

async function stop(): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGINT')
  await ended
}

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'elan-e2e-'))
  await chmod(dataDir, 0o711)
  port = await freePort()
  await start(['--demo'])
  browser = await openBrowser()
  nadia = await openPage(browser, { size: DESK })
  await enter(nadia)
  const communities = await read<{ items: { id: string }[] }>('/api/communities')
  communityId = communities.items[0]?.id ?? ''
  const calendar = await read<{ today: string }>(
    `/api/communities/${communityId}/calendar?from=2026-01-01&to=2026-01-02`,
  )
  today = calendar.today
})
afterEach(({ task }) => keepEvidence(task, { nadia }))
afterAll(async () => {
  await browser?.close()
  await stop()
  await rm(dataDir, { recursive: true, force: true })
})

async function enter(page: Page): Promise<void> {
  const account = (await accountsOf(house())).find((one) => one.role === 'animator')
  if (!account) throw new Error('nobody animates')
  await signIn(page, house().url, account)
}

const read = async <Reply>(path: string): Promise<Reply> =>
  (await (await nadia.request.get(`${house().url}${path}`)).json()) as Reply

const nextDay = (from: string, days: number) =>
  new Date(Date.parse(`${from}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
const day = (ahead: number) => nextDay(today, ahead)
/** « mardi 1er décembre » */
const long = (value: string) =>
  new Intl.DateTimeFormat('fr-FR', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  })
    .format(new Date(`${value}T12:00:00Z`))
    .replace(/(^| )1 (?=\p{L})/u, '$11er ')

const TITLE = 'Un geste à montrer'
const WORDS = 'Un établi vert, trois serre-joints au milieu'
const grip = () => nadia.getByRole('button', { name: `Déplacer « ${TITLE} »` })
const cell = (value: string) => nadia.getByRole('group', { name: long(value), exact: true })

interface Slots {
  slots: { id: string; title: string; day: string; state: string; postId: string | null }[]
}
const slotNow = async () =>
  (await read<Slots>(`/api/communities/${communityId}/calendar?from=${day(-40)}&to=${day(40)}`)).slots.find(
    (slot) => slot.title === TITLE,
  )

let slotId = ''

test('a slot is created on a day, and carried to another by keyboard, each step said aloud', async () => {
  // A Tuesday of the second week from now: its neighbours are in the same view.
  const from = day(14 - ((new Date(`${today}T12:00:00Z`).getUTCDay() + 6) % 7) + 1)
  const to = nextDay(from, 2)
  await nadia.goto(`${house().url}/communautes/${communityId}/calendrier?vue=week&jour=${from}`)
  await nadia.getByRole('button', { name: `Ajouter un créneau le ${long(from)}` }).click()
  const dialog = nadia.getByRole('dialog')
  await dialog.getByLabel('Titre', { exact: false }).first().fill(TITLE)
  await expectAccessible(nadia, 'a new slot')
  await dialog.getByRole('button', { name: 'Créer le créneau' }).click()
  await cell(from).getByRole('link', { name: TITLE }).waitFor()

  await grip().focus()
  await nadia.keyboard.press('Enter')
  const said = nadia.locator('[aria-live="assertive"]')
  await said.getByText(long(from)).waitFor({ state: 'attached' })
  await nadia.keyboard.press('ArrowRight')
  await said.getByText(long(nextDay(from, 1))).waitFor({ state: 'attached' })
  await nadia.keyboard.press('ArrowRight')
  await said.getByText(long(to)).waitFor({ state: 'attached' })
  await nadia.keyboard.press('Enter')
  await cell(to).getByRole('link', { name: TITLE }).waitFor()
  // The focus went along.
  await expect
    .poll(() => nadia.locator('button:focus').getAttribute('aria-label'), { timeout: 5000 })
    .toContain(TITLE)
  await expect.poll(async () => (await slotNow())?.day, { timeout: 15_000 }).toBe(to)
  await expectAccessible(nadia, 'the calendar')
  slotId = (await slotNow())?.id ?? ''
})

const KEYS = { Enter: 13, ArrowLeft: 37, ArrowRight: 39 }

/** Keys as a quick hand strikes them: none waits for what the one before has drawn. */
async function strike(...keys: (keyof typeof KEYS)[]): Promise<void> {
  const hand = await nadia.context().newCDPSession(nadia)
  await Promise.all(
    keys.flatMap((key) =>
      (['rawKeyDown', 'keyUp'] as const).map((type) =>
        hand.send('Input.dispatchKeyEvent', { type, key, code: key, windowsVirtualKeyCode: KEYS[key] }),
      ),
    ),
  )
  await hand.detach()
}

test('a quick hand loses no step: keys struck without a pause carry as far as they say', async () => {
  const from = (await slotNow())?.day ?? ''
  for (const [keys, days] of [
    [['ArrowRight', 'ArrowRight'], 2],
    [['ArrowLeft', 'ArrowLeft', 'ArrowLeft'], -1],
    [['ArrowRight'], 0],
  ] as const) {
    await grip().focus()
    await strike('Enter', ...keys, 'Enter')
    const there = nextDay(from, days)
    await cell(there).getByRole('link', { name: TITLE }).waitFor()
    await expect.poll(async () => (await slotNow())?.day, { timeout: 15_000 }).toBe(there)
    await expect
      .poll(() => nadia.locator('button:focus').getAttribute('aria-label'), { timeout: 5000 })
      .toContain(TITLE)
  }
})

test('what is held by keyboard is let go with the page, and the keys are for what comes next', async () => {
  const from = (await slotNow())?.day
  await grip().focus()
  await nadia.keyboard.press('Enter')
  await nadia.keyboard.press('ArrowRight')
  // A held slot keeps no key that is struck elsewhere on the page.
  await nadia.getByRole('link', { name: TITLE }).focus()
  await nadia.keyboard.press('Enter')
  await nadia.getByRole('heading', { level: 1, name: TITLE }).waitFor()
  await nadia.goBack()
  await grip().focus()
  await nadia.keyboard.press('Enter')
  await nadia.keyboard.press('ArrowRight')
  await nadia.goForward()
  await nadia.getByRole('heading', { level: 1, name: TITLE }).waitFor()
  const remark = nadia.getByRole('textbox', { name: 'Une remarque' })
  await remark.click()
  await nadia.keyboard.type('un mot puis un autre')
  expect(await remark.inputValue()).toBe('un mot puis un autre')
  await remark.fill('')
  await nadia.goBack()
  await grip().waitFor()
  expect((await slotNow())?.day).toBe(from)
})

test('by finger, it is carried once held a moment; a swipe over it only scrolls', async () => {
  const from = (await slotNow())?.day ?? ''
  const phone = await openPage(browser, { size: PHONE })
  await enter(phone)
  await phone.goto(`${house().url}/communautes/${communityId}/calendrier?vue=week&jour=${from}`)
  const held = phone.getByRole('button', { name: `Déplacer « ${TITLE} »` })
  await held.waitFor()
  const finger = await phone.context().newCDPSession(phone)
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', x = 0, y = 0) =>
    finger.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: type === 'touchEnd' ? [] : [{ x: Math.round(x), y: Math.round(y) }],
    })
  const middle = async (place: ReturnType<Page['locator']>) => {
    const box = await place.boundingBox()
    if (!box) throw new Error('not on the screen')
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  }
  const slide = async (a: { x: number; y: number }, b: { x: number; y: number }) => {
    for (let step = 1; step <= 8; step++)
      await touch('touchMove', a.x + ((b.x - a.x) * step) / 8, a.y + ((b.y - a.y) * step) / 8)
  }
  const scrolled = () => phone.evaluate<number>('window.scrollY')

  const here = phone.locator(`[data-place="day:${from}"]`)
  const place = here.locator(
    'xpath=preceding-sibling::*[@data-place][1] | following-sibling::*[@data-place][1]',
  )
  const to = (await place.first().getAttribute('data-place'))?.slice(4) ?? ''
  await held.evaluate((node) => node.scrollIntoView({ block: 'center', behavior: 'instant' }))
  const [grasp, aim] = [await middle(held), await middle(place.first())]
  await touch('touchStart', grasp.x, grasp.y)
  await phone.locator('[aria-live="assertive"]').getByText(long(from)).waitFor({ state: 'attached' })
  await slide(grasp, { x: grasp.x, y: aim.y })
  // A finger is never quite still.
  const said = phone.locator('[aria-live="assertive"]').getByText(long(to))
  await expect
    .poll(async () => {
      await touch('touchMove', grasp.x + Math.random() * 4, aim.y + Math.random() * 4)
      return said.count()
    })
    .toBe(1)
  await touch('touchEnd')
  await expect.poll(async () => (await slotNow())?.day, { timeout: 15_000 }).toBe(to)
  await phone.locator(`[data-place="day:${to}"]`).getByRole('link', { name: TITLE }).waitFor()

  await held.evaluate((node) => node.scrollIntoView({ block: 'center', behavior: 'instant' }))
  const before = await scrolled()
  const start = await middle(held)
  await touch('touchStart', start.x, start.y)
  await slide(start, { x: start.x, y: start.y - 200 })
  await touch('touchEnd')
  await expect.poll(scrolled).not.toBe(before)
  expect((await slotNow())?.day).toBe(to)
  await phone.evaluate('window.scrollTo(0, 0)')
  await expectAccessible(phone, 'the calendar in the hand')
  await phone.context().close()
})

test('its text is written where it stands, and kept by itself, photo and all', async () => {
  await nadia.goto(`${house().url}/communautes/${communityId}/calendrier/${slotId}`)
  await nadia.getByRole('heading', { level: 1, name: TITLE }).waitFor()
  await nadia.getByRole('button', { name: 'Écrire' }).click()
  await nadia.getByRole('textbox', { name: 'Quoi de neuf' }).click()
  await nadia.keyboard.type('Trois serre-joints suffisent, si on commence par le milieu.')
  const photo = await sharp({ create: { width: 800, height: 500, channels: 3, background: '#1c6b62' } })
    .jpeg()
    .toBuffer()
  const chooser = nadia.waitForEvent('filechooser')
  await nadia.getByRole('button', { name: 'Ajouter une photo ou une vidéo' }).click()
  await (await chooser).setFiles({ name: 'etabli.jpg', mimeType: 'image/jpeg', buffer: photo })
  await nadia.getByLabel('Décris la photo').fill(WORDS)
  await expectAccessible(nadia, 'a slot being written')
  await nadia.getByText('Gardé', { exact: true }).waitFor()
  await nadia.getByRole('button', { name: 'J’ai fini' }).click()
  await nadia.getByText('Trois serre-joints suffisent').waitFor()
  const shown = nadia.getByRole('img', { name: WORDS })
  await expect
    .poll(() => shown.evaluate((image) => (image as { naturalWidth?: number }).naturalWidth))
    .toBeGreaterThan(0)
  await expectAccessible(nadia, 'a slot')
})

test('scheduled for the next minutes, it is published once, though the server stopped in between', async () => {
  // The hour is chosen in minutes of the clock: the next one but one leaves time to stop and start again.
  const soon = new Date(Date.now() + 120_000)
  const on = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris' }).format(soon)
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/Paris',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(soon)
  await nadia.getByRole('button', { name: 'Déplacer' }).click()
  const dialog = nadia.getByRole('dialog')
  await dialog.getByLabel('Jour').fill(on)
  await dialog.getByLabel('Heure').fill(clock)
  await dialog.getByRole('button', { name: 'Poser ici' }).click()
  await nadia.getByText(long(on), { exact: false }).first().waitFor()
  await nadia.getByRole('button', { name: 'Programmer' }).click()
  await nadia.getByRole('button', { name: 'Ne plus programmer' }).waitFor()
  expect((await slotNow())?.state).toBe('scheduled')

  await stop()
  await start()
  await expect
    .poll(async () => (await slotNow())?.state, { timeout: 200_000, interval: 1000 })
    .toBe('published')
  // Once more: what is done is not done again.
  await stop()
  await start()
  const slot = await slotNow()
  const posts = await read<{ items: { id: string; body: unknown }[] }>(
    `/api/posts?spaceId=${communityId}&limit=50`,
  )
  const same = posts.items.filter((post) =>
    JSON.stringify(post.body).includes('Trois serre-joints suffisent'),
  )
  expect(same.map((post) => post.id)).toEqual([slot?.postId])
  await nadia.goto(`${house().url}/communautes/${communityId}/calendrier/${slotId}`)
  await nadia.getByRole('link', { name: 'Ouvrir la publication' }).click()
  await nadia.getByText('Trois serre-joints suffisent').first().waitFor()
  await nadia.getByRole('img', { name: WORDS }).waitFor()
}, 300_000)
