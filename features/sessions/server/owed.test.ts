import { afterAll, beforeAll, expect, test } from 'vitest'
import { TOTP, Secret } from 'otpauth'
import { openWorld, type Person, type World } from '#app/testing/world.ts'
import { sql } from '#platform/server/db.ts'
import { setPassword } from './commands.ts'

const LONG = 'rabot cigale tempête moutarde'
/** Enough for a member, not for an administrator. */
const SHORT = 'zk7rabotvert'

let world: World
let laurie: Person

const run = (query: ReturnType<typeof sql>) => world.server.database.transaction((trx) => trx.run(query))

beforeAll(async () => {
  world = await openWorld()
  laurie = await world.member('laurie', { standing: 'administrator' })
})
afterAll(() => world.close())

async function withPassword(
  name: string,
  password: string,
  facts: Parameters<World['member']>[1] = {},
): Promise<Person> {
  const person = await world.member(name, facts)
  await world.server.database.transaction((trx) => setPassword(trx, person.id, password))
  return person
}

async function enter(identifier: string, password: string): Promise<Person> {
  const browser = world.visitor()
  const answer = await browser.post('/api/sessions', { identifier, password })
  expect(answer.body).toEqual({ signedIn: true, challengeId: null })
  return browser
}

const owesOf = async (who: Person) => (await who.get('/api/me')).body.owes

/** A code of the application that this person has just set up. */
async function setFactorUp(who: Person): Promise<string[]> {
  const { secret } = (await who.post('/api/me/second-factor')).body
  const code = new TOTP({ secret: Secret.fromBase32(secret), digits: 6, period: 30 }).generate()
  return (await who.put('/api/me/second-factor', { code })).body.codes
}

test('where the network asks for nothing, a password alone is enough', async () => {
  await withPassword('alex', LONG, { standing: 'administrator' })
  const browser = await enter('alex', LONG)
  expect(await owesOf(browser)).toBeNull()
  expect((await browser.get('/api/network/settings')).body.administratorsNeedFactor).toBe(false)
})

test('where it wants a second factor, whoever administers without one can do nothing else before', async () => {
  expect((await laurie.patch('/api/network', { administratorsNeedFactor: true })).status).toBe(200)
  await withPassword('bea', LONG, { standing: 'administrator' })
  const browser = await enter('bea', LONG)
  expect(await owesOf(browser)).toBe('factor')
  for (const [method, url] of [
    ['GET', '/api/accounts'],
    ['GET', '/api/network/settings'],
    ['PATCH', '/api/network'],
    ['GET', '/api/administration/audit-log'],
    ['GET', '/api/posts'],
    ['GET', '/api/spaces'],
    ['PATCH', '/api/me'],
    ['DELETE', '/api/sessions'],
  ] as const) {
    const refused = await browser.ask(method, url, method === 'GET' ? undefined : {})
    expect([url, refused.status, refused.body.code]).toEqual([url, 403, 'session.owes_factor'])
  }
  const codes = await setFactorUp(browser)
  expect(codes).toHaveLength(10)
  expect(await owesOf(browser)).toBeNull()
  expect((await browser.get('/api/network/settings')).status).toBe(200)
  const again = await world.visitor().post('/api/sessions', { identifier: 'bea', password: LONG })
  expect(again.body.signedIn).toBe(false)
})

test('nobody else is asked: neither those who animate, nor members', async () => {
  for (const standing of ['animator', 'member'] as const) {
    await withPassword(`nom-${standing}`, LONG, { standing })
    expect(await owesOf(await enter(`nom-${standing}`, LONG))).toBeNull()
  }
})

test('a passkey counts as two: the session it opens, or is added in, owes nothing; a password alone still does', async () => {
  const cleo = await withPassword('cleo', LONG, { standing: 'administrator' })
  await run(sql`insert into passkeys (id, member_id, credential_id, public_key, name)
    values (gen_random_uuid(), ${cleo.id}, 'cle', ''::bytea, 'Ordinateur')`)
  expect(await owesOf(await enter('cleo', LONG))).toBe('factor')
  // As the ceremony leaves it (passkeys.test.ts): opened by what one has and what one knows.
  await run(sql`update sessions set asks_factor = false where member_id = ${cleo.id}`)
  expect(await owesOf(cleo)).toBeNull()
})

test('turning the second factor off brings the question back at the next sign-in by password', async () => {
  const dora = await withPassword('dora', LONG, { standing: 'administrator' })
  const browser = await enter('dora', LONG)
  await setFactorUp(browser)
  await run(sql`delete from second_factors where member_id = ${dora.id}`)
  expect(await owesOf(browser)).toBe('factor')
  await laurie.patch('/api/network', { administratorsNeedFactor: false })
  expect(await owesOf(browser)).toBeNull()
})

test('whoever becomes an administrator with a shorter password renews it before anything else', async () => {
  const eric = await withPassword('eric', SHORT)
  const browser = await enter('eric', SHORT)
  expect(await owesOf(browser)).toBeNull()
  expect((await laurie.patch(`/api/accounts/${eric.id}`, { standing: 'administrator' })).status).toBe(200)
  expect(await owesOf(browser)).toBe('password')
  expect((await browser.get('/api/accounts')).body.code).toBe('session.owes_password')
  const short = await browser.put('/api/me/password', { current: SHORT, password: 'zk8rabotvert' })
  expect(short.body.errors[0].code).toBe('password.too_short')
  expect(await owesOf(browser)).toBe('password')
  expect((await browser.put('/api/me/password', { current: SHORT, password: LONG })).status).toBe(200)
  expect(await owesOf(browser)).toBeNull()
  expect((await browser.get('/api/accounts')).status).toBe(200)
})

test('a password from before its length was noted is known at the next sign-in', async () => {
  const fanny = await withPassword('fanny', SHORT)
  await run(sql`update credentials set for_administrator = null where member_id = ${fanny.id}`)
  await laurie.patch(`/api/accounts/${fanny.id}`, { standing: 'administrator' })
  expect(await owesOf(fanny)).toBeNull()
  expect(await owesOf(await enter('fanny', SHORT))).toBe('password')
})

test('whoever owes something is a visitor where anybody may come: no file of theirs, no live news', async () => {
  const gil = await withPassword('gil', SHORT)
  const fileId = '018f0000-0000-7000-8000-000000000001'
  await run(sql`insert into files (id, owner_id, use, name, media_type, bytes, storage_key)
    values (${fileId}, ${gil.id}, 'content', 'a.txt', 'text/plain', 1, 'rien')`)
  expect((await gil.get(`/api/files/${fileId}/facts`)).status).toBe(200)
  await laurie.patch(`/api/accounts/${gil.id}`, { standing: 'administrator' })
  expect([403, 404]).toContain((await gil.get(`/api/files/${fileId}/facts`)).status)
  expect((await gil.del('/api/sessions/current')).status).toBe(200)
})
