import { v7 as uuid7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type Person, type World } from '#app/testing/world.ts'
import { docOf } from '#platform/contract/rich-text.ts'
import { type Db, join, type Sql, sql } from '#platform/server/db.ts'
import { feedPage } from './feed.ts'

let world: World
let nadia: Person
let mehdi: Person
let awa: Person
let tempo: { id: string }

beforeAll(async () => {
  world = await openWorld()
  nadia = await world.member('nadia')
  mehdi = await world.member('mehdi')
  awa = await world.member('awa')
  tempo = await world.community(nadia)
  await world.seat(tempo, mehdi)
  await world.seat(tempo, awa)
})
afterAll(() => world.close())

interface Item {
  id: string
  spaceId: string
  title: string
  publishedAt: string
}

const publish = async (who: Person, space: { id: string }, more: object = {}): Promise<Item> => {
  const answer = await who.put(`/api/posts/${uuid7()}`, {
    spaceId: space.id,
    kind: 'message',
    body: docOf('Bonjour'),
    ...more,
  })
  expect(answer.status).toBe(200)
  return answer.body
}
const allPages = async (who: Person, url: string): Promise<string[]> => {
  const ids: string[] = []
  for (let cursor = ''; ;) {
    const { body } = await who.get(`${url}${cursor && `&cursor=${cursor}`}`)
    ids.push(...body.items.map((item: Item) => item.id))
    if (!body.next) return ids
    cursor = body.next
  }
}
const idsOf = (answer: { body: { items: Item[] } }) => answer.body.items.map((item) => item.id)
const run = (query: Sql) => world.server.database.transaction((trx) => trx.run(query))

/** Thousands of rows as seeds would write them, spread over spaces, some at the very same instant. */
async function fill(spaces: { id: string }[], count: number, author: Person): Promise<void> {
  for (const space of spaces) {
    await run(sql`
      insert into posts (id, space_id, number, author_id, kind, title, body_text, published_at, comment_count)
      select gen_random_uuid(), ${space.id}, n, ${author.id}, case when n % 10 = 0 then 'question' else 'message' end, 'Titre ' || n, 'mot' || (n % 50),
        timestamptz '2026-01-01' + (n / 3) * interval '1 minute' + (n % 2) * interval '1 microsecond', n % 4
      from generate_series(1, ${count}::int) n`)
    await run(sql`update space_heads set posts = ${count} where space_id = ${space.id}`)
  }
}

test('the home feed merges my spaces by time, and no other', async () => {
  const other = await world.community(nadia, { name: 'Ailleurs' })
  const group = await world.group(nadia, tempo, { openness: 'closed' })
  await world.seat(group, mehdi)
  const one = await publish(nadia, tempo)
  const two = await publish(nadia, group)
  const three = await publish(nadia, other)
  const four = await publish(nadia, tempo)
  expect(idsOf(await mehdi.get('/api/posts')).slice(0, 3)).toEqual([four.id, two.id, one.id])
  // An open community is read on request; it does not come by itself.
  expect(idsOf(await mehdi.get(`/api/posts?spaceId=${other.id}`))).toEqual([three.id])
  expect(idsOf(await awa.get('/api/posts')).slice(0, 2)).toEqual([four.id, one.id])
})

const inFull = (time: string) => (time.includes('.') ? time : time.replace('Z', '.000000Z'))

test('pages follow each other without a gap or a double, also at equal times and microseconds apart', async () => {
  const room = await world.community(nadia, { name: 'Pages' })
  const side = await world.group(nadia, room)
  const reader = await world.member('reader')
  await world.seat(room, reader)
  await world.seat(side, reader)
  await fill([room, side], 100, nadia)
  for (const url of [`/api/posts?limit=7`, `/api/posts?limit=7&spaceId=${room.id}`]) {
    const ids = await allPages(reader, url)
    const total = url.includes('spaceId') ? 100 : 200
    expect(ids).toHaveLength(total)
    expect(new Set(ids).size).toBe(total)
    const times = (await reader.get(url.replace('limit=7', 'limit=100'))).body.items.map((item: Item) =>
      inFull(item.publishedAt),
    ) as string[]
    expect(times).toEqual(times.toSorted().toReversed())
    expect(times.some((time) => time.endsWith('.000001Z'))).toBe(true)
  }
  expect(await reader.get('/api/posts?cursor=nimporte')).toMatchObject({
    status: 422,
    body: { code: 'platform.cursor' },
  })
})

