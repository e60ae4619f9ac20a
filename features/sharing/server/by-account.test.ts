import sharp from 'sharp'
import { v7 as uuid7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Networks, openNetworks } from '#app/testing/networks.ts'
import { ambassadorOf, openProgramme } from '#app/testing/programme.ts'
import { openWorld, type Person, type World } from '#app/testing/world.ts'
import { inform } from '#platform/server/emit.ts'
import { sql, type Sql } from '#platform/server/db.ts'
import { ambassadorMoved } from '#features/programme/contract.ts'
import type { KitDraft, ShareSettings } from '../contract.ts'
import { figuresOf } from './queries/figures.ts'

let networks: Networks
let world: World
let nadia: Person
let space: { id: string }
let programme: { id: string; spaceId: string }
let karim: Person
/** Karim's own, on Mastodon. */
let account: string
let counted = 0

beforeAll(async () => {
  networks = await openNetworks()
  world = await openWorld({ networks: { loopback: true, linkedin: undefined } })
  nadia = await world.member('nadia', { standing: 'animator' })
})
afterAll(async () => {
  await world?.close()
  await networks?.close()
})

const write = (query: Sql) => world.server.database.transaction((trx) => trx.run(query))
const rows = <R extends object>(query: Sql) => world.server.database.db.rows<R>(query)
const DAY_MS = 86_400_000

const ALWAYS: ShareSettings = {
  perDay: 9,
  perWeek: 30,
  quietFrom: '00:00',
  quietTo: '00:00',
  quietWeekends: false,
  quietHolidays: false,
  currency: 'EUR',
  rates: [],
}
const set = (change: Partial<ShareSettings> = {}) =>
  nadia.put(`/api/programmes/${programme.id}/share-settings`, { ...ALWAYS, ...change })

beforeEach(async () => {
  networks.said.length = 0
  networks.calls.length = 0
  networks.media.length = 0
  space = await world.community(nadia, { openness: 'closed' })
  programme = await openProgramme(world, space)
  expect((await set()).status).toBe(200)
  karim = await ambassador('karim')
  account = await connect(karim)
})

async function ambassador(name: string): Promise<Person> {
  counted += 1
  const person = await world.member(`${name}${counted}`)
  await ambassadorOf(world, programme, person)
  const chosen = await person.put(`/api/programmes/${programme.id}/my-sharing/mastodon`, {
    instance: 'piaille.fr',
  })
  expect(chosen.status).toBe(200)
  return person
}

/** Goes to the network, says yes, comes back. */
async function connect(person: Person): Promise<string> {
  const id = uuid7()
  const begun = await person.post(`/api/connections/${id}/beginning`, {
    network: 'mastodon',
    server: networks.url,
    path: '/comptes',
  })
  const yes = await fetch(begun.body.url as string, { redirect: 'manual' })
  const back = new URL(yes.headers.get('location') ?? '')
  const done = await person.post('/api/connections/completion', {
    state: back.searchParams.get('state'),
    code: back.searchParams.get('code'),
  })
  expect(done.status).toBe(200)
  return id
}

async function kit(more: Partial<KitDraft> = {}): Promise<string> {
  const id = uuid7()
  const draft: KitDraft = {
    programmeId: programme.id,
    title: 'Tempo en vrai',
    url: 'https://aubrelle.example/tempo',
    hashtags: [],
    reward: '',
    label: null,
    startsOn: null,
    endsOn: null,
    visuals: [],
    variants: [{ id: uuid7(), network: 'any', language: 'fr', body: 'Un texte proposé.' }],
    ...more,
  }
  expect(await nadia.put(`/api/kits/${id}`, draft)).toMatchObject({ status: 200 })
  expect((await nadia.put(`/api/kits/${id}/state`, { state: 'published' })).status).toBe(200)
  return id
}

const publish = (person: Person, kitId: string, more: object = {}, id = uuid7()) =>
  person.put(`/api/shares/${id}/publication`, {
    kitId,
    network: 'mastodon',
    connectionId: account,
    language: 'fr',
    text: 'Avec mes mots.',
    fileId: null,
    counted: false,
    ...more,
  })
const mine = async (person: Person) => (await person.get(`/api/programmes/${programme.id}/my-sharing`)).body
const told = (kitId: string) =>
  rows<{ network: string; shares: number; people: number }>(
    sql`select network, shares, people from share_days where kit_id = ${kitId} order by network`,
  )
