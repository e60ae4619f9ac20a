import { v7 as uuid7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type Person, type World } from '#app/testing/world.ts'
import { docOf } from '#platform/contract/rich-text.ts'
import { sql } from '#platform/server/db.ts'

let world: World
let nadia: Person
let mehdi: Person
let awa: Person
let carla: Person
let tempo: { id: string }

beforeAll(async () => {
  world = await openWorld()
  nadia = await world.member('nadia')
  mehdi = await world.member('mehdi')
  awa = await world.member('awa')
  carla = await world.member('carla')
  tempo = await world.community(nadia)
  await world.seat(tempo, mehdi)
  await world.seat(tempo, awa, 'moderator')
})
afterAll(() => world.close())

const publish = async (
  who: Person,
  space: { id: string } = tempo,
  more: object = {},
): Promise<{ id: string }> =>
  (
    await who.put(`/api/posts/${uuid7()}`, {
      spaceId: space.id,
      kind: 'message',
      body: docOf('Bonjour'),
      ...more,
    })
  ).body
const comment = (
  who: Person,
  subject: { id: string },
  text: string,
  more: object = {},
  id: string = uuid7(),
) => who.put(`/api/comments/${id}`, { subjectId: subject.id, body: docOf(text), ...more })
const countOf = async (post: { id: string }) => (await nadia.get(`/api/posts/${post.id}`)).body.commentCount
const textsOf = (answer: { body: { items: { body: unknown }[] } }) =>
  JSON.stringify(answer.body.items.map((item) => item.body))

test('a comment is published once, counted once, and told to those who follow the space', async () => {
  const post = await publish(nadia)
  const id = uuid7()
  await Promise.all([comment(mehdi, post, 'Oui', {}, id), comment(mehdi, post, 'Oui', {}, id)])
  expect(await comment(mehdi, post, 'Non', {}, id)).toMatchObject({
    status: 200,
    body: { id, body: docOf('Oui'), author: { id: mehdi.id, role: 'member' } },
  })
  expect(await countOf(post)).toBe(1)
  const events = await world.server.database.db.rows(
    sql`select payload from events where space_id = ${tempo.id} and kind = 'comment.published' and payload ->> 'subjectId' = ${post.id}`,
  )
  expect(events).toEqual([
    { payload: { commentId: id, subjectId: post.id, parentId: null, commentCount: 1, mentions: [] } },
  ])
  expect(await comment(nadia, post, 'Pris', {}, id)).toMatchObject({
    status: 409,
    body: { code: 'comment.id_taken' },
  })
})

test('a reply to a reply hangs on the same comment: two levels, not three', async () => {
  const post = await publish(nadia)
  const top = (await comment(mehdi, post, 'Un')).body
  const reply = (await comment(nadia, post, 'Deux', { parentId: top.id })).body
  const deeper = (await comment(mehdi, post, 'Trois', { parentId: reply.id })).body
  expect(deeper.parentId).toBe(top.id)
  const page = (await mehdi.get(`/api/comments?subjectId=${post.id}`)).body
  expect(page.items).toHaveLength(1)
  expect(page.items[0]).toMatchObject({
    id: top.id,
    replyCount: 2,
    replies: [{ id: reply.id }, { id: deeper.id }],
    nextReplies: null,
  })
  expect(await countOf(post)).toBe(3)
  const other = await publish(nadia)
  expect((await comment(mehdi, other, 'Perdu', { parentId: top.id })).body.code).toBe('comment.not_found')
})

