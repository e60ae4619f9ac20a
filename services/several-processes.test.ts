import { Redis } from 'ioredis'
import { v7 as uuid7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Elan, openElan } from './elan.ts'
import { Browser, done, type Member, openCommunity, publish, Screen, setUp, welcome } from './people.ts'
import { openPostgres, type Postgres } from './servers/postgres.ts'
import { until } from './servers/program.ts'
import { openRedisServer, type RedisServer } from './servers/redis.ts'

let postgres: Postgres
let redis: RedisServer
let here: Elan
let there: Elan
let ines: Browser
let karim: Member
let tempo: string

beforeAll(async () => {
  ;[postgres, redis] = await Promise.all([openPostgres(), openRedisServer()])
  const settings = {
    DATABASE_URL: await postgres.database('several'),
    REDIS_URL: redis.url,
    SECRET_KEY: 'the same key for every process of it',
    PUBLIC_URL: 'http://elan.test',
    TRUST_PROXY: 'loopback',
  }
  here = await openElan(settings)
  there = await openElan({ ...settings, ROLE: 'web' })
  ines = await setUp(here)
  ines.address = '192.0.2.1'
  tempo = await openCommunity(ines)
  karim = await welcome(ines, tempo, 'K-1')
})
afterAll(async () => {
  await Promise.all([here?.stop(), there?.stop()])
  await Promise.all([postgres?.stop(), redis?.stop()])
})

/** Both processes listen to each other through Redis. */
async function untilBothListen(): Promise<void> {
  const look = new Redis(redis.url)
  try {
    await until('both processes listen', async () => {
      const [, listeners] = await look.pubsub('NUMSUB', 'elan:live')
      return Number(listeners) === 2
    })
  } finally {
    look.disconnect()
  }
}

test('two processes listen to each other through Redis', () =>
  expect(untilBothListen()).resolves.toBeUndefined())

test('a post published on one process is heard on a socket of the other, once', async () => {
  const screen = await new Screen(karim.at(there)).follow(tempo)
  const posts = Array.from({ length: 20 }, () => uuid7())
  for (const id of posts) await done(publish(ines, tempo, 'Bonjour de l’autre côté', id))
  await screen.hears(posts.at(-1) ?? '')
  expect(screen.postsHeard()).toEqual(posts)
  screen.socket.close()
})

test('a notice to a member reaches their screen on the other process: only Redis carries it', async () => {
  const screen = await new Screen(karim.at(there)).follow(tempo)
  const mention = { type: 'mention', attrs: { id: karim.id, label: 'Karim', kind: 'member' } }
  const body = { type: 'doc', content: [{ type: 'paragraph', content: [mention] }] }
  await done(ines.put(`/api/posts/${uuid7()}`, { spaceId: tempo, kind: 'message', body }))
  await until('the notice is heard', () => screen.heard.some(({ type }) => type === 'notice'))
  expect(screen.closedWith).toBeNull()
  screen.socket.close()
})

test('a session ended on one process closes its socket on the other', async () => {
  const screen = await new Screen(karim.at(there)).follow(tempo)
  const elsewhere = karim.at(here)
  elsewhere.cookies.clear()
  await done(elsewhere.signIn())
  await done(elsewhere.del('/api/sessions'))
  await until('the socket is closed', () => screen.closedWith !== null)
  expect(screen.closedWith).toBe(4401)
  expect((await karim.at(there).get('/api/me')).status).toBe(401)
  await done(karim.signIn())
})

test('a seat lost on one process silences its space on the other', async () => {
  const screen = await new Screen(karim.at(there)).follow(tempo)
  await done(ines.del(`/api/spaces/${tempo}/seats/${karim.id}`))
  const after = uuid7()
  await done(publish(ines, tempo, 'Entre nous', after))
  const witness = await new Screen(ines.at(there)).follow(tempo, 0)
  await witness.hears(after)
  expect(screen.postsHeard()).not.toContain(after)
  await done(ines.put(`/api/spaces/${tempo}/seats/${karim.id}`, { role: 'member' }))
  screen.socket.close()
  witness.socket.close()
})

test('a visitor’s address has one allowance of requests, whichever process it asks', async () => {
  const [one, other] = [new Browser(here), new Browser(there)]
  one.address = other.address = '198.51.100.7'
  let allowed = 0
  const refused = new Set<Browser>()
  while (refused.size < 2 && allowed <= 1300) {
    for (const browser of [one, other]) {
      const answers = await Promise.all(Array.from({ length: 10 }, () => browser.get('/api/network')))
      allowed += answers.filter(({ status }) => status === 200).length
      const refusal = answers.find(({ status }) => status === 429)
      if (!refusal) continue
      expect(refusal.body).toMatchObject({ code: 'platform.too_many' })
      refused.add(browser)
    }
  }
  expect(allowed).toBe(600)
})

test('wrong passwords are counted together, whichever process they are tried on', async () => {
  const guess = (elan: Elan) => {
    const stranger = ines.at(elan)
    stranger.cookies.clear()
    stranger.address = '198.51.100.8'
    return stranger.post('/api/sessions', { identifier: 'K-404', password: 'rien de tout cela' })
  }
  const statuses: number[] = []
  for (const elan of [here, there, here, there, here]) statuses.push((await guess(elan)).status)
  expect(statuses).not.toContain(429)
  expect((await guess(there)).status).toBe(429)
  expect((await guess(here)).status).toBe(429)
})

test('without Redis every request is answered, and posts are caught up from the record', async () => {
  const screen = await new Screen(karim.at(there)).follow(tempo)
  await redis.stop()
  const posts = Array.from({ length: 5 }, () => uuid7())
  for (const id of posts) await done(publish(ines, tempo, 'Redis est parti', id))
  await screen.hears(posts.at(-1) ?? '')
  expect(screen.postsHeard()).toEqual(posts)
  expect((await fetch(`${there.url}/health/ready`)).status).toBe(200)
  screen.socket.close()
  await redis.startAgain()
  await untilBothListen()
})

test('what only Redis carries is made up for when it comes back: sessions ended and seats lost meanwhile', async () => {
  const ended = await new Screen(karim.at(there)).follow(tempo)
  const samir = await welcome(ines, tempo, 'S-1')
  const expelled = await new Screen(samir.at(there)).follow(tempo)
  await redis.stop()
  const elsewhere = karim.at(here)
  elsewhere.cookies.clear()
  await done(elsewhere.signIn())
  await done(elsewhere.del('/api/sessions'))
  await done(ines.del(`/api/spaces/${tempo}/seats/${samir.id}`))
  await redis.startAgain()
  await until('the socket is closed', () => ended.closedWith !== null)
  expect(ended.closedWith).toBe(4401)
  await until(
    'the screen is told to look again',
    () => expelled.heard.filter(({ type }) => type === 'ready').length > 1,
  )
  const after = uuid7()
  await done(publish(ines, tempo, 'Entre nous', after))
  const witness = await new Screen(ines.at(there)).follow(tempo, 0)
  await witness.hears(after)
  expect(expelled.postsHeard()).not.toContain(after)
})

test('however long Redis is away, a session ended on one process ends on the other', async () => {
  await done(karim.signIn())
  const screen = await new Screen(karim.at(there)).follow(tempo)
  await redis.stop()
  const elsewhere = karim.at(here)
  elsewhere.cookies.clear()
  await done(elsewhere.signIn())
  await done(elsewhere.del('/api/sessions'))
  await until('the socket is closed', () => screen.closedWith !== null)
  expect(screen.closedWith).toBe(4401)
  await redis.startAgain()
})
