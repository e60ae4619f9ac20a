import sharp from 'sharp'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { APP_PASSWORD, HOUSE_PAGE, type Networks, openNetworks } from '#app/testing/networks.ts'
import { openWorld, type Person, type World } from '#app/testing/world.ts'
import { openLog } from '#platform/server/log.ts'
import { sql } from '#platform/server/db.ts'
import { forgetOwnPublications } from './commands/forgetting.ts'
import { queuePublication } from './commands/publications.ts'
import { remindConnections } from './jobs.ts'

let networks: Networks
let world: World
let nadia: Person
let clara: Person
let tempo: { id: string }

beforeAll(async () => {
  networks = await openNetworks()
  world = await openWorld({
    networks: {
      loopback: true,
      linkedin: { clientId: 'ours', clientSecret: 'a secret', version: '202606', url: networks.url },
    },
  })
  nadia = await world.member('nadia', { standing: 'animator' })
  clara = await world.member('clara')
  tempo = await world.community(nadia)
  await world.seat(tempo, clara)
})
afterAll(async () => {
  await world?.close()
  await networks?.close()
})
beforeEach(() => {
  networks.said.length = 0
  networks.calls.length = 0
})

/** Goes to the network, says yes, comes back. */
async function sayYes(person: Person, id: string, body: Record<string, unknown>) {
  const begun = await person.post(`/api/connections/${id}/beginning`, { path: '/comptes', ...body })
  if (begun.status !== 200) return begun
  const yes = await fetch(begun.body.url as string, { redirect: 'manual' })
  const back = new URL(yes.headers.get('location') ?? '')
  return person.post('/api/connections/completion', {
    state: back.searchParams.get('state'),
    code: back.searchParams.get('code'),
  })
}

const mastodonOf = async (person: Person) => {
  const id = newId()
  expect((await sayYes(person, id, { network: 'mastodon', server: networks.url })).status).toBe(200)
  return id
}
const blueskyOf = async (person: Person) => {
  const id = newId()
  const reply = await person.post(`/api/connections/${id}/session`, {
    handle: '@aubrelle.example',
    appPassword: APP_PASSWORD,
    server: networks.url,
  })
  expect(reply.status).toBe(200)
  return id
}
const publish = (person: Person, id: string, connectionId: string, text: string, more: object = {}) =>
  person.put(`/api/me/publications/${id}`, { connectionId, text, ...more })
const stateOf = async (person: Person, id: string) => (await person.get(`/api/me/publications/${id}`)).body
/** The waits are over. */
const later = () =>
  world.server.database.transaction((trx) =>
    trx.run(sql`update graphile_worker._private_jobs set run_at = now()`),
  )

test('a member connects Mastodon by saying yes there; the account is theirs alone, and no reply holds a token', async () => {
  const id = newId()
  const done = await sayYes(clara, id, { network: 'mastodon', server: networks.url })
  expect(done.body).toMatchObject({
    path: '/comptes',
    connection: {
      id,
      spaceId: null,
      network: 'mastodon',
      name: expect.stringContaining('@aubrelle@'),
      limit: 500,
    },
  })
  const mine = await clara.get('/api/me/connections')
  expect(mine.body.networks).toEqual(['mastodon', 'bluesky', 'linkedin'])
  expect(JSON.stringify([done.body, mine.body])).not.toMatch(/token|secret|sealed/i)
  expect((await nadia.get('/api/me/connections')).body.items).toEqual([])
  expect((await nadia.del(`/api/connections/${id}`)).status).toBe(404)
  const kept = await world.server.database.db.row<{ sealed: string }>(
    sql`select tokens_sealed as sealed from connections where id = ${id}`,
  )
  expect(kept?.sealed).not.toContain('access')
})

test('a yes serves once, and only whoever asked for it', async () => {
  const begun = await clara.post(`/api/connections/${newId()}/beginning`, {
    network: 'mastodon',
    server: networks.url,
    path: '/comptes',
  })
  const yes = await fetch(begun.body.url as string, { redirect: 'manual' })
  const back = new URL(yes.headers.get('location') ?? '').searchParams
  const body = { state: back.get('state'), code: back.get('code') }
  const over = { status: 409, body: { code: 'connection.beginning_over' } }
  expect(await nadia.post('/api/connections/completion', body)).toMatchObject(over)
  expect((await clara.post('/api/connections/completion', body)).status).toBe(200)
  expect(await clara.post('/api/connections/completion', body)).toMatchObject(over)
})

