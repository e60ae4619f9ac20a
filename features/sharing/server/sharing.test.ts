import { v7 as uuid7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { ambassadorOf, openProgramme } from '#app/testing/programme.ts'
import { openWorld, type Person, type World } from '#app/testing/world.ts'
import { inform } from '#platform/server/emit.ts'
import { sql, type Sql } from '#platform/server/db.ts'
import { ambassadorMoved } from '#features/programme/contract.ts'
import type { KitDraft, ShareSettings } from '../contract.ts'
import { sharingFacts } from './queries/facts.ts'

const CHROME =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36'
const ADDRESS = 'https://aubrelle.example/tempo'

let world: World
let nadia: Person
let space: { id: string }
let programme: { id: string; spaceId: string }
let karim: Person
let counted = 0

beforeAll(async () => {
  world = await openWorld()
  nadia = await world.member('nadia', { standing: 'animator' })
})
afterAll(() => world.close())

const write = (query: Sql) => world.server.database.transaction((trx) => trx.run(query))
const rows = <R extends object>(query: Sql) => world.server.database.db.rows<R>(query)

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
  space = await world.community(nadia, { openness: 'closed' })
  programme = await openProgramme(world, space)
  karim = await ambassador('karim')
  expect((await set()).status).toBe(200)
})

async function ambassador(name: string): Promise<Person> {
  counted += 1
  const person = await world.member(`${name}${counted}`)
  await ambassadorOf(world, programme, person)
  return person
}

const text = (body: string, more: Partial<KitDraft['variants'][number]> = {}) => ({
  id: uuid7(),
  network: 'any' as const,
  language: 'fr' as const,
  body,
  ...more,
})
const THREE = () => [text('Un premier texte.'), text('Un deuxième texte.'), text('Un troisième texte.')]
const draftOf = (more: Partial<KitDraft> = {}): KitDraft => ({
  programmeId: programme.id,
  title: 'Tempo en vrai',
  url: ADDRESS,
  hashtags: [],
  reward: '',
  label: null,
  startsOn: null,
  endsOn: null,
  visuals: [],
  variants: THREE(),
  ...more,
})
const kit = async (more: Partial<KitDraft> = {}, state: 'draft' | 'published' = 'published') => {
  const id = uuid7()
  const made = await nadia.put(`/api/kits/${id}`, draftOf(more))
  expect(made).toMatchObject({ status: 200 })
  if (state === 'published')
    expect((await nadia.put(`/api/kits/${id}/state`, { state })).body.kit.state).toBe('published')
  return id
}
const optIn = async (person: Person, network = 'linkedin', body = {}) => {
  const reply = await person.put(`/api/programmes/${programme.id}/my-sharing/${network}`, body)
  expect(reply.status).toBe(200)
}
const offer = (person: Person, id: string, more: object = {}) =>
  person.post(`/api/kits/${id}/offer`, { network: 'linkedin', language: 'fr', ...more })
const tell = (person: Person, kitId: string, more: object = {}, id = uuid7()) =>
  person.put(`/api/shares/${id}`, { kitId, network: 'linkedin', text: 'Mes mots.', counted: false, ...more })
const mine = async (person: Person) => (await person.get(`/api/programmes/${programme.id}/my-sharing`)).body
const figures = async (id: string) => (await nadia.get(`/api/kits/${id}/figures`)).body
const codeOf = async (id: string, network = 'linkedin') =>
  (
    await rows<{ code: string }>(
      sql`select code from share_links where kit_id = ${id} and network = ${network}`,
    )
  )[0]?.code ?? ''
const click = (code: string, headers: Record<string, string> = {}, from = '203.0.113.7') => {
  const visitor = world.visitor()
  visitor.address = from
  return visitor.get(`/s/${code}`, { 'user-agent': CHROME, ...headers })
}

