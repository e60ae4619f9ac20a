import { v7 as uuid7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type Person, type World } from '#app/testing/world.ts'
import { docOf } from '#platform/contract/rich-text.ts'
import { sql } from '#platform/server/db.ts'

let world: World
let nadia: Person
let mehdi: Person
let carla: Person
let greta: Person
let tempo: { id: string }
let post: { id: string }

beforeAll(async () => {
  world = await openWorld()
  nadia = await world.member('nadia')
  mehdi = await world.member('mehdi')
  carla = await world.member('carla')
  greta = await world.member('greta', { standing: 'guest' })
  tempo = await world.community(nadia)
  await world.seat(tempo, mehdi)
})
afterAll(() => world.close())

const publish = async () =>
  (await nadia.put(`/api/posts/${uuid7()}`, { spaceId: tempo.id, kind: 'message', body: docOf('Bonjour') }))
    .body

test('one word a person: another replaces it, the same again changes nothing, and it can be taken back', async () => {
  post = await publish()
  const at = `/api/reactions/${post.id}`
  expect((await mehdi.put(at, { kind: 'bravo' })).body).toEqual({
    subjectId: post.id,
    mine: 'bravo',
    total: 1,
    counts: { like: 0, bravo: 1, useful: 0, thanks: 0, same: 0 },
  })
  expect((await mehdi.put(at, { kind: 'bravo' })).body).toMatchObject({ total: 1, counts: { bravo: 1 } })
  expect((await mehdi.put(at, { kind: 'thanks' })).body).toMatchObject({
    mine: 'thanks',
    total: 1,
    counts: { bravo: 0, thanks: 1 },
  })
  expect((await nadia.put(at, { kind: 'thanks' })).body).toMatchObject({ total: 2, counts: { thanks: 2 } })
  expect((await nadia.get(`/api/posts/${post.id}`)).body).toMatchObject({
    myReaction: 'thanks',
    reactionTotal: 2,
    reactions: { thanks: 2 },
  })
  expect((await nadia.del(at)).body).toMatchObject({ mine: null, total: 1 })
  expect((await nadia.del(at)).body).toMatchObject({ mine: null, total: 1 })
  const events = await world.server.database.db.rows<{ payload: { total: number } }>(
    sql`select payload from events where space_id = ${tempo.id} and kind = 'reaction.changed' order by seq`,
  )
  expect(events.map((event) => event.payload.total)).toEqual([1, 1, 2, 1])
})

test('comments take reactions as posts do', async () => {
  const subject = await publish()
  const comment = (await mehdi.put(`/api/comments/${uuid7()}`, { subjectId: subject.id, body: docOf('Oui') }))
    .body
  expect((await nadia.put(`/api/reactions/${comment.id}`, { kind: 'same' })).body).toMatchObject({
    total: 1,
    counts: { same: 1 },
  })
  expect((await nadia.get(`/api/comments?subjectId=${subject.id}`)).body.items[0]).toMatchObject({
    myReaction: 'same',
    reactionTotal: 1,
    reactions: { same: 1 },
  })
})

test('who reacted is listed, by word, in pages', async () => {
  const subject = await publish()
  await mehdi.put(`/api/reactions/${subject.id}`, { kind: 'like' })
  await nadia.put(`/api/reactions/${subject.id}`, { kind: 'useful' })
  const first = (await mehdi.get(`/api/reactions/${subject.id}?limit=1`)).body
  expect(first.items).toMatchObject([{ memberId: nadia.id, givenName: 'Nadia', kind: 'useful' }])
  expect((await mehdi.get(`/api/reactions/${subject.id}?limit=1&cursor=${first.next}`)).body).toMatchObject({
    items: [{ memberId: mehdi.id }],
    next: null,
  })
  expect((await mehdi.get(`/api/reactions/${subject.id}?kind=like`)).body.items).toMatchObject([
    { memberId: mehdi.id },
  ])
})

test('a visitor reads reactions without adding theirs; a stranger sees nothing', async () => {
  const subject = await publish()
  expect(await carla.put(`/api/reactions/${subject.id}`, { kind: 'like' })).toMatchObject({
    status: 403,
    body: { code: 'reaction.forbidden' },
  })
  expect((await carla.get(`/api/reactions/${subject.id}`)).status).toBe(200)
  for (const answer of [
    await greta.put(`/api/reactions/${subject.id}`, { kind: 'like' }),
    await greta.get(`/api/reactions/${subject.id}`),
    await greta.del(`/api/reactions/${subject.id}`),
    await nadia.put(`/api/reactions/${uuid7()}`, { kind: 'like' }),
  ])
    expect(answer).toMatchObject({ status: 404, body: { code: 'reaction.subject_not_found' } })
  expect((await nadia.put(`/api/reactions/${subject.id}`, { kind: 'hate' })).status).toBe(422)
})

test('two taps at once count once', async () => {
  const subject = await publish()
  await Promise.all(
    Array.from({ length: 6 }, (_, at) =>
      mehdi.put(`/api/reactions/${subject.id}`, { kind: at % 2 ? 'like' : 'bravo' }),
    ),
  )
  const after = (await mehdi.get(`/api/posts/${subject.id}`)).body
  expect(after.reactionTotal).toBe(1)
  expect(after.reactions[after.myReaction]).toBe(1)
})
