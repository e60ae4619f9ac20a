import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isPublicAddress, openOutbound, OutboundFailure } from './outbound.ts'

const server = createServer((request, reply) => {
  if (request.url === '/away') return reply.writeHead(302, { location: 'http://169.254.169.254/' }).end()
  if (request.url === '/on') return reply.writeHead(302, { location: '/there' }).end()
  if (request.url === '/long') return reply.end('a'.repeat(5000))
  return reply.end('bonjour')
})
let here = ''
beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  here = `127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => new Promise<void>((done) => void server.close(() => done())))

const why = (work: Promise<unknown>) =>
  work.then(
    () => 'went',
    (error: unknown) => (error instanceof OutboundFailure ? error.why : String(error)),
  )

test.each([
  'https://127.0.0.1/',
  'https://2130706433/',
  'https://0x7f.1/',
  'https://[::1]/',
  'https://[::ffff:127.0.0.1]/',
  'https://[fd00::1]/',
  'https://10.1.2.3/',
  'https://169.254.169.254/latest/meta-data',
  'https://localhost/',
  'http://mastodon.example/',
  'https://user:word@mastodon.example/',
  'file:///etc/passwd',
])('nothing leaves for %s', async (url) => {
  expect(await why(openOutbound()(url))).toBe('forbidden')
})

test('addresses handed out to the internet are public, those behind a router are not', () => {
  expect(['1.1.1.1', '2606:4700::1111'].map(isPublicAddress)).toEqual([true, true])
  expect(
    ['192.168.1.1', '100.64.0.1', '64:ff9b::7f00:1', '2002:7f00:1::', 'fe80::1', 'name'].map(isPublicAddress),
  ).toEqual([false, false, false, false, false, false])
})

test('on loopback, for tests, one reads, follows within the house, and is stopped at its door', async () => {
  const outbound = openOutbound({ loopback: true })
  expect((await outbound(`http://${here}/on`)).body.toString()).toBe('bonjour')
  expect((await outbound(`http://localhost:${here.split(':')[1]}/`)).status).toBe(200)
  expect(await why(outbound(`http://${here}/away`))).toBe('forbidden')
  expect(await why(outbound(`http://${here}/long`, { limit: 1000 }))).toBe('too_long')
  expect(await why(outbound('http://10.0.0.1/'))).toBe('forbidden')
})
