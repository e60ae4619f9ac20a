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
  nadia = await world.member('nadia', { standing: 'animator' })
  mehdi = await world.member('mehdi')
  awa = await world.member('awa')
  greta = await world.member('greta', { standing: 'guest' })
})
afterAll(() => world.close())

async function community(
  change: object = {},
  { launched = true, kind = 'everybody' } = {},
): Promise<{ id: string; slug: string }> {
  const id = newId()
  await nadia.put(`/api/communities/${id}`, { name: `Tempo ${id.slice(-6)}`, kind })
  const words = { vision: 'S’entraider', valueProposition: 'Une réponse dans la journée', openness: 'closed' }
  const shaped = await nadia.patch(`/api/communities/${id}`, { ...words, ...change })
  expect(shaped.status).toBe(200)
  const stage = launched ? 'launched' : 'design'
  expect((await nadia.put(`/api/communities/${id}/stage`, { stage })).status).toBe(200)
  return shaped.body
}
const wish = (person: Person, spaceId: string, id = newId(), note = '') =>
  person.put(`/api/join-requests/${id}`, { spaceId, note })
const asking = async (spaceId: string, person = nadia) =>
  (await person.get(`/api/join-requests?spaceId=${spaceId}`)).body.items
const role = async (person: Person, spaceId: string) =>
  (await person.get(`/api/spaces/${spaceId}`)).body.role ?? null

test('an open entry leads people of the house straight in, once', async () => {
  const tempo = await community({ entry: 'open' })
  const id = newId()
  expect((await wish(mehdi, tempo.id, id)).body).toEqual({ state: 'seated' })
  expect((await wish(mehdi, tempo.id, id)).body).toEqual({ state: 'seated' })
  expect(await role(mehdi, tempo.id)).toBe('member')
  expect(await asking(tempo.id)).toEqual([])
})

test('an entry on request waits for an answer, which comes with a word', async () => {
  const tempo = await community({ entry: 'request' })
  const id = newId()
  expect((await wish(mehdi, tempo.id, id, 'Je suis poseur à Cholet')).body).toEqual({ state: 'asked' })
  expect((await wish(mehdi, tempo.id, newId())).body).toEqual({ state: 'asked' })
  expect(await asking(tempo.id)).toMatchObject([
    { id, state: 'asked', note: 'Je suis poseur à Cholet', member: { id: mehdi.id } },
  ])
  const answer = `/api/join-requests/${id}/answer`
  expect((await awa.put(answer, { accepted: true })).status).toBe(404)
  expect((await nadia.put(answer, { accepted: true, word: 'Bienvenue' })).body.state).toBe('accepted')
  expect((await nadia.put(answer, { accepted: true })).status).toBe(200)
  expect(await nadia.put(answer, { accepted: false })).toMatchObject({
    status: 409,
    body: { code: 'request.answered' },
  })
  expect(await role(mehdi, tempo.id)).toBe('member')
  expect((await mehdi.get(`/api/join-requests?spaceId=${tempo.id}`)).body.code).toBe(
    'request.answer.forbidden',
  )
  expect((await mehdi.put(answer, { accepted: true })).status).toBe(403)
})

test('who was declined reads the word that came with it, and may ask again', async () => {
  const tempo = await community({ entry: 'request' })
  const id = newId()
  await wish(awa, tempo.id, id)
  await nadia.put(`/api/join-requests/${id}/answer`, { accepted: false, word: 'Plutôt après la formation' })
  const cards = (await awa.get('/api/communities?scope=others&limit=100')).body.items
  const card = cards.find((one: { id: string }) => one.id === tempo.id)
  expect(card).toMatchObject({
    request: { state: 'declined', answer: 'Plutôt après la formation' },
    can: { ask: true },
  })
  expect((await wish(awa, tempo.id, id)).body.code).toBe('request.answered')
  expect((await wish(awa, tempo.id)).body).toEqual({ state: 'asked' })
})

test('one takes back what one asked, and nobody else does', async () => {
  const tempo = await community({ entry: 'request' })
  const id = newId()
  await wish(awa, tempo.id, id)
  await mehdi.del(`/api/join-requests/${id}`)
  expect(await asking(tempo.id)).toHaveLength(1)
  await awa.del(`/api/join-requests/${id}`)
  expect(await asking(tempo.id)).toEqual([])
})