test('a post published between two pages does not move them', async () => {
  const room = await world.community(nadia)
  for (let at = 0; at < 4; at += 1) await publish(nadia, room)
  const first = (await nadia.get(`/api/posts?spaceId=${room.id}&limit=2`)).body
  await publish(nadia, room)
  const second = (await nadia.get(`/api/posts?spaceId=${room.id}&limit=2&cursor=${first.next}`)).body
  expect(new Set([...first.items, ...second.items].map((item: Item) => item.id)).size).toBe(4)
  expect(second.next).toBe(null)
})

test('the feed narrows to a kind, to questions nobody answered, to a hashtag, to an author', async () => {
  const room = await world.community(nadia)
  await world.seat(room, mehdi)
  const message = await publish(nadia, room, { body: docOf('Du #Vernis neuf') })
  const asked = await publish(mehdi, room, { kind: 'question', title: 'Où est le vernis ?' })
  const answered = await publish(nadia, room, { kind: 'question', title: 'Qui ferme ?' })
  await mehdi.put(`/api/comments/${uuid7()}`, { subjectId: answered.id, body: docOf('Moi') })
  expect(idsOf(await nadia.get(`/api/posts?spaceId=${room.id}&kind=question`))).toEqual([
    answered.id,
    asked.id,
  ])
  expect(idsOf(await nadia.get(`/api/posts?spaceId=${room.id}&unanswered=true`))).toEqual([asked.id])
  expect(idsOf(await nadia.get('/api/posts?kind=question&unanswered=true'))).toContain(asked.id)
  expect(idsOf(await nadia.get(`/api/posts?hashtag=%23vernis`))).toEqual([message.id])
  expect(idsOf(await nadia.get(`/api/posts?spaceId=${room.id}&authorId=${mehdi.id}`))).toEqual([asked.id])
  expect((await nadia.get('/api/posts?kind=rumour')).status).toBe(422)
})

test('search reads French in titles, texts, practices and polls, in the spaces one may read', async () => {
  const room = await world.community(nadia)
  const secret = await world.group(nadia, room, { openness: 'secret' })
  const open = await publish(nadia, room, { title: 'Les chevaux de bois' })
  const hidden = await publish(nadia, secret, { body: docOf('Le cheval caché') })
  const poll = await publish(nadia, room, {
    kind: 'poll',
    title: 'Quoi ?',
    body: undefined,
    poll: { options: ['Raboteuse', 'Toupie'], choice: 'single', anonymous: false },
  })
  expect(idsOf(await mehdi.get('/api/posts?q=cheval'))).toEqual([open.id])
  expect(idsOf(await nadia.get('/api/posts?q=cheval'))).toEqual([hidden.id, open.id])
  expect(idsOf(await nadia.get('/api/posts?q=raboteuses'))).toEqual([poll.id])
  for (const odd of ['%00', '%22', 'a%20%26%20%7C%20!(', '-'])
    expect((await nadia.get(`/api/posts?q=${odd}`)).status).toBe(200)
})