test('a kit is prepared, published with a link for each network, and ended', async () => {
  const id = await kit({ hashtags: ['#Tempo', 'bois brut', '#Tempo'] }, 'draft')
  expect((await karim.get(`/api/kits/${id}`)).status).toBe(404)
  expect((await karim.get(`/api/programmes/${programme.id}/kits`)).body.items).toEqual([])
  expect((await nadia.put(`/api/kits/${id}/state`, { state: 'ended' })).body.code).toBe('kit.not_published')
  for (const _ of [1, 2])
    expect((await nadia.put(`/api/kits/${id}/state`, { state: 'published' })).status).toBe(200)
  expect(await rows(sql`select 1 from share_links where kit_id = ${id}`)).toHaveLength(9)
  expect((await karim.get(`/api/programmes/${programme.id}/kits`)).body).toMatchObject({
    items: [{ id, on: 'on', hashtags: ['Tempo', 'boisbrut'], languages: ['fr'] }],
    can: { shape: false, share: true },
  })
  expect((await nadia.del(`/api/kits/${id}`)).body.code).toBe('kit.published_already')
  expect((await nadia.put(`/api/kits/${id}/state`, { state: 'ended' })).body.kit.on).toBe('ended')
  expect((await nadia.put(`/api/kits/${id}/state`, { state: 'published' })).body.code).toBe('kit.over')
  expect((await karim.get(`/api/programmes/${programme.id}/kits`)).body.items).toEqual([])
})

test('a bad address, dates the wrong way, a picture without words: each says its field', async () => {
  const put = (more: Partial<KitDraft>) => nadia.put(`/api/kits/${uuid7()}`, draftOf(more))
  for (const url of ['javascript:alert(1)', 'aubrelle.example', 'https://a:b@aubrelle.example'])
    expect((await put({ url })).body).toMatchObject({ code: 'kit.address', errors: [{ field: 'url' }] })
  expect((await put({ startsOn: '2026-12-02', endsOn: '2026-12-01' })).body).toMatchObject({
    code: 'kit.dates',
    errors: [{ field: 'endsOn' }],
  })
  expect((await put({ visuals: [{ fileId: uuid7(), alt: ' ' }] })).body.code).toBe('kit.alt')
  expect((await put({ visuals: [{ fileId: uuid7(), alt: 'Un atelier' }] })).status).toBe(404)
  const empty = uuid7()
  await nadia.put(`/api/kits/${empty}`, draftOf({ variants: [] }))
  expect((await nadia.put(`/api/kits/${empty}/state`, { state: 'published' })).body.code).toBe('kit.no_text')
})

test('once published, an address stays where posts already lead, and a text keeps its turn', async () => {
  const variants = THREE()
  const id = await kit({ variants })
  await optIn(karim)
  const own = (await offer(karim, id)).body.variantId
  expect(
    (await nadia.put(`/api/kits/${id}`, draftOf({ variants, url: 'https://ailleurs.example' }))).body.code,
  ).toBe('kit.address_fixed')
  expect(
    (await nadia.put(`/api/kits/${id}`, draftOf({ variants, label: 'advertising', reward: 'Un bon' }))).body
      .code,
  ).toBe('kit.label_fixed')
  await nadia.put(`/api/kits/${id}`, draftOf({ variants: variants.toReversed(), title: 'Autrement' }))
  expect((await offer(karim, id)).body).toMatchObject({ variantId: own, title: 'Autrement' })
})

test('nothing is offered without the person’s say, network by network', async () => {
  const id = await kit()
  expect((await offer(karim, id)).body).toMatchObject({ status: 403, code: 'share.not_chosen' })
  await optIn(karim)
  expect((await offer(karim, id)).status).toBe(200)
  expect((await offer(karim, id, { network: 'x' })).body.code).toBe('share.not_chosen')
  expect((await nadia.put(`/api/programmes/${programme.id}/my-sharing/linkedin`)).body.code).toBe(
    'share.forbidden',
  )
})

