import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { put } from '#platform/contract/endpoint.ts'
import { Type } from '#platform/contract/schema.ts'

const vote = put('/api/votes/:id', {
  summary: 'A vote',
  params: Type.Object({ id: Type.String() }),
  body: Type.Object({ votes: Type.Integer() }),
  reply: Type.Object({ left: Type.Integer() }),
})
const about = { kind: 'vote', scope: 'round', label: 'Ton vote' }
const cast = (votes: number) => ({ params: { id: 'one' }, body: { votes } })

/** What the server was asked, and what it answers; null: no network. */
let asked: { url: string; body: unknown }[] = []
let answer: (body: { votes: number }) => { status: number; body: unknown } | null
let kept: Map<string, string>
const yes = () => ({ status: 200, body: { left: 2 } })
const no = () => ({
  status: 409,
  body: { status: 409, code: 'votes.none_left', title: 'Il ne te reste plus de vote.' },
})
const away = () => null

/** The module as a page that opens reads it, with what the device kept. */
async function page() {
  vi.resetModules()
  return import('./sending.ts')
}
const online = () => window.dispatchEvent(new Event('online'))
const settled = () => vi.advanceTimersByTimeAsync(0)

beforeEach(() => {
  vi.useFakeTimers()
  asked = []
  answer = yes
  kept = new Map()
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  })
  vi.stubGlobal('window', new EventTarget())
  vi.stubGlobal('document', { documentElement: { lang: 'fr' } })
  vi.stubGlobal('fetch', (url: string, { body }: { body: string }) => {
    const given = JSON.parse(body) as { votes: number }
    asked.push({ url, body: given })
    const said = answer(given)
    if (!said) return Promise.reject(new TypeError('Failed to fetch'))
    const type = said.status < 400 ? 'application/json' : 'application/problem+json'
    return Promise.resolve(
      new Response(JSON.stringify(said.body), { status: said.status, headers: { 'content-type': type } }),
    )
  })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('what arrives at once is told at once, and nothing of it stays', async () => {
  const { sendQuickly, onItsWay } = await page()
  const outcome = await sendQuickly(vote, cast(1), 'a', about)
  expect(outcome).toEqual({ kept: false, reply: { left: 2 } })
  await settled()
  expect(onItsWay()).toEqual([])
})

test('without a network it is kept, and leaves by itself once the network is back', async () => {
  const { sendQuickly, onItsWay } = await page()
  answer = away
  const arrived = vi.fn()
  expect(await sendQuickly(vote, cast(1), 'a', about, { onArrived: arrived })).toEqual({ kept: true })
  expect(onItsWay()).toMatchObject([{ id: 'a', state: 'waiting', about }])
  answer = yes
  online()
  await settled()
  expect(arrived).toHaveBeenCalledOnce()
  expect(onItsWay()).toEqual([])
  expect(asked).toHaveLength(2)
})

test('it is tried again by itself, without waiting for the device to say that it is online', async () => {
  const { sendQuickly, onItsWay } = await page()
  answer = away
  await sendQuickly(vote, cast(1), 'a', about)
  answer = yes
  await vi.advanceTimersByTimeAsync(1000)
  expect(onItsWay()).toEqual([])
})

test('a page that opens again sends what the one before had kept, under the same name, and looks again', async () => {
  const before = await page()
  answer = away
  await before.sendQuickly(vote, cast(3), 'a', about)
  const after = await page()
  expect(after.onItsWay()).toMatchObject([
    { id: 'a', state: 'waiting', url: '/api/votes/one', body: { votes: 3 } },
  ])
  answer = yes
  const lookAgain = vi.fn(() => Promise.resolve())
  after.resumeSending(lookAgain)
  await settled()
  expect(asked.at(-1)).toEqual({ url: '/api/votes/one', body: { votes: 3 } })
  expect(lookAgain).toHaveBeenCalledOnce()
  expect(JSON.parse(kept.get('elan.sending') ?? '')).toEqual([])
})

test('a refusal at the first try is thrown, for the form that is open: nothing waits', async () => {
  const { sendQuickly, onItsWay } = await page()
  answer = no
  await expect(sendQuickly(vote, cast(1), 'a', about)).rejects.toThrow('Il ne te reste plus de vote.')
  expect(onItsWay()).toEqual([])
})