test('an entry by invitation says so', async () => {
  const tempo = await community({ entry: 'invitation' })
  expect(await wish(mehdi, tempo.id)).toMatchObject({
    status: 403,
    body: { code: 'community.by_invitation' },
  })
})

test('a community one may not know of does not exist', async () => {
  const secret = await community({ openness: 'secret' })
  const draft = await community({ entry: 'open' }, { launched: false })
  expect((await wish(mehdi, secret.id)).status).toBe(404)
  expect((await wish(mehdi, draft.id)).status).toBe(404)
  expect((await wish(greta, (await community({ entry: 'open' })).id)).status).toBe(404)
  expect((await world.visitor().put(`/api/join-requests/${newId()}`, { spaceId: secret.id })).status).toBe(
    401,
  )
})

test('people from outside who were shown the page are answered by somebody, even at an open door', async () => {
  const tempo = await community({ entry: 'open', previewPublished: true })
  expect((await wish(greta, tempo.id)).body).toEqual({ state: 'asked' })
})

test('when the places of a community of ambassadors are taken one waits; a freed place goes to the first who waits', async () => {
  const tempo = await community({ entry: 'open', contributorCap: 2 }, { kind: 'ambassadors' })
  const people = await Promise.all(['paul', 'lina', 'omar', 'iris'].map((name) => world.member(name)))
  const [paul, lina, omar, iris] = people as [Person, Person, Person, Person]
  expect((await wish(paul, tempo.id)).body.state).toBe('seated')
  expect((await wish(lina, tempo.id)).body.state).toBe('seated')
  expect((await wish(omar, tempo.id)).body.state).toBe('waiting')
  expect((await wish(iris, tempo.id)).body.state).toBe('waiting')
  expect((await nadia.get(`/api/communities/${tempo.id}`)).body).toMatchObject({
    contributors: 2,
    preparation: { waiting: 2 },
  })
  await paul.del(`/api/spaces/${tempo.id}/seat`)
  expect([await role(omar, tempo.id), await role(iris, tempo.id)]).toEqual(['member', null])
  await nadia.patch(`/api/communities/${tempo.id}`, { contributorCap: 3 })
  expect(await role(iris, tempo.id)).toBe('member')
})

test('the last place is given once, however many ask for it together', async () => {
  const tempo = await community({ entry: 'open', contributorCap: 1 }, { kind: 'ambassadors' })
  const people = await Promise.all(['una', 'duo', 'tria'].map((name) => world.member(name)))
  const replies = await Promise.all(people.map((person) => wish(person, tempo.id)))
  const states: string[] = replies.map((reply) => reply.body.state)
  expect(states.filter((state) => state === 'seated')).toHaveLength(1)
  expect(states.filter((state) => state === 'waiting')).toHaveLength(2)
})

test('no door goes past the cap: neither a hand, nor a change of role', async () => {
  const tempo = await community({ entry: 'open', contributorCap: 1 }, { kind: 'ambassadors' })
  await world.seat(tempo, mehdi, 'ambassador')
  expect(await nadia.put(`/api/spaces/${tempo.id}/seats/${awa.id}`, { role: 'ambassador' })).toMatchObject({
    status: 409,
    body: { code: 'community.full' },
  })
  // Those who animate take no contributor's place, and stepping up frees one.
  expect((await nadia.put(`/api/spaces/${tempo.id}/seats/${awa.id}`, { role: 'animator' })).status).toBe(200)
  expect((await nadia.put(`/api/spaces/${tempo.id}/seats/${awa.id}`, { role: 'ambassador' })).status).toBe(
    409,
  )
  expect((await nadia.put(`/api/spaces/${tempo.id}/seats/${mehdi.id}`, { role: 'moderator' })).status).toBe(
    200,
  )
  expect((await nadia.put(`/api/spaces/${tempo.id}/seats/${awa.id}`, { role: 'ambassador' })).status).toBe(
    200,
  )
})

