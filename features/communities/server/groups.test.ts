import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type Person, type World } from '#app/testing/world.ts'
import { sql } from '#platform/server/db.ts'

let world: World
let nadia: Person
let mehdi: Person
let awa: Person
let greta: Person

beforeAll(async () => {
  world = await openWorld()
  nadia = await world.member('nadia', { standing: 'animator', site: 'Lyon' })
  mehdi = await world.member('mehdi', { site: 'Cholet' })
  awa = await world.member('awa', { site: 'Valence' })
  greta = await world.member('greta', { standing: 'guest', site: 'Cholet' })
})
afterAll(() => world.close())

const openGroup = async (communityId: string, facts: object = {}, by = nadia) => {
  const id = newId()
  const reply = await by.put(`/api/communities/${communityId}/groups/${id}`, {
    name: 'Nuit',
    openness: 'open',
    ...facts,
  })
  expect(reply.status).toBe(200)
  return reply.body as { id: string }
}
const audience = async (site: string) => {
  const id = newId()
  await nadia.put(`/api/audiences/${id}`, { name: site, rule: { all: [{ attribute: 'site', is: [site] }] } })
  return id
}
const groupNames = async (person: Person, communityId: string) =>
  (await person.get(`/api/communities/${communityId}/groups`)).body.items.map(
    (group: { name: string }) => group.name,
  )
const move = (person: Person, site: string) =>
  world.server.database.transaction(async (trx) => {
    await trx.run(sql`update members set site = ${site} where id = ${person.id}`)
    await trx.run(sql`select graphile_worker.add_job('refresh-audience-seats')`)
  })
const sits = async (person: Person, space: { id: string }) => {
  const row = await world.server.database.db.row<{ via: string }>(
    sql`select via from seats where space_id = ${space.id} and member_id = ${person.id}`,
  )
  return row?.via ?? null
}

test('those who animate a community open groups in it, once; others do not', async () => {
  const tempo = await world.community(nadia)
  await world.seat(tempo, mehdi)
  const id = newId()
  const at = `/api/communities/${tempo.id}/groups/${id}`
  const draft = { name: 'Ateliers de nuit', openness: 'closed', isDefault: false }
  expect((await mehdi.put(at, draft)).body.code).toBe('group.open.forbidden')
  expect((await greta.put(at, draft)).status).toBe(404)
  expect((await nadia.put(at, draft)).body).toMatchObject({
    role: 'lead',
    seats: 1,
    openness: 'closed',
    can: { animate: true },
  })
  expect((await nadia.put(at, draft)).body.seats).toBe(1)
  expect((await nadia.put(`/api/communities/${id}/groups/${newId()}`, draft)).status).toBe(404)
})

test('a group is joined when open, asked for when closed, unknown when secret', async () => {
  const tempo = await world.community(nadia)
  await world.seat(tempo, mehdi)
  await world.seat(tempo, awa, 'animator')
  const open = await openGroup(tempo.id, { name: 'Ouvert' })
  const closed = await openGroup(tempo.id, { name: 'Sur demande', openness: 'closed' })
  const secret = await openGroup(tempo.id, { name: 'Secret', openness: 'secret' })
  expect(await groupNames(mehdi, tempo.id)).toEqual(['Ouvert', 'Sur demande'])
  // Not even to the animator of the community around it.
  expect(await groupNames(awa, tempo.id)).toEqual(['Ouvert', 'Sur demande'])
  expect(await groupNames(nadia, tempo.id)).toEqual(['Ouvert', 'Secret', 'Sur demande'])
  const wish = (spaceId: string) => mehdi.put(`/api/join-requests/${newId()}`, { spaceId })
  expect((await wish(open.id)).body.state).toBe('seated')
  expect((await wish(secret.id)).status).toBe(404)
  expect((await wish(closed.id)).body.state).toBe('asked')
  const asked = (await awa.get(`/api/join-requests?spaceId=${tempo.id}`)).body.items
  expect(asked).toMatchObject([{ spaceId: closed.id, spaceName: 'Sur demande' }])
  await awa.put(`/api/join-requests/${asked[0].id}/answer`, { accepted: true })
  expect(await sits(mehdi, closed)).toBe('hand')
})

test('what is said in the community of a secret group does not betray it', async () => {
  const tempo = await world.community(nadia)
  const secret = await openGroup(tempo.id, { openness: 'secret' })
  const open = await openGroup(tempo.id)
  const events = await world.server.database.db.rows<{ payload: { groupId?: string } }>(
    sql`select payload from events where space_id = ${tempo.id}`,
  )
  expect(JSON.stringify(events)).not.toContain(secret.id)
  expect(JSON.stringify(events)).toContain(open.id)
})

test('somebody who left the community since is not let into its group', async () => {
  const tempo = await world.community(nadia)
  await world.seat(tempo, mehdi)
  const closed = await openGroup(tempo.id, { openness: 'closed' })
  const id = newId()
  await mehdi.put(`/api/join-requests/${id}`, { spaceId: closed.id })
  await mehdi.del(`/api/spaces/${tempo.id}/seat`)
  expect((await nadia.put(`/api/join-requests/${id}/answer`, { accepted: true })).body.code).toBe(
    'request.left',
  )
  expect((await nadia.put(`/api/join-requests/${id}/answer`, { accepted: false })).status).toBe(200)
})

test('one arrives in the default groups, people from outside only where they were invited', async () => {
  const tempo = await world.community(nadia)
  const news = await openGroup(tempo.id, { name: 'Nouvelles', isDefault: true })
  await mehdi.put(`/api/spaces/${tempo.id}/seat`)
  await world.seat(tempo, greta)
  expect(await sits(mehdi, news)).toBe('default')
  expect(await sits(greta, news)).toBe(null)
  expect((await greta.get(`/api/communities/${tempo.id}/groups`)).body.items).toEqual([])
})

