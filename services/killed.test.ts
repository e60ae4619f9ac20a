import pg from 'pg'
import { readFileSync } from 'node:fs'
import { v7 as uuid7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Elan, openElan } from './elan.ts'
import { type Browser, done, openCommunity, publish, saying, setUp } from './people.ts'
import { until } from './servers/program.ts'

let elan: Elan
let ines: Browser
let tempo: string

beforeAll(async () => {
  elan = await openElan()
  ines = await setUp(elan)
  tempo = await openCommunity(ines)
})
afterAll(() => elan?.stop())

/** The embedded PostgreSQL, through its socket, as docs/operations.md says. */
async function embedded(): Promise<pg.Client> {
  const folder = `${elan.dataDir}/postgres`
  const socket = readFileSync(`${folder}/cluster/postmaster.pid`, 'utf8').split('\n')[4] ?? ''
  const password = readFileSync(`${folder}/password`, 'utf8').trim()
  const client = new pg.Client({ host: socket, user: 'elan', database: 'elan', password })
  client.on('error', () => {})
  await client.connect()
  return client
}

/** Keeps writing until the connection is cut: ids sent, and ids acknowledged. */
async function writeUntilCut(
  write: (id: string) => Promise<{ status: number }>,
  sent: string[],
  kept: string[],
) {
  for (;;) {
    const id = uuid7()
    sent.push(id)
    const answer = await write(id).catch(() => null)
    if (!answer) return
    if (answer.status === 200) kept.push(id)
  }
}

async function killAndStart(): Promise<void> {
  await elan.stop('SIGKILL')
  await elan.startAgain()
}

for (const round of ['once', 'again'])
  test(`killed while many write (${round}): every post and comment it acknowledged is there, one time`, async () => {
    const posts = { sent: [] as string[], kept: [] as string[] }
    const comments = { sent: [] as string[], kept: [] as string[] }
    const subject = uuid7()
    await done(publish(ines, tempo, 'Sous ce message', subject))
    const comment = (id: string) =>
      ines.put(`/api/comments/${id}`, { subjectId: subject, body: saying('Oui') })
    const writers = [
      ...Array.from({ length: 4 }, () =>
        writeUntilCut((id) => publish(ines, tempo, 'Au milieu de tout', id), posts.sent, posts.kept),
      ),
      ...Array.from({ length: 2 }, () => writeUntilCut(comment, comments.sent, comments.kept)),
    ]
    await until('much is written', () => posts.kept.length >= 40 && comments.kept.length >= 20)
    await killAndStart()
    await Promise.all(writers)

    const client = await embedded()
    const found = async (table: string, ids: string[]) =>
      (
        await client.query<{ id: string }>(`select id from ${table} where id = any($1::uuid[])`, [ids])
      ).rows.map(({ id }) => id)
    expect(await found('posts', posts.kept)).toHaveLength(posts.kept.length)
    expect(await found('comments', comments.kept)).toHaveLength(comments.kept.length)
    // What was sent and not acknowledged is sent again, as the screens do: once each, whatever became of it.
    for (const id of posts.sent) await done(publish(ines, tempo, 'Au milieu de tout', id))
    for (const id of comments.sent) await done(comment(id))
    expect(await found('posts', posts.sent)).toHaveLength(posts.sent.length)
    expect(await found('comments', comments.sent)).toHaveLength(comments.sent.length)
    await client.end()
  })

test('counters are what a recount finds', async () => {
  const client = await embedded()
  const { rows } = await client.query(`
    select h.posts = (select count(*) from posts p where p.space_id = h.space_id) as posts,
      h.posts = (select coalesce(max(p.number), 0) from posts p where p.space_id = h.space_id) as numbers,
      h.seq = (select count(*) from events e where e.space_id = h.space_id) as events,
      h.seq = (select coalesce(max(e.seq), 0) from events e where e.space_id = h.space_id) as last,
      (select count(*) from posts p where p.space_id = h.space_id) = (
        select count(*) from events e where e.space_id = h.space_id and e.kind = 'post.published') as told,
      not exists (select 1 from posts p where p.space_id = h.space_id
        and p.comment_count <> (select count(*) from comments c where c.subject_id = p.id)) as comments
    from space_heads h`)
  await client.end()
  expect(rows).toEqual(
    rows.map(() => ({ posts: true, numbers: true, events: true, last: true, told: true, comments: true })),
  )
  expect(rows.length).toBeGreaterThan(0)
})

test('told to stop, it stops its database too, and a next start finds nothing to mend', async () => {
  expect(await elan.stop('SIGTERM')).toBe(0)
  const pidFile = () => {
    try {
      return readFileSync(`${elan.dataDir}/postgres/cluster/postmaster.pid`, 'utf8')
    } catch {
      return null
    }
  }
  expect(pidFile()).toBeNull()
  await elan.startAgain()
  expect((await ines.get('/api/me')).status).toBe(200)
})
