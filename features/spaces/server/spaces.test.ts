import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type Person, type World } from '#app/testing/world.ts'

let world: World
let nadia: Person
let mehdi: Person
let greta: Person

beforeAll(async () => {
  world = await openWorld()
  nadia = await world.member('nadia')
  mehdi = await world.member('mehdi')
  greta = await world.member('greta', { standing: 'guest' })
})
afterAll(() => world.close())

test('an open community is read and joined by people of the house, not by guests', async () => {
  const tempo = await world.community(nadia)
  expect((await mehdi.get(`/api/spaces/${tempo.id}`)).body).toMatchObject({
    role: null,
    can: { join: true, publish: false },
  })
  expect((await mehdi.put(`/api/spaces/${tempo.id}/seat`)).body).toMatchObject({
    role: 'member',
    can: { publish: true },
  })
  expect(await greta.get(`/api/spaces/${tempo.id}`)).toMatchObject({
    status: 404,
    body: { code: 'space.not_found' },
  })
})

test('a community being prepared is seen by nobody but its own people', async () => {
  const draft = await world.community(nadia, { published: false })
  expect((await mehdi.get(`/api/spaces/${draft.id}`)).status).toBe(404)
  expect((await nadia.get(`/api/spaces/${draft.id}`)).status).toBe(200)
})

test('a guest sees only the spaces they were invited to, and there only', async () => {
  const tempo = await world.community(nadia)
  const inside = await world.group(nadia, tempo)
  await world.seat(tempo, greta)
  expect((await greta.get('/api/spaces')).body.items.map((space: { id: string }) => space.id)).toEqual([
    tempo.id,
  ])
  expect((await greta.get(`/api/spaces/${inside.id}`)).status).toBe(404)
})

test('a secret group is unknown to the animator of the community around it', async () => {
  const tempo = await world.community(nadia)
  await world.seat(tempo, mehdi, 'animator')
  const secret = await world.group(nadia, tempo, { openness: 'secret' })
  const closed = await world.group(nadia, tempo, { openness: 'closed' })
  expect((await mehdi.get(`/api/spaces/${secret.id}`)).status).toBe(404)
  expect((await mehdi.get(`/api/spaces/${closed.id}`)).body).toMatchObject({ can: { moderate: true } })
})

test('nobody gives a role above their own, and the last lead cannot leave', async () => {
  const tempo = await world.community(nadia)
  await world.seat(tempo, mehdi, 'animator')
  expect((await mehdi.put(`/api/spaces/${tempo.id}/seats/${greta.id}`, { role: 'lead' })).status).toBe(403)
  expect(await nadia.del(`/api/spaces/${tempo.id}/seat`)).toMatchObject({
    status: 409,
    body: { code: 'space.last_lead' },
  })
})
