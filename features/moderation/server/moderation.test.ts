import { v7 as uuid7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type Person, type World } from '#app/testing/world.ts'
import { docOf } from '#platform/contract/rich-text.ts'
import { sql } from '#platform/server/db.ts'

let world: World
let nadia: Person
let mehdi: Person
let awa: Person
let ines: Person
let carla: Person
let tempo: { id: string }

beforeAll(async () => {
  world = await openWorld()
  nadia = await world.member('nadia')
  mehdi = await world.member('mehdi')
  awa = await world.member('awa')
  ines = await world.member('ines')
  carla = await world.member('carla')
  tempo = await world.community(nadia)
  await world.seat(tempo, mehdi)
  await world.seat(tempo, ines)
  await world.seat(tempo, awa, 'moderator')
})
afterAll(() => world.close())

const publish = async (who: Person, space: { id: string } = tempo, text = 'Des mots durs') =>
  (await who.put(`/api/posts/${uuid7()}`, { spaceId: space.id, kind: 'message', body: docOf(text) })).body
const comment = async (who: Person, subject: { id: string }, text = 'Pire encore') =>
  (await who.put(`/api/comments/${uuid7()}`, { subjectId: subject.id, body: docOf(text) })).body
const report = (who: Person, subject: { id: string }, more: object = {}) =>
  who.put(`/api/reports/${uuid7()}`, { subjectId: subject.id, reason: 'hurtful', ...more })
const hide = (who: Person, subject: { id: string }, more: object = {}) =>
  who.post(`/api/moderation/${subject.id}/hide`, {
    reason: 'hurtful',
    note: 'Reformule sans viser personne.',
    ...more,
  })
const caseOf = async (who: Person, subject: { id: string }, state = 'open') =>
  (await who.get(`/api/moderation?state=${state}&limit=100`)).body.items.find(
    (item: { subjectId: string }) => item.subjectId === subject.id,
  )
const feedIds = async (who: Person) =>
  (await who.get(`/api/posts?spaceId=${tempo.id}&limit=100`)).body.items.map(
    (item: { id: string }) => item.id,
  )

test('reports of one post make one case, without the names of those who reported', async () => {
  const post = await publish(mehdi)
  expect((await report(ines, post, { note: 'Ça vise Paul' })).body).toEqual({ done: true })
  expect((await report(ines, post)).body).toEqual({ done: true })
  await report(nadia, post, { reason: 'private' })
  const found = await caseOf(awa, post)
  expect(found).toMatchObject({
    subjectKind: 'post',
    postId: post.id,
    spaceName: 'Tempo',
    author: { id: mehdi.id },
    text: 'Des mots durs',
    state: 'open',
    reports: 2,
    notes: ['Ça vise Paul'],
    hidden: false,
  })
  expect(found.reasons.toSorted()).toEqual(['hurtful', 'private'])
  expect(JSON.stringify(found)).not.toContain(ines.id)
  expect((await report(mehdi, post)).body.code).toBe('report.own')
  expect((await awa.get('/api/moderation/count')).body).toMatchObject({
    moderates: true,
    open: expect.any(Number),
  })
  expect((await mehdi.get('/api/moderation/count')).body).toEqual({ moderates: false, open: 0 })
})

test('the queue is for moderators; members, visitors and strangers do not enter it', async () => {
  const post = await publish(mehdi)
  await report(ines, post)
  expect((await ines.get('/api/moderation')).body.items).toEqual([])
  expect((await ines.get(`/api/moderation?spaceId=${tempo.id}`)).body.code).toBe('moderation.forbidden')
  for (const act of ['hide', 'restore', 'keep']) {
    const answer = await ines.post(`/api/moderation/${post.id}/${act}`, { reason: 'other' })
    expect(answer).toMatchObject({ status: 403, body: { code: 'moderation.forbidden' } })
  }
  const group = await world.group(nadia, tempo, { openness: 'secret' })
  const inside = await publish(nadia, group)
  expect((await report(carla, inside)).body.code).toBe('report.subject_not_found')
  expect((await hide(awa, inside)).body.code).toBe('report.subject_not_found')
  expect((await report(ines, { id: uuid7() })).status).toBe(404)
})

test('a moderator of the community settles its groups, save the secret ones', async () => {
  const closed = await world.group(nadia, tempo, { openness: 'closed' })
  const secret = await world.group(nadia, tempo, { openness: 'secret' })
  for (const group of [closed, secret]) await world.seat(group, ines)
  const one = await publish(nadia, closed)
  const two = await publish(nadia, secret)
  await report(ines, one)
  await report(ines, two)
  expect(await caseOf(awa, one)).toBeDefined()
  expect(await caseOf(awa, two)).toBeUndefined()
  expect(await caseOf(nadia, two)).toBeDefined()
})