test('addresses behind the house and wrong passwords are refused in a sentence that names the field', async () => {
  for (const server of ['10.0.0.1', 'https://192.168.1.1', '169.254.169.254']) {
    const reply = await clara.post(`/api/connections/${newId()}/beginning`, {
      network: 'mastodon',
      server,
      path: '/',
    })
    expect(reply).toMatchObject({ status: 422, body: { errors: [{ field: 'server' }] } })
  }
  const wrong = await clara.post(`/api/connections/${newId()}/session`, {
    handle: 'aubrelle.example',
    appPassword: 'no',
    server: networks.url,
  })
  expect(wrong).toMatchObject({ status: 422, body: { code: 'connection.not_accepted' } })
})

test('a page of LinkedIn is connected by one of its administrators, for the community they animate', async () => {
  const id = newId()
  const refused = await sayYes(nadia, newId(), {
    network: 'linkedin',
    spaceId: tempo.id,
    organization: '777',
  })
  expect(refused).toMatchObject({ status: 422, body: { code: 'connection.no_right' } })
  const done = await sayYes(nadia, id, { network: 'linkedin', spaceId: tempo.id, organization: HOUSE_PAGE })
  expect(done.body.connection).toMatchObject({
    spaceId: tempo.id,
    network: 'linkedin',
    name: 'Aubrelle',
    limit: 3000,
  })
  expect(done.body.connection.expiresAt).toBeTruthy()
  expect((await clara.get(`/api/communities/${tempo.id}/connections`)).status).toBe(403)
  expect((await clara.del(`/api/connections/${id}`)).status).toBe(403)
})

test('a publication leaves once on Mastodon, however often it is asked for', async () => {
  const account = await mastodonOf(clara)
  const id = newId()
  const text = 'L’atelier <ouvre> & c’est bien.\n\nVenez.'
  expect((await publish(clara, id, account, text)).body).toMatchObject({ state: 'queued' })
  await publish(clara, id, account, text)
  await world.runJobs()
  expect(await stateOf(clara, id)).toMatchObject({
    state: 'sent',
    url: expect.stringContaining('/@aubrelle/'),
  })
  expect((await publish(clara, id, account, text)).status).toBe(200)
  expect(await publish(clara, id, account, 'Autre chose')).toMatchObject({ status: 409 })
  await world.runJobs()
  expect(networks.said.map((one) => one.text)).toEqual([text])
  expect((await nadia.get(`/api/me/publications/${id}`)).status).toBe(404)
})

test.each(['mastodon', 'bluesky', 'linkedin'] as const)(
  'the line falls between the answer of %s and our note of it: it is found there, not said twice',
  async (network) => {
    const account =
      network === 'mastodon'
        ? await mastodonOf(clara)
        : network === 'bluesky'
          ? await blueskyOf(clara)
          : await linkedinOf(clara)
    const id = newId()
    networks.fail({ kind: 'lost' })
    await publish(clara, id, account, `Une fois seulement, sur ${network} (l’essai) & voilà.`)
    await world.runJobs()
    expect(await stateOf(clara, id)).toMatchObject({
      state: 'queued',
      problem: expect.stringContaining('pas répondu'),
    })
    await later()
    await world.runJobs()
    expect(await stateOf(clara, id)).toMatchObject({ state: 'sent' })
    expect(networks.said).toHaveLength(1)
  },
)
const linkedinOf = async (person: Person) => {
  const id = newId()
  expect((await sayYes(person, id, { network: 'linkedin' })).status).toBe(200)
  return id
}