test('Mastodon asks where the account is, and remembers it', async () => {
  const id = await kit()
  const put = (body: object) => karim.put(`/api/programmes/${programme.id}/my-sharing/mastodon`, body)
  expect((await put({})).body).toMatchObject({ code: 'share.instance', errors: [{ field: 'instance' }] })
  expect((await put({ instance: 'https://Piaille.fr/@karim' })).status).toBe(200)
  expect((await offer(karim, id, { network: 'mastodon' })).body.instance).toBe('piaille.fr')
  expect((await mine(karim)).networks).toMatchObject([{ network: 'mastodon', instance: 'piaille.fr' }])
})

test('each is shown another text, in turn; asking again shows one’s own again', async () => {
  const id = await kit()
  const people = [karim, await ambassador('lea'), await ambassador('awa')]
  const seen: string[] = []
  for (const person of people) {
    await optIn(person)
    const first = (await offer(person, id)).body
    expect((await offer(person, id)).body.variantId).toBe(first.variantId)
    seen.push(first.variantId)
  }
  expect(new Set(seen).size).toBe(3)
  const other = (await offer(karim, id, { another: true })).body
  expect(other.others).toBe(true)
  expect(other.variantId).not.toBe(seen[0])
})

test('six people at once are offered three texts, twice each', async () => {
  const id = await kit()
  const people: Person[] = []
  for (let at = 0; at < 6; at++) people.push(await ambassador('tous'))
  for (const person of people) await optIn(person)
  const offers = await Promise.all(people.map((person) => offer(person, id)))
  const times = new Map<string, number>()
  for (const { body } of offers) times.set(body.variantId, (times.get(body.variantId) ?? 0) + 1)
  expect([...times.values()]).toEqual([2, 2, 2])
})

test('a text written for a network comes before those for any; the other language when there is none', async () => {
  const id = await kit({ variants: [text('Pour tous.'), text('Pour LinkedIn.', { network: 'linkedin' })] })
  await optIn(karim)
  await optIn(karim, 'bluesky')
  expect((await offer(karim, id)).body.text).toBe('Pour LinkedIn.')
  expect((await offer(karim, id, { network: 'bluesky', language: 'en' })).body).toMatchObject({
    text: 'Pour tous.',
    language: 'fr',
    disclosure: 'Je travaille chez Essai.',
  })
  const english = await kit({ variants: [text('For all.', { language: 'en', network: 'x' })] })
  expect((await offer(karim, english)).body.code).toBe('share.no_text')
})

test('the employment link is proposed; a reward puts the words of the law first, and they stay', async () => {
  const put = (more: Partial<KitDraft>) => nadia.put(`/api/kits/${uuid7()}`, draftOf(more))
  expect((await put({ reward: 'Un bon de 20 €' })).body).toMatchObject({
    code: 'kit.label_missing',
    errors: [{ field: 'label' }],
  })
  expect((await put({ label: 'advertising' })).body.code).toBe('kit.reward_missing')
  const id = await kit({ reward: 'Un bon de 20 €', label: 'collaboration', hashtags: ['Tempo'] })
  await optIn(karim)
  expect((await offer(karim, id)).body.text).toBe('Collaboration commerciale\n\nUn premier texte.\n\n#Tempo')
  expect((await tell(karim, id)).body).toMatchObject({
    code: 'share.label_missing',
    errors: [{ field: 'text' }],
  })
  expect((await tell(karim, id, { text: 'Collaboration commerciale : mes mots.' })).status).toBe(200)
})

test('a post too long for its network is not told as shared', async () => {
  const id = await kit()
  await optIn(karim, 'x')
  expect((await tell(karim, id, { network: 'x', text: 'é'.repeat(257) })).body).toMatchObject({
    code: 'share.too_long',
    errors: [{ field: 'text' }],
  })
  expect((await tell(karim, id, { network: 'x', text: 'é'.repeat(256) })).status).toBe(200)
})

test('a share is told once, however often it is sent; another’s id changes nothing', async () => {
  const id = await kit()
  await optIn(karim)
  const share = uuid7()
  for (const _ of [1, 2]) expect((await tell(karim, id, {}, share)).body.shares).toHaveLength(1)
  const lea = await ambassador('lea')
  await optIn(lea)
  expect((await tell(lea, id, {}, share)).body.code).toBe('share.other')
  expect(
    await rows(sql`select shares, people from share_days where kit_id = ${id} and network = 'all'`),
  ).toEqual([{ shares: 1, people: 1 }])
})

