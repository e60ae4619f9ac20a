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
let greta: Person
let tempo: { id: string }

beforeAll(async () => {
  world = await openWorld()
  nadia = await world.member('nadia')
  mehdi = await world.member('mehdi')
  awa = await world.member('awa')
  carla = await world.member('carla')
  greta = await world.member('greta', { standing: 'guest' })
  tempo = await world.community(nadia)
  await world.seat(tempo, mehdi)
  await world.seat(tempo, awa, 'moderator')
})
afterAll(() => world.close())

const publish = (who: Person, space: { id: string }, more: object = {}, id: string = uuid7()) =>
  who.put(`/api/posts/${id}`, {
    spaceId: space.id,
    kind: 'message',
    body: docOf('Bonjour à l’équipe B'),
    ...more,
  })
const kinds = async (space: { id: string }) =>
  (
    await world.server.database.db.rows<{ kind: string }>(
      sql`select kind from events where space_id = ${space.id} order by seq`,
    )
  ).map((row) => row.kind)
const fileOf = async (owner: Person, mediaType = 'image/webp') => {
  const id = uuid7()
  await world.server.database.transaction((trx) =>
    trx.run(
      sql`insert into files (id, owner_id, name, media_type, bytes, width, height, storage_key) values (${id}, ${owner.id}, 'photo.webp', ${mediaType}, 10, 4, 3, ${id})`,
    ),
  )
  return id
}

test('a message is published once, however often the request is repeated', async () => {
  const group = await world.group(nadia, tempo)
  const id = uuid7()
  const [one, two] = await Promise.all([publish(nadia, group, {}, id), publish(nadia, group, {}, id)])
  const three = await publish(nadia, group, { body: docOf('Autre chose') }, id)
  for (const answer of [one, two, three])
    expect(answer).toMatchObject({ status: 200, body: { id, number: 1, kind: 'message' } })
  expect(three.body.body).toEqual(docOf('Bonjour à l’équipe B'))
  expect((await nadia.get(`/api/posts?spaceId=${group.id}`)).body.items).toHaveLength(1)
  expect(await kinds(group)).toEqual(['member.joined', 'post.published'])
  expect((await publish(nadia, group)).body.number).toBe(2)
})

test('what publishing answers is what reading gives', async () => {
  const practice = { concern: 'Des bulles', gesture: 'On attend', gain: '' }
  for (const more of [
    {},
    { kind: 'question', title: 'Où ?' },
    { kind: 'practice', title: 'Attendre', practice },
    { kind: 'idea', title: 'Et si' },
  ])
    for (const who of [nadia, mehdi, awa]) {
      const { body } = await publish(who, tempo, more)
      expect((await who.get(`/api/posts/${body.id}`)).body).toEqual(body)
    }
  const group = await world.group(nadia, tempo, { openness: 'closed' })
  const { body } = await publish(awa, group)
  expect((await awa.get(`/api/posts/${body.id}`)).body).toEqual(body)
  expect(body.author.role).toBe(null)
})

test('the same request from many taps at once gives one post and leaves no gap in the numbers', async () => {
  const group = await world.group(nadia, tempo)
  const id = uuid7()
  await Promise.all(Array.from({ length: 8 }, () => publish(nadia, group, {}, id)))
  expect((await publish(nadia, group)).body.number).toBe(2)
  expect((await nadia.get(`/api/spaces/${group.id}`)).body.unread).toBe(0)
})

test('what I publish is not unread for me, and is for the others', async () => {
  const group = await world.group(nadia, tempo)
  await world.seat(group, mehdi)
  await publish(nadia, group)
  expect((await nadia.get(`/api/spaces/${group.id}`)).body.unread).toBe(0)
  expect((await mehdi.get(`/api/spaces/${group.id}`)).body.unread).toBe(1)
  // Somebody who has not read everything keeps their mark: the post of another still waits, their own never does.
  const own = await publish(mehdi, group)
  await publish(mehdi, group)
  await publish(mehdi, group, {}, own.body.id)
  expect((await mehdi.get(`/api/spaces/${group.id}`)).body.unread).toBe(1)
  await publish(nadia, group)
  expect((await mehdi.get(`/api/spaces/${group.id}`)).body.unread).toBe(2)
  await mehdi.put(`/api/spaces/${group.id}/read`)
  await publish(mehdi, group)
  expect((await mehdi.get(`/api/spaces/${group.id}`)).body.unread).toBe(0)
})