test('a hidden post leaves every feed; its author and the moderators still see it, marked', async () => {
  const post = await publish(mehdi, tempo, 'Le singulier zébu')
  await report(ines, post)
  expect((await hide(awa, post)).body).toEqual({ done: true })
  expect((await hide(awa, post)).body).toEqual({ done: true })
  for (const who of [ines, mehdi, awa, carla]) expect(await feedIds(who)).not.toContain(post.id)
  expect((await ines.get('/api/posts?q=zébu')).body.items).toEqual([])
  for (const who of [ines, carla]) expect((await who.get(`/api/posts/${post.id}`)).status).toBe(404)
  expect((await ines.put(`/api/reactions/${post.id}`, { kind: 'like' })).status).toBe(404)
  expect((await ines.get(`/api/comments?subjectId=${post.id}`)).status).toBe(404)
  expect((await mehdi.get(`/api/posts/${post.id}`)).body).toMatchObject({
    hidden: true,
    can: { revise: false, withdraw: true },
  })
  expect((await awa.get(`/api/posts/${post.id}`)).body).toMatchObject({
    hidden: true,
    can: { moderate: true },
  })

  const [word] = (await mehdi.get('/api/notifications')).body.items
  expect(word).toMatchObject({
    kind: 'moderation',
    outcome: 'hidden',
    reason: 'hurtful',
    note: 'Reformule sans viser personne.',
    postId: post.id,
    actor: null,
  })
  expect(await caseOf(awa, post)).toBeUndefined()
  expect(await caseOf(awa, post, 'settled')).toMatchObject({ state: 'hidden', hidden: true })

  expect((await awa.post(`/api/moderation/${post.id}/keep`)).body.code).toBe('moderation.hidden')
  await awa.post(`/api/moderation/${post.id}/restore`, { note: 'Merci d’avoir précisé.' })
  expect(await feedIds(ines)).toContain(post.id)
  expect((await mehdi.get('/api/notifications')).body.items[0]).toMatchObject({
    kind: 'moderation',
    outcome: 'restored',
    note: 'Merci d’avoir précisé.',
  })
  const acts = await world.server.database.db.rows(
    sql`select act, actor_id, details from audit_log where subject_id = ${post.id} order by id`,
  )
  expect(acts).toEqual([
    { act: 'post.hidden', actor_id: awa.id, details: { spaceId: tempo.id, reason: 'hurtful' } },
    { act: 'post.restored', actor_id: awa.id, details: { spaceId: tempo.id } },
  ])
})

test('the files of a hidden post are out of reach, and come back with it', async () => {
  const fileId = uuid7()
  await world.server.database.transaction((trx) =>
    trx.run(
      sql`insert into files (id, owner_id, name, media_type, bytes, storage_key) values (${fileId}, ${mehdi.id}, 'a.webp', 'image/webp', 1, ${fileId})`,
    ),
  )
  const post = (
    await mehdi.put(`/api/posts/${uuid7()}`, {
      spaceId: tempo.id,
      kind: 'message',
      attachments: [{ fileId }],
    })
  ).body
  expect((await ines.get(`/api/files/${fileId}/facts`)).status).toBe(200)
  await hide(awa, post)
  expect((await ines.get(`/api/files/${fileId}/facts`)).status).toBe(404)
  expect((await mehdi.get(`/api/posts/${post.id}`)).body.attachments).toHaveLength(1)
  await awa.post(`/api/moderation/${post.id}/restore`, {})
  expect((await ines.get(`/api/files/${fileId}/facts`)).status).toBe(200)
})

test('a hidden comment is counted no more, nor read by others', async () => {
  const post = await publish(nadia)
  const said = await comment(mehdi, post)
  await hide(awa, said)
  expect((await ines.get(`/api/comments?subjectId=${post.id}`)).body.items).toEqual([])
  expect((await ines.get(`/api/posts/${post.id}`)).body.commentCount).toBe(0)
  expect((await mehdi.get(`/api/comments?subjectId=${post.id}`)).body.items).toMatchObject([
    { id: said.id, hidden: true, body: docOf('Pire encore') },
  ])
  expect((await awa.get(`/api/comments?subjectId=${post.id}`)).body.items).toMatchObject([{ hidden: true }])
  expect(await caseOf(awa, said, 'settled')).toMatchObject({
    subjectKind: 'comment',
    postId: post.id,
    state: 'hidden',
  })
  await awa.post(`/api/moderation/${said.id}/restore`, {})
  expect((await ines.get(`/api/posts/${post.id}`)).body.commentCount).toBe(1)
})

test('a hidden comment that people answered leaves an empty place to others', async () => {
  const post = await publish(nadia)
  const said = await comment(mehdi, post, 'Le secret')
  await ines.put(`/api/comments/${uuid7()}`, {
    subjectId: post.id,
    parentId: said.id,
    body: docOf('Doucement'),
  })
  await hide(awa, said)
  const page = await ines.get(`/api/comments?subjectId=${post.id}`)
  expect(page.body.items).toMatchObject([
    { id: said.id, author: null, replies: [{ body: docOf('Doucement') }] },
  ])
  expect(JSON.stringify(page.body)).not.toContain('Le secret')
  expect((await ines.get(`/api/comments/${said.id}`)).body).toMatchObject({ author: null })
})

test('what stays is settled without a word to its author; what is taken back leaves the queue', async () => {
  const post = await publish(mehdi)
  await report(ines, post)
  await awa.post(`/api/moderation/${post.id}/keep`)
  expect(await caseOf(awa, post)).toBeUndefined()
  expect(await caseOf(awa, post, 'settled')).toMatchObject({ state: 'kept', hidden: false })
  expect(
    (await mehdi.get('/api/notifications')).body.items.filter(
      (item: { postId: string }) => item.postId === post.id,
    ),
  ).toEqual([])
  const other = await publish(mehdi)
  await report(ines, other)
  await mehdi.del(`/api/posts/${other.id}`)
  expect(await caseOf(awa, other)).toBeUndefined()
  expect((await hide(awa, other)).status).toBe(404)
})

test('the queue comes in pages, the one that waits longest first', async () => {
  const room = await world.community(nadia)
  await world.seat(room, ines)
  const posts = []
  for (let at = 0; at < 5; at += 1) posts.push(await publish(nadia, room))
  for (const post of posts) await report(ines, post)
  const seen: string[] = []
  let cursor: string | null = ''
  while (cursor !== null) {
    const { body } = await nadia.get(
      `/api/moderation?spaceId=${room.id}&limit=2${cursor && `&cursor=${cursor}`}`,
    )
    seen.push(...body.items.map((item: { subjectId: string }) => item.subjectId))
    cursor = body.next
  }
  expect(seen).toEqual(posts.map((post) => post.id))
})