test('what I missed is what colleagues found worth it among what I have not read', async () => {
  const room = await world.community(nadia, { name: 'Manqué' })
  const reader = await world.member('late')
  await world.seat(room, reader)
  await world.seat(room, mehdi)
  await world.seat(room, awa)
  const read = await publish(nadia, room, { title: 'déjà lu' })
  await reader.put(`/api/spaces/${room.id}/read`)
  const kept = await publish(nadia, room, { title: 'gardé' })
  const chatty = await publish(nadia, room, { title: 'un seul bavard' })
  const liked = await publish(nadia, room, { title: 'aimé de deux' })
  const plain = await publish(nadia, room, { title: 'sans écho' })
  const own = await publish(reader, room, { title: 'à moi' })
  await mehdi.put(`/api/reactions/${read.id}`, { kind: 'like' })
  await mehdi.put(`/api/posts/${kept.id}/saved`)
  for (let at = 0; at < 5; at += 1)
    await mehdi.put(`/api/comments/${uuid7()}`, { subjectId: chatty.id, body: docOf('Encore') })
  // The author's own words do not count for their post.
  await nadia.put(`/api/comments/${uuid7()}`, { subjectId: plain.id, body: docOf('Alors ?') })
  await mehdi.put(`/api/reactions/${liked.id}`, { kind: 'like' })
  await awa.put(`/api/reactions/${liked.id}`, { kind: 'useful' })
  const { body } = await reader.get('/api/posts?order=missed')
  expect(body.items.map((item: Item) => item.title)).toEqual([
    'gardé',
    'aimé de deux',
    'un seul bavard',
    'sans écho',
  ])
  expect(body.next).toBe(null)
  expect(body.items.map((item: Item) => item.id)).not.toContain(own.id)
  await reader.put(`/api/spaces/${room.id}/read`)
  expect((await reader.get(`/api/posts?order=missed&spaceId=${room.id}`)).body.items).toEqual([])
})

/** Runs a page of the feed through a door that asks the server for its plan as well. */
async function plansOf(
  person: Person,
  query: Parameters<typeof feedPage>[2],
): Promise<{ plan: string; queries: number }> {
  const { db } = world.server.database
  const plans: string[] = []
  const spying = {
    row: (text: Sql) => db.row(text),
    rows: async (text: Sql) => {
      const plan = await db.rows<{ 'QUERY PLAN': string }>(
        join([sql`explain (analyze, costs off, timing off, summary off)`, text], ' '),
      )
      plans.push(plan.map((line) => line['QUERY PLAN']).join('\n'))
      return db.rows(text)
    },
  } as unknown as Db
  const page = await feedPage(spying, person.actor, query)
  expect(page.items.length).toBeGreaterThan(0)
  return { plan: plans.join('\n'), queries: plans.length }
}

test('a page of the feed is one query that reads no table of posts whole', async () => {
  const reader = await world.member('busy')
  const rooms = await Promise.all(
    Array.from({ length: 5 }, (_, at) => world.community(nadia, { name: `Salle ${at}` })),
  )
  for (const room of rooms) await world.seat(room, reader)
  await fill(rooms, 1000, nadia)
  await run(
    sql`insert into reactions (subject_id, subject_kind, space_id, member_id, kind) select id, 'post', space_id, ${mehdi.id}, 'like' from posts on conflict do nothing`,
  )
  await run(
    sql`insert into saved_posts (member_id, post_id) select ${mehdi.id}, id from posts on conflict do nothing`,
  )
  await run(
    sql`insert into comments (id, subject_id, space_id, author_id, body, body_text) select gen_random_uuid(), id, space_id, ${mehdi.id}, '{}', '' from posts`,
  )
  await run(sql`update posts set reaction_total = 1, comment_count = 1, save_count = 1 where number > 800`)
  await world.server.database.writePool.query('analyze')
  for (const query of [
    {},
    { kind: 'question' },
    { unanswered: true },
    { spaceId: rooms[0]?.id },
    { order: 'missed' },
    { q: 'mot7' },
  ] as const) {
    const { plan, queries } = await plansOf(reader, query)
    expect(queries, JSON.stringify(query)).toBe(1)
    expect(plan, JSON.stringify(query)).not.toMatch(/Seq Scan on (posts|comments|reactions|saved_posts) /)
  }
  const { plan } = await plansOf(reader, {})
  expect(plan).toMatch(/Index (Only )?Scan using posts_feed/)
  // Each of the five rooms gives one page and a row at most: nothing grows with the posts they hold.
  const read = [...plan.matchAll(/posts_feed on posts p.*rows=([\d.]+) loops=(\d+)/g)].map(
    ([, rows, loops]) => Number(rows) * Number(loops),
  )
  expect(read.reduce((sum, rows) => sum + rows, 0)).toBeLessThanOrEqual(5 * 21)
})