/** The waits are over. */
const later = () => write(sql`update graphile_worker._private_jobs set run_at = now()`)

test('a kit’s text leaves by one’s own account, once, with the short link, and counts without a name once it has left', async () => {
  const kitId = await kit()
  const id = uuid7()
  const asked = await publish(karim, kitId, {}, id)
  expect(asked).toMatchObject({
    status: 200,
    body: {
      shares: [],
      publications: [
        {
          kitId,
          publication: { id, state: 'queued', elsewhere: true, path: `/programmes/${programme.id}/partager` },
        },
      ],
    },
  })
  expect(await told(kitId)).toEqual([])
  await publish(karim, kitId, {}, id)
  await world.runJobs()
  await publish(karim, kitId, {}, id)
  await world.runJobs()
  expect(networks.said).toHaveLength(1)
  expect(networks.said[0]?.text).toMatch(/^Avec mes mots\.\n\nhttp:\/\/localhost:3000\/s\/[a-z0-9]{7}$/)
  expect(await mine(karim)).toMatchObject({
    shares: [{ id, kitId, network: 'mastodon', counted: false }],
    publications: [{ publication: { state: 'sent', url: expect.stringContaining('/@aubrelle/') } }],
  })
  expect(await told(kitId)).toEqual([
    { network: 'all', shares: 1, people: 1 },
    { network: 'mastodon', shares: 1, people: 1 },
  ])
  expect((await karim.get('/api/me/publications')).body.items).toMatchObject([{ id, state: 'sent' }])
})

test('whoever animates, leads, manages, administers or serves beside never reads who published, nor that anybody did', async () => {
  const kitId = await kit()
  const id = uuid7()
  await publish(karim, kitId, { text: 'Un secret bien gardé.' }, id)
  await world.runJobs()
  const lead = await world.member(`lead${counted}`)
  await world.seat(space, lead, 'lead')
  const boss = await world.member(`boss${counted}`, { standing: 'administrator' })
  const beside = await ambassador('lea')
  await write(sql`update members set manager_id = ${boss.id} where id = ${karim.id}`)
  await write(sql`update share_days set day = day - 1`)
  for (const other of [nadia, lead, boss, beside]) {
    for (const [method, path] of [
      ['GET', `/api/me/publications/${id}`],
      ['DELETE', `/api/me/publications/${id}`],
      ['POST', `/api/me/publications/${id}/removal`],
      ['DELETE', `/api/me/publications/${id}/record`],
      ['POST', `/api/shares/${id}/publication/retry`],
      ['DELETE', `/api/shares/${id}`],
    ] as const)
      expect((await other.ask(method, path)).status, `${method} ${path}`).toBe(404)
    const read = [
      await other.get('/api/me/publications'),
      await other.get('/api/me/connections'),
      await other.get(`/api/programmes/${programme.id}/my-sharing`),
      await other.get('/api/notifications'),
      await other.get('/api/administration/audit-log?limit=100'),
      await other.get(`/api/spaces/${space.id}/events?after=0`),
    ]
    expect(JSON.stringify(read.map(({ body }) => body))).not.toMatch(
      new RegExp(`secret bien gardé|${id}|@aubrelle@`),
    )
  }
  // Of one share nothing is said: as few as that tell who.
  expect(await figuresOf(world.server.database.db, nadia.actor, kitId)).toMatchObject({
    shares: null,
    networks: expect.arrayContaining([expect.objectContaining({ network: 'mastodon', shares: null })]),
  })
})

test('another’s account does not exist for me, nor one of another network, nor a company’s', async () => {
  const kitId = await kit()
  const lea = await ambassador('lea')
  expect((await publish(lea, kitId)).status).toBe(404)
  const bluesky = await publish(karim, kitId, { network: 'bluesky' })
  expect(bluesky).toMatchObject({ status: 403, body: { code: 'share.not_chosen' } })
  await karim.put(`/api/programmes/${programme.id}/my-sharing/bluesky`, {})
  expect((await publish(karim, kitId, { network: 'bluesky' })).status).toBe(404)
  const company = uuid7()
  await write(sql`insert into connections (id, space_id, network, mode, name, tokens_sealed)
    values (${company}, ${space.id}, 'mastodon', 'api', '@maison@essai.example', '')`)
  expect((await publish(karim, kitId, { connectionId: company })).status).toBe(404)
  // An id that somebody else used.
  const id = uuid7()
  await publish(karim, kitId, {}, id)
  const own = await connect(lea)
  expect(await publish(lea, kitId, { connectionId: own }, id)).toMatchObject({ status: 409 })
  await world.runJobs()
  expect(networks.said).toHaveLength(1)
})

