import { afterEach, beforeEach, expect, test } from 'vitest'
import { v7 as uuid7 } from 'uuid'
import { openWorld, type World } from '#app/testing/world.ts'
import { setUpCode } from '#features/network/server/set-up-code.ts'
import { sql } from '#platform/server/db.ts'
import { LOAD_DEMONSTRATION } from './set-up.ts'

let world: World

const network = {
  name: 'Aubrelle',
  color: '#14473a',
  languages: ['fr', 'en'],
  language: 'fr',
  timeZone: 'Europe/Paris',
  schoolZones: ['A'],
}
const administrator = () => ({
  id: uuid7(),
  givenName: 'Laurie',
  familyName: 'Blanc',
  email: 'laurie@aubrelle.example',
  password: 'rabot cigale tempête moutarde',
})

beforeEach(async () => {
  world = await openWorld()
  await world.server.database.transaction(async (trx) => {
    await trx.run(sql`delete from network`)
    await trx.run(sql`delete from organizations`)
  })
})
afterEach(() => world.close())

test('the first visitor creates the network and is signed in as its administrator', async () => {
  const browser = world.visitor()
  expect((await browser.get('/api/network')).body).toMatchObject({ setUp: false })
  expect((await browser.put('/api/set-up', { network, administrator: administrator() })).body).toEqual({
    done: true,
  })
  expect((await browser.get('/api/me')).body).toMatchObject({
    standing: 'administrator',
    outside: false,
    organizationName: 'Aubrelle',
  })
  expect((await browser.get('/api/network')).body).toMatchObject({
    setUp: true,
    name: 'Aubrelle',
    demonstration: false,
  })
})

test('a new network wants a second factor of its administrators: not of the first visit, but of the next', async () => {
  const browser = world.visitor()
  await browser.put('/api/set-up', { network, administrator: administrator() })
  expect((await browser.get('/api/network/settings')).body.administratorsNeedFactor).toBe(true)
  expect((await browser.get('/api/me')).body.owes).toBeNull()
  const { email, password } = administrator()
  const next = world.visitor()
  await next.post('/api/sessions', { identifier: email, password })
  expect((await next.get('/api/me')).body.owes).toBe('factor')
  expect((await next.get('/api/network/settings')).status).toBe(403)
})

test('a network is created once', async () => {
  await world.visitor().put('/api/set-up', { network, administrator: administrator() })
  const late = await world
    .visitor()
    .put('/api/set-up', { network, administrator: { ...administrator(), email: 'x@aubrelle.example' } })
  expect(late).toMatchObject({ status: 409, body: { code: 'network.already' } })
  expect(await world.visitor().put('/api/demonstration')).toMatchObject({
    status: 409,
    body: { code: 'network.already' },
  })
  expect((await world.visitor().get('/api/demonstration')).body).toEqual({ state: 'none' })
})

test('a weak password of the administrator leaves no half network behind', async () => {
  const weak = { ...administrator(), password: 'chêne-hibou-7' }
  const refused = await world.visitor().put('/api/set-up', { network, administrator: weak })
  expect(refused).toMatchObject({
    status: 422,
    body: { code: 'password.too_short', errors: [{ field: 'password' }] },
  })
  expect((await world.visitor().get('/api/network')).body.setUp).toBe(false)
})

test('from another machine, or through a proxy, the code printed at start is asked for', async () => {
  const far = { 'x-forwarded-for': '203.0.113.9' }
  const body = { network, administrator: administrator() }
  const ask = (more: object) => world.visitor().ask('PUT', '/api/set-up', { ...body, ...more }, far)
  expect(await ask({})).toMatchObject({ status: 403, body: { code: 'network.set_up_code' } })
  expect(await ask({ code: 'ABCD-EFGH-JKMN' })).toMatchObject({
    status: 403,
    body: { code: 'network.set_up_code_wrong' },
  })
  expect((await world.visitor().ask('PUT', '/api/demonstration', {}, far)).status).toBe(403)
  expect((await ask({ code: setUpCode().toLowerCase().replaceAll('-', ' ') })).status).toBe(200)
})

test('the demonstration is asked for once, and one can see it coming', async () => {
  const browser = world.visitor()
  expect((await browser.get('/api/demonstration')).body).toEqual({ state: 'none' })
  await browser.put('/api/demonstration')
  expect((await browser.put('/api/demonstration')).body).toEqual({ state: 'loading' })
  expect((await browser.get('/api/demonstration')).body).toEqual({ state: 'loading' })
  const jobs = await world.server.database.db.rows(
    sql`select 1 from graphile_worker.jobs where task_identifier = ${LOAD_DEMONSTRATION}`,
  )
  expect(jobs).toHaveLength(1)
  const late = await browser.put('/api/set-up', { network, administrator: administrator() })
  expect(late).toMatchObject({ status: 409, body: { code: 'network.loading' } })
})
