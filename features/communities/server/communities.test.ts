import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type Person, type World } from '#app/testing/world.ts'
import { docOf } from '#platform/contract/rich-text.ts'

let world: World
let nadia: Person
let mehdi: Person
let greta: Person
let ada: Person

beforeAll(async () => {
  world = await openWorld()
  nadia = await world.member('nadia', { standing: 'animator' })
  ada = await world.member('ada', { standing: 'administrator' })
  mehdi = await world.member('mehdi')
  greta = await world.member('greta', { standing: 'guest' })
})
afterAll(() => world.close())

const begin = async (facts: object = {}, by = nadia) => {
  const id = newId()
  const reply = await by.put(`/api/communities/${id}`, { name: 'Tempo', ...facts })
  expect(reply.status).toBe(200)
  return reply.body as { id: string; slug: string }
}
const words = { vision: 'Un seul endroit pour s’entraider', valueProposition: 'Une réponse dans la journée' }

test('a community begins out of sight, with its creator at the helm, once', async () => {
  const id = newId()
  const first = await nadia.put(`/api/communities/${id}`, { name: 'Les Éclaireurs', kind: 'ambassadors' })
  expect(first.body).toMatchObject({
    stage: 'design',
    kind: 'ambassadors',
    slug: 'les-eclaireurs',
    role: 'lead',
    seats: 1,
    can: { lead: true },
  })
  expect((await nadia.put(`/api/communities/${id}`, { name: 'Les Éclaireurs' })).body.slug).toBe(
    'les-eclaireurs',
  )
  expect((await begin({ name: 'Les Éclaireurs' })).slug).toBe('les-eclaireurs-2')
  for (const stranger of [mehdi, greta, ada])
    expect((await stranger.get(`/api/communities/${id}`)).status).toBe(404)
  expect(
    (await ada.get('/api/communities?scope=others')).body.items.map((one: { id: string }) => one.id),
  ).not.toContain(id)
})

test('those who animate or administer the network begin communities; members and people from outside do not', async () => {
  await begin({}, ada)
  const olga = await world.member('olga', { standing: 'animator', outside: true })
  for (const person of [mehdi, greta, olga])
    expect((await person.put(`/api/communities/${newId()}`, { name: 'X' })).status).toBe(403)
  expect((await world.visitor().put(`/api/communities/${newId()}`, { name: 'X' })).status).toBe(401)
})

test('each step is saved as it is answered, and says what is missing', async () => {
  const { id } = await begin({ kind: 'ambassadors' })
  const first = await nadia.patch(`/api/communities/${id}`, { vision: words.vision, stepsDone: ['vision'] })
  expect(first.body).toMatchObject({
    vision: words.vision,
    preparation: { stepsDone: ['vision'], holdingBack: ['valueProposition'] },
  })
  await nadia.patch(`/api/communities/${id}`, {
    valueProposition: words.valueProposition,
    contributorCap: 80,
    gatheringDays: 90,
  })
  const after = (await nadia.get(`/api/communities/${id}`)).body
  expect(after).toMatchObject({
    vision: words.vision,
    contributorCap: 80,
    gatheringDays: 90,
    contributors: 0,
  })
  expect(after.preparation.missing).toEqual(['audience', 'objective', 'charter', 'sponsor', 'preview'])
})

test('the audience is chosen by those who write audiences, and cannot be deleted while it serves', async () => {
  const { id } = await begin()
  const audienceId = newId()
  await nadia.put(`/api/audiences/${audienceId}`, { name: 'La maison', rule: { all: [] } })
  expect(
    (await nadia.patch(`/api/communities/${id}`, { audienceId })).body.preparation.audience,
  ).toMatchObject({ name: 'La maison', count: 3 })
  expect(await nadia.patch(`/api/communities/${id}`, { audienceId: newId() })).toMatchObject({
    status: 404,
    body: { code: 'audience.not_found' },
  })
  await world.seat({ id }, mehdi, 'animator')
  expect((await mehdi.patch(`/api/communities/${id}`, { audienceId })).status).toBe(403)
  const refused = await nadia.del(`/api/audiences/${audienceId}`)
  expect(refused).toMatchObject({ status: 409, body: { code: 'audience.used' } })
  expect(refused.body.title).toContain('Tempo')
  // Somebody else is not told the name of a space they may not see.
  expect((await ada.del(`/api/audiences/${audienceId}`)).body.code).toBe('audience.used_elsewhere')
  expect((await ada.get(`/api/audiences/${audienceId}`)).body.uses).toMatchObject([
    { kind: 'community', name: '' },
  ])
  await nadia.patch(`/api/communities/${id}`, { audienceId: null })
  expect((await nadia.del(`/api/audiences/${audienceId}`)).status).toBe(200)
})