test('nothing leaves in quiet hours, now or later; a working hour is taken', async () => {
  const kitId = await kit()
  await set({ quietFrom: '00:00', quietTo: '23:59' })
  expect(await publish(karim, kitId)).toMatchObject({ status: 409, body: { code: 'share.quiet' } })
  await set({ quietWeekends: true })
  const saturday = new Date(Date.now() + ((6 - new Date().getUTCDay() + 7) % 7 || 7) * DAY_MS)
  saturday.setUTCHours(12)
  const refused = await publish(karim, kitId, { publishAt: saturday.toISOString() })
  expect(refused).toMatchObject({
    status: 422,
    body: { code: 'share.quiet_then', errors: [{ field: 'publishAt' }] },
  })
  const monday = new Date(saturday.getTime() + 2 * DAY_MS)
  const taken = await publish(karim, kitId, { publishAt: monday.toISOString() })
  expect(taken.status).toBe(200)
  expect(Date.parse(taken.body.publications[0].publication.publishAt)).toBe(monday.getTime())
  await world.runJobs()
  expect(networks.said).toEqual([])
})

test('what waits for its day takes its place among the caps, and gives it back when cancelled', async () => {
  const kitId = await kit()
  await set({ perDay: 1, perWeek: 2 })
  const tomorrow = new Date(Date.now() + DAY_MS).toISOString()
  const id = uuid7()
  expect((await publish(karim, kitId, { publishAt: tomorrow }, id)).body.left).toBe(1)
  const twice = await publish(karim, kitId, { publishAt: tomorrow })
  expect(twice).toMatchObject({
    status: 422,
    body: { code: 'share.then_day', errors: [{ field: 'publishAt' }] },
  })
  expect((await publish(karim, kitId)).status).toBe(200)
  const third = await publish(karim, kitId, { publishAt: new Date(Date.now() + 2 * DAY_MS).toISOString() })
  expect(third).toMatchObject({ status: 422, body: { code: 'share.then_week' } })
  // Moved to another hour of the same day, it does not stand in its own way.
  const moved = new Date(Date.parse(tomorrow) + 60_000).toISOString()
  expect((await publish(karim, kitId, { publishAt: moved }, id)).status).toBe(200)
  await karim.del(`/api/me/publications/${id}`)
  expect((await publish(karim, kitId, { publishAt: tomorrow })).status).toBe(200)
})

test('two taps at once of the last share of the day let one through', async () => {
  const kitId = await kit()
  await set({ perDay: 1 })
  const replies = await Promise.all([publish(karim, kitId), publish(karim, kitId)])
  expect(replies.map(({ status }) => status).sort()).toEqual([200, 409])
})

test('a rewarded kit says so first, here too; too long is counted as the network counts, link included', async () => {
  const rewarded = await kit({ reward: 'une place', label: 'advertising' })
  expect(await publish(karim, rewarded)).toMatchObject({ status: 422, body: { code: 'share.label_missing' } })
  expect((await publish(karim, rewarded, { text: 'Publicité\n\nMes mots.' })).status).toBe(200)
  const kitId = await kit()
  // 500 on this instance: the link takes 23, and two line ends.
  expect((await publish(karim, kitId, { text: 'é'.repeat(475) })).status).toBe(200)
  expect(await publish(karim, kitId, { text: 'é'.repeat(476) })).toMatchObject({
    status: 422,
    body: { code: 'publication.too_long', errors: [{ field: 'text' }] },
  })
})

test('a visual of the kit leaves with its description; any other picture is refused', async () => {
  const fileId = uuid7()
  const bytes = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#14473a' } })
    .webp()
    .toBuffer()
  await world.server.services.storage.put(`t/${fileId}`, bytes, {
    bytes: bytes.length,
    mediaType: 'image/webp',
  })
  await write(sql`insert into files (id, owner_id, use, name, media_type, bytes, storage_key)
    values (${fileId}, ${nadia.id}, 'content', 'a.webp', 'image/webp', ${bytes.length}, ${`t/${fileId}`})`)
  const kitId = await kit({ visuals: [{ fileId, alt: 'Une fenêtre verte' }] })
  const other = await kit()
  expect(await publish(karim, other, { fileId })).toMatchObject({
    status: 422,
    body: { code: 'share.visual' },
  })
  expect((await publish(karim, kitId, { fileId })).status).toBe(200)
  await world.runJobs()
  expect(networks.media).toMatchObject([{ type: 'image/jpeg', description: 'Une fenêtre verte' }])
  expect(networks.said[0]?.text).toMatch(/\/s\/[a-z0-9]{7}$/)
})