test("the id of somebody else's post is refused", async () => {
  const { body } = await publish(nadia, tempo)
  expect(await publish(mehdi, tempo, {}, body.id)).toMatchObject({
    status: 409,
    body: { code: 'post.id_taken' },
  })
})

test('who may read, publish, pin, revise and withdraw in a closed group', async () => {
  const group = await world.group(nadia, tempo, { openness: 'closed' })
  await world.seat(group, mehdi)
  const post = (await publish(mehdi, group)).body
  const at = `/api/posts/${post.id}`

  for (const stranger of [carla, greta]) {
    expect(await publish(stranger, group)).toMatchObject({ status: 404, body: { code: 'space.not_found' } })
    for (const answer of [
      await stranger.get(at),
      await stranger.patch(at, { title: 'x' }),
      await stranger.del(at),
      await stranger.put(`${at}/pin`),
      await stranger.put(`${at}/closing`),
      await stranger.put(`${at}/saved`),
      await stranger.get(`${at}/revisions`),
      await stranger.get(`${at}/adopters`),
      await stranger.put(`${at}/ballot`, { optionIds: [uuid7()] }),
      await stranger.put(`${at}/answer`, { commentId: uuid7() }),
    ])
      expect(answer).toMatchObject({ status: 404, body: { code: 'post.not_found' } })
    expect((await stranger.get(`/api/posts?spaceId=${group.id}`)).status).toBe(404)
    expect((await stranger.get('/api/posts')).body.items).toEqual([])
    expect(
      (await stranger.get('/api/posts?q=bonjour')).body.items.map((own: { spaceId: string }) => own.spaceId),
    ).not.toContain(group.id)
  }
  const visitor = world.visitor()
  expect((await visitor.get(at)).status).toBe(401)

  expect(await mehdi.put(`${at}/pin`)).toMatchObject({ status: 403, body: { code: 'post.pin.forbidden' } })
  // Awa moderates the community around the group.
  expect(await awa.patch(at, { body: docOf('x') })).toMatchObject({
    status: 403,
    body: { code: 'post.revise.forbidden' },
  })
  expect(await awa.put(`${at}/pin`)).toMatchObject({ status: 200, body: { pinned: true } })
  expect((await awa.get(at)).body.can).toMatchObject({
    pin: true,
    revise: false,
    withdraw: true,
    moderate: true,
  })
  expect((await mehdi.get(at)).body.can).toMatchObject({
    pin: false,
    revise: true,
    withdraw: true,
    moderate: false,
  })
})

test('in an open community a visitor of the house reads but does not take part', async () => {
  const post = (await publish(nadia, tempo)).body
  expect((await carla.get(`/api/posts/${post.id}`)).body).toMatchObject({
    can: { take: false, comment: false },
  })
  expect(await publish(carla, tempo)).toMatchObject({ status: 403, body: { code: 'post.publish.forbidden' } })
  expect((await greta.get(`/api/posts/${post.id}`)).status).toBe(404)
  await world.seat(tempo, greta)
  expect((await greta.get(`/api/posts/${post.id}`)).body).toMatchObject({ can: { take: true } })
})