test('who may see it and how one comes in go together', async () => {
  const { id } = await begin()
  expect((await nadia.patch(`/api/communities/${id}`, { openness: 'open' })).body).toMatchObject({
    openness: 'open',
    entry: 'open',
  })
  expect((await nadia.patch(`/api/communities/${id}`, { entry: 'request' })).body.code).toBe(
    'community.entry_openness',
  )
  expect((await nadia.patch(`/api/communities/${id}`, { openness: 'secret' })).body).toMatchObject({
    entry: 'invitation',
  })
})

test('an address that is taken is refused', async () => {
  const one = await begin({ name: 'Atelier bois' })
  const other = await begin({ name: 'Atelier fer' })
  expect(await nadia.patch(`/api/communities/${other.id}`, { slug: one.slug })).toMatchObject({
    status: 409,
    body: { code: 'community.slug_taken', errors: [{ field: 'slug' }] },
  })
  expect((await nadia.patch(`/api/communities/${other.id}`, { slug: 'Pas Une Adresse' })).status).toBe(422)
})

test('the launch waits for the words, then shows the community as its openness says', async () => {
  const { id } = await begin()
  expect(await nadia.put(`/api/communities/${id}/stage`, { stage: 'launched' })).toMatchObject({
    status: 409,
    body: { code: 'community.not_ready' },
  })
  expect((await nadia.put(`/api/communities/${id}/stage`, { stage: 'sustained' })).body.code).toBe(
    'community.stage',
  )
  await nadia.patch(`/api/communities/${id}`, { ...words, openness: 'open' })
  await nadia.put(`/api/communities/${id}/stage`, { stage: 'pilot' })
  expect((await mehdi.get(`/api/communities/${id}`)).status).toBe(404)
  const launched = await nadia.put(`/api/communities/${id}/stage`, { stage: 'launched' })
  expect(launched.body.launchedOn).toMatch(/^\d{4}-\d\d-\d\d$/)
  expect((await mehdi.get(`/api/communities/${id}`)).body).toMatchObject({
    preparation: null,
    role: null,
    can: { join: true, animate: false },
  })
  expect((await greta.get(`/api/communities/${id}`)).status).toBe(404)
  expect((await nadia.put(`/api/communities/${id}/stage`, { stage: 'launched' })).status).toBe(200)
})

test('only those who lead close a community, and nobody comes in any more', async () => {
  const { id } = await begin()
  await nadia.patch(`/api/communities/${id}`, { ...words, openness: 'open' })
  await nadia.put(`/api/communities/${id}/stage`, { stage: 'launched' })
  const anna = await world.member('anna')
  await world.seat({ id }, anna, 'animator')
  expect((await anna.put(`/api/communities/${id}/stage`, { stage: 'closed' })).body.code).toBe(
    'community.close.forbidden',
  )
  const group = newId()
  await nadia.put(`/api/communities/${id}/groups/${group}`, { name: 'Ateliers', openness: 'open' })
  const post = newId()
  const publishIn = (spaceId: string, postId = newId()) =>
    nadia.put(`/api/posts/${postId}`, { spaceId, kind: 'question', title: 'On continue ?' })
  expect((await publishIn(id, post)).status).toBe(200)
  const practice = newId()
  await nadia.put(`/api/posts/${practice}`, {
    spaceId: id,
    kind: 'practice',
    title: 'Le gabarit',
    practice: { concern: 'a', gesture: 'b', gain: 'c' },
  })
  await nadia.put(`/api/communities/${id}/stage`, { stage: 'closed' })
  // Nobody publishes any more, here or in its groups; what is there is read, and what was accepted stays accepted.
  for (const space of [id, group]) {
    expect(await publishIn(space)).toMatchObject({ status: 409, body: { code: 'space.read_only' } })
    expect((await nadia.get(`/api/spaces/${space}`)).body.can.publish).toBe(false)
  }
  expect((await publishIn(id, post)).status).toBe(200)
  const late = [
    await nadia.put(`/api/comments/${newId()}`, { subjectId: post, body: docOf('Trop tard') }),
    await nadia.put(`/api/reactions/${post}`, { kind: 'like' }),
    await nadia.put(`/api/posts/${practice}/adoption`),
  ]
  for (const reply of late) expect(reply).toMatchObject({ status: 409, body: { code: 'space.read_only' } })
  expect((await nadia.get(`/api/posts/${post}`)).body.can).toMatchObject({ take: false, comment: false })
  const wish = await mehdi.put(`/api/join-requests/${newId()}`, { spaceId: id })
  expect(wish).toMatchObject({ status: 409, body: { code: 'community.closed' } })
})

