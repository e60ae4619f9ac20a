import { Writable } from 'node:stream'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type Person, type World } from '#app/testing/world.ts'

const TOKEN = 'a token for the metrics, long enough'
let world: World
let base: string
let karim: Person
const lines: string[] = []

beforeAll(async () => {
  const kept = new Writable({
    write(line, _encoding, done) {
      lines.push(String(line))
      done()
    },
  })
  world = await openWorld({ log: pino({ level: 'debug' }, kept), metricsToken: TOKEN })
  base = await world.server.listen(0, '127.0.0.1')
  karim = await world.member('karim')
})
afterAll(() => world.close())

const metrics = (token?: string) =>
  fetch(`${base}/metrics`, token ? { headers: { authorization: `Bearer ${token}` } } : {})

test('a process says that it is alive, and ready as long as its database answers', async () => {
  expect(await (await fetch(`${base}/health/live`)).json()).toEqual({ live: true })
  expect(await (await fetch(`${base}/health/ready`)).json()).toEqual({ ready: true })
})

test('metrics count requests by the shape of their address, for whoever holds the token alone', async () => {
  await karim.get(`/api/people/${karim.id}`)
  expect((await metrics()).status).toBe(404)
  expect((await metrics(`${TOKEN}.`)).status).toBe(404)
  const told = await (await metrics(TOKEN)).text()
  expect(told).toMatch(
    /elan_http_request_seconds_count\{method="GET",route="\/api\/people\/:id",status="200"\} 1/,
  )
  expect(told).not.toContain(karim.id)
})

test('a request leaves a line that says what was asked, and never by whom nor of whom', async () => {
  lines.length = 0
  await karim.get(`/api/people/${karim.id}?secret=mot`)
  const line = lines.find((one) => one.includes('"msg":"request"')) ?? '{}'
  expect(JSON.parse(line)).toMatchObject({ method: 'GET', route: '/api/people/:id', status: 200 })
  expect(lines.join('')).not.toContain(karim.id)
  expect(lines.join('')).not.toContain('secret')
})