test('the very same words are noticed, without a word or a name being kept', async () => {
  const id = await kit()
  const lea = await ambassador('lea')
  for (const person of [karim, lea]) await optIn(person)
  const known = async (words: string) =>
    (await lea.post(`/api/kits/${id}/words`, { network: 'linkedin', text: words })).body.known
  expect(await known('Venez à Nantes !')).toBe(false)
  await tell(karim, id, { text: 'Venez à Nantes !' })
  expect(await known('venez à  NANTES')).toBe(true)
  expect(await known('Venez donc à Nantes')).toBe(false)
  const columns = await rows<{ name: string }>(
    sql`select column_name as name from information_schema.columns where table_name = 'share_words' order by 1`,
  )
  expect(columns.map(({ name }) => name)).toEqual(['kit_id', 'mark'])
})

test('a day and a week have their fill, of each person alone, also of two taps at once', async () => {
  await set({ perDay: 2, perWeek: 3 })
  const id = await kit()
  await optIn(karim)
  const both = await Promise.all([tell(karim, id), tell(karim, id), tell(karim, id)])
  expect(both.map(({ status }) => status).sort()).toEqual([200, 200, 409])
  expect((await offer(karim, id)).body).toMatchObject({ status: 409, code: 'share.cap_day' })
  expect((await mine(karim)).left).toBe(0)
  await write(sql`update shares set shared_at = shared_at - interval '2 days' where member_id = ${karim.id}`)
  expect((await tell(karim, id)).status).toBe(200)
  expect((await tell(karim, id)).body.code).toBe('share.cap_week')
  const lea = await ambassador('lea')
  await optIn(lea)
  expect((await tell(lea, id)).status).toBe(200)
})

test('in quiet hours nothing is handed out, and it says when it opens again', async () => {
  const id = await kit()
  await optIn(karim)
  const { now } = (
    await rows<{ now: string }>(sql`select to_char(now() at time zone 'Europe/Paris', 'HH24:MI') as now`)
  )[0] ?? { now: '' }
  const hour = (by: number) => `${String((Number(now.slice(0, 2)) + by + 24) % 24).padStart(2, '0')}:00`
  await set({ quietFrom: hour(-1), quietTo: hour(2) })
  expect((await offer(karim, id)).body).toMatchObject({ status: 409, code: 'share.quiet' })
  const told = await mine(karim)
  expect(told.quiet).toBe(true)
  expect(Date.parse(told.opensAt)).toBeGreaterThan(Date.now())
  await set({ quietFrom: hour(2), quietTo: hour(4) })
  expect((await offer(karim, id)).status).toBe(200)
  expect(await mine(karim)).toMatchObject({ quiet: false, opensAt: null })
})

test('a new kit is told to those who chose to share, to nobody else, and waits for the morning', async () => {
  const lea = await ambassador('lea')
  await optIn(karim)
  const { now } = (
    await rows<{ now: string }>(sql`select to_char(now() at time zone 'Europe/Paris', 'HH24:MI') as now`)
  )[0] ?? { now: '' }
  const hour = (by: number) => `${String((Number(now.slice(0, 2)) + by + 24) % 24).padStart(2, '0')}:00`
  await set({ quietFrom: hour(-1), quietTo: hour(2) })
  const id = await kit()
  await world.runJobs()
  const told = () =>
    rows<{ id: string }>(
      sql`select member_id as id from notifications where details->>'path' = ${`/programmes/${programme.id}/partager`}`,
    )
  expect(await told()).toEqual([])
  await set()
  await write(sql`select graphile_worker.add_job('announce-kit', ${JSON.stringify({ kitId: id })}::json)`)
  await world.runJobs()
  expect(await told()).toEqual([{ id: karim.id }])
  expect((await lea.get('/api/notifications')).body.items).toEqual([])
})