test('outside communities of ambassadors, the cap does not close the door to members', async () => {
  const tempo = await community({ entry: 'open', contributorCap: 1 }, { kind: 'project' })
  await world.seat(tempo, mehdi, 'ambassador')
  expect((await wish(awa, tempo.id)).body.state).toBe('seated')
  expect((await nadia.put(`/api/spaces/${tempo.id}/seats/${awa.id}`, { role: 'ambassador' })).status).toBe(
    409,
  )
})

test('accepting somebody when places are taken puts them on the waiting list', async () => {
  const tempo = await community({ entry: 'request', contributorCap: 1 }, { kind: 'ambassadors' })
  await world.seat(tempo, mehdi)
  const id = newId()
  await wish(awa, tempo.id, id)
  expect((await nadia.put(`/api/join-requests/${id}/answer`, { accepted: true })).body.state).toBe('waiting')
  await nadia.del(`/api/spaces/${tempo.id}/seats/${mehdi.id}`)
  expect(await role(awa, tempo.id)).toBe('member')
})

test('who says "I want in" before the launch is in from the first minute', async () => {
  const tempo = await community({ entry: 'open', previewPublished: true }, { launched: false })
  expect((await wish(mehdi, tempo.id)).body).toEqual({ state: 'waiting' })
  expect(await role(mehdi, tempo.id)).toBe(null)
  await nadia.put(`/api/communities/${tempo.id}/stage`, { stage: 'launched' })
  expect(await role(mehdi, tempo.id)).toBe('member')
})

test('somebody who asked and comes in by another door waits no more', async () => {
  const tempo = await community({ entry: 'request' })
  await wish(awa, tempo.id)
  await nadia.put(`/api/spaces/${tempo.id}/seats/${awa.id}`, { role: 'ambassador' })
  expect(await asking(tempo.id)).toEqual([])
})

test('requests come in pages, the oldest first', async () => {
  const tempo = await community({ entry: 'request' })
  await wish(mehdi, tempo.id)
  await wish(awa, tempo.id)
  const first = await nadia.get(`/api/join-requests?spaceId=${tempo.id}&limit=1`)
  expect(first.body.items[0].member.id).toBe(mehdi.id)
  const second = await nadia.get(`/api/join-requests?spaceId=${tempo.id}&limit=1&cursor=${first.body.next}`)
  expect(second.body).toMatchObject({ items: [{ member: { id: awa.id } }], next: null })
})

test('the facts told to a space name nobody who asked', async () => {
  const tempo = await community({ entry: 'request' })
  await wish(awa, tempo.id)
  const events = await world.server.database.db.rows<{
    kind: string
    actor_id: string | null
    payload: object
  }>(sql`select kind, actor_id, payload from events where space_id = ${tempo.id} and kind = 'join.asked'`)
  expect(events).toMatchObject([{ actor_id: null }])
  expect(JSON.stringify(events)).not.toContain(awa.id)
})

test('the preview is for everybody once shared, with its counts only over the threshold', async () => {
  const tempo = await community({ entry: 'open' }, { launched: false })
  const at = `/api/previews/${tempo.slug}`
  expect((await world.visitor().get(at)).status).toBe(404)
  expect((await mehdi.get(at)).status).toBe(404)
  expect((await nadia.get(at)).body).toMatchObject({ shared: false, seated: true })
  const preview = { behind: [nadia.id], facts: ['members', 'groups'], showPosts: false }
  await nadia.patch(`/api/communities/${tempo.id}`, { preview, previewPublished: true })
  const shown = (await world.visitor().get(at)).body
  expect(shown).toMatchObject({
    valueProposition: 'Une réponse dans la journée',
    launched: false,
    behind: [{ givenName: 'Nadia', photoFileId: null }],
    facts: [],
    signedIn: false,
    can: { join: false, ask: false },
  })
  expect(JSON.stringify(shown)).not.toContain(nadia.id)
  expect((await mehdi.get(at)).body).toMatchObject({ signedIn: true, can: { join: false, ask: true } })
  const crowd = await Promise.all(Array.from({ length: 10 }, (_, number) => world.member(`crowd${number}`)))
  for (const person of crowd) await world.seat(tempo, person)
  expect((await world.visitor().get(at)).body.facts).toEqual([{ fact: 'members', count: 11 }])
})

