import { readFile, rm, stat } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type Person, type World } from '#app/testing/world.ts'
import { refreshAudienceSeats } from '#features/communities/server/audience-seats.ts'
import { checkRichText, type RichDoc } from '#platform/contract/rich-text.ts'
import { raw, sql } from '#platform/server/db.ts'
import type { Storage } from '#platform/server/storage.ts'
import type { DemoAccount, DemoRole } from '../contract.ts'
import { accountsFile } from './accounts.ts'
import { demoCodes } from './codes.ts'
import { renewAccounts } from './renew-accounts.ts'
import { type Aubrelle, seedAubrelle, wrongCounters } from './seeds.ts'

const LONG = 120_000
const now = new Date()

let world: World
let aubrelle: Aubrelle

/** The test world comes with a network of its own: the demonstration wants none. */
async function emptyWorld(): Promise<World> {
  const made = await openWorld()
  await made.server.database.transaction(async (trx) => {
    await trx.run(sql`delete from network`)
    await trx.run(sql`delete from organizations`)
  })
  return made
}

const load = ({ server }: World, storage: Storage = server.services.storage) =>
  seedAubrelle(server.database, storage, { now, dataDir: server.services.dataDir })

beforeAll(async () => {
  world = await emptyWorld()
  aubrelle = await load(world)
}, LONG)
afterAll(() => world.close())

async function signIn(
  own: World,
  { identifier, password }: Pick<DemoAccount, 'identifier' | 'password'>,
): Promise<Person> {
  const person = own.visitor()
  expect((await person.post('/api/sessions', { identifier, password })).status).toBe(200)
  return person
}

const account = (role: DemoRole): DemoAccount => {
  const found = aubrelle.accounts.find((one) => one.role === role)
  if (!found) throw new Error(`no account for ${role}`)
  return found
}
const as = (role: DemoRole) => signIn(world, account(role))
const one = async <R extends object>(query: ReturnType<typeof sql>) =>
  (await world.server.database.db.row<R>(query)) as R
const space = (key: Parameters<Aubrelle['cast']['spaceId']>[0]) => aubrelle.cast.spaceId(key)

test('Aubrelle has 2,040 people, 64 % of those invited have come, and a third have no e-mail', async () => {
  const people = await one(sql`
    select count(*)::int as everybody, count(*) filter (where status = 'active')::int as came, count(*) filter (where email is null)::int as silent from members`)
  expect(people).toEqual({ everybody: 2040, came: 1306, silent: 680 })
  const nadia = await as('animator')
  const { figures } = (await nadia.get(`/api/communities/${space('tempo')}/measures`)).body
  const arrived = figures.find((figure: { key: string }) => figure.key === 'arrived')
  expect(Math.round(arrived.value * 100)).toBe(64)
  const network = (await world.visitor().get('/api/network')).body
  expect(network).toMatchObject({ name: 'Aubrelle', demonstration: true, setUp: true })
})

test('every counter says what the rows say', async () => {
  expect(await wrongCounters(world.server.database.db)).toEqual([])
})

test('every text is one that the composer could have sent', async () => {
  const posts = await world.server.database.db.rows<{ body: RichDoc }>(sql`select body from posts`)
  const comments = await world.server.database.db.rows<{ body: RichDoc }>(sql`select body from comments`)
  const verdicts = [
    ...posts.map(({ body }) => [body, checkRichText(body, { text: 20_000, flavour: 'full' })] as const),
    ...comments.map(({ body }) => [body, checkRichText(body, { text: 5000, flavour: 'light' })] as const),
  ]
  expect(verdicts.length).toBeGreaterThan(1000)
  for (const [body, verdict] of verdicts) expect(verdict).toEqual({ ok: true, doc: body })
})

test('every account opens on a feed of its own, with something new in it', async () => {
  expect(aubrelle.accounts).toHaveLength(10)
  for (const each of aubrelle.accounts) {
    const person = await signIn(world, each)
    const feed = await person.get('/api/posts')
    expect(feed.status).toBe(200)
    expect(feed.body.items.length).toBeGreaterThan(15)
    const spaces = (await person.get('/api/spaces')).body.items as { unread: number }[]
    expect(spaces.some(({ unread }) => unread > 0)).toBe(true)
  }
})

test('what waits for each role is there: reports, requests, a draft, notifications', async () => {
  expect((await (await as('moderator')).get('/api/moderation/count')).body).toEqual({
    open: 2,
    moderates: true,
  })
  const nadia = await as('animator')
  expect((await nadia.get('/api/drafts')).body.items).toHaveLength(1)
  const requests = await nadia.get(`/api/join-requests?spaceId=${space('eclaireurs')}`)
  expect(requests.body.items).toHaveLength(2)
  for (const role of ['animator', 'ambassador', 'member', 'without_email'] as const)
    expect((await (await as(role)).get('/api/notifications/count')).body.unread).toBeGreaterThan(0)
})

test('people of the sawmill see the three spaces they were invited to, and nothing else', async () => {
  const partner = await as('partner')
  const names = (await partner.get('/api/spaces')).body.items.map((item: { id: string }) => item.id)
  expect(names.toSorted()).toEqual([space('tempo'), space('champagnole'), space('export')].toSorted())
  const feed = (await partner.get('/api/posts?limit=50')).body.items as { spaceId: string }[]
  expect(feed.every((post) => names.includes(post.spaceId))).toBe(true)
  for (const key of ['cholet', 'nuit', 'eclaireurs', 'comite'] as const)
    expect((await partner.get(`/api/spaces/${space(key)}`)).status).toBe(404)
})