test('a kit that begins later is announced on its day, not before', async () => {
  await optIn(karim)
  const later = (
    await rows<{ day: string }>(sql`select (now() at time zone 'Europe/Paris')::date + 4 as day`)
  )[0]?.day
  const id = await kit({ startsOn: later ?? null })
  const told = () =>
    rows<{ id: string }>(
      sql`select member_id as id from notifications where details->>'path' = ${`/programmes/${programme.id}/partager`}`,
    )
  await world.runJobs()
  expect(await told()).toEqual([])
  const [job] = await rows<{ day: string }>(sql`
    select (run_at at time zone 'Europe/Paris')::date as day from graphile_worker._private_jobs where payload ->> 'kitId' = ${id}`)
  expect(job?.day).toBe(later)
  await write(
    sql`update share_kits set starts_on = (now() at time zone 'Europe/Paris')::date where id = ${id}`,
  )
  await write(sql`update graphile_worker._private_jobs set run_at = now()`)
  await world.runJobs()
  expect(await told()).toEqual([{ id: karim.id }])
})

test('one tap takes a network back, with all that was held about it and nothing of the others', async () => {
  const id = await kit()
  await optIn(karim)
  await optIn(karim, 'bluesky')
  await offer(karim, id)
  await tell(karim, id)
  await tell(karim, id, { network: 'bluesky' })
  expect((await karim.del(`/api/programmes/${programme.id}/my-sharing/linkedin`)).body).toEqual({
    done: true,
  })
  const held = async () => {
    const found: unknown[] = []
    for (const table of [sql`share_choices`, sql`share_offers`, sql`shares`])
      found.push(...(await rows(sql`select network from ${table} where member_id = ${karim.id}`)))
    return found
  }
  expect(await held()).toEqual([{ network: 'bluesky' }, { network: 'bluesky' }])
  // No trace for those who count: the number of the day is what it was.
  expect(
    await rows(sql`select shares from share_days where kit_id = ${id} and network = 'linkedin'`),
  ).toEqual([{ shares: 1 }])
  expect((await offer(karim, id)).body.code).toBe('share.not_chosen')
  // Also once the community is no longer theirs to see.
  await write(sql`delete from seats where member_id = ${karim.id} and space_id = ${space.id}`)
  expect((await karim.get(`/api/programmes/${programme.id}/my-sharing`)).status).toBe(404)
  expect((await karim.del(`/api/programmes/${programme.id}/my-sharing/bluesky`)).status).toBe(200)
  expect(await held()).toEqual([])
})

test('who leaves the role leaves nothing of their sharing behind', async () => {
  const id = await kit()
  await optIn(karim)
  await tell(karim, id)
  const fact = {
    programmeId: programme.id,
    ambassadorId: uuid7(),
    memberId: karim.id,
    from: 'active',
  } as const
  const move = (to: 'paused' | 'alumni') =>
    world.server.database.transaction((trx) => inform(trx, null, ambassadorMoved, space.id, { ...fact, to }))
  await move('paused')
  expect((await mine(karim)).shares).toHaveLength(1)
  await move('alumni')
  expect(await mine(karim)).toMatchObject({ networks: [], shares: [] })
  // However it came about: an account that is closed leaves nothing either.
  const lea = await ambassador('lea')
  await optIn(lea)
  await tell(lea, id)
  await write(sql`update members set status = 'closed' where id = ${lea.id}`)
  await write(sql`select graphile_worker.add_job('forget-old-shares')`)
  await world.runJobs()
  for (const table of [sql`share_choices`, sql`shares`])
    expect(await rows(sql`select 1 from ${table} where member_id = ${lea.id}`)).toEqual([])
})