test('a community whose last lead is gone is given one by whoever administers the network, and only then', async () => {
  const gone = await world.member('partie', { standing: 'animator' })
  const { id } = await begin({ name: 'Orpheline' }, gone)
  await world.seat({ id }, mehdi)
  const at = `/api/communities/${id}/lead`
  expect(await ada.put(at, { memberId: mehdi.id })).toMatchObject({
    status: 409,
    body: { code: 'space.has_lead' },
  })
  expect((await ada.put(`/api/accounts/${gone.id}/closed`)).status).toBe(200)
  const orphans = async () => (await ada.get('/api/communities/without-lead')).body.items
  expect(await orphans()).toEqual([{ id, name: 'Orpheline' }])
  for (const other of [nadia, mehdi, greta]) {
    expect((await other.get('/api/communities/without-lead')).status).toBe(403)
    expect((await other.put(at, { memberId: mehdi.id })).status).toBe(403)
  }
  expect((await ada.put(at, { memberId: ada.id })).body.code).toBe('community.lead_oneself')
  for (const nobody of [greta.id, gone.id, newId()])
    expect((await ada.put(at, { memberId: nobody })).body.code).toBe('member.not_found')
  for (let n = 0; n < 2; n += 1) expect((await ada.put(at, { memberId: mehdi.id })).status).toBe(200)
  expect((await mehdi.get(`/api/communities/${id}`)).body.role).toBe('lead')
  expect(await orphans()).toEqual([])
  // Naming opens nothing to whoever names.
  expect((await ada.get(`/api/communities/${id}`)).status).toBe(404)
  const log = (await ada.get('/api/administration/audit-log')).body.items ?? []
  expect(log.filter((line: { act: string }) => line.act === 'community.lead')).toHaveLength(1)
  expect((await ada.put(`/api/communities/${newId()}/lead`, { memberId: mehdi.id })).status).toBe(404)
})

test('members read the preparation of nothing, and change nothing', async () => {
  const { id } = await begin()
  await world.seat({ id }, mehdi)
  expect((await mehdi.get(`/api/communities/${id}`)).body).toMatchObject({
    preparation: null,
    role: 'member',
  })
  expect((await mehdi.patch(`/api/communities/${id}`, { vision: 'La mienne' })).body.code).toBe(
    'community.shape.forbidden',
  )
  expect((await mehdi.put(`/api/communities/${id}/stage`, { stage: 'pilot' })).status).toBe(403)
  expect((await mehdi.put(`/api/communities/${id}/objectives/${newId()}`, objective)).status).toBe(403)
  expect(
    (await mehdi.put(`/api/communities/${id}/stakeholders/${newId()}`, { part: 'sponsor', name: 'Moi' }))
      .status,
  ).toBe(403)
  expect((await mehdi.put(`/api/communities/${id}/charters/${newId()}`, { body: 'Je' })).status).toBe(403)
  expect((await greta.patch(`/api/communities/${id}`, { vision: 'La mienne' })).status).toBe(404)
})

const objective = { measure: 'arrived', target: 0.8, startsOn: '2026-01-05', deadline: '2026-04-05' }

test('objectives are set, changed, given up; the deadline comes after the start', async () => {
  const { id } = await begin()
  const objectiveId = newId()
  expect((await nadia.put(`/api/communities/${id}/objectives/${objectiveId}`, objective)).body).toEqual({
    id: objectiveId,
    ...objective,
  })
  await nadia.put(`/api/communities/${id}/objectives/${objectiveId}`, { ...objective, target: 0.75 })
  expect((await nadia.get(`/api/communities/${id}`)).body.objectives).toEqual([
    { id: objectiveId, ...objective, target: 0.75 },
  ])
  const backwards = { ...objective, deadline: '2025-12-31' }
  expect((await nadia.put(`/api/communities/${id}/objectives/${newId()}`, backwards)).body.code).toBe(
    'objective.dates',
  )
  expect(
    (await nadia.put(`/api/communities/${id}/objectives/${newId()}`, { ...objective, target: 1.2 })).status,
  ).toBe(422)
  const other = await begin()
  expect((await nadia.put(`/api/communities/${other.id}/objectives/${objectiveId}`, objective)).status).toBe(
    404,
  )
  await nadia.del(`/api/communities/${id}/objectives/${objectiveId}`)
  expect((await nadia.get(`/api/communities/${id}`)).body.objectives).toEqual([])
})