test('one tap takes the network back: what waits does not leave, and nothing is kept of what left', async () => {
  const kitId = await kit()
  await publish(karim, kitId)
  await world.runJobs()
  await publish(karim, kitId, { text: 'Plus tard.', publishAt: new Date(Date.now() + DAY_MS).toISOString() })
  const before = await told(kitId)
  await karim.del(`/api/programmes/${programme.id}/my-sharing/mastodon`)
  await later()
  await world.runJobs()
  expect(networks.said.map((one) => one.text)).toEqual([expect.stringContaining('Avec mes mots.')])
  expect(await mine(karim)).toMatchObject({ shares: [], publications: [], networks: [] })
  expect((await karim.get('/api/me/publications')).body.items).toEqual([])
  expect(await told(kitId)).toEqual(before)
})

test('whoever lays the role down publishes nothing more of what waited', async () => {
  const kitId = await kit()
  await publish(karim, kitId, { publishAt: new Date(Date.now() + DAY_MS).toISOString() })
  const ambassadorId = (await mine(karim)).fileId
  await world.server.database.transaction((trx) =>
    inform(trx, null, ambassadorMoved, programme.spaceId, {
      ambassadorId,
      programmeId: programme.id,
      memberId: karim.id,
      from: 'active',
      to: 'alumni',
    }),
  )
  await later()
  await world.runJobs()
  expect(networks.said).toEqual([])
  expect((await karim.get('/api/me/publications')).body.items).toEqual([])
})

test('withdrawn while it leaves, it is said there and counted nowhere', async () => {
  const kitId = await kit()
  const id = uuid7()
  await publish(karim, kitId, {}, id)
  // As the database stands when one withdraws between the network’s answer and our note of it.
  await write(sql`delete from share_choices where member_id = ${karim.id}`)
  await world.runJobs()
  expect(networks.said).toHaveLength(1)
  expect(await told(kitId)).toEqual([])
  expect((await mine(karim)).shares).toEqual([])
})

test('killed after the network answered, it is found there, said once and counted once', async () => {
  const kitId = await kit()
  const id = uuid7()
  await publish(karim, kitId, {}, id)
  await world.runJobs()
  const again = () =>
    world.server.database.transaction(async (trx) => {
      await trx.run(sql`update publications set state = 'queued', external_id = null, url = null, sent_at = null,
        tried_at = now() - interval '1 hour' where id = ${id}`)
      await trx.run(sql`select graphile_worker.add_job('publish', ${JSON.stringify({ id })}::json)`)
    })
  await again()
  await world.runJobs()
  expect(networks.said).toHaveLength(1)
  expect(await told(kitId)).toEqual([
    { network: 'all', shares: 1, people: 1 },
    { network: 'mastodon', shares: 1, people: 1 },
  ])
  expect((await mine(karim)).shares).toHaveLength(1)
})

test('refused, it says the network’s words; changed, it leaves under the same name; tried again, under the same hours', async () => {
  const kitId = await kit()
  const id = uuid7()
  networks.fail({ kind: 'refused', value: 'This text is not wanted here' })
  await publish(karim, kitId, {}, id)
  await world.runJobs()
  expect((await mine(karim)).publications[0].publication).toMatchObject({
    state: 'failed',
    problem: expect.stringContaining('This text is not wanted here'),
  })
  expect(await karim.post(`/api/me/publications/${id}/retry`)).toMatchObject({
    status: 409,
    body: { code: 'publication.elsewhere' },
  })
  // Nor may the rules of the kit be got round by the door of one’s own posts.
  expect(
    (await karim.put(`/api/me/publications/${id}`, { connectionId: account, text: 'Sans la règle.' })).status,
  ).toBe(409)
  await set({ quietFrom: '00:00', quietTo: '23:59' })
  expect(await karim.post(`/api/shares/${id}/publication/retry`)).toMatchObject({
    status: 409,
    body: { code: 'share.quiet' },
  })
  await set()
  expect((await publish(karim, kitId, { text: 'Autrement dit.' }, id)).status).toBe(200)
  await world.runJobs()
  expect(networks.said.map((one) => one.text)).toEqual([expect.stringContaining('Autrement dit.')])
  const limited = uuid7()
  networks.fail({ kind: 'down' })
  await publish(karim, kitId, { text: 'Panne.' }, limited)
  await world.runJobs()
  await write(sql`update publications set state = 'failed' where id = ${limited}`)
  expect((await karim.post(`/api/shares/${limited}/publication/retry`)).status).toBe(200)
  await later()
  await world.runJobs()
  expect(networks.said).toHaveLength(2)
})

