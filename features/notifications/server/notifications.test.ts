import { v7 as uuid7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openWorld, type Person, type World } from '#app/testing/world.ts'
import { docOf, type RichDoc } from '#platform/contract/rich-text.ts'
import { sql } from '#platform/server/db.ts'

let world: World
let nadia: Person
let mehdi: Person
let awa: Person
let greta: Person
let tempo: { id: string }

beforeAll(async () => {
  world = await openWorld()
  nadia = await world.member('nadia')
  mehdi = await world.member('mehdi')
  awa = await world.member('awa')
  greta = await world.member('greta', { standing: 'guest' })
  tempo = await world.community(nadia)
  await world.seat(tempo, mehdi)
  await world.seat(tempo, awa)
})
beforeEach(() => world.server.database.transaction((trx) => trx.run(sql`delete from notifications`)))
afterAll(() => world.close())

const publish = async (who: Person, space: { id: string }, more: object = {}) =>
  (
    await who.put(`/api/posts/${uuid7()}`, {
      spaceId: space.id,
      kind: 'message',
      body: docOf('Bonjour'),
      ...more,
    })
  ).body
const comment = async (
  who: Person,
  subject: { id: string },
  body: RichDoc = docOf('Oui'),
  more: object = {},
) => (await who.put(`/api/comments/${uuid7()}`, { subjectId: subject.id, body, ...more })).body
const naming = (who: { id: string }, kind: 'member' | 'space' = 'member'): RichDoc => ({
  type: 'doc',
  content: [
    {
      type: 'paragraph',
      content: [
        { type: 'text', text: 'Merci ' },
        { type: 'mention', attrs: { id: who.id, label: 'x', kind } },
      ],
    },
  ],
})
const told = async (who: Person) =>
  (await who.get('/api/notifications')).body.items as { kind: string; id: string }[]
const kindsOf = async (who: Person) => (await told(who)).map((item) => item.kind)
const unread = async (who: Person) => (await who.get('/api/notifications/count')).body.unread

test('a mention, a comment, a reply, an accepted answer and kudos are told, each to those it is for', async () => {
  const post = await publish(nadia, tempo, { body: naming(mehdi) })
  expect(await told(mehdi)).toMatchObject([
    {
      kind: 'mention',
      postId: post.id,
      spaceId: tempo.id,
      spaceName: 'Tempo',
      actor: { id: nadia.id },
      excerpt: 'Merci @Mehdi Essai',
      read: false,
    },
  ])
  const first = await comment(mehdi, post)
  expect(await told(nadia)).toMatchObject([
    { kind: 'comment', postId: post.id, commentId: first.id, excerpt: 'Oui', actor: { id: mehdi.id } },
  ])
  await comment(awa, post, docOf('Moi aussi'), { parentId: first.id })
  expect(await kindsOf(mehdi)).toEqual(['reply', 'mention'])
  expect(await kindsOf(nadia)).toEqual(['comment', 'comment'])
  const asked = await publish(mehdi, tempo, { kind: 'question', title: 'Où ?' })
  const answer = await comment(awa, asked)
  await mehdi.put(`/api/posts/${asked.id}/answer`, { commentId: answer.id })
  await mehdi.del(`/api/posts/${asked.id}/answer`)
  await mehdi.put(`/api/posts/${asked.id}/answer`, { commentId: answer.id })
  expect(await kindsOf(awa)).toEqual(['answer_accepted'])
  await publish(nadia, tempo, { kind: 'kudos', recipientIds: [awa.id], body: naming(awa) })
  expect(await kindsOf(awa)).toEqual(['kudos', 'answer_accepted'])
})

test('nobody is told of their own act, nor twice of the same one', async () => {
  const post = await publish(nadia, tempo, { body: naming(nadia) })
  await comment(nadia, post, naming(nadia))
  expect(await told(nadia)).toEqual([])
  const own = await comment(mehdi, post)
  await comment(awa, post, naming(mehdi), { parentId: own.id })
  expect(await kindsOf(mehdi)).toEqual(['mention'])
})