test('a refusal after it was kept stays, with its sentence, until its person decides; a reload does not send it', async () => {
  const { sendQuickly } = await page()
  answer = away
  await sendQuickly(vote, cast(1), 'a', about)
  answer = no
  online()
  await settled()
  const after = await page()
  after.resumeSending(() => Promise.resolve())
  await settled()
  const left = { id: 'a', state: 'refused', problem: 'Il ne te reste plus de vote.', about }
  expect(after.onItsWay()).toMatchObject([left])
  expect(asked).toHaveLength(2)
  answer = yes
  await after.trySending('a')
  expect(after.onItsWay()).toEqual([])
})

test('those of one lane arrive in their order, whatever the network does between them', async () => {
  const { sendQuickly, onItsWay } = await page()
  answer = away
  const lane = { lane: 'votes' }
  await sendQuickly(vote, cast(1), 'a', about, lane)
  expect(await sendQuickly(vote, cast(2), 'b', about, lane)).toEqual({ kept: true })
  expect(await sendQuickly(vote, cast(3), 'c', about, lane)).toEqual({ kept: true })
  expect(asked.map((one) => one.body)).toEqual([{ votes: 1 }])
  answer = yes
  online()
  await settled()
  expect(asked.slice(1).map((one) => one.body)).toEqual([{ votes: 1 }, { votes: 2 }, { votes: 3 }])
  expect(onItsWay()).toEqual([])
})

test('several of a lane that had to wait tell once that they arrived', async () => {
  const { sendQuickly } = await page()
  answer = away
  const arrived = vi.fn()
  for (const id of ['a', 'b', 'c'])
    await sendQuickly(vote, cast(1), id, about, { lane: 'votes', onArrived: arrived })
  answer = yes
  online()
  await settled()
  expect(asked).toHaveLength(4)
  expect(arrived).toHaveBeenCalledOnce()
})

test('what has no name for anybody leaves nothing behind when it is refused', async () => {
  const { sendQuickly, onItsWay } = await page()
  answer = away
  await sendQuickly(vote, cast(1), 'a', { kind: 'try' })
  answer = no
  online()
  await settled()
  expect(onItsWay()).toEqual([])
})

test('one that is refused does not hold back those behind it', async () => {
  const { sendQuickly, onItsWay } = await page()
  answer = away
  await sendQuickly(vote, cast(9), 'a', about, { lane: 'votes' })
  await sendQuickly(vote, cast(1), 'b', about, { lane: 'votes' })
  answer = ({ votes }) => (votes === 9 ? no() : yes())
  online()
  await settled()
  expect(onItsWay()).toMatchObject([{ id: 'a', state: 'refused' }])
})

test('until the screens have read it again it still stands on them', async () => {
  const { sendQuickly, onItsWay } = await page()
  let read = () => {}
  const settle = () => new Promise<void>((resolve) => (read = resolve))
  const sent = sendQuickly(vote, cast(1), 'a', about, { settle })
  await settled()
  expect(onItsWay()).toMatchObject([{ id: 'a', state: 'arrived' }])
  // The form does not wait for it.
  expect(await sent).toEqual({ kept: false, reply: { left: 2 } })
  read()
  await settled()
  expect(onItsWay()).toEqual([])
})

test('on a network that says nothing nobody waits in front of a form: it is kept, and arrives later', async () => {
  const { sendQuickly, onItsWay } = await page()
  let reply = (_response: Response) => {}
  vi.stubGlobal('fetch', () => new Promise<Response>((resolve) => (reply = resolve)))
  const outcome = sendQuickly(vote, cast(1), 'a', about)
  await vi.advanceTimersByTimeAsync(3000)
  expect(await outcome).toEqual({ kept: true })
  expect(onItsWay()).toMatchObject([{ id: 'a', state: 'waiting' }])
  reply(new Response('{"left":2}', { status: 200 }))
  await settled()
  expect(onItsWay()).toEqual([])
})

test('what one gives up while it waits is not sent', async () => {
  const { sendQuickly, giveUp, onItsWay } = await page()
  answer = away
  await sendQuickly(vote, cast(1), 'a', about)
  giveUp('a')
  answer = yes
  online()
  await settled()
  expect(asked).toHaveLength(1)
  expect(onItsWay()).toEqual([])
})