test('a share is one’s own to see and to forget; after a year it is forgotten by itself', async () => {
  const id = await kit()
  const lea = await ambassador('lea')
  for (const person of [karim, lea]) await optIn(person)
  const share = uuid7()
  await tell(karim, id, {}, share)
  expect((await mine(karim)).shares).toMatchObject([
    { id: share, title: 'Tempo en vrai', network: 'linkedin' },
  ])
  expect((await mine(lea)).shares).toEqual([])
  expect((await lea.del(`/api/shares/${share}`)).status).toBe(404)
  await tell(lea, id)
  await write(sql`update shares set shared_at = now() - interval '13 months' where member_id = ${lea.id}`)
  await write(sql`select graphile_worker.add_job('forget-old-shares')`)
  await world.runJobs()
  expect((await mine(lea)).shares).toEqual([])
  expect((await karim.del(`/api/shares/${share}`)).body).toEqual({ done: true })
  expect((await mine(karim)).shares).toEqual([])
})

test('whoever leads, keeps, animates, moderates, manages or administers never reads who shared', async () => {
  const id = await kit()
  await optIn(karim)
  await offer(karim, id)
  const share = uuid7()
  await tell(karim, id, {}, share)
  const names = [karim.id, share, karim.name]
  const keeper = await world.member(`keeper${counted}`)
  const moderator = await world.member(`moderator${counted}`)
  const animator = await world.member(`animator${counted}`, { standing: 'animator' })
  const administrator = await world.member(`administrator${counted}`, { standing: 'administrator' })
  const manager = await world.member(`manager${counted}`)
  const lea = await ambassador('lea')
  await write(sql`update members set manager_id = ${manager.id} where id = ${karim.id}`)
  await world.seat(space, keeper)
  await write(
    sql`insert into programme_keepers (programme_id, member_id) values (${programme.id}, ${keeper.id})`,
  )
  await world.seat(space, moderator, 'moderator')
  await world.seat(space, animator, 'animator')
  await world.seat(space, administrator, 'lead')
  const reads = world.server.app.endpoints.filter(
    ({ method, path }) => method === 'GET' && /\/(kits|shar|my-shar)/.test(path),
  )
  expect(reads.length).toBeGreaterThanOrEqual(6)
  for (const person of [nadia, keeper, moderator, animator, administrator, manager, lea])
    for (const { path } of reads) {
      const reply = await person.get(path.replace(':id', path.startsWith('/api/kits') ? id : programme.id))
      for (const name of names) expect(JSON.stringify(reply.body)).not.toContain(name)
    }
  // Nor by what the community hears live, nor in the register of acts.
  expect(
    await rows(sql`select kind from events where space_id = ${space.id} and kind not like 'member.%'`),
  ).toEqual([])
  const acts = await rows(
    sql`select act, actor_id, subject_id, details from audit_log where at > now() - interval '1 minute'`,
  )
  for (const name of names) expect(JSON.stringify(acts)).not.toContain(name)
})

test('shares are counted up to yesterday, and said from ten people on', async () => {
  const id = await kit()
  for (let at = 0; at < 10; at++) {
    const person = await ambassador('nombreux')
    await optIn(person)
    await tell(person, id)
    if (at === 0) await tell(person, id)
  }
  expect(await figures(id)).toMatchObject({ shares: null, threshold: 10 })
  await write(sql`update share_days set day = day - 1 where kit_id = ${id}`)
  await write(sql`update shares set shared_at = shared_at - interval '1 day' where kit_id = ${id}`)
  const read = await figures(id)
  expect(read.shares).toBe(11)
  expect(read.networks).toContainEqual(expect.objectContaining({ network: 'linkedin', shares: 11 }))
  expect(read.networks).toContainEqual(expect.objectContaining({ network: 'x', shares: null }))
  const facts = await sharingFacts(world.server.database.db, space.id)
  expect(facts).toMatchObject({ kitsOn: 1, drafts: 0, shares: 11, visitors: 0 })
})

test('one person who shares ten kits is one person: what a community is told of shares stays silent', async () => {
  await set({ perDay: 20, perWeek: 60 })
  await optIn(karim)
  for (let at = 0; at < 10; at++) await tell(karim, await kit())
  await write(sql`update share_days set day = day - 1`)
  await write(sql`update shares set shared_at = shared_at - interval '1 day'`)
  expect((await sharingFacts(world.server.database.db, space.id)).shares).toBeNull()
})