test('comments come oldest first, in pages without gap or double, even at the same instant', async () => {
  const post = await publish(nadia)
  await world.server.database.transaction((trx) =>
    trx.run(sql`
    insert into comments (id, subject_id, space_id, author_id, body, body_text, created_at)
    select gen_random_uuid(), ${post.id}, ${tempo.id}, ${mehdi.id}, ${JSON.stringify(docOf('x'))}::jsonb, 'x', timestamptz '2026-01-01' + (n / 5) * interval '1 microsecond'
    from generate_series(1, 37) n`),
  )
  const seen: { id: string; createdAt: string }[] = []
  let cursor: string | null = ''
  while (cursor !== null) {
    const { body } = await nadia.get(
      `/api/comments?subjectId=${post.id}&limit=10${cursor && `&cursor=${cursor}`}`,
    )
    seen.push(...body.items)
    cursor = body.next
  }
  expect(new Set(seen.map((item) => item.id)).size).toBe(37)
  const times = seen.map((item) =>
    item.createdAt.includes('.') ? item.createdAt : item.createdAt.replace('Z', '.000000Z'),
  )
  expect(times).toEqual(times.toSorted())
})

test('many replies are a page of their own', async () => {
  const post = await publish(nadia)
  const top = (await comment(mehdi, post, 'Un')).body
  for (let at = 0; at < 23; at += 1) await comment(nadia, post, `Réponse ${at}`, { parentId: top.id })
  const [shown] = (await nadia.get(`/api/comments?subjectId=${post.id}`)).body.items
  expect(shown.replies).toHaveLength(20)
  const rest = (
    await nadia.get(`/api/comments?subjectId=${post.id}&parentId=${top.id}&cursor=${shown.nextReplies}`)
  ).body
  expect(rest.items).toHaveLength(3)
  expect(rest.next).toBe(null)
})

test('who may read, write, revise and withdraw a comment', async () => {
  const group = await world.group(nadia, tempo, { openness: 'closed' })
  await world.seat(group, mehdi)
  const post = await publish(nadia, group)
  const { body } = await comment(mehdi, post, 'Entre nous')
  const at = `/api/comments/${body.id}`
  expect((await carla.get(`/api/comments?subjectId=${post.id}`)).body.code).toBe('comment.subject_not_found')
  expect((await carla.get(at)).body.code).toBe('comment.not_found')
  expect((await comment(carla, post, 'Moi aussi')).body.code).toBe('comment.subject_not_found')
  expect((await carla.patch(at, { body: docOf('x') })).status).toBe(404)
  expect((await carla.del(at)).status).toBe(404)
  expect((await nadia.patch(at, { body: docOf('x') })).body.code).toBe('comment.revise.forbidden')
  expect((await mehdi.patch(at, { body: docOf('Encore entre nous') })).body).toMatchObject({
    editedAt: expect.any(String),
    body: docOf('Encore entre nous'),
  })

  const open = await publish(nadia)
  expect((await comment(carla, open, 'Bonjour')).body.code).toBe('comment.publish.forbidden')
  expect((await carla.get(`/api/comments?subjectId=${open.id}`)).status).toBe(200)
  const own = (await comment(nadia, open, 'À moi')).body
  expect((await mehdi.del(`/api/comments/${own.id}`)).body.code).toBe('comment.withdraw.forbidden')
  expect((await awa.del(`/api/comments/${own.id}`)).body).toEqual({ done: true })
})

test('a withdrawn comment is gone, or leaves an empty place where people answered', async () => {
  const post = await publish(nadia)
  const lone = (await comment(mehdi, post, 'Seul')).body
  const answered = (await comment(mehdi, post, 'Suivi')).body
  const reply = (await comment(nadia, post, 'Réponse', { parentId: answered.id })).body
  await mehdi.del(`/api/comments/${lone.id}`)
  await mehdi.del(`/api/comments/${lone.id}`)
  await mehdi.del(`/api/comments/${answered.id}`)
  expect(await countOf(post)).toBe(1)
  const page = await nadia.get(`/api/comments?subjectId=${post.id}`)
  expect(page.body.items).toMatchObject([
    { id: answered.id, withdrawn: true, author: null, replies: [{ id: reply.id }] },
  ])
  expect(textsOf(page)).not.toContain('Suivi')
  await nadia.del(`/api/comments/${reply.id}`)
  expect((await nadia.get(`/api/comments?subjectId=${post.id}`)).body.items).toEqual([])
  expect(await countOf(post)).toBe(0)
})

