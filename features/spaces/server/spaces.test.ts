import { v7 as uuid7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type Person, type World } from '#app/testing/world.ts'
import { sql } from '#platform/server/db.ts'
import { leaveEverything } from './commands.ts'

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

test('joining, leaving, giving roles and publishing at the same moment wait for each other and all end', async () => {
  const tempo = await world.community(nadia)
  const groups = await Promise.all(['a', 'b', 'c'].map(() => world.group(nadia, tempo)))
  await world.server.database.transaction(async (trx) => {
    for (const group of groups)
      await trx.run(sql`update groups set is_default = true where space_id = ${group.id}`)
  })
  const crowd = await Promise.all(Array.from({ length: 6 }, (_, at) => world.member(`foule${at}`)))
  const asked = crowd.flatMap((person, at) =>
    Array.from({ length: 4 }, () => [
      person.put(`/api/spaces/${tempo.id}/seat`),
      nadia.put(`/api/spaces/${tempo.id}/seats/${person.id}`, { role: at % 2 ? 'moderator' : 'member' }),
      person.del(`/api/spaces/${groups[at % 3]?.id}/seat`),
      nadia.del(`/api/spaces/${tempo.id}/seats/${person.id}`),
      nadia.put(`/api/posts/${uuid7()}`, { spaceId: tempo.id, kind: 'question', title: 'Qui est là ?' }),
    ]).flat(),
  )
  const statuses = (await Promise.all(asked)).map((reply) => reply.status)
  expect(statuses.filter((status) => status >= 500)).toEqual([])
})

test('of two leads who leave at the same moment, one stays', async () => {
  const tempo = await world.community(nadia)
  await world.seat(tempo, mehdi, 'lead')
  const left = await Promise.all([nadia, mehdi].map((lead) => lead.del(`/api/spaces/${tempo.id}/seat`)))
  expect(left.map((reply) => reply.status).toSorted()).toEqual([200, 409])
})

test('whoever leaves everything leaves communities and groups alike, and each of them is told', async () => {
  const tempo = await world.community(nadia)
  const groups = [await world.group(nadia, tempo), await world.group(nadia, tempo)]
  for (const space of [groups[1], tempo, groups[0]]) if (space) await world.seat(space, mehdi)
  await world.server.database.transaction((trx) => leaveEverything(trx, nadia.actor, mehdi.id))
  expect((await mehdi.get('/api/spaces')).body.items).toEqual([])
  const told = await world.server.database.db.rows(
    sql`select 1 from events where kind = 'member.left' and payload->>'memberId' = ${mehdi.id} and space_id in (${tempo.id}, ${groups[0]?.id}, ${groups[1]?.id})`,
  )
  expect(told).toHaveLength(3)
})