test('killed after the network answered, we look there before repeating, and have its address', async () => {
  const account = await mastodonOf(clara)
  const id = newId()
  await publish(clara, id, account, 'Le vernis attend le bois.')
  await world.runJobs()
  // As the database stood when the process fell: about to speak, nothing noted.
  await world.server.database.transaction(async (trx) => {
    await trx.run(sql`update publications set state = 'queued', external_id = null, url = null, sent_at = null,
      tried_at = now() - interval '2 hours' where id = ${id}`)
    await trx.run(sql`select graphile_worker.add_job('publish', ${JSON.stringify({ id })}::json)`)
  })
  const posts = () => networks.calls.filter((call) => call === 'POST /api/v1/statuses').length
  const before = posts()
  await world.runJobs()
  expect(await stateOf(clara, id)).toMatchObject({ state: 'sent' })
  expect(posts()).toBe(before)
  expect(networks.said).toHaveLength(1)
})

test('a limit met while we look whether it got through leaves that open: we look again before repeating', async () => {
  const account = await mastodonOf(clara)
  const id = newId()
  networks.fail({ kind: 'lost' })
  await publish(clara, id, account, 'Une fois, et une seule.')
  await world.runJobs()
  networks.fail({ kind: 'limited', value: 60, on: 'look' })
  for (let times = 0; times < 2; times++) {
    await later()
    await world.runJobs()
  }
  expect(await stateOf(clara, id)).toMatchObject({ state: 'sent' })
  expect(networks.calls.filter((call) => call === 'POST /api/v1/statuses')).toHaveLength(1)
})

test('a network that the house no longer speaks to does not keep the others from being counted', async () => {
  const [page, account] = [await linkedinOf(clara), await mastodonOf(clara)]
  const [gone, here] = [newId(), newId()]
  await publish(clara, gone, page, 'Sur LinkedIn.')
  await publish(clara, here, account, 'Sur Mastodon.')
  await world.runJobs()
  const { linkedin } = world.server.services.networks
  world.server.services.networks.linkedin = undefined
  await world.server.jobs.tasks.get('count-publications')?.(
    world.server.database,
    {} as never,
    openLog('silent'),
  )
  world.server.services.networks.linkedin = linkedin
  const counted = await world.server.database.db.rows<{ id: string; likes: number | null }>(
    sql`select id, likes from publications where id in (${gone}, ${here}) and counted_at is not null order by id`,
  )
  expect(counted).toEqual([
    { id: gone, likes: null },
    { id: here, likes: 7 },
  ])
})

test('an address that a network gives and no browser should open is not kept', async () => {
  const account = await mastodonOf(clara)
  const id = newId()
  networks.addresses = 'javascript:alert(1)//'
  await publish(clara, id, account, 'Voilà.')
  await world.runJobs()
  networks.addresses = null
  expect(await stateOf(clara, id)).toMatchObject({ state: 'sent', url: '' })
})

test('a limit is waited for, a refusal is told in the network’s words with a way out', async () => {
  const account = await mastodonOf(clara)
  const limited = newId()
  networks.fail({ kind: 'limited', value: 120 })
  await publish(clara, limited, account, 'Patience.')
  await world.runJobs()
  const waiting = await stateOf(clara, limited)
  expect(waiting).toMatchObject({ state: 'queued', problem: expect.stringContaining('attendre') })
  expect(Date.parse(waiting.retryAt) - Date.now()).toBeGreaterThan(100_000)
  await later()
  await world.runJobs()
  expect(await stateOf(clara, limited)).toMatchObject({ state: 'sent' })

  const refused = newId()
  networks.fail({ kind: 'refused', value: 'This text is not wanted here' })
  await publish(clara, refused, account, 'Refusé.')
  await world.runJobs()
  expect(await stateOf(clara, refused)).toMatchObject({
    state: 'failed',
    problem: expect.stringContaining('This text is not wanted here'),
  })
  const { items } = (await clara.get('/api/notifications')).body
  expect(JSON.stringify(items)).toContain('n’est pas partie')
})

