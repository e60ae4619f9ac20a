import { v7 as uuid7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openWorld, type Person, type World } from '#app/testing/world.ts'

let world: World
let nadia: Person
let karim: Person
let awa: Person
let outsider: Person
let tempo: { id: string }

beforeAll(async () => {
  world = await openWorld()
  nadia = await world.member('nadia')
  karim = await world.member('karim', { job: 'Vernisseur' })
  awa = await world.member('awa', { job: 'Poseuse' })
  outsider = await world.member('greta', { standing: 'guest' })
})
afterAll(() => world.close())
beforeEach(async () => {
  tempo = await world.community(nadia)
  for (const person of [karim, awa]) await world.seat(tempo, person)
})

async function practice(by: Person, title: string, parts: object = {}, spaceId = tempo.id): Promise<string> {
  const id = uuid7()
  const reply = await by.put(`/api/posts/${id}`, {
    spaceId,
    kind: 'practice',
    title,
    practice: { concern: 'Le vernis coule', gesture: 'Attendre dix minutes', gain: 'Zéro reprise', ...parts },
  })
  expect(reply.status).toBe(200)
  return id
}
const library = async (who: Person, query = '') =>
  (await who.get(`/api/communities/${tempo.id}/library${query}`)).body
const titles = (body: { items: { title: string }[] }) => body.items.map(({ title }) => title)
const theme = async (name: string, id = uuid7()) => {
  expect((await nadia.put(`/api/communities/${tempo.id}/library/themes/${id}`, { name })).status).toBe(200)
  return id
}
const arranged = (over: object = {}) => ({ themeIds: [], jobs: [], before: '', after: '', ...over })
const adopt = async (who: Person, id: string) =>
  expect((await who.put(`/api/posts/${id}/adoption`)).status).toBe(200)

test('a practice is found by a word of any of its parts, whatever its ending, and by nothing else', async () => {
  await practice(karim, 'Hygrométrie', { gesture: 'Lire l’humidité avant de charger' })
  await practice(awa, 'Pince à linge', { concern: 'Le joint bouge' })
  expect(titles(await library(karim, '?search=humidités'))).toEqual(['Hygrométrie'])
  expect(titles(await library(karim, '?search=joints'))).toEqual(['Pince à linge'])
  expect(titles(await library(karim, '?search=escalier'))).toEqual([])
  expect(titles(await library(karim))).toEqual(['Pince à linge', 'Hygrométrie'])
})

test('by theme and by job: those of its card, else the job of whoever told it', async () => {
  const finishing = await theme('Finition')
  const first = await practice(karim, 'Au pinceau')
  await practice(awa, 'À la pose')
  await karim.put(`/api/library/${first}`, arranged({ themeIds: [finishing], jobs: ['Menuisier'] }))
  expect(titles(await library(awa, `?themeId=${finishing}`))).toEqual(['Au pinceau'])
  expect(titles(await library(awa, '?job=Menuisier'))).toEqual(['Au pinceau'])
  expect(titles(await library(awa, '?job=Vernisseur'))).toEqual([])
  expect(titles(await library(awa, '?job=Poseuse'))).toEqual(['À la pose'])
  const shelves = (await awa.get(`/api/communities/${tempo.id}/library/shelves`)).body
  expect(shelves).toMatchObject({
    themes: [{ name: 'Finition', practices: 1 }],
    jobs: [
      { job: 'Menuisier', practices: 1 },
      { job: 'Poseuse', practices: 1 },
    ],
    can: { arrange: false },
  })
})

test('those most people did too come first when asked, page after page without a lack or a double', async () => {
  const ids = [await practice(karim, 'Un'), await practice(karim, 'Deux'), await practice(karim, 'Trois')]
  await adopt(awa, ids[0] ?? '')
  await adopt(nadia, ids[0] ?? '')
  await adopt(awa, ids[1] ?? '')
  const seen: string[] = []
  let cursor = ''
  do {
    const page = await library(karim, `?order=adopted&limit=1${cursor ? `&cursor=${cursor}` : ''}`)
    seen.push(...titles(page))
    cursor = page.next ?? ''
  } while (cursor)
  expect(seen).toEqual(['Un', 'Deux', 'Trois'])
})