test('a group with an audience takes those of the community who match it, and follows them when they change', async () => {
  const tempo = await world.community(nadia)
  await world.seat(tempo, mehdi)
  await world.seat(tempo, greta)
  const cholet = await openGroup(tempo.id, {
    name: 'Cholet',
    openness: 'closed',
    audienceId: await audience('Cholet'),
  })
  await world.runJobs()
  expect([await sits(mehdi, cholet), await sits(awa, cholet), await sits(greta, cholet)]).toEqual([
    'audience',
    null,
    null,
  ])
  // Arriving in the community, one who matches is seated at once.
  await move(awa, 'Cholet')
  await world.seat(tempo, awa)
  expect(await sits(awa, cholet)).toBe('audience')
  await move(mehdi, 'Valence')
  await world.runJobs()
  expect([await sits(mehdi, cholet), await sits(awa, cholet)]).toEqual([null, 'audience'])
  await move(mehdi, 'Cholet')
  await move(awa, 'Valence')
})

test('seats given by hand stay, and so does somebody who was given a role since', async () => {
  const tempo = await world.community(nadia)
  await world.seat(tempo, mehdi)
  await world.seat(tempo, awa)
  const group = await openGroup(tempo.id, { audienceId: await audience('Cholet') })
  await nadia.put(`/api/spaces/${group.id}/seats/${awa.id}`, { role: 'member' })
  await world.runJobs()
  await nadia.put(`/api/spaces/${group.id}/seats/${mehdi.id}`, { role: 'moderator' })
  await move(mehdi, 'Valence')
  await world.runJobs()
  expect([await sits(mehdi, group), await sits(awa, group)]).toEqual(['audience', 'hand'])
  await move(mehdi, 'Cholet')
})

test('a changed audience is looked at again by itself', async () => {
  const tempo = await world.community(nadia)
  await world.seat(tempo, mehdi)
  const id = await audience('Cholet')
  const group = await openGroup(tempo.id, { audienceId: id })
  await world.runJobs()
  await nadia.put(`/api/audiences/${id}`, {
    name: 'Personne',
    rule: { all: [{ attribute: 'site', is: ['Brest'] }] },
  })
  await world.runJobs()
  expect(await sits(mehdi, group)).toBe(null)
})

test('seats follow people when their account, their interests or their organisation change', async () => {
  const ada = await world.member('ada', { standing: 'administrator' })
  const tempo = await world.community(nadia)
  for (const person of [mehdi, awa]) await world.seat(tempo, person)
  const byHobby = newId()
  const rule = { all: [{ attribute: 'interests', includes: ['vélo'] }] }
  await nadia.put(`/api/audiences/${byHobby}`, { name: 'Vélo', rule })
  const cholet = await openGroup(tempo.id, { audienceId: await audience('Cholet') })
  const riders = await openGroup(tempo.id, { audienceId: byHobby })
  const house = newId()
  await ada.put(`/api/organizations/${house}`, { name: 'Filiale', outside: false })
  await world.runJobs()
  await ada.patch(`/api/accounts/${awa.id}`, { site: 'Cholet', organizationId: house })
  await awa.patch('/api/me', { interests: ['vélo'] })
  await world.runJobs()
  expect([await sits(awa, cholet), await sits(awa, riders)]).toEqual(['audience', 'audience'])
  await ada.patch(`/api/organizations/${house}`, { outside: true })
  await world.runJobs()
  expect([await sits(awa, cholet), await sits(awa, riders)]).toEqual([null, null])
  await ada.patch(`/api/organizations/${house}`, { outside: false })
  await ada.patch(`/api/accounts/${awa.id}`, { site: 'Valence' })
})

test('a community seats its audience without asking only when it says so, and only once launched', async () => {
  const id = newId()
  await nadia.put(`/api/communities/${id}`, { name: 'Cholet' })
  await nadia.patch(`/api/communities/${id}`, {
    vision: 'V',
    valueProposition: 'P',
    audienceId: await audience('Cholet'),
  })
  await nadia.put(`/api/communities/${id}/stage`, { stage: 'launched' })
  await world.runJobs()
  expect(await sits(mehdi, { id })).toBe(null)
  await nadia.patch(`/api/communities/${id}`, { audienceSeats: true })
  await world.runJobs()
  expect([await sits(mehdi, { id }), await sits(greta, { id })]).toEqual(['audience', null])
})

test('only from inside may a group become secret, and only those who animate it change it', async () => {
  const tempo = await world.community(nadia)
  await world.seat(tempo, awa, 'animator')
  await world.seat(tempo, mehdi)
  const group = await openGroup(tempo.id)
  const at = `/api/communities/${tempo.id}/groups/${group.id}`
  expect((await mehdi.patch(at, { openness: 'closed' })).body.code).toBe('group.shape.forbidden')
  expect((await awa.patch(at, { openness: 'secret' })).body.code).toBe('group.hide.forbidden')
  expect((await awa.patch(at, { openness: 'closed', isDefault: true })).body).toMatchObject({
    openness: 'closed',
    isDefault: true,
  })
  expect((await nadia.patch(at, { openness: 'secret' })).body.openness).toBe('secret')
  expect((await awa.patch(at, { isDefault: false })).status).toBe(404)
  const other = await world.community(nadia)
  expect(
    (await nadia.patch(`/api/communities/${other.id}/groups/${group.id}`, { isDefault: true })).status,
  ).toBe(404)
})