test('the same request sent again tells once', async () => {
  const id = uuid7()
  const body = { spaceId: tempo.id, kind: 'message', body: naming(mehdi) }
  await Promise.all([nadia.put(`/api/posts/${id}`, body), nadia.put(`/api/posts/${id}`, body)])
  expect(await told(mehdi)).toHaveLength(1)
})

test('somebody who may not read the space is told nothing, then or later', async () => {
  const group = await world.group(nadia, tempo, { openness: 'closed', name: 'Entre nous' })
  await publish(nadia, group, { body: naming(mehdi) })
  await publish(nadia, group, { kind: 'kudos', recipientIds: [mehdi.id, greta.id] })
  await world.seat(group, awa)
  const mentioned = await publish(nadia, group, { body: naming(awa) })
  expect(await told(mehdi)).toEqual([])
  expect(await told(greta)).toEqual([])
  expect(await told(awa)).toMatchObject([{ kind: 'mention', postId: mentioned.id }])
  await awa.del(`/api/spaces/${group.id}/seat`)
  expect(await told(awa)).toEqual([])
  expect(await unread(awa)).toBe(0)
  // A seat gained afterwards does not bring back what was never sent.
  await world.seat(group, mehdi)
  expect(await kindsOf(mehdi)).toEqual([])
})

test('a post taken back takes its notifications with it', async () => {
  const post = await publish(nadia, tempo, { body: naming(mehdi) })
  expect(await unread(mehdi)).toBe(1)
  await nadia.del(`/api/posts/${post.id}`)
  expect(await told(mehdi)).toEqual([])
  expect(await unread(mehdi)).toBe(0)
})

test('a mention of a space tells nobody in particular', async () => {
  await publish(nadia, tempo, { body: naming(tempo, 'space') })
  for (const who of [nadia, mehdi, awa]) expect(await told(who)).toEqual([])
})

test('somebody brought in by a colleague is welcomed; whoever comes by themselves is not', async () => {
  const ines = await world.member('ines')
  const zoe = await world.member('zoe')
  await nadia.put(`/api/spaces/${tempo.id}/seats/${ines.id}`, { role: 'member' })
  await zoe.put(`/api/spaces/${tempo.id}/seat`)
  expect(await told(ines)).toMatchObject([{ kind: 'welcome', spaceId: tempo.id, actor: { id: nadia.id } }])
  expect(await told(zoe)).toEqual([])
})

test('one is marked read, or all, and only mine', async () => {
  for (let at = 0; at < 3; at += 1) await publish(nadia, tempo, { body: naming(mehdi) })
  const [latest] = await told(mehdi)
  expect((await nadia.put(`/api/notifications/${latest?.id}/read`)).body.code).toBe('notification.not_found')
  await mehdi.put(`/api/notifications/${latest?.id}/read`)
  expect((await mehdi.put(`/api/notifications/${latest?.id}/read`)).body).toEqual({ done: true })
  expect(await unread(mehdi)).toBe(2)
  expect((await mehdi.get('/api/notifications?unread=true')).body.items).toHaveLength(2)
  await nadia.put('/api/notifications/read')
  expect(await unread(mehdi)).toBe(2)
  await mehdi.put('/api/notifications/read')
  expect(await unread(mehdi)).toBe(0)
})

test('the list comes in pages, latest first, also at the same instant', async () => {
  await world.server.database.transaction((trx) =>
    trx.run(sql`
    insert into notifications (id, member_id, kind, space_id, created_at)
    select gen_random_uuid(), ${mehdi.id}, 'welcome', ${tempo.id}, timestamptz '2026-01-01' from generate_series(1, 25)`),
  )
  const seen = new Set<string>()
  let cursor: string | null = ''
  while (cursor !== null) {
    const { body } = await mehdi.get(`/api/notifications?limit=10${cursor && `&cursor=${cursor}`}`)
    for (const item of body.items) seen.add(item.id)
    cursor = body.next
  }
  expect(seen.size).toBe(25)
})