test('tokens of Bluesky that ended are renewed on the way; once the second one ended too, one connects again', async () => {
  const account = await blueskyOf(clara)
  networks.expire()
  const id = newId()
  await publish(clara, id, account, 'Été 🪟 : https://aubrelle.example #métier', {
    link: 'https://aubrelle.example/scierie',
    linkTitle: 'La scierie',
  })
  await world.runJobs()
  expect(await stateOf(clara, id)).toMatchObject({
    state: 'sent',
    url: expect.stringContaining('bsky.app/profile/'),
  })
  expect(networks.said[0]?.record).toMatchObject({
    langs: ['fr'],
    embed: { external: { uri: 'https://aubrelle.example/scierie', title: 'La scierie' } },
  })
  networks.expire()
  networks.forget()
  const lost = newId()
  await publish(clara, lost, account, 'Trop tard.')
  await world.runJobs()
  expect(await stateOf(clara, lost)).toMatchObject({
    state: 'failed',
    problem: expect.stringContaining('reconnecter'),
  })
  const mine = (await clara.get('/api/me/connections')).body.items as { id: string; state: string }[]
  expect(mine.find((one) => one.id === account)?.state).toBe('expired')
})

test('a picture leaves as a JPEG with its description; without one it is refused', async () => {
  const account = await mastodonOf(clara)
  const fileId = newId()
  const bytes = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#14473a' } })
    .webp()
    .toBuffer()
  await world.server.services.storage.put(`t/${fileId}`, bytes, {
    bytes: bytes.length,
    mediaType: 'image/webp',
  })
  await world.server.database.transaction((trx) =>
    trx.run(sql`insert into files (id, owner_id, use, name, media_type, bytes, storage_key)
      values (${fileId}, ${clara.id}, 'content', 'a.webp', 'image/webp', ${bytes.length}, ${`t/${fileId}`})`),
  )
  const bare = await publish(clara, newId(), account, 'Sans description', { fileId })
  expect(bare).toMatchObject({ status: 422, body: { code: 'publication.alt' } })
  await publish(clara, newId(), account, 'Avec', { fileId, alt: 'Une fenêtre verte' })
  await world.runJobs()
  expect(networks.media.at(-1)).toMatchObject({ type: 'image/jpeg', description: 'Une fenêtre verte' })
  expect(networks.said.at(-1)?.record['media_ids']).toEqual([String(networks.media.length)])
})

test('too long a text is refused with by how much; cancelled or disconnected, nothing leaves', async () => {
  const account = await mastodonOf(clara)
  const long = await publish(clara, newId(), account, 'é'.repeat(503))
  expect(long).toMatchObject({
    status: 422,
    body: { errors: [{ field: 'text', message: expect.stringContaining('3') }] },
  })
  const [cancelled, closed] = [newId(), newId()]
  await publish(clara, cancelled, account, 'Annulé.')
  expect((await clara.del(`/api/me/publications/${cancelled}`)).body.state).toBe('cancelled')
  await publish(clara, closed, account, 'Déconnecté.')
  await clara.del(`/api/connections/${account}`)
  await world.runJobs()
  expect(networks.said).toEqual([])
  const row = await world.server.database.db.row<{ sealed: string | null }>(
    sql`select tokens_sealed as sealed from connections where id = ${account}`,
  )
  expect(row?.sealed).toBeNull()
})

/** A Tuesday at ten in Paris, and what surrounds it. */
const AT = {
  workingDay: new Date('2027-05-04T08:00:00Z'),
  earlyMorning: new Date('2027-05-04T03:00:00Z'),
  saturday: new Date('2027-05-08T08:00:00Z'),
  ascension: new Date('2027-05-06T08:00:00Z'),
  eveOfAscension: new Date('2027-05-05T08:00:00Z'),
}
const newsAbout = async (person: Person, words: string) =>
  JSON.stringify((await person.get('/api/notifications')).body.items).split(words).length - 1

/** A page of the house that ends so many days and two hours after some instant. */
async function ending(days: number, after: Date): Promise<string> {
  const id = newId()
  await sayYes(nadia, id, { network: 'linkedin', spaceId: tempo.id, organization: HOUSE_PAGE })
  const at = new Date(after.getTime() + days * 86_400_000 + 7_200_000).toISOString()
  await world.server.database.transaction(async (trx) => {
    await trx.run(
      sql`update connections set state = 'closed', tokens_sealed = null, expires_at = null where id <> ${id} and network = 'linkedin'`,
    )
    await trx.run(sql`update connections set expires_at = ${at} where id = ${id}`)
    await trx.run(sql`delete from notifications where kind = 'news'`)
  })
  return id
}

