import { v7 as uuid7 } from 'uuid'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { DESK, expectAccessible, keepEvidence, openBrowser, openPage, PHONE } from './browser.ts'
import { type House, openHouse } from './house.ts'
import { accountsOf, signIn } from './screens.ts'

let house: House
let browser: Browser
/** Who animates Tempo, and begins a second community. */
let animator: Page
/** Somebody who belongs to it. */
let member: Page
const communityId = uuid7()
const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

beforeAll(async () => {
  house = await openHouse(['--demo'])
  browser = await openBrowser()
  const accounts = await accountsOf(house)
  const enter = async (role: string) => {
    const page = await openPage(browser, { size: DESK })
    const account = accounts.find((one) => one.role === role)
    if (!account) throw new Error(`nobody is ${role}`)
    await signIn(page, house.url, account)
    return page
  }
  animator = await enter('animator')
  member = await enter('member')
})
afterEach(({ task }) => keepEvidence(task, { animator, member }))
afterAll(async () => {
  await browser?.close()
  await house?.stop()
})

async function ask(page: Page, path: string, body: unknown): Promise<void> {
  const reply = await page.request.put(house.url + path, { data: body, headers: { origin: house.url } })
  expect([path, reply.status()]).toEqual([path, 200])
}
const get = async <Reply>(page: Page, path: string): Promise<Reply> =>
  (await (await page.request.get(house.url + path)).json()) as Reply

test('a community begins with a plan of nothing, and says how to fill it', async () => {
  await ask(animator, `/api/communities/${communityId}`, { name: 'Ateliers propres', kind: 'project' })
  const { items } = await get<{ items: { id: string }[] }>(animator, '/api/people?limit=12')
  const { id: memberId } = await get<{ id: string }>(member, '/api/me')
  for (const id of new Set([...items.map((one) => one.id), memberId]))
    await ask(animator, `/api/spaces/${communityId}/seats/${id}`, { role: 'member' })
  await animator.goto(`${house.url}/communautes/${communityId}/plan`)
  await animator.getByRole('heading', { level: 1, name: 'Un plan, c’est des dates et des noms' }).waitFor()
  await expectAccessible(animator, 'an empty plan')
})

test('a ready-made plan is shown before it is added, and lands around holidays', async () => {
  await animator.getByRole('button', { name: 'Partir d’un modèle' }).click()
  const dialog = animator.getByRole('dialog')
  await dialog.getByRole('radio', { name: /Relancer après l’été/ }).check()
  await dialog.getByRole('heading', { name: 'Ce qui sera ajouté' }).waitFor()
  await expectAccessible(animator, 'the templates')
  await dialog.getByRole('button', { name: 'Ajouter ces actions' }).click()
  await animator.getByRole('button', { name: /^La première question de la rentrée/ }).waitFor()
  await animator.getByRole('button', { name: 'Tableau' }).click()
  expect(await animator.getByRole('table').getByRole('row').count()).toBe(10)
  await animator.getByRole('button', { name: 'Frise' }).click()
  await expectAccessible(animator, 'the timeline')
})

test('an action moved by keyboard proposes to move what waits for it', async () => {
  const bar = animator.getByRole('button', { name: /^La première question de la rentrée/ })
  const before = await bar.textContent()
  await bar.focus()
  await animator.keyboard.press('Space')
  for (let days = 0; days < 14; days++) await animator.keyboard.press('ArrowRight')
  await animator.keyboard.press('Space')
  const dialog = animator.getByRole('dialog', { name: 'Déplacer aussi ce qui en dépend ?' })
  await dialog.getByText(/Accueillir les arrivés de l’été/).waitFor()
  await dialog.getByRole('button', { name: 'Déplacer tout' }).click()
  await animator.getByText('2 actions ont changé de dates.').waitFor()
  expect(await bar.textContent()).not.toBe(before)
})

test('an objective is late, then reached as soon as what it measures is', async () => {
  await ask(animator, `/api/communities/${communityId}/objectives/${uuid7()}`, {
    measure: 'creators',
    target: 0.05,
    startsOn: day(-20),
    deadline: day(40),
  })
  await animator.reload()
  const objective = animator.getByRole('article').filter({ hasText: 'des membres ont publié' })
  await objective.getByText('en retard').waitFor()
  const body = {
    type: 'doc',
    content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Le bac de rinçage est en place.' }] }],
  }
  await ask(member, `/api/posts/${uuid7()}`, { spaceId: communityId, kind: 'message', body })
  await objective.getByText('atteint').waitFor()
  expect(await objective.getByText('en retard').count()).toBe(0)
})

test('an owner finds what bears their name on a phone, and says that it is done', async () => {
  const { actions } = await get<{ actions: { id: string; title: string }[] }>(
    animator,
    `/api/communities/${communityId}/plan`,
  )
  await member.setViewportSize(PHONE)
  await member.goto(`${house.url}/communautes/${communityId}/plan`)
  await member.getByText(/Le plan se lit par/).waitFor()
  const [first] = actions
  const { id: ownerId } = await get<{ id: string }>(member, '/api/me')
  await ask(animator, `/api/plan-actions/${first?.id}`, {
    spaceId: communityId,
    title: first?.title,
    channel: 'post',
    ownerId,
    startsOn: day(1),
    endsOn: day(3),
  })
  await member.reload()
  await member.getByRole('heading', { level: 1, name: 'Tes actions dans le plan' }).waitFor()
  await member.getByRole('button', { name: new RegExp(first?.title.slice(0, 20) ?? '') }).click()
  await member.getByRole('button', { name: 'fait', exact: true }).click()
  await member.getByText('C’est noté.').waitFor()
  await expectAccessible(member, 'my actions')
})