test('whoever did it too tells what it changed, once; undoing it takes the words away', async () => {
  const id = await practice(karim, 'Attendre')
  const told = { before: '12 minutes', after: '5 minutes', words: 'Porte ouverte, ça va plus vite.' }
  expect(await awa.put(`/api/library/${id}/result`, told)).toMatchObject({
    status: 409,
    body: { code: 'practice.not_adopted' },
  })
  await adopt(awa, id)
  expect(await awa.put(`/api/library/${id}/result`, { before: ' ', after: '', words: '' })).toMatchObject({
    status: 422,
    body: { code: 'practice.result_empty' },
  })
  await awa.put(`/api/library/${id}/result`, told)
  expect((await awa.put(`/api/library/${id}/result`, told)).body).toMatchObject({
    resultCount: 1,
    mine: told,
  })
  const results = (await karim.get(`/api/library/${id}/results`)).body.items
  expect(results).toMatchObject([{ member: { id: awa.id }, before: '12 minutes', mine: false }])
  await awa.del(`/api/posts/${id}/adoption`)
  expect((await karim.get(`/api/library/${id}/results`)).body.items).toEqual([])
})

test('its author and the moderators arrange a practice; others do not, and themes belong to the community', async () => {
  const id = await practice(karim, 'Attendre')
  expect((await awa.put(`/api/library/${id}`, arranged())).status).toBe(403)
  const elsewhere = await world.community(awa)
  const foreign = uuid7()
  await awa.put(`/api/communities/${elsewhere.id}/library/themes/${foreign}`, { name: 'Ailleurs' })
  expect(await karim.put(`/api/library/${id}`, arranged({ themeIds: [foreign] }))).toMatchObject({
    status: 404,
    body: { code: 'theme.not_found' },
  })
  const reply = await nadia.put(`/api/library/${id}`, arranged({ before: 'Deux reprises', after: 'Aucune' }))
  expect(reply.body).toMatchObject({ before: 'Deux reprises', after: 'Aucune', can: { arrange: true } })
})

test('a theme has one name in a community, accents and case aside; taken off, its practices stay', async () => {
  const id = await theme('Sécurité')
  const again = await nadia.put(`/api/communities/${tempo.id}/library/themes/${uuid7()}`, {
    name: 'securite',
  })
  expect(again).toMatchObject({ status: 409, body: { code: 'theme.taken' } })
  const post = await practice(karim, 'Casque')
  await karim.put(`/api/library/${post}`, arranged({ themeIds: [id] }))
  await nadia.del(`/api/communities/${tempo.id}/library/themes/${id}`)
  expect((await library(karim)).items).toMatchObject([{ title: 'Casque', themes: [] }])
  expect((await karim.put(`/api/communities/${tempo.id}/library/themes/${id}`, { name: 'A' })).status).toBe(
    403,
  )
})

test('what a secret group knows stays in it, and what is hidden or is no practice is not in the library', async () => {
  const secret = await world.group(nadia, tempo, { openness: 'secret' })
  await practice(nadia, 'Entre nous', {}, secret.id)
  const shown = await practice(karim, 'Pour tous')
  await karim.put(`/api/posts/${uuid7()}`, { spaceId: tempo.id, kind: 'question', title: 'Et vous ?' })
  expect(titles(await library(karim))).toEqual(['Pour tous'])
  expect(titles(await library(nadia)).sort()).toEqual(['Entre nous', 'Pour tous'])
  expect((await outsider.get(`/api/communities/${tempo.id}/library`)).status).toBe(404)
  expect((await outsider.get(`/api/library/${shown}`)).status).toBe(404)
  await karim.del(`/api/posts/${shown}`)
  expect(titles(await library(karim))).toEqual([])
})