test('a fortnight before a connection ends, those responsible are reminded, once', async () => {
  await ending(13, AT.workingDay)
  for (let times = 0; times < 2; times++) await remindConnections(world.server.database, AT.workingDay)
  expect(await newsAbout(nadia, 'déconnecté dans 13 jours')).toBe(1)
  expect(await newsAbout(clara, 'déconnecté')).toBe(0)
})

test('nobody is reminded at night, at the week-end, on a public holiday nor while the house is closed', async () => {
  for (const moment of [AT.earlyMorning, AT.saturday, AT.ascension]) {
    await ending(13, moment)
    await remindConnections(world.server.database, moment)
    expect(await newsAbout(nadia, 'déconnecté')).toBe(0)
  }
  await ending(13, AT.workingDay)
  const closed = newId()
  await world.server.database.transaction((trx) =>
    trx.run(sql`insert into blocked_days (id, label, kind, site, first_day, last_day)
      values (${closed}, 'Inventaire', 'closed', '', '2027-05-04', '2027-05-04')`),
  )
  await remindConnections(world.server.database, AT.workingDay)
  expect(await newsAbout(nadia, 'déconnecté')).toBe(0)
  await world.server.database.transaction((trx) =>
    trx.run(sql`delete from blocked_days where id = ${closed}`),
  )
})

test('what would be said on a holiday is said on the working day before', async () => {
  const id = await ending(4, AT.eveOfAscension)
  await world.server.database.transaction((trx) =>
    trx.run(sql`update connections set reminded = '{14}' where id = ${id}`),
  )
  await remindConnections(world.server.database, AT.eveOfAscension)
  expect(await newsAbout(nadia, 'déconnecté dans 4 jours')).toBe(1)
})

test('what somebody connects for themselves is in no log of the administration', async () => {
  const laurie = await world.member('laurie', { standing: 'administrator' })
  const id = await mastodonOf(clara)
  const log = JSON.stringify((await laurie.get('/api/administration/audit-log?limit=100')).body)
  expect(log).toContain('connection.opened')
  expect(log).not.toContain(id)
})

test('my publications are listed for me, newest first, page by page, and for nobody else', async () => {
  const lea = await world.member('lea')
  const account = await mastodonOf(lea)
  const ids = [newId(), newId(), newId()]
  for (const [index, id] of ids.entries()) await publish(lea, id, account, `Un essai ${index}.`)
  await world.runJobs()
  const first = (await lea.get('/api/me/publications?limit=2')).body
  expect(first.items.map((one: { id: string }) => one.id)).toEqual([ids[2], ids[1]])
  expect(first.items[0]).toMatchObject({
    state: 'sent',
    account: { network: 'mastodon', state: 'open' },
    url: expect.stringContaining('/@aubrelle/'),
    removing: false,
  })
  const second = (await lea.get(`/api/me/publications?limit=2&cursor=${first.next}`)).body
  expect(second).toMatchObject({ items: [{ id: ids[0] }], next: null, keptMonths: 12 })
  const boss = await world.member('boss', { standing: 'administrator' })
  await world.server.database.transaction((trx) =>
    trx.run(sql`update members set manager_id = ${boss.id} where id = ${lea.id}`),
  )
  for (const other of [nadia, clara, boss]) {
    expect(JSON.stringify((await other.get('/api/me/publications')).body)).not.toContain('Un essai')
    for (const [method, path] of [
      ['GET', ''],
      ['DELETE', ''],
      ['POST', '/retry'],
      ['POST', '/removal'],
      ['DELETE', '/record'],
    ] as const)
      expect((await other.ask(method, `/api/me/publications/${ids[0]}${path}`)).status).toBe(404)
  }
  expect(networks.said).toHaveLength(3)
})