test('a click leads to the kit’s address with where it came from, and is counted once a day and browser', async () => {
  const id = await kit()
  const code = await codeOf(id)
  const first = await click(code)
  expect(first.status).toBe(302)
  expect(first.headers.location).toBe(
    `${ADDRESS}?utm_source=linkedin&utm_medium=ambassadors&utm_campaign=tempo-en-vrai`,
  )
  expect(first.headers).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'same-origin' })
  expect(first.headers['set-cookie']).toBeUndefined()
  await click(code)
  await click(code, {}, '203.0.113.8')
  const today = await rows(sql`select visitors, clicks from click_days where code = ${code}`)
  expect(today).toEqual([{ visitors: 2, clicks: 3 }])
  expect(await figures(id)).toMatchObject({ visitors: 2, clicks: 3, days: [{ visitors: 2 }], value: null })
})

test('robots, looks ahead, heads and previews follow the link and are not counted', async () => {
  const id = await kit()
  const code = await codeOf(id)
  const visitor = world.visitor()
  const robots: Record<string, string>[] = [
    { 'user-agent': 'LinkedInBot/1.0 (compatible; Mozilla/5.0)' },
    { 'user-agent': 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)' },
    { 'user-agent': 'WhatsApp/2.24.20 A' },
    { 'user-agent': CHROME, 'sec-purpose': 'prefetch' },
    { 'user-agent': CHROME, purpose: 'prefetch' },
    { 'user-agent': CHROME, 'sec-fetch-dest': 'image' },
  ]
  for (const headers of robots) expect((await visitor.get(`/s/${code}`, headers)).status).toBe(302)
  const head = await world.server.app.fastify.inject({
    method: 'HEAD',
    url: `/s/${code}`,
    headers: { 'user-agent': CHROME },
  })
  expect([head.statusCode, head.body]).toEqual([302, ''])
  expect(await rows(sql`select 1 from click_days where code = ${code}`)).toEqual([])
})

test('a link leads nowhere but to its kit: what is added to it changes nothing', async () => {
  const id = await kit()
  const code = await codeOf(id)
  const odd = await click(`${code}?url=https://ailleurs.example&to=//ailleurs.example`)
  expect(new URL(String(odd.headers.location)).origin).toBe('https://aubrelle.example')
  for (const other of ['aaaaaaa', 'https%3A%2F%2Failleurs.example', '..%2F..%2Fapi', code.toUpperCase()]) {
    const reply = await click(other)
    expect(reply.status).toBe(404)
    expect(reply.headers.location).toBeUndefined()
    expect(String(reply.body)).not.toContain('ailleurs')
  }
  const draft = await kit({}, 'draft')
  expect(await rows(sql`select 1 from share_links where kit_id = ${draft}`)).toEqual([])
})

test('a kit that is over says so in one’s language, with a way on, and counts nothing more', async () => {
  const id = await kit({ url: 'https://aubrelle.example/?a=1&b="2"' })
  const code = await codeOf(id)
  await nadia.put(`/api/kits/${id}/state`, { state: 'ended' })
  const french = await click(code, { 'accept-language': 'fr' })
  expect(french.status).toBe(410)
  expect(french.body).toContain('Ce lien de partage est terminé')
  expect(french.body).toContain('Aller sur aubrelle.example')
  expect(french.body).toContain('href="https://aubrelle.example/?a=1&#38;b=%222%22"')
  expect((await click(code, { 'accept-language': 'en' })).body).toContain('This shared link has ended')
  expect(await rows(sql`select 1 from click_days where code = ${code}`)).toEqual([])
  const dated = await kit({ endsOn: '2026-01-01' })
  expect((await click(await codeOf(dated))).status).toBe(410)
  await optIn(karim)
  expect((await offer(karim, dated)).body.code).toBe('share.kit_closed')
})