test('comments hold light text, not empty, up to four thousand characters', async () => {
  const post = await publish(nadia)
  expect((await comment(mehdi, post, '  ')).body).toMatchObject({
    code: 'comment.empty',
    errors: [{ field: 'body' }],
  })
  const long = await comment(mehdi, post, 'a'.repeat(4001))
  expect(long.body).toMatchObject({ code: 'rich_text.too_long' })
  expect(long.body.title).toContain('4000')
  const heading = { type: 'doc', content: [{ type: 'heading', content: [{ type: 'text', text: 'x' }] }] }
  expect((await mehdi.put(`/api/comments/${uuid7()}`, { subjectId: post.id, body: heading })).body.code).toBe(
    'rich_text.unknown',
  )
})

test('the author of a question, or a moderator, accepts an answer', async () => {
  const asked = await publish(mehdi, tempo, { kind: 'question', title: 'Où ?' })
  const answer = (await comment(nadia, asked, 'Ici')).body
  const at = `/api/posts/${asked.id}/answer`
  const ines = await world.member('ines')
  await world.seat(tempo, ines)
  expect((await ines.put(at, { commentId: answer.id })).body.code).toBe('post.accept.forbidden')
  expect((await mehdi.put(at, { commentId: uuid7() })).body.code).toBe('comment.not_found')
  expect((await mehdi.put(at, { commentId: answer.id })).body).toMatchObject({
    acceptedCommentId: answer.id,
    answer: { commentId: answer.id, authorName: nadia.name, body: docOf('Ici') },
  })
  expect((await awa.del(at)).body).toMatchObject({ acceptedCommentId: null, answer: null })
  await mehdi.put(at, { commentId: answer.id })
  await nadia.del(`/api/comments/${answer.id}`)
  expect((await mehdi.get(`/api/posts/${asked.id}`)).body).toMatchObject({
    acceptedCommentId: null,
    answer: null,
  })
  const message = await publish(mehdi)
  const said = (await comment(nadia, message, 'Non')).body
  expect((await mehdi.put(`/api/posts/${message.id}/answer`, { commentId: said.id })).status).toBe(403)
})

test('comments, reactions, pins and votes at the same moment neither block nor miscount', async () => {
  const poll = { options: ['a', 'b'], choice: 'single', anonymous: false }
  const post = (
    await nadia.put(`/api/posts/${uuid7()}`, { spaceId: tempo.id, kind: 'poll', title: 'Quand ?', poll })
  ).body
  const people = [nadia, mehdi, awa]
  const acts = people.flatMap((who) => [
    ...Array.from({ length: 5 }, () => comment(who, post, 'Ensemble')),
    who.put(`/api/reactions/${post.id}`, { kind: 'like' }),
    who.put(`/api/reactions/${post.id}`, { kind: 'bravo' }),
    who.put(`/api/posts/${post.id}/ballot`, { optionIds: [post.poll.options[0].id] }),
    publish(who),
  ])
  const pins = [
    awa.put(`/api/posts/${post.id}/pin`),
    awa.put(`/api/posts/${post.id}/closing`).then(() => awa.del(`/api/posts/${post.id}/closing`)),
  ]
  const answers = await Promise.all([...acts, ...pins])
  // A pin or a poll may wait for another; none may fail.
  expect(
    answers.filter((answer) => 'status' in answer && answer.status !== 200 && answer.status !== 409),
  ).toEqual([])
  const after = (await nadia.get(`/api/posts/${post.id}`)).body
  const { db } = world.server.database
  const real = await db.row<{ comments: number; reactions: number }>(sql`
    select (select count(*) from comments where subject_id = ${post.id}) as comments, (select count(*) from reactions where subject_id = ${post.id}) as reactions`)
  expect(after.commentCount).toBe(real?.comments)
  expect(after.reactionTotal).toBe(3)
  expect(real?.reactions).toBe(3)
  expect(after.reactions.like + after.reactions.bravo).toBe(3)
  expect(after.poll.voters).toBe(3)
})