test('posts are shown on the preview only if the community chose to, with no family name', async () => {
  const tempo = await community({ openness: 'open', previewPublished: true })
  const at = `/api/previews/${tempo.slug}`
  await world.server.database.transaction(async (trx) => {
    await trx.run(sql`insert into posts (id, space_id, number, author_id, kind, title, body_text)
      values (${newId()}, ${tempo.id}, 1, ${nadia.id}, 'practice', 'L’hygromètre', 'Avant la cabine')`)
  })
  expect((await world.visitor().get(at)).body.posts).toEqual([])
  await nadia.patch(`/api/communities/${tempo.id}`, { preview: { behind: [], facts: [], showPosts: true } })
  const { posts } = (await world.visitor().get(at)).body
  expect(posts).toMatchObject([{ title: 'L’hygromètre', excerpt: 'Avant la cabine', givenName: 'Nadia' }])
  expect(JSON.stringify(posts)).not.toContain('Essai')
})

test('the cover and the video of a shared page are for everybody, and only as long as it is shared', async () => {
  const tempo = await community({}, { launched: false })
  const at = `/api/previews/${tempo.slug}`
  const [cover, video, words] = [newId(), newId(), newId()]
  await world.server.database.transaction(async (trx) => {
    for (const [id, type] of [
      [cover, 'image/webp'],
      [video, 'video/mp4'],
      [words, 'text/plain'],
    ])
      await trx.run(
        sql`insert into files (id, owner_id, name, media_type, bytes, storage_key) values (${id}, ${nadia.id}, 'f', ${type}, 1, ${id})`,
      )
  })
  await nadia.patch(`/api/spaces/${tempo.id}`, { coverFileId: cover })
  expect((await nadia.patch(`/api/communities/${tempo.id}`, { previewVideoFileId: words })).body.code).toBe(
    'community.preview_video',
  )
  await nadia.patch(`/api/communities/${tempo.id}`, { previewVideoFileId: video, previewPublished: true })
  expect((await world.visitor().get(at)).body).toMatchObject({ coverFileId: cover, videoFileId: video })
  await nadia.patch(`/api/communities/${tempo.id}`, { previewPublished: false })
  const uses = await world.server.database.db.rows<{ use: string }>(
    sql`select use from files where id in (${cover}, ${video})`,
  )
  expect(uses.map((row) => row.use)).toEqual(['content', 'content'])
})

test('those who animate are told of a request, and the one who asked of the answer', async () => {
  const tempo = await community({ entry: 'request' })
  const id = newId()
  const pia = await world.member('pia')
  await wish(pia, tempo.id, id, 'Bonjour')
  expect((await nadia.get('/api/notifications')).body.items[0]).toMatchObject({
    kind: 'request',
    outcome: 'asked',
    note: 'Bonjour',
    actor: { id: pia.id },
  })
  await nadia.put(`/api/join-requests/${id}/answer`, { accepted: true, word: 'Avec plaisir' })
  const told = (await pia.get('/api/notifications')).body.items
  expect(told).toMatchObject([
    { kind: 'request', outcome: 'accepted', note: 'Avec plaisir', actor: { id: nadia.id } },
  ])
})

test('a secret community has no page, an empty one nothing to share, and only its people are shown', async () => {
  const secret = await community({ openness: 'secret' })
  expect((await nadia.patch(`/api/communities/${secret.id}`, { previewPublished: true })).body.code).toBe(
    'community.preview_secret',
  )
  const bare = newId()
  await nadia.put(`/api/communities/${bare}`, { name: 'Vide' })
  expect((await nadia.patch(`/api/communities/${bare}`, { previewPublished: true })).body.code).toBe(
    'community.preview_empty',
  )
  const preview = { behind: [mehdi.id], facts: [], showPosts: false }
  expect((await nadia.patch(`/api/communities/${bare}`, { preview })).body.code).toBe(
    'community.preview_behind',
  )
  expect((await nadia.patch(`/api/communities/${bare}`, { previewVideoFileId: newId() })).body.code).toBe(
    'file.not_found',
  )
})