test('once the day is over, what could tell who clicked is gone; the number stays', async () => {
  const id = await kit()
  const code = await codeOf(id)
  await click(code)
  for (const table of [sql`click_salts`, sql`click_marks`, sql`click_days`])
    await write(sql`update ${table} set day = day - 1`)
  await click(code)
  await write(sql`select graphile_worker.add_job('forget-click-marks')`)
  await world.runJobs()
  expect(await rows(sql`select 1 from click_salts`)).toHaveLength(1)
  expect(await rows(sql`select 1 from click_marks where code = ${code}`)).toHaveLength(1)
  expect(await rows(sql`select visitors from click_days where code = ${code} order by day`)).toEqual([
    { visitors: 1 },
    { visitors: 1 },
  ])
  const columns = await rows<{ name: string }>(sql`
    select distinct column_name as name from information_schema.columns where table_name like 'click\\_%' order by 1`)
  expect(columns.map(({ name }) => name)).toEqual(['clicks', 'code', 'day', 'mark', 'salt', 'visitors'])
})

test('what is earned follows the rates of the programme, and is nothing without them', async () => {
  const id = await kit()
  await click(await codeOf(id))
  await click(await codeOf(id), {}, '203.0.113.9')
  await click(await codeOf(id, 'x'))
  expect(await figures(id)).toMatchObject({ value: null, currency: 'EUR' })
  await set({ rates: [{ network: 'linkedin', cpm: 30, cpc: 4.5 }] })
  const read = await figures(id)
  expect(read.value).toBe(9)
  expect(read.networks).toContainEqual(
    expect.objectContaining({ network: 'linkedin', visitors: 2, impressions: null, cpc: 4.5, value: 9 }),
  )
  expect(read.networks).toContainEqual(expect.objectContaining({ network: 'x', visitors: 1, value: null }))
})

test('settings that cannot be are refused by name', async () => {
  for (const [change, field] of [
    [{ quietFrom: '25:00' }, 'quietFrom'],
    [{ quietTo: '7h' }, 'quietTo'],
    [{ currency: 'eur' }, 'currency'],
    [{ perDay: 4, perWeek: 3 }, 'perWeek'],
  ] as const)
    expect((await set(change)).body).toMatchObject({ status: 422, errors: [{ field }] })
  expect((await karim.get(`/api/programmes/${programme.id}/share-settings`)).body.code).toBe(
    'kit.shape.forbidden',
  )
})

test('a link asked for again and again by the same address is slowed down', async () => {
  const small = await openWorld({ rate: 4 })
  const visitor = small.visitor()
  const seen: number[] = []
  for (let at = 0; at < 6; at++) seen.push((await visitor.get('/s/aaaaaaa')).status)
  await small.close()
  expect(seen).toEqual([404, 404, 404, 404, 429, 429])
})

test('a share counts among contributions when its person says so twice, in their follow-up and for it; and stops with it', async () => {
  const id = await kit()
  await optIn(karim)
  const own = await mine(karim)
  const lines = () =>
    rows<{ kind: string; source_kind: string }>(
      sql`select kind, source_kind from contributions where ambassador_id = ${own.fileId} and kind = 'sharing'`,
    )
  expect(own.counts).toBe(false)
  await tell(karim, id, { counted: true })
  expect(await lines()).toEqual([])
  await write(
    sql`insert into follow_up_choices (ambassador_id, count_sharing) values (${own.fileId}, true) on conflict (ambassador_id) do update set count_sharing = true`,
  )
  expect((await mine(karim)).counts).toBe(true)
  await tell(karim, id)
  expect(await lines()).toEqual([])
  const share = uuid7()
  await tell(karim, id, { counted: true }, share)
  expect(await lines()).toEqual([{ kind: 'sharing', source_kind: 'share' }])
  expect((await mine(karim)).shares.filter((one: { counted: boolean }) => one.counted)).toMatchObject([
    { id: share },
  ])
  await karim.del(`/api/programmes/${programme.id}/my-sharing/linkedin`)
  expect(await lines()).toEqual([])
})
