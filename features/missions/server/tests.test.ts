import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { v7 as uuid7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { ambassadorOf, openProgramme } from '#app/testing/programme.ts'
import { openWorld, type Person, type World } from '#app/testing/world.ts'
import { docOf } from '#platform/contract/rich-text.ts'
import { sql } from '#platform/server/db.ts'
import { keepFile } from '#features/files/server/commands.ts'

let world: World
let claire: Person
let nadia: Person
let mehdi: Person
let josephine: Person
/** Of the project team, with no seat anywhere. */
let sofia: Person
let tempo: { id: string }
let programme: { id: string; spaceId: string }
let missionId = ''
const STEPS = [
  { id: '', title: 'Ouvre la fiche d’un outil', lookAt: 'Trouves-tu le bouton du premier coup ?' },
  { id: '', title: 'Note un affûtage', lookAt: '' },
]
let steps: typeof STEPS = []

beforeAll(async () => {
  world = await openWorld()
  claire = await world.member('claire')
  nadia = await world.member('nadia')
  sofia = await world.member('sofia')
  mehdi = await world.member('mehdi')
  josephine = await world.member('josephine')
})
afterAll(() => world.close())
beforeEach(async () => {
  tempo = await world.community(claire, { openness: 'closed' })
  await world.seat(tempo, nadia, 'animator')
  programme = await openProgramme(world, tempo)
  for (const person of [mehdi, josephine]) await ambassadorOf(world, programme, person)
  missionId = uuid7()
  steps = STEPS.map((step) => ({ ...step, id: uuid7() }))
  await nadia.put(url(), draft())
  await nadia.put(`${url()}/state`, { state: 'open' })
})

const url = () => `/api/missions/${missionId}`
const draft = () => ({
  programmeId: programme.id,
  kind: 'test',
  title: 'Essayer le suivi des outils',
  brief: docOf('Ton couteau de rabot est émoussé.'),
  minutes: 15,
  quota: 8,
  test: { steps, teamIds: [sofia.id] },
})
const write = (query: ReturnType<typeof sql>) => world.server.database.transaction((trx) => trx.run(query))
const answer = (who: Person, at: number, body: object) =>
  who.put(`${url()}/test-run/steps/${steps[at]?.id}`, body)

async function screenshotOf(who: Person): Promise<string> {
  const id = uuid7()
  const path = join(await mkdtemp(join(tmpdir(), 'elan-shot-')), 'ecran.png')
  await writeFile(
    path,
    await sharp({ create: { width: 40, height: 60, channels: 3, background: '#14473a' } })
      .png()
      .toBuffer(),
  )
  await world.server.database.transaction((trx) =>
    keepFile(trx, world.server.services.storage, {
      id,
      path,
      name: 'ecran.png',
      use: 'content',
      ownerId: who.id,
    }),
  )
  return id
}

async function handIn(who: Person, { named = true, words = '' } = {}) {
  await who.put(`${url()}/taking`)
  await answer(who, 0, { verdict: 'works', words: 'Trouvé tout de suite.' })
  await answer(who, 1, { verdict: 'blocks', words: 'Le bouton ne répond pas avec des gants.' })
  return who.put(`${url()}/test-run`, { named, words })
}

test('the team is named on the test, is told when it opens, and needs no other role', async () => {
  const told = (await sofia.get('/api/notifications')).body.items.filter(
    (one: { path: string }) => one.path === `/missions/${missionId}/resultats`,
  )
  expect(told).toHaveLength(1)
  expect((await sofia.get(url())).body).toMatchObject({
    can: { results: true, decide: true, take: false, keep: false, shape: false, post: false },
    counts: null,
  })
  expect((await sofia.put(`${url()}/taking`)).status).toBe(403)
  expect((await sofia.get(`/api/programmes/${programme.id}/missions?view=open`)).status).toBe(404)
  // Taken off the team, they no longer know of it.
  await nadia.put(url(), { ...draft(), test: { steps, teamIds: [nadia.id] } })
  expect((await sofia.get(url())).status).toBe(404)
})

test('what a tester writes is a draft of theirs until it is handed in', async () => {
  await mehdi.put(`${url()}/taking`)
  expect((await mehdi.get(`${url()}/test-run`)).body).toMatchObject({ answers: [], team: [{ id: sofia.id }] })
  await answer(mehdi, 0, { verdict: 'blocks', words: 'Rien ne bouge.' })
  expect((await mehdi.get(`${url()}/test-run`)).body.answers).toMatchObject([
    { stepId: steps[0]?.id, verdict: 'blocks' },
  ])
  expect((await josephine.get(`${url()}/test-run`)).status).toBe(404)
  const results = (await sofia.get(`${url()}/results`)).body
  expect(results.testers).toBe(0)
  expect(JSON.stringify(results)).not.toContain('Rien ne bouge.')
})

test('a test is handed in once one step at least was tried, and then stays as it is', async () => {
  await mehdi.put(`${url()}/taking`)
  expect(await mehdi.put(`${url()}/test-run`, { named: true })).toMatchObject({
    status: 422,
    body: { code: 'mission.nothing_tried' },
  })
  expect((await handIn(mehdi)).status).toBe(200)
  expect(await answer(mehdi, 0, { verdict: 'works' })).toMatchObject({
    status: 409,
    body: { code: 'mission.returned' },
  })
  expect((await mehdi.put(`${url()}/return`, {})).status).toBe(409)
})

test('the team reads figures, words and first names where agreed; nobody else does', async () => {
  await handIn(mehdi, { named: true, words: 'Utile, à revoir avec des gants.' })
  await handIn(josephine, { named: false })
  const { body } = await sofia.get(`${url()}/results`)
  expect(body.testers).toBe(2)
  expect(body.steps[1]).toMatchObject({ works: 0, blocks: 2, wouldHelp: 0 })
  const names = body.steps[1].verbatims.map((one: { firstName: string | null }) => one.firstName).sort()
  expect(names).toEqual(['Mehdi', null])
  expect(body.words).toEqual([{ words: 'Utile, à revoir avec des gants.', firstName: 'Mehdi' }])
  for (const hidden of [mehdi.id, josephine.id, 'Josephine'])
    expect(JSON.stringify(body)).not.toContain(hidden)
  for (const who of [mehdi, josephine]) expect((await who.get(`${url()}/results`)).status).toBe(404)
  // Those who shape and are not of the team: so few testers would be named by their figures.
  const shaper = (await nadia.get(`${url()}/results`)).body
  expect(shaper).toMatchObject({ testers: 2, steps: null, words: [] })
  // A keeper reads that it was handed in, not what was said.
  const returns = (await claire.get(`${url()}/returns`)).body.items
  expect(returns.map((one: { words: string }) => one.words)).toEqual(['', ''])
})

test('what a tester said at the end is for the team: a keeper finds it in no list, not even in their file', async () => {
  const keeper = await world.member('keeper')
  await world.seat(tempo, keeper)
  await write(
    sql`insert into programme_keepers (programme_id, member_id) values (${programme.id}, ${keeper.id})`,
  )
  await mehdi.put(`${url()}/taking`)
  await answer(mehdi, 0, { verdict: 'works' })
  await mehdi.put(`${url()}/test-run`, { named: false, words: 'Le bouton est trop petit.' })
  const { id } = (await mehdi.get(`/api/programmes/${programme.id}`)).body.mine
  const read = async (who: Person) => (await who.get(`/api/ambassadors/${id}/missions`)).body.items[0].mine
  expect(await read(mehdi)).toMatchObject({ words: 'Le bouton est trop petit.' })
  expect(await read(keeper)).toMatchObject({ words: '', link: '' })
  expect((await read(keeper)).returnedAt).not.toBeNull()
})

test('the manager of a tester, even of the team, does not read their name', async () => {
  await write(sql`update members set manager_id = ${sofia.id} where id = ${mehdi.id}`)
  await handIn(mehdi, { named: true, words: 'Vu.' })
  expect((await sofia.get(`${url()}/results`)).body.words).toEqual([{ words: 'Vu.', firstName: null }])
  await write(sql`update members set manager_id = null where id = ${mehdi.id}`)
})

test('a screenshot is seen by its owner, then by the team once handed in; by nobody else', async () => {
  const fileId = await screenshotOf(mehdi)
  const foreign = await screenshotOf(josephine)
  await mehdi.put(`${url()}/taking`)
  expect((await answer(mehdi, 0, { verdict: 'blocks', fileIds: [foreign] })).status).toBe(404)
  expect((await answer(mehdi, 0, { verdict: 'blocks', fileIds: [fileId] })).status).toBe(200)
  const shot = `${url()}/screenshots/${fileId}`
  expect((await mehdi.get(shot)).status).toBe(200)
  expect((await sofia.get(shot)).status).toBe(404)
  await mehdi.put(`${url()}/test-run`, { named: false })
  expect((await sofia.get(shot)).status).toBe(200)
  expect((await sofia.get(`${shot}?variant=w320`)).headers['content-type']).toBe('image/webp')
  for (const who of [nadia, claire, josephine]) expect((await who.get(shot)).status).toBe(404)
  for (const who of [sofia, nadia, josephine])
    expect((await who.get(`/api/files/${fileId}`)).status).toBe(404)
  expect((await mehdi.del(`/api/files/${fileId}`)).status).toBe(409)
  // Kept by the test, not swept as a forgotten draft.
  await write(sql`update files set created_at = now() - interval '40 days' where id = ${fileId}`)
  await world.server.jobs.tasks.get('sweep-files')?.(
    world.server.database,
    {} as never,
    world.server.app.options.log,
  )
  expect((await sofia.get(shot)).status).toBe(200)
})

test('a place given back takes its answers and pictures with it', async () => {
  const fileId = await screenshotOf(mehdi)
  await mehdi.put(`${url()}/taking`)
  await answer(mehdi, 0, { verdict: 'blocks', fileIds: [fileId] })
  await mehdi.del(`${url()}/taking`)
  expect((await mehdi.get(`${url()}/test-run`)).status).toBe(404)
  expect((await mehdi.del(`/api/files/${fileId}`)).status).toBe(200)
})

test('whoever no longer serves leaves no picture of an unfinished test behind', async () => {
  const fileId = await screenshotOf(mehdi)
  await mehdi.put(`${url()}/taking`)
  await answer(mehdi, 0, { verdict: 'blocks', fileIds: [fileId] })
  const { id } = (await mehdi.get(`/api/programmes/${programme.id}`)).body.mine
  await mehdi.put(`/api/ambassadors/${id}/leaving`, { why: '' })
  expect((await mehdi.del(`/api/files/${fileId}`)).status).toBe(200)
})

const points = (why = 'Les gants sont la règle sur la ligne.') => [
  { id: uuid7(), point: 'Un bouton deux fois plus grand', outcome: 'changed', why },
  { id: uuid7(), point: 'La fiche en un écran', outcome: 'kept', why: 'Tout le monde la trouve.' },
]

test('a decision is published with a why at each point, and comes back to those who tested, not to the others', async () => {
  await handIn(mehdi)
  await josephine.put(`${url()}/taking`)
  expect((await sofia.put(`${url()}/decision`, { points: points(''), publish: false })).status).toBe(200)
  expect((await mehdi.get(url())).body.test.decision).toBeNull()
  expect(await sofia.put(`${url()}/decision`, { points: points(''), publish: true })).toMatchObject({
    status: 422,
    body: { code: 'mission.point_why', errors: [{ field: 'points.0.why' }] },
  })
  expect((await sofia.put(`${url()}/decision`, { points: [], publish: true })).body.code).toBe(
    'mission.no_point',
  )
  for (const who of [mehdi, nadia, claire])
    expect((await who.put(`${url()}/decision`, { points: points(), publish: true })).status).toBe(403)
  const body = { words: 'Merci pour vos essais.', points: points(), publish: true }
  expect((await sofia.put(`${url()}/decision`, body)).status).toBe(200)
  const read = (await mehdi.get(url())).body
  expect(read).toMatchObject({ state: 'closed', decided: true })
  expect(read.test.decision).toMatchObject({
    words: 'Merci pour vos essais.',
    publishedBy: sofia.name,
    points: [{ outcome: 'changed' }, { outcome: 'kept' }],
  })
  // Took a place and did not test: nothing comes back. No seat there, no post.
  expect((await josephine.get(url())).body).toMatchObject({ decided: false, test: { decision: null } })
  const paths = (await mehdi.get('/api/notifications')).body.items.map((one: { path: string }) => one.path)
  expect(paths.filter((path: string) => path === `/missions/${missionId}`).length).toBeGreaterThan(1)
  // Published once: the same request again changes nothing, another draft is refused.
  await sofia.put(`${url()}/decision`, { ...body, words: 'Autre' })
  expect((await mehdi.get(url())).body.test.decision.words).toBe('Merci pour vos essais.')
  expect((await sofia.put(`${url()}/decision`, { points: [], publish: false })).status).toBe(409)
  expect((await nadia.put(`${url()}/state`, { state: 'open' })).status).toBe(409)
})

test('the decision may be a post of the community, by somebody who holds a seat there', async () => {
  await handIn(mehdi)
  const postId = uuid7()
  expect(await sofia.put(`${url()}/decision`, { points: points(), publish: true, postId })).toMatchObject({
    status: 403,
    body: { code: 'mission.post.forbidden' },
  })
  await nadia.put(url(), { ...draft(), test: { steps, teamIds: [sofia.id, nadia.id] } })
  expect((await nadia.put(`${url()}/decision`, { points: points(), publish: true, postId })).status).toBe(200)
  const post = (await josephine.get(`/api/posts/${postId}`)).body
  expect(JSON.stringify(post.body)).toContain('Les gants sont la règle sur la ligne.')
  expect(JSON.stringify(post)).not.toContain(mehdi.id)
})

test('a step that somebody tried stays; its words may be corrected', async () => {
  await mehdi.put(`${url()}/taking`)
  await answer(mehdi, 1, { verdict: 'works' })
  const without = { ...draft(), test: { steps: steps.slice(0, 1), teamIds: [sofia.id] } }
  expect(await nadia.put(url(), without)).toMatchObject({
    status: 409,
    body: { code: 'mission.step_answered' },
  })
  const renamed = steps.map((step, at) => (at === 1 ? { ...step, title: 'Note un affûtage fait' } : step))
  expect((await nadia.put(url(), { ...draft(), test: { steps: renamed, teamIds: [sofia.id] } })).status).toBe(
    200,
  )
})

test('a year after a test was handed in, what its tester said and showed is gone; the decision stays', async () => {
  const fileId = await screenshotOf(mehdi)
  await mehdi.put(`${url()}/taking`)
  await answer(mehdi, 0, { verdict: 'blocks', words: 'Rien ne bouge.', fileIds: [fileId] })
  await mehdi.put(`${url()}/test-run`, { named: true })
  await sofia.put(`${url()}/decision`, { points: points(), publish: true })
  const forget = () =>
    world.server.jobs.tasks.get('forget-missions')?.(
      world.server.database,
      {} as never,
      world.server.app.options.log,
    )
  await write(
    sql`update mission_takings set returned_at = now() - interval '11 months' where mission_id = ${missionId}`,
  )
  await forget()
  expect((await sofia.get(`${url()}/results`)).body.testers).toBe(1)
  expect((await sofia.get(`${url()}/screenshots/${fileId}`)).status).toBe(200)
  await write(
    sql`update mission_takings set returned_at = now() - interval '13 months' where mission_id = ${missionId}`,
  )
  await forget()
  const { body } = await sofia.get(`${url()}/results`)
  expect(body).toMatchObject({ testers: 0, decision: { points: [{}, {}] } })
  expect(JSON.stringify(body)).not.toContain('Rien ne bouge.')
  expect((await sofia.get(`${url()}/screenshots/${fileId}`)).status).toBe(404)
  expect((await mehdi.del(`/api/files/${fileId}`)).status).toBe(200)
})

test('the team of a test finds the tests whose results it reads, without any role; nobody else does', async () => {
  const path = `/api/programmes/${programme.id}/tests-read`
  expect((await sofia.get(path)).status).toBe(404)
  await world.seat(tempo, sofia)
  expect((await sofia.get(path)).body.items).toEqual([
    { id: missionId, title: 'Essayer le suivi des outils', state: 'open', dueOn: null, decided: false },
  ])
  expect((await sofia.get(`/api/missions/${missionId}/results`)).status).toBe(200)
  for (const person of [mehdi, nadia]) expect((await person.get(path)).body.items).toEqual([])
})
