import { afterAll, beforeAll, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { openWorld, type Person, type World } from '#app/testing/world.ts'
import { event, type FromServer } from '#platform/contract/event.ts'
import { Type } from '#platform/contract/schema.ts'
import { emit } from '#platform/server/emit.ts'

const noted = event('test.noted', Type.Object({ number: Type.Integer() }))

let world: World
let port: number
let nadia: Person
let mehdi: Person

beforeAll(async () => {
  world = await openWorld()
  port = Number(new URL(await world.server.listen(0, '127.0.0.1')).port)
  nadia = await world.member('nadia')
  mehdi = await world.member('mehdi')
})
afterAll(() => world.close())

/** A screen: what it heard, in order. */
class Screen {
  readonly heard: FromServer[] = []
  readonly socket: WebSocket
  readonly closed: Promise<number>

  constructor(person: Person | null, origin?: string) {
    const headers = {
      ...(person ? { cookie: `elan=${person.cookies.elan}` } : {}),
      ...(origin ? { origin } : {}),
    }
    this.socket = new WebSocket(`ws://127.0.0.1:${port}/api/live`, { headers })
    this.socket.on('message', (data: Buffer) => this.heard.push(JSON.parse(String(data)) as FromServer))
    this.socket.on('error', () => {})
    this.closed = new Promise((resolve) => this.socket.on('close', resolve))
  }

  numbers = (): number[] =>
    this.heard.flatMap((message) =>
      message.type === 'event' && message.kind === noted.kind
        ? [(message.payload as { number: number }).number]
        : [],
    )

  async until(condition: () => boolean): Promise<void> {
    await expect.poll(condition, { timeout: 10_000, interval: 10 }).toBe(true)
  }

  async follow(spaceId: string, since: number | null = null): Promise<number> {
    await this.until(() => this.heard.some((message) => message.type === 'ready'))
    const answers = () =>
      this.heard.filter(
        (message) => 'spaceId' in message && message.spaceId === spaceId && message.type !== 'event',
      )
    const before = answers().length
    this.socket.send(JSON.stringify({ type: 'subscribe', spaces: { [spaceId]: since } }))
    await this.until(() => answers().length > before)
    const answer = answers().at(-1)
    return answer && 'seq' in answer ? answer.seq : -1
  }
}

const note = (space: { id: string }, number: number) =>
  world.server.database.transaction((trx) => emit(trx, nadia.actor, noted, space.id, { number }))

test('what happens in a space reaches those who follow it, in order', async () => {
  const tempo = await world.community(nadia)
  const screen = new Screen(mehdi)
  await screen.follow(tempo.id)
  await Promise.all(Array.from({ length: 30 }, (_, number) => note(tempo, number)))
  await screen.until(() => screen.numbers().length === 30)
  const sequence = screen.heard.flatMap((message) => (message.type === 'event' ? [message.seq] : []))
  expect(sequence).toEqual([...sequence].sort((one, other) => one - other))
  expect(new Set(screen.numbers()).size).toBe(30)
  screen.socket.close()
})

test('after a cut nothing is lost and nothing comes twice', async () => {
  const tempo = await world.community(nadia)
  const before = new Screen(mehdi)
  await before.follow(tempo.id)
  await note(tempo, 1)
  await before.until(() => before.numbers().length === 1)
  const at = before.heard.flatMap((message) => (message.type === 'event' ? [message.seq] : [])).at(-1) ?? 0
  before.socket.terminate()
  await note(tempo, 2)
  const busy = Promise.all([note(tempo, 3), note(tempo, 4), note(tempo, 5)])
  const after = new Screen(mehdi)
  await after.follow(tempo.id, at)
  await busy
  await note(tempo, 6)
  await after.until(() => after.numbers().length >= 5)
  expect([...after.numbers()].sort()).toEqual([2, 3, 4, 5, 6])
  after.socket.close()
})

test('too long away, a screen is told to look again rather than fed a flood', async () => {
  const tempo = await world.community(nadia)
  await world.server.database.transaction(async (trx) => {
    for (let number = 0; number < 320; number++) await emit(trx, nadia.actor, noted, tempo.id, { number })
  })
  const screen = new Screen(mehdi)
  await screen.follow(tempo.id, 1)
  await screen.until(() => screen.heard.some((message) => message.type === 'reset'))
  expect(screen.numbers()).toEqual([])
  screen.socket.close()
})

test('a space that may not be read is refused, as if it did not exist', async () => {
  const secret = await world.community(nadia, { openness: 'secret' })
  const screen = new Screen(mehdi)
  await screen.until(() => screen.heard.length > 0)
  screen.socket.send(JSON.stringify({ type: 'subscribe', spaces: { [secret.id]: null, 'not-an-id': null } }))
  await screen.until(() => screen.heard.filter((message) => message.type === 'refused').length === 2)
  await note(secret, 1)
  await note(secret, 2)
  expect(screen.numbers()).toEqual([])
  screen.socket.close()
})

test('whoever loses their seat hears nothing more, at once', async () => {
  const closed = await world.community(nadia, { openness: 'closed' })
  await world.seat(closed, mehdi)
  const screen = new Screen(mehdi)
  await screen.follow(closed.id)
  await nadia.del(`/api/spaces/${closed.id}/seats/${mehdi.id}`)
  await note(closed, 7)
  const witness = new Screen(nadia)
  await witness.follow(closed.id, 0)
  await witness.until(() => witness.numbers().includes(7))
  expect(screen.numbers()).toEqual([])
  screen.socket.close()
  witness.socket.close()
})

test('nobody listens without a session, nor from the page of another site', async () => {
  const stranger = new Screen(null)
  await stranger.closed
  expect(stranger.heard).toEqual([])
  const elsewhere = new Screen(mehdi, 'https://elsewhere.example')
  await elsewhere.closed
  expect(elsewhere.heard).toEqual([])
})

test('a rolled-back change is heard by nobody and takes no number', async () => {
  const tempo = await world.community(nadia)
  const screen = new Screen(mehdi)
  const start = await screen.follow(tempo.id)
  await expect(
    world.server.database.transaction(async (trx) => {
      await emit(trx, nadia.actor, noted, tempo.id, { number: 1 })
      throw new Error('changed my mind')
    }),
  ).rejects.toThrow('changed my mind')
  const written = await note(tempo, 2)
  expect(written.seq).toBe(start + 1)
  await screen.until(() => screen.numbers().length === 1)
  expect(screen.numbers()).toEqual([2])
  screen.socket.close()
})