test('each kind asks for what it needs, in a sentence', async () => {
  const practice = { concern: 'Le vernis fait des bulles', gesture: '', gain: '' }
  const poll = (options: string[]) => ({
    kind: 'poll',
    title: 'Quand ?',
    body: undefined,
    poll: { options, choice: 'single', anonymous: false },
  })
  const cases: [object, string][] = [
    [{ body: docOf('  ') }, 'post.empty'],
    [{ kind: 'question' }, 'post.question_missing'],
    [{ kind: 'idea', title: ' ' }, 'post.title_missing'],
    [{ kind: 'practice', title: 'x' }, 'post.concern_missing'],
    [{ kind: 'practice', title: 'x', practice }, 'post.gesture_missing'],
    [{ kind: 'kudos' }, 'post.recipient_missing'],
    [{ kind: 'kudos', recipientIds: [nadia.id] }, 'post.kudos_to_oneself'],
    [{ kind: 'kudos', recipientIds: [mehdi.id], body: undefined }, 'post.kudos_empty'],
    [poll(['Oui']), 'post.poll_options_few'],
    [poll(['Oui', ' oui ']), 'post.poll_options_same'],
    [poll(Array.from({ length: 11 }, (_, at) => `${at}`)), 'post.poll_options_many'],
    [
      {
        kind: 'poll',
        title: 'x',
        poll: { options: ['a', 'b'], choice: 'single', anonymous: false, closesAt: '2020-01-01T00:00:00Z' },
      },
      'poll.closes_in_past',
    ],
    [{ body: docOf('a'.repeat(20_001)) }, 'rich_text.too_long'],
    [{ body: { type: 'doc', content: [{ type: 'iframe' }] } }, 'rich_text.unknown'],
  ]
  for (const [more, code] of cases) {
    const answer = await publish(nadia, tempo, more)
    expect(answer).toMatchObject({ status: 422, body: { code } })
    expect(answer.body.title).not.toMatch(/n'a pas abouti|\{\{/)
  }
  expect(await publish(nadia, tempo, { title: 'a'.repeat(161) })).toMatchObject({
    status: 422,
    body: { code: 'platform.too_long' },
  })
})

test('a practice says the concern, the gesture and the gain, and counts who did it too', async () => {
  const practice = { concern: 'Des bulles', gesture: 'On lit l’humidité', gain: '11 h' }
  const { body } = await publish(nadia, tempo, {
    kind: 'practice',
    title: 'L’hygromètre',
    body: undefined,
    practice,
  })
  expect(body).toMatchObject({ practice, adoptionCount: 0, adopted: false })
  await mehdi.put(`/api/posts/${body.id}/adoption`)
  expect((await mehdi.put(`/api/posts/${body.id}/adoption`)).body).toMatchObject({
    adoptionCount: 1,
    adopted: true,
  })
  expect((await nadia.get(`/api/posts/${body.id}`)).body).toMatchObject({ adoptionCount: 1, adopted: false })
  expect((await nadia.get(`/api/posts/${body.id}/adopters`)).body.items).toMatchObject([
    { memberId: mehdi.id },
  ])
  expect((await mehdi.del(`/api/posts/${body.id}/adoption`)).body).toMatchObject({
    adoptionCount: 0,
    adopted: false,
  })
  expect((await carla.put(`/api/posts/${body.id}/adoption`)).body.code).toBe('post.adopt.forbidden')
  const message = (await publish(nadia, tempo)).body
  expect((await mehdi.put(`/api/posts/${message.id}/adoption`)).body.code).toBe('post.not_a_practice')
})

test('kudos name those they are for', async () => {
  const { body } = await publish(nadia, tempo, {
    kind: 'kudos',
    recipientIds: [mehdi.id, awa.id, mehdi.id],
    body: docOf('Chapeau'),
  })
  expect(body.recipients.map((own: { id: string }) => own.id).toSorted()).toEqual(
    [mehdi.id, awa.id].toSorted(),
  )
  expect(await publish(nadia, tempo, { kind: 'kudos', recipientIds: [uuid7()] })).toMatchObject({
    status: 404,
    body: { code: 'member.not_found' },
  })
})

test('a poll shows its results to those who voted, who may change their mind', async () => {
  const poll = { options: ['6 h 30', '12 h 45'], choice: 'single', anonymous: false }
  const { body } = await publish(nadia, tempo, { kind: 'poll', title: 'Quand ?', body: undefined, poll })
  const [first, second] = body.poll.options as { id: string }[]
  const at = `/api/posts/${body.id}/ballot`
  expect(body.poll).toMatchObject({ voted: false, voters: 0, options: [{ votes: null }, { votes: null }] })
  expect((await mehdi.put(at, { optionIds: [first?.id] })).body.poll).toMatchObject({
    voted: true,
    mine: [first?.id],
    voters: 1,
    options: [{ votes: 1 }, { votes: 0 }],
  })
  expect((await nadia.get(`/api/posts/${body.id}`)).body.poll).toMatchObject({
    voters: 1,
    options: [{ votes: null }, { votes: null }],
  })
  await mehdi.put(at, { optionIds: [second?.id] })
  expect((await mehdi.put(at, { optionIds: [second?.id] })).body.poll).toMatchObject({
    mine: [second?.id],
    voters: 1,
    options: [{ votes: 0 }, { votes: 1 }],
  })
  expect((await mehdi.put(at, { optionIds: [first?.id, second?.id] })).body.code).toBe('poll.one_choice')
  expect((await mehdi.put(at, { optionIds: [] })).body.code).toBe('poll.nothing_chosen')
  expect((await mehdi.put(at, { optionIds: [uuid7()] })).body.code).toBe('poll.option_not_found')
  expect((await carla.put(at, { optionIds: [first?.id] })).body.code).toBe('poll.vote.forbidden')
})

test('a poll of several choices counts each, and voters once', async () => {
  const poll = { options: ['a', 'b', 'c'], choice: 'multiple', anonymous: false }
  const { body } = await publish(nadia, tempo, { kind: 'poll', title: 'Quoi ?', body: undefined, poll })
  const ids = body.poll.options.map((own: { id: string }) => own.id) as string[]
  await mehdi.put(`/api/posts/${body.id}/ballot`, { optionIds: [ids[0], ids[1]] })
  const after = await awa.put(`/api/posts/${body.id}/ballot`, { optionIds: [ids[1], ids[2]] })
  expect(after.body.poll).toMatchObject({ voters: 2, options: [{ votes: 1 }, { votes: 2 }, { votes: 1 }] })
  const changed = await awa.put(`/api/posts/${body.id}/ballot`, { optionIds: [ids[0]] })
  expect(changed.body.poll).toMatchObject({ voters: 2, options: [{ votes: 2 }, { votes: 1 }, { votes: 0 }] })
})

test('an anonymous poll keeps no choice, and its events neither the voter nor the result', async () => {
  const group = await world.group(nadia, tempo)
  await world.seat(group, mehdi)
  const poll = { options: ['oui', 'non'], choice: 'single', anonymous: true }
  const { body } = await publish(nadia, group, { kind: 'poll', title: 'Ça va ?', body: undefined, poll })
  const [yes] = body.poll.options as { id: string }[]
  const voted = await mehdi.put(`/api/posts/${body.id}/ballot`, { optionIds: [yes?.id] })
  expect(voted.body.poll).toMatchObject({
    voted: true,
    mine: [],
    voters: 1,
    options: [{ votes: 1 }, { votes: 0 }],
  })
  const { db } = world.server.database
  expect(await db.rows(sql`select option_ids from poll_ballots where post_id = ${body.id}`)).toEqual([
    { option_ids: [] },
  ])
  expect(
    await db.rows(
      sql`select actor_id, payload from events where space_id = ${group.id} and kind = 'poll.voted'`,
    ),
  ).toEqual([{ actor_id: null, payload: { postId: body.id, voters: 1 } }])
  expect(await mehdi.put(`/api/posts/${body.id}/ballot`, { optionIds: [yes?.id] })).toMatchObject({
    status: 409,
    body: { code: 'poll.already_voted' },
  })
})

test('a closed poll shows its results to all and takes no vote', async () => {
  const closesAt = new Date(Date.now() + 60_000).toISOString()
  const poll = { options: ['oui', 'non'], choice: 'single', anonymous: false, closesAt }
  const { body } = await publish(nadia, tempo, { kind: 'poll', title: 'Bientôt ?', body: undefined, poll })
  expect(body.poll).toMatchObject({ closesAt, closed: false })
  await world.server.database.transaction((trx) =>
    trx.run(
      sql`update posts set details = details || '{"closesAt":"2026-01-01T00:00:00.000Z"}' where id = ${body.id}`,
    ),
  )
  expect((await mehdi.get(`/api/posts/${body.id}`)).body.poll).toMatchObject({
    closed: true,
    options: [{ votes: 0 }, { votes: 0 }],
  })
  expect(
    (await mehdi.put(`/api/posts/${body.id}/ballot`, { optionIds: [body.poll.options[0].id] })).body.code,
  ).toBe('poll.closed')
})

test('a revised post keeps what it said, for its author and the moderators', async () => {
  const { body } = await publish(mehdi, tempo, { title: 'Un', body: docOf('Premier') })
  const at = `/api/posts/${body.id}`
  expect((await mehdi.patch(at, { title: 'Un', body: docOf('Premier') })).body.editedAt).toBe(null)
  expect((await mehdi.patch(at, { body: docOf('Deuxième #vernis') })).body).toMatchObject({
    title: 'Un',
    editedAt: expect.any(String),
  })
  await mehdi.patch(at, { title: 'Deux' })
  const revisions = (await awa.get(`${at}/revisions`)).body.items
  expect(revisions).toMatchObject([
    { number: 2, title: 'Un', body: docOf('Deuxième #vernis') },
    { number: 1, title: 'Un', body: docOf('Premier') },
  ])
  expect(await nadia.patch(at, { title: 'x' })).toMatchObject({
    status: 403,
    body: { code: 'post.revise.forbidden' },
  })
  const ines = await world.member('ines')
  await world.seat(tempo, ines)
  expect(await ines.get(`${at}/revisions`)).toMatchObject({
    status: 403,
    body: { code: 'post.revisions.forbidden' },
  })
  expect((await ines.get('/api/posts?hashtag=Vernis')).body.items).toMatchObject([{ id: body.id }])
  expect(await mehdi.patch(at, { title: '', body: docOf('') })).toMatchObject({
    status: 422,
    body: { code: 'post.empty' },
  })
})

test('a withdrawn post is gone for everybody, and so are its files', async () => {
  const fileId = await fileOf(mehdi)
  const { body } = await publish(mehdi, tempo, { attachments: [{ fileId, alt: 'Le banc d’essai' }] })
  expect(body.attachments).toMatchObject([
    { fileId, alt: 'Le banc d’essai', mediaType: 'image/webp', width: 4 },
  ])
  expect((await nadia.get(`/api/files/${fileId}/facts`)).status).toBe(200)
  const ines = await world.member('ines2')
  await world.seat(tempo, ines)
  expect(await ines.del(`/api/posts/${body.id}`)).toMatchObject({
    status: 403,
    body: { code: 'post.withdraw.forbidden' },
  })
  expect((await mehdi.del(`/api/posts/${body.id}`)).body).toEqual({ done: true })
  expect((await mehdi.del(`/api/posts/${body.id}`)).body).toEqual({ done: true })
  expect((await mehdi.get(`/api/posts/${body.id}`)).status).toBe(404)
  expect((await nadia.get(`/api/files/${fileId}/facts`)).status).toBe(404)
  expect(
    (await nadia.get(`/api/posts?spaceId=${tempo.id}`)).body.items.map((own: { id: string }) => own.id),
  ).not.toContain(body.id)
})

test("only files of one's own are attached, and a file taken off is private again", async () => {
  const mine = await fileOf(mehdi)
  const other = await fileOf(nadia)
  expect(await publish(mehdi, tempo, { attachments: [{ fileId: other }] })).toMatchObject({
    status: 404,
    body: { code: 'file.not_found' },
  })
  const { body } = await publish(mehdi, tempo, { attachments: [{ fileId: mine }] })
  const second = await fileOf(mehdi)
  const after = await mehdi.patch(`/api/posts/${body.id}`, { attachments: [{ fileId: second, alt: 'B' }] })
  expect(after.body.attachments).toMatchObject([{ fileId: second, alt: 'B' }])
  expect((await nadia.get(`/api/files/${mine}/facts`)).status).toBe(404)
  expect((await mehdi.get(`/api/files/${mine}/facts`)).status).toBe(200)
})

test('a mention bears the real name, and nobody mentions whom they may not know', async () => {
  const mention = (id: string, kind: string) => ({
    type: 'doc',
    content: [
      { type: 'paragraph', content: [{ type: 'mention', attrs: { id, label: 'La direction', kind } }] },
    ],
  })
  const { body } = await publish(nadia, tempo, { body: mention(mehdi.id, 'member') })
  expect(body.body.content[0].content[0].attrs).toEqual({ id: mehdi.id, label: mehdi.name, kind: 'member' })
  expect(await publish(nadia, tempo, { body: mention(uuid7(), 'member') })).toMatchObject({
    status: 422,
    body: { code: 'mention.unknown' },
  })
  const secret = await world.group(nadia, tempo, { openness: 'secret' })
  expect((await publish(mehdi, tempo, { body: mention(secret.id, 'space') })).body.code).toBe(
    'mention.unknown',
  )
  expect(
    (await publish(nadia, tempo, { body: mention(tempo.id, 'space') })).body.body.content[0].content[0].attrs
      .label,
  ).toBe('Tempo')
})

test('one post is pinned at a time', async () => {
  const group = await world.group(nadia, tempo)
  const one = (await publish(nadia, group)).body
  const two = (await publish(nadia, group)).body
  await Promise.all([nadia.put(`/api/posts/${one.id}/pin`), nadia.put(`/api/posts/${two.id}/pin`)])
  expect((await nadia.get(`/api/posts?spaceId=${group.id}&pinned=true`)).body.items).toHaveLength(1)
  await nadia.put(`/api/posts/${one.id}/pin`)
  expect((await nadia.get(`/api/posts?spaceId=${group.id}&pinned=true`)).body.items).toMatchObject([
    { id: one.id, pinned: true },
  ])
  expect((await nadia.del(`/api/posts/${one.id}/pin`)).body.pinned).toBe(false)
})

test('saved posts are listed for oneself, latest saved first, as long as they may be read', async () => {
  const group = await world.group(nadia, tempo, { openness: 'closed' })
  await world.seat(group, mehdi)
  const one = (await publish(nadia, group)).body
  const two = (await publish(nadia, tempo)).body
  await mehdi.put(`/api/posts/${one.id}/saved`)
  expect((await mehdi.put(`/api/posts/${two.id}/saved`)).body.saved).toBe(true)
  const first = (await mehdi.get('/api/saved-posts?limit=1')).body
  expect(first.items).toMatchObject([{ id: two.id, saved: true }])
  expect((await mehdi.get(`/api/saved-posts?limit=1&cursor=${first.next}`)).body).toMatchObject({
    items: [{ id: one.id }],
    next: null,
  })
  await mehdi.del(`/api/spaces/${group.id}/seat`)
  expect((await mehdi.get('/api/saved-posts')).body.items.map((own: { id: string }) => own.id)).toEqual([
    two.id,
  ])
  expect((await mehdi.del(`/api/posts/${two.id}/saved`)).body.saved).toBe(false)
  expect((await nadia.get('/api/saved-posts')).body.items).toEqual([])
})

test('a relayed post shows its card to readers of the original space alone', async () => {
  const inside = await world.group(nadia, tempo, { openness: 'closed', name: 'Entre nous' })
  const original = (await publish(nadia, inside, { title: 'Le plan', body: docOf('Confidentiel') })).body
  const relay = await publish(nadia, tempo, { body: docOf('À lire'), sharedPostId: original.id })
  expect(relay.body.shared).toMatchObject({
    post: { id: original.id, title: 'Le plan', excerpt: 'Confidentiel', spaceName: 'Entre nous' },
  })
  const seen = await mehdi.get(`/api/posts/${relay.body.id}`)
  expect(seen.body.shared).toEqual({ post: null })
  expect(JSON.stringify(seen.body)).not.toMatch(/Confidentiel|Entre nous|Le plan/)
  expect(JSON.stringify((await mehdi.get('/api/posts')).body)).not.toMatch(/Confidentiel/)
  // Relaying the relay relays the first one; what one may not read one may not relay.
  const again = await publish(nadia, inside, { body: undefined, sharedPostId: relay.body.id })
  expect(again.body.shared.post.id).toBe(original.id)
  expect(await publish(mehdi, tempo, { sharedPostId: original.id })).toMatchObject({
    status: 404,
    body: { code: 'post.not_found' },
  })
  await nadia.del(`/api/posts/${original.id}`)
  expect((await nadia.get(`/api/posts/${relay.body.id}`)).body.shared).toEqual({ post: null })
})

test('a draft is kept for its author alone, and gone once published', async () => {
  const id = uuid7()
  const content = { kind: 'idea', title: 'Presque\u0000', deep: [1, { a: null }] }
  expect(await mehdi.put(`/api/drafts/${id}`, { spaceId: tempo.id, content })).toMatchObject({
    status: 200,
    body: { id, spaceId: tempo.id, content: { ...content, title: 'Presque' } },
  })
  await mehdi.put(`/api/drafts/${id}`, { content: { title: 'Deux' } })
  expect((await mehdi.get('/api/drafts')).body.items).toMatchObject([
    { id, spaceId: null, content: { title: 'Deux' } },
  ])
  expect((await nadia.get('/api/drafts')).body.items).toEqual([])
  expect((await nadia.put(`/api/drafts/${id}`, { content: {} })).body.code).toBe('draft.not_found')
  await nadia.del(`/api/drafts/${id}`)
  expect((await mehdi.get('/api/drafts')).body.items).toHaveLength(1)
  await publish(mehdi, tempo, {}, id)
  expect((await mehdi.get('/api/drafts')).body.items).toEqual([])
  expect(
    (await mehdi.put(`/api/drafts/${uuid7()}`, { content: { text: 'a'.repeat(200_001) } })).body.code,
  ).toBe('draft.too_long')
})

test('comments are closed and opened by the author or a moderator', async () => {
  const { body } = await publish(mehdi, tempo)
  const at = `/api/posts/${body.id}/closing`
  const ines = await world.member('ines3')
  await world.seat(tempo, ines)
  expect((await ines.put(at)).body.code).toBe('post.close.forbidden')
  expect((await mehdi.put(at)).body).toMatchObject({
    commentsClosed: true,
    can: { comment: false, take: true },
  })
  expect(
    (await ines.put(`/api/comments/${uuid7()}`, { subjectId: body.id, body: docOf('Non') })).body.code,
  ).toBe('comment.closed')
  expect((await awa.del(at)).body).toMatchObject({ commentsClosed: false, can: { comment: true } })
})