test.each(['mastodon', 'bluesky', 'linkedin'] as const)(
  'what I published on %s is taken down there in one gesture',
  async (network) => {
    const lea = await world.member(`lea-${network}`)
    const account =
      network === 'mastodon'
        ? await mastodonOf(lea)
        : network === 'bluesky'
          ? await blueskyOf(lea)
          : await linkedinOf(lea)
    const id = newId()
    await publish(lea, id, account, `À retirer de ${network}.`)
    await world.runJobs()
    expect(networks.said).toHaveLength(1)
    expect((await lea.post(`/api/me/publications/${id}/removal`)).body).toMatchObject({ removing: true })
    await world.runJobs()
    expect(networks.said).toEqual([])
    expect(await stateOf(lea, id)).toMatchObject({ state: 'removed', removing: false, problem: '' })
  },
)

test('where the network will not take it down, it says so and how to; the account disconnected, one does it there', async () => {
  const lea = await world.member('lea-stands')
  const account = await blueskyOf(lea)
  const [id, other] = [newId(), newId()]
  await publish(lea, id, account, 'Toujours là.')
  await publish(lea, other, account, 'Là aussi.')
  await world.runJobs()
  networks.expire()
  networks.forget()
  await lea.post(`/api/me/publications/${id}/removal`)
  await world.runJobs()
  expect(await stateOf(lea, id)).toMatchObject({
    state: 'sent',
    removing: false,
    problem: expect.stringContaining('encore sur le réseau'),
  })
  expect(await newsAbout(lea, 'n’a pas pu la retirer')).toBe(1)
  await lea.del(`/api/connections/${account}`)
  expect(await lea.post(`/api/me/publications/${other}/removal`)).toMatchObject({
    status: 409,
    body: { code: 'publication.take_down_there' },
  })
})

test('one that failed is tried again once the account is connected again, and one forgotten does not leave', async () => {
  const lea = await world.member('lea-again')
  const account = await blueskyOf(lea)
  networks.expire()
  networks.forget()
  const id = newId()
  await publish(lea, id, account, 'Deuxième essai.')
  await world.runJobs()
  expect(await stateOf(lea, id)).toMatchObject({ state: 'failed', account: { state: 'expired' } })
  const again = await lea.post(`/api/connections/${account}/session`, {
    handle: '@aubrelle.example',
    appPassword: APP_PASSWORD,
    server: networks.url,
  })
  expect(again.status).toBe(200)
  expect((await lea.post(`/api/me/publications/${id}/retry`)).body).toMatchObject({ state: 'queued' })
  await world.runJobs()
  expect(await stateOf(lea, id)).toMatchObject({ state: 'sent' })
  const forgotten = newId()
  await publish(lea, forgotten, account, 'Oublié.', {
    publishAt: new Date(Date.now() + 3_600_000).toISOString(),
  })
  expect((await lea.del(`/api/me/publications/${forgotten}/record`)).status).toBe(200)
  await later()
  await world.runJobs()
  expect(networks.said.map((one) => one.text)).toEqual(['Deuxième essai.'])
  expect((await lea.get(`/api/me/publications/${forgotten}`)).status).toBe(404)
})

test('it may wait four weeks and no longer', async () => {
  const account = await mastodonOf(clara)
  const far = await publish(clara, newId(), account, 'Bien plus tard.', {
    publishAt: new Date(Date.now() + 40 * 86_400_000).toISOString(),
  })
  expect(far).toMatchObject({ status: 422, body: { errors: [{ field: 'publishAt' }] } })
})

test('killed after the network answered and back after its last hour, it is found there and not called late', async () => {
  const account = await mastodonOf(clara)
  const [sent, unsent] = [newId(), newId()]
  await publish(clara, sent, account, 'À temps, juste avant la panne.')
  await world.runJobs()
  await publish(clara, unsent, account, 'Jamais arrivé là-bas.', {
    publishAt: new Date(Date.now() + 3_600_000).toISOString(),
  })
  await world.server.database.transaction(async (trx) => {
    await trx.run(sql`update publications set state = 'queued', external_id = null, url = null, sent_at = null,
      tried_at = now() - interval '2 hours', publish_at = now() - interval '2 hours', not_after = now() - interval '1 hour'
      where id in (${sent}, ${unsent})`)
    for (const id of [sent, unsent])
      await trx.run(sql`select graphile_worker.add_job('publish', ${JSON.stringify({ id })}::json)`)
  })
  await world.runJobs()
  expect(await stateOf(clara, sent)).toMatchObject({
    state: 'sent',
    url: expect.stringContaining('/@aubrelle/'),
  })
  expect(await stateOf(clara, unsent)).toMatchObject({
    state: 'failed',
    problem: expect.stringContaining('à temps'),
  })
  expect(networks.said).toHaveLength(1)
})