test('stakeholders are people of the network or names, each with what is expected of them', async () => {
  const { id } = await begin()
  const sponsor = newId()
  await nadia.put(`/api/communities/${id}/stakeholders/${sponsor}`, {
    part: 'sponsor',
    memberId: mehdi.id,
    expectation: 'Ouvrir le lancement',
  })
  await nadia.put(`/api/communities/${id}/stakeholders/${newId()}`, { part: 'it', name: 'Un prestataire' })
  expect(
    await nadia.put(`/api/communities/${id}/stakeholders/${newId()}`, { part: 'hr', name: ' ' }),
  ).toMatchObject({ status: 422, body: { code: 'stakeholder.who' } })
  expect(
    (await nadia.put(`/api/communities/${id}/stakeholders/${newId()}`, { part: 'hr', memberId: newId() }))
      .status,
  ).toBe(404)
  const { stakeholders } = (await nadia.get(`/api/communities/${id}`)).body
  expect(stakeholders).toMatchObject([
    { part: 'sponsor', member: { id: mehdi.id } },
    { part: 'it', member: null, name: 'Un prestataire' },
  ])
  await nadia.del(`/api/communities/${id}/stakeholders/${sponsor}`)
  expect((await nadia.get(`/api/communities/${id}`)).body.stakeholders).toHaveLength(1)
})

test('the charter is published in versions; one signs the text in force, and animators know how many did', async () => {
  const { id } = await begin()
  await world.seat({ id }, mehdi)
  const at = `/api/communities/${id}/charters`
  expect((await mehdi.get(`/api/communities/${id}/charter`)).body.charter).toBe(null)
  const first = (await nadia.put(`${at}/${newId()}`, { body: 'Je réponds quand je sais.\r\n' })).body
  expect(first).toMatchObject({
    version: 1,
    body: 'Je réponds quand je sais.',
    signedAt: null,
    signatures: { signed: 0, expected: 2 },
  })
  expect((await nadia.put(`${at}/${newId()}`, { body: 'Je réponds quand je sais.' })).body.id).toBe(first.id)
  const signed = await mehdi.put(`${at}/${first.id}/signature`, { textHash: first.textHash })
  expect(signed.body).toMatchObject({ version: 1, signatures: null })
  expect(signed.body.signedAt).not.toBe(null)
  expect((await mehdi.put(`${at}/${first.id}/signature`, { textHash: first.textHash })).body.signedAt).toBe(
    signed.body.signedAt,
  )
  const second = (
    await nadia.put(`${at}/${newId()}`, {
      body: 'Je réponds quand je sais, et je le dis quand je ne sais pas.',
    })
  ).body
  expect(second).toMatchObject({ version: 2, signatures: { signed: 0, expected: 2 } })
  expect(await mehdi.put(`${at}/${first.id}/signature`, { textHash: first.textHash })).toMatchObject({
    status: 409,
    body: { code: 'charter.superseded' },
  })
  expect((await mehdi.put(`${at}/${second.id}/signature`, { textHash: first.textHash })).status).toBe(409)
  expect((await mehdi.put(`${at}/${newId()}/signature`, { textHash: first.textHash })).status).toBe(404)
  expect((await nadia.get(at)).body.items).toMatchObject([
    { version: 2 },
    { version: 1, signatures: { signed: 1 } },
  ])
})

test('who is not in a community reads an open charter but does not sign it', async () => {
  const tempo = await world.community(nadia)
  const charter = (await nadia.put(`/api/communities/${tempo.id}/charters/${newId()}`, { body: 'Je.' })).body
  expect((await ada.get(`/api/communities/${tempo.id}/charter`)).body.charter.version).toBe(1)
  const refused = await ada.put(`/api/communities/${tempo.id}/charters/${charter.id}/signature`, {
    textHash: charter.textHash,
  })
  expect(refused).toMatchObject({ status: 403, body: { code: 'charter.sign.forbidden' } })
  expect((await greta.get(`/api/communities/${tempo.id}/charter`)).status).toBe(404)
})

test('lists page by name: mine, and those to discover', async () => {
  const zoe = await world.member('zoe')
  await world.community(nadia, { name: 'Aaa à découvrir', openness: 'closed' })
  const page = await zoe.get('/api/communities?scope=others&limit=1')
  expect(page.body.items).toMatchObject([{ name: 'Aaa à découvrir', seats: null, role: null }])
  const next = await zoe.get(`/api/communities?scope=others&limit=1&cursor=${page.body.next}`)
  expect(next.body.items[0].name).not.toBe('Aaa à découvrir')
  expect((await zoe.get('/api/communities')).body.items).toEqual([])
  expect((await greta.get('/api/communities?scope=others')).body.items).toEqual([])
})
