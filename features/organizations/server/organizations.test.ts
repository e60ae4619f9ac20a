import { afterAll, beforeAll, expect, test } from 'vitest'
import { v7 as uuid7 } from 'uuid'
import { openWorld, type Person, type World } from '#app/testing/world.ts'

let world: World
let laurie: Person
let mehdi: Person

beforeAll(async () => {
  world = await openWorld()
  laurie = await world.member('laurie', { standing: 'administrator' })
  mehdi = await world.member('mehdi')
})
afterAll(() => world.close())

test('an organisation is created once, however often the request is repeated', async () => {
  const id = uuid7()
  const first = await laurie.put(`/api/organizations/${id}`, { name: 'Scierie Vidal', outside: true })
  const second = await laurie.put(`/api/organizations/${id}`, { name: 'Scierie Vidal', outside: true })
  expect(first.body).toEqual({ id, name: 'Scierie Vidal', outside: true, people: 0 })
  expect(second.body).toEqual(first.body)
  const { items } = (await laurie.get('/api/organizations')).body
  expect(items.filter((one: { name: string }) => one.name === 'Scierie Vidal')).toHaveLength(1)
})

test('two organisations never have the same name', async () => {
  const taken = await laurie.put(`/api/organizations/${uuid7()}`, { name: 'ESSAI', outside: false })
  expect(taken).toMatchObject({ status: 409, body: { code: 'organization.name_taken' } })
})

test('people of an organisation that becomes an outside one no longer read open communities', async () => {
  const nadia = await world.member('nadia')
  const id = uuid7()
  await laurie.put(`/api/organizations/${id}`, { name: 'Filiale', outside: false })
  await laurie.patch(`/api/accounts/${mehdi.id}`, { organizationId: id })
  const tempo = await world.community(nadia)
  expect((await mehdi.get(`/api/spaces/${tempo.id}`)).status).toBe(200)
  expect((await laurie.patch(`/api/organizations/${id}`, { outside: true })).body).toMatchObject({
    outside: true,
    people: 1,
  })
  expect((await mehdi.get(`/api/spaces/${tempo.id}`)).status).toBe(404)
})

test('an organisation with an administrator cannot become an outside one', async () => {
  const { items } = (await laurie.get('/api/organizations')).body
  const home = items.find((one: { name: string }) => one.name === 'Essai')
  const refused = await laurie.patch(`/api/organizations/${home.id}`, { outside: true })
  expect(refused).toMatchObject({ status: 409, body: { code: 'organization.has_administrators' } })
})

test('members may neither list nor change organisations', async () => {
  expect((await mehdi.get('/api/organizations')).status).toBe(403)
  expect((await mehdi.put(`/api/organizations/${uuid7()}`, { name: 'X', outside: false })).status).toBe(403)
  expect((await laurie.patch(`/api/organizations/${uuid7()}`, { name: 'Y' })).status).toBe(404)
})