test('told to wait beyond its last hour, it is given up at once, by day, rather than at night', async () => {
  const account = await mastodonOf(clara)
  const id = newId()
  networks.fail({ kind: 'limited', value: 3600 })
  await publish(clara, id, account, 'Pas à n’importe quelle heure.')
  await world.server.database.transaction((trx) =>
    trx.run(sql`update publications set not_after = now() + interval '10 minutes' where id = ${id}`),
  )
  await world.runJobs()
  expect(await stateOf(clara, id)).toMatchObject({
    state: 'failed',
    problem: expect.stringContaining('à temps'),
  })
})

test('on LinkedIn a member speaks as a person, a community as its page', async () => {
  const own = await linkedinOf(clara)
  const page = newId()
  await sayYes(nadia, page, { network: 'linkedin', spaceId: tempo.id, organization: HOUSE_PAGE })
  await publish(clara, newId(), own, 'En mon nom.')
  await world.server.database.transaction((trx) =>
    queuePublication(trx, nadia.actor, newId(), page, {
      text: 'Au nom de la maison.',
      publishAt: new Date().toISOString(),
      path: '/',
    }),
  )
  await world.runJobs()
  const authors = new Map(networks.said.map((one) => [one.text, one.record['author']]))
  expect(authors.get('En mon nom.')).toBe('urn:li:person:abc')
  expect(authors.get('Au nom de la maison.')).toBe(`urn:li:organization:${HOUSE_PAGE}`)
})

test('whoever left the house publishes nothing more, and their accounts are forgotten the next night', async () => {
  const lea = await world.member('lea-leaves')
  const account = await mastodonOf(lea)
  const id = newId()
  await publish(lea, id, account, 'Après mon départ.', {
    publishAt: new Date(Date.now() + 3_600_000).toISOString(),
  })
  await world.server.database.transaction(async (trx) => {
    await trx.run(sql`update members set status = 'closed' where id = ${lea.id}`)
    await trx.run(sql`update publications set publish_at = now() where id = ${id}`)
  })
  await later()
  await world.runJobs()
  expect(networks.said).toEqual([])
  await world.server.database.transaction(forgetOwnPublications)
  const kept = await world.server.database.db.row<{ state: string; sealed: string | null }>(
    sql`select state, tokens_sealed as sealed from connections where id = ${account}`,
  )
  expect(kept).toEqual({ state: 'closed', sealed: null })
})

test('a year after, what I published is forgotten here; disconnected, an account of mine that published nothing leaves no trace', async () => {
  const lea = await world.member('lea-old')
  const account = await mastodonOf(lea)
  const id = newId()
  await publish(lea, id, account, 'Il y a longtemps.')
  await world.runJobs()
  await world.server.database.transaction((trx) =>
    trx.run(sql`update publications set sent_at = now() - interval '13 months' where id = ${id}`),
  )
  await lea.del(`/api/connections/${account}`)
  const there = () => world.server.database.db.row(sql`select 1 from connections where id = ${account}`)
  expect(await there()).toBeTruthy()
  await world.server.database.transaction(forgetOwnPublications)
  expect((await lea.get('/api/me/publications')).body.items).toEqual([])
  expect(await there()).toBeUndefined()
})

test('an account invented for the demonstration sends nothing, and says so', async () => {
  const account = newId()
  await world.server.database.transaction((trx) =>
    trx.run(sql`insert into connections (id, member_id, network, mode, name, server, tokens_sealed)
      values (${account}, ${clara.id}, 'mastodon', 'api', '@clara@essai.example', ${networks.url}, '')`),
  )
  const id = newId()
  await publish(clara, id, account, 'Pour de faux.')
  await world.runJobs()
  expect(await stateOf(clara, id)).toMatchObject({
    state: 'failed',
    problem: expect.stringContaining('inventé pour la démonstration'),
  })
  expect(networks.calls).toEqual([])
})