test('an account no longer connected is said before anything is queued', async () => {
  const kitId = await kit()
  await write(sql`update connections set state = 'expired' where id = ${account}`)
  expect(await publish(karim, kitId)).toMatchObject({ status: 409, body: { code: 'share.reconnect' } })
})

test('a kit that ends stops what waits, and its person is told; so does an earlier end', async () => {
  const [kitId, shortened] = [await kit(), await kit()]
  const inThree = new Date(Date.now() + 3 * DAY_MS).toISOString()
  const [id, other] = [uuid7(), uuid7()]
  await publish(karim, kitId, { publishAt: inThree }, id)
  await publish(karim, shortened, { publishAt: inThree }, other)
  await nadia.put(`/api/kits/${kitId}/state`, { state: 'ended' })
  const { kit: held, variants } = (await nadia.get(`/api/kits/${shortened}/workshop`)).body
  const endsOn = new Date(Date.now() + DAY_MS).toISOString().slice(0, 10)
  expect((await nadia.put(`/api/kits/${shortened}`, { ...held, visuals: [], variants, endsOn })).status).toBe(
    200,
  )
  const states = (await mine(karim)).publications.map(
    ({ publication }: { publication: { state: string } }) => publication.state,
  )
  expect(states).toEqual(['cancelled', 'cancelled'])
  const news = JSON.stringify((await karim.get('/api/notifications')).body.items)
  expect(news.match(/publication prévue est annulée/g)).toHaveLength(2)
  expect(JSON.stringify((await nadia.get('/api/notifications')).body.items)).not.toContain('annulée')
  const beyond = await publish(karim, shortened, { publishAt: inThree })
  expect(beyond).toMatchObject({ status: 422, body: { code: 'share.over_then' } })
})

test('counted among contributions only when asked, and once it has left', async () => {
  const kitId = await kit()
  const file = (await mine(karim)).fileId
  await write(sql`insert into follow_up_choices (ambassador_id, count_sharing) values (${file}, true)
    on conflict (ambassador_id) do update set count_sharing = true`)
  const lines = () =>
    rows(sql`select 1 from contributions where ambassador_id = ${file} and kind = 'sharing'`)
  const id = uuid7()
  await publish(karim, kitId, { counted: true }, id)
  expect(await lines()).toEqual([])
  await world.runJobs()
  expect(await lines()).toHaveLength(1)
  expect((await mine(karim)).shares).toMatchObject([{ id, counted: true }])
  expect((await karim.del(`/api/shares/${id}`)).status).toBe(200)
  expect(await lines()).toEqual([])
  expect((await mine(karim)).publications).toEqual([])
  // It is still where it was said.
  expect(networks.said).toHaveLength(1)
})

test('identical words are noticed, whichever way the first went', async () => {
  const kitId = await kit()
  await publish(karim, kitId, { text: 'Les mêmes mots !' })
  await world.runJobs()
  const lea = await ambassador('lea')
  const known = await lea.post(`/api/kits/${kitId}/words`, { network: 'mastodon', text: 'les mêmes mots' })
  expect(known.body).toEqual({ known: true })
})

test('nothing leaves after the day: told to wait into the night, it is given up and kept', async () => {
  const kitId = await kit()
  const id = uuid7()
  networks.fail({ kind: 'limited', value: 7200 })
  await publish(karim, kitId, {}, id)
  await write(sql`update publications set not_after = now() + interval '1 hour' where id = ${id}`)
  await world.runJobs()
  expect((await mine(karim)).publications[0].publication).toMatchObject({
    state: 'failed',
    text: expect.stringContaining('Avec mes mots.'),
    problem: expect.stringContaining('à temps'),
  })
  // The next day it has another last hour, or none.
  await write(sql`update publications set not_after = now() - interval '1 hour' where id = ${id}`)
  expect((await karim.post(`/api/shares/${id}/publication/retry`)).status).toBe(200)
  await world.runJobs()
  expect((await mine(karim)).publications[0].publication).toMatchObject({ state: 'sent', problem: '' })
})