test('portraits and pictures are files like any other', async () => {
  const mehdi = await as('ambassador')
  const { photoFileId } = (await mehdi.get('/api/me')).body
  const photo = await mehdi.get(`/api/files/${photoFileId}?variant=w320`)
  expect([photo.status, photo.headers['content-type']]).toEqual([200, 'image/webp'])
  const { items } = (await mehdi.get('/api/posts')).body
  const [attachment] = items.flatMap(
    (post: { attachments: { alt: string; width: number }[] }) => post.attachments,
  )
  expect(attachment.alt.length).toBeGreaterThan(10)
  expect(attachment.width).toBe(1280)
})

test('five newcomers of yesterday wait for a hello, everybody else of the fortnight had one', async () => {
  const waiting = await world.server.database.db.rows<{ name: string }>(sql`
    select m.given_name as name from members m where m.arrived_at > now() - interval '13 days' and not exists (
      select 1 from notifications n where n.member_id = m.id and n.kind = 'mention')`)
  const five = aubrelle.cast.story.people.filter((person) => person.newcomer).map((person) => person.given)
  expect(waiting.map(({ name }) => name).toSorted()).toEqual(five.toSorted())
})

test('seats by audience stand: looking at them again moves nobody', async () => {
  const seats = sql`select md5(string_agg(space_id::text || member_id::text, '' order by space_id, member_id)) as all from seats`
  const before = await one(seats)
  await refreshAudienceSeats(world.server.database)
  expect(await one(seats)).toEqual(before)
})

test('a letter and a poster open the page where people join', async () => {
  const { personal, poster } = await demoCodes(world.server.database.db)
  for (const code of [personal?.code, poster?.code])
    expect((await world.visitor().get(`/api/entry/${code}`)).body.community.name).toBe('Tempo')
  const { staffNumber = '', familyName = '' } = poster ?? {}
  const recognised = await world
    .visitor()
    .post(`/api/entry/${poster?.code}/person`, { staffNumber, familyName })
  expect(recognised.body).toMatchObject({ familyName })
})

test('accounts are kept in a file that nobody else reads, and made anew when it is lost', async () => {
  const { dataDir } = world.server.services
  expect(JSON.parse(await readFile(accountsFile(dataDir), 'utf8'))).toEqual(aubrelle.accounts)
  expect((await stat(accountsFile(dataDir))).mode & 0o777).toBe(0o600)
  await rm(accountsFile(dataDir))
  const before = account('sponsor').password
  aubrelle.accounts = await renewAccounts(world.server.database, dataDir)
  expect(account('sponsor').password).not.toBe(before)
  await as('sponsor')
})

test(
  'a load that fails leaves an empty network, and the next one tells the very same story',
  { timeout: LONG },
  async () => {
    const other = await emptyWorld()
    try {
      const broken = {
        ...other.server.services.storage,
        put: () => Promise.reject(new Error('the disk is full')),
      }
      await expect(load(other, broken)).rejects.toThrow('the disk is full')
      expect((await other.visitor().get('/api/network')).body.setUp).toBe(false)
      await load(other)
      for (const table of [
        'members',
        'posts',
        'comments',
        'invitations',
        'notifications',
        'files',
        'codes',
      ]) {
        const ids = sql`select md5(string_agg(id::text, '' order by id)) as ids from ${raw(table)}`
        expect(await other.server.database.db.row(ids)).toEqual(await one(ids))
      }
      await expect(load(other)).rejects.toMatchObject({ code: 'network.already' })
    } finally {
      await other.close()
    }
  },
)

test(
  'from the set-up page: asked for, loaded, and its accounts given to whoever is at the server',
  { timeout: LONG },
  async () => {
    const other = await emptyWorld()
    try {
      const visitor = other.visitor()
      const elsewhere = { 'x-forwarded-for': '203.0.113.9' }
      expect((await visitor.ask('PUT', '/api/demonstration', {}, elsewhere)).status).toBe(403)
      expect((await visitor.put('/api/demonstration')).body).toEqual({ state: 'loading' })
      // Whoever was loading was killed: the screen says so, and asking again begins anew.
      await other.server.database.transaction((trx) =>
        trx.run(sql`
      update graphile_worker._private_jobs set attempts = max_attempts, locked_by = 'gone', locked_at = now() - interval '1 minute'`),
      )
      expect((await visitor.get('/api/demonstration')).body).toEqual({ state: 'failed' })
      expect((await visitor.put('/api/demonstration')).body).toEqual({ state: 'loading' })
      await other.runJobs()
      expect((await visitor.get('/api/demonstration')).body).toEqual({ state: 'ready' })
      expect((await visitor.ask('POST', '/api/demonstration/accounts', {}, elsewhere)).status).toBe(403)
      const given = await visitor.post('/api/demonstration/accounts')
      expect(given.status).toBe(200)
      await signIn(other, given.body.accounts[0])
      await other.server.database.transaction((trx) =>
        trx.run(sql`update network set created_at = now() - interval '2 hours'`),
      )
      expect((await visitor.post('/api/demonstration/accounts')).body.code).toBe('demonstration.no_accounts')
      expect((await visitor.put('/api/demonstration')).body.code).toBe('network.already')
    } finally {
      await other.close()
    }
  },
)
