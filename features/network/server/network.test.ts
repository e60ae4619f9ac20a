import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type Person, type World } from '#app/testing/world.ts'
import { sql } from '#platform/server/db.ts'

let world: World
let laurie: Person
let mehdi: Person

beforeAll(async () => {
  world = await openWorld()
  laurie = await world.member('laurie', { standing: 'administrator' })
  mehdi = await world.member('mehdi', { standing: 'animator' })
})
afterAll(() => world.close())

test('anybody who opens the address learns the name of the network, and no more of it', async () => {
  const { status, body } = await world.visitor().get('/api/network')
  expect(status).toBe(200)
  expect(body).toMatchObject({ setUp: true, name: 'Essai', language: 'fr', timeZone: 'Europe/Paris' })
  expect(Object.keys(body)).not.toContain('threshold')
})

test('an administrator changes the settings, and the log says so', async () => {
  const { body } = await laurie.patch('/api/network', {
    name: 'Aubrelle',
    color: '#0b3d5c',
    schoolZones: ['A', 'C'],
    threshold: 12,
  })
  expect(body).toMatchObject({
    network: { name: 'Aubrelle', color: '#0b3d5c' },
    schoolZones: ['A', 'C'],
    threshold: 12,
  })
  const log = await world.server.database.db.row(
    sql`select actor_id, details from audit_log where act = 'network.changed'`,
  )
  expect(log).toMatchObject({ actor_id: laurie.id, details: { threshold: 12 } })
})

test('nobody but an administrator reads or changes the settings', async () => {
  expect((await mehdi.get('/api/network/settings')).status).toBe(403)
  expect((await mehdi.patch('/api/network', { name: 'Autre' })).status).toBe(403)
  expect((await world.visitor().patch('/api/network', { name: 'Autre' })).status).toBe(401)
})

test.each([
  [{ threshold: 4 }, 'network.threshold', 'threshold'],
  [{ color: '#fff100' }, 'network.color_light', 'color'],
  [{ color: 'red' }, 'network.color_form', 'color'],
  [{ timeZone: 'Europe/Atlantis' }, 'network.time_zone', 'timeZone'],
  [{ timeZone: '+02:00' }, 'network.time_zone', 'timeZone'],
  [{ schoolZones: ['Z'] }, 'network.school_zones', 'schoolZones'],
  [{ languages: ['en'], language: 'fr' }, 'network.language', 'language'],
])('a setting that would do harm is refused: %j', async (change, code, field) => {
  expect(await laurie.patch('/api/network', change)).toMatchObject({
    status: 422,
    body: { code, errors: [{ field }] },
  })
})

test('a logo is a file sent for that, by the person who sets it', async () => {
  const refused = await laurie.patch('/api/network', { logoFileId: '01890000-0000-7000-8000-000000000000' })
  expect(refused).toMatchObject({ status: 404, body: { code: 'file.not_found' } })
})

test('the zones of French school holidays are known', async () => {
  expect((await world.visitor().get('/api/network/school-zones')).body.zones).toEqual(['A', 'B', 'C'])
})
