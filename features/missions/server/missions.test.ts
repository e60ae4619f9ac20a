import { v7 as uuid7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { ambassadorOf, openProgramme } from '#app/testing/programme.ts'
import { openWorld, type Person, type World } from '#app/testing/world.ts'
import { docOf } from '#platform/contract/rich-text.ts'
import { sql } from '#platform/server/db.ts'
import { moveAmbassador } from '#features/programme/server/commands/life-line.ts'
import { EVERYBODY } from '../rules/profile.ts'
import { missionFacts } from './queries/facts.ts'

let world: World
/** Leads the community, and so keeps the programme. */
let claire: Person
/** Animates the community and keeps nothing. */
let nadia: Person
let mehdi: Person
let josephine: Person
let member: Person
let manager: Person
let tempo: { id: string }
let programme: { id: string; spaceId: string }
let mehdiFile: { id: string }

beforeAll(async () => {
  world = await openWorld()
  claire = await world.member('claire')
  nadia = await world.member('nadia')
  mehdi = await world.member('mehdi', { site: 'Cholet', job: 'Régleur' })
  josephine = await world.member('josephine', { site: 'Champagnole', job: 'Vernisseuse' })
  member = await world.member('member')
  manager = await world.member('manager')
})
afterAll(() => world.close())
beforeEach(async () => {
  tempo = await world.community(claire, { openness: 'closed' })
  await world.seat(tempo, nadia, 'animator')
  await world.seat(tempo, member)
  programme = await openProgramme(world, tempo)
  mehdiFile = await ambassadorOf(world, programme, mehdi)
  await ambassadorOf(world, programme, josephine)
})

const newMission = async (draft: object = {}, { open = true, by = nadia } = {}) => {
  const id = uuid7()
  const body = {
    programmeId: programme.id,
    kind: 'write',
    title: 'Raconter un geste trouvé sur ta ligne',
    brief: docOf('Une photo, trois phrases.'),
    returns: 'Le lien de ta publication.',
    minutes: 20,
    ...draft,
  }
  expect(await by.put(`/api/missions/${id}`, body)).toMatchObject({ status: 200, body: { state: 'draft' } })
  if (open)
    expect(await by.put(`/api/missions/${id}/state`, { state: 'open' })).toMatchObject({ status: 200 })
  return id
}
const titles = async (who: Person, view: string) =>
  (await who.get(`/api/programmes/${programme.id}/missions?view=${view}`)).body.items.map(
    (one: { id: string }) => one.id,
  )
const newsOf = async (who: Person) =>
  (await who.get('/api/notifications')).body.items
    .filter((one: { kind: string }) => one.kind === 'news')
    .map((one: { path: string }) => one.path)

test('a mission is written as a draft that those who serve do not see, then opens and they are told', async () => {
  const id = await newMission({}, { open: false })
  expect((await mehdi.get(`/api/missions/${id}`)).status).toBe(404)
  expect(await titles(mehdi, 'open')).toEqual([])
  expect(await titles(nadia, 'all')).toEqual([id])
  await nadia.put(`/api/missions/${id}/state`, { state: 'open' })
  expect(await titles(mehdi, 'open')).toEqual([id])
  expect(await newsOf(mehdi)).toContain(`/missions/${id}`)
  expect((await mehdi.get(`/api/missions/${id}`)).body).toMatchObject({
    can: { take: true, shape: false, keep: false },
    counts: null,
  })
})

test('only those who animate write missions, and a member who does not serve sees none', async () => {
  const body = { programmeId: programme.id, kind: 'write', title: 'Essai', brief: docOf(''), minutes: 5 }
  for (const who of [mehdi, member])
    expect(await who.put(`/api/missions/${uuid7()}`, body)).toMatchObject({
      status: 403,
      body: { code: 'mission.shape.forbidden' },
    })
  expect((await manager.put(`/api/missions/${uuid7()}`, body)).status).toBe(404)
  const id = await newMission()
  expect((await member.get(`/api/missions/${id}`)).status).toBe(404)
  expect((await member.get(`/api/programmes/${programme.id}/missions?view=open`)).status).toBe(403)
  expect((await manager.get(`/api/missions/${id}`)).status).toBe(404)
})

test('the last place, asked for by two people at once, goes to one of them', async () => {
  const id = await newMission({ quota: 1 })
  const replies = await Promise.all([mehdi, josephine].map((who) => who.put(`/api/missions/${id}/taking`)))
  expect(replies.map((reply) => reply.status).sort()).toEqual([200, 409])
  expect(replies.find((reply) => reply.status === 409)?.body.code).toBe('mission.full')
  expect((await nadia.get(`/api/missions/${id}`)).body).toMatchObject({ placesLeft: 0, counts: { taken: 1 } })
})

test('many asking at once never take more places than there are', async () => {
  const id = await newMission({ quota: 3 })
  const others: Person[] = []
  for (let count = 0; count < 6; count++) {
    const person = await world.member(`q${uuid7().slice(-10)}`)
    await ambassadorOf(world, programme, person)
    others.push(person)
  }
  const replies = await Promise.all(others.map((who) => who.put(`/api/missions/${id}/taking`)))
  expect(replies.filter((reply) => reply.status === 200)).toHaveLength(3)
  const row = await world.server.database.db.row<{ taken: number }>(
    sql`select count(*)::int as taken from mission_takings where mission_id = ${id}`,
  )
  expect(row?.taken).toBe(3)
  // Fewer places than takers is not a change one may make.
  expect(
    await nadia.put(`/api/missions/${id}`, {
      programmeId: programme.id,
      kind: 'write',
      title: 'Essai',
      brief: docOf(''),
      minutes: 5,
      quota: 2,
    }),
  ).toMatchObject({ status: 422, body: { code: 'mission.quota' } })
})

test('taking the same place again changes nothing', async () => {
  const id = await newMission({ quota: 2 })
  await mehdi.put(`/api/missions/${id}/taking`)
  expect(await mehdi.put(`/api/missions/${id}/taking`)).toMatchObject({
    status: 200,
    body: { placesLeft: 1 },
  })
})

test('a mission for a profile is proposed to those who have it, and refused to the others', async () => {
  const id = await newMission({ profile: { ...EVERYBODY, sites: ['Cholet'] } })
  expect(await titles(mehdi, 'open')).toEqual([id])
  expect(await titles(josephine, 'open')).toEqual([])
  expect(await newsOf(josephine)).not.toContain(`/missions/${id}`)
  expect(await josephine.put(`/api/missions/${id}/taking`)).toMatchObject({
    status: 403,
    body: { code: 'mission.profile.forbidden' },
  })
  // What a profile asks is for those who shape.
  expect((await mehdi.get(`/api/missions/${id}`)).body.profile).toEqual(EVERYBODY)
  expect((await nadia.get(`/api/missions/${id}`)).body.profile.sites).toEqual(['Cholet'])
})

test('likes choose too, and a pause is a rest', async () => {
  const id = await newMission({ profile: { ...EVERYBODY, likes: ['test'] } })
  expect(await titles(mehdi, 'open')).toEqual([])
  await world.server.database.transaction((trx) =>
    trx.run(sql`update ambassadors set likes = '{test}' where id = ${mehdiFile.id}`),
  )
  expect(await titles(mehdi, 'open')).toEqual([id])
  await world.server.database.transaction((trx) => moveAmbassador(trx, claire.actor, mehdiFile.id, 'paused'))
  expect(await titles(mehdi, 'open')).toEqual([])
  expect((await mehdi.put(`/api/missions/${id}/taking`)).status).toBe(403)
})

test('those who shape choose a profile among those who serve, and read how many have it', async () => {
  const values = await nadia.get(`/api/programmes/${programme.id}/mission-profiles`)
  expect(values.body).toMatchObject({ sites: ['Champagnole', 'Cholet'], jobs: ['Régleur', 'Vernisseuse'] })
  expect(
    await nadia.post(`/api/programmes/${programme.id}/mission-reach`, { ...EVERYBODY, jobs: ['Régleur'] }),
  ).toMatchObject({ status: 200, body: { people: 1 } })
  expect((await mehdi.get(`/api/programmes/${programme.id}/mission-profiles`)).status).toBe(403)
})

test('a place given back leaves no trace for anybody', async () => {
  const id = await newMission({ quota: 1 })
  await mehdi.put(`/api/missions/${id}/taking`)
  expect(await mehdi.del(`/api/missions/${id}/taking`)).toMatchObject({
    status: 200,
    body: { mine: null, placesLeft: 1 },
  })
  expect((await claire.get(`/api/missions/${id}/returns`)).body.items).toEqual([])
  expect((await claire.get(`/api/ambassadors/${mehdiFile.id}/missions`)).body.items).toEqual([])
  expect((await nadia.get(`/api/missions/${id}`)).body.counts).toEqual({ taken: 0, returned: 0 })
  const traces = await world.server.database.db.rows(
    sql`select 1 from events where payload::text like ${`%${id}%`} union all select 1 from audit_log where details::text like ${`%${id}%`}`,
  )
  expect(traces).toEqual([])
})

test('what was brought back is read by its person and the keepers, who thank once; an animator sees figures', async () => {
  const id = await newMission()
  await mehdi.put(`/api/missions/${id}/taking`)
  expect(
    await mehdi.put(`/api/missions/${id}/return`, { words: 'C’est en ligne', link: 'pas une adresse' }),
  ).toMatchObject({
    status: 422,
    body: { code: 'mission.link' },
  })
  await mehdi.put(`/api/missions/${id}/return`, {
    words: 'C’est en ligne',
    link: 'https://tempo.example/p/1',
  })
  expect(await mehdi.del(`/api/missions/${id}/taking`)).toMatchObject({
    status: 409,
    body: { code: 'mission.returned' },
  })
  const [returned] = (await claire.get(`/api/missions/${id}/returns`)).body.items
  expect(returned).toMatchObject({ person: { id: mehdi.id }, words: 'C’est en ligne' })
  for (const who of [nadia, josephine, mehdi, manager])
    expect((await who.get(`/api/missions/${id}/returns`)).status).toBe(404)
  expect((await nadia.get(`/api/missions/${id}`)).body.counts).toEqual({ taken: 1, returned: 1 })
  const thanks = `/api/missions/${id}/takings/${returned.id}/thanks`
  expect((await nadia.put(thanks, { words: 'Merci' })).status).toBe(404)
  expect((await claire.put(thanks, { words: 'Ton exemple a servi à Castres.' })).status).toBe(200)
  await claire.put(thanks, { words: 'Un autre mot' })
  expect((await mehdi.get(`/api/missions/${id}`)).body.mine).toMatchObject({
    thanksWords: 'Ton exemple a servi à Castres.',
    thankedBy: claire.name,
  })
  expect(await titles(mehdi, 'past')).toEqual([id])
  expect((await nadia.get(`/api/ambassadors/${mehdiFile.id}/missions`)).status).toBe(404)
  expect((await mehdi.get(`/api/ambassadors/${mehdiFile.id}/missions`)).body.items).toHaveLength(1)
})

test('a named keeper reads returns; one thanks somebody else, and only once it is done', async () => {
  await world.server.database.transaction((trx) =>
    trx.run(
      sql`insert into programme_keepers (programme_id, member_id) values (${programme.id}, ${nadia.id})`,
    ),
  )
  const id = await newMission()
  await mehdi.put(`/api/missions/${id}/taking`)
  const [taken] = (await nadia.get(`/api/missions/${id}/returns`)).body.items
  expect(await nadia.put(`/api/missions/${id}/takings/${taken.id}/thanks`, { words: 'Merci' })).toMatchObject(
    {
      status: 409,
      body: { code: 'mission.not_returned' },
    },
  )
})

test('a cancelled mission says why to those who had taken it, and cannot open again', async () => {
  const id = await newMission()
  await mehdi.put(`/api/missions/${id}/taking`)
  expect(await nadia.put(`/api/missions/${id}/state`, { state: 'cancelled' })).toMatchObject({
    status: 422,
    body: { code: 'mission.why' },
  })
  await nadia.put(`/api/missions/${id}/state`, { state: 'cancelled', why: 'La version arrive plus tard.' })
  expect((await mehdi.get(`/api/missions/${id}`)).body).toMatchObject({
    state: 'cancelled',
    why: 'La version arrive plus tard.',
  })
  expect((await nadia.put(`/api/missions/${id}/state`, { state: 'open' })).status).toBe(409)
  expect((await mehdi.put(`/api/missions/${id}/return`)).status).toBe(409)
})

test('whoever no longer serves frees the places not brought back, and keeps what they did', async () => {
  const [held, done] = [await newMission({ quota: 1 }), await newMission()]
  for (const id of [held, done]) await mehdi.put(`/api/missions/${id}/taking`)
  await mehdi.put(`/api/missions/${done}/return`, { words: 'Fait' })
  await world.server.database.transaction((trx) => moveAmbassador(trx, claire.actor, mehdiFile.id, 'alumni'))
  expect((await nadia.get(`/api/missions/${held}`)).body.placesLeft).toBe(1)
  expect((await mehdi.get(`/api/missions/${held}`)).status).toBe(404)
  expect((await mehdi.get(`/api/missions/${done}`)).body.mine.words).toBe('Fait')
})

const kit = {
  tenSeconds: 'Lundi, l’outil coupé se note dans Tempo, plus sur le cahier.',
  oneMinute: 'Une minute.',
  fiveMinutes: 'Cinq minutes.',
  question: 'Qu’est-ce qui vous manquera du cahier ?',
  visualFileId: null,
  visualAlt: '',
}

test('a relay is done in one tap, for each team, and its answers come back without a name', async () => {
  const id = await newMission({ kind: 'relay', relay: kit })
  const relay = uuid7()
  expect(
    await mehdi.put(`/api/missions/${id}/relays/${relay}`, {
      people: 12,
      answer: 'La place pour les croquis.',
    }),
  ).toMatchObject({
    status: 200,
    body: { mine: { returnedAt: expect.any(String) }, relay: { mine: [{ people: 12 }], reach: null } },
  })
  await mehdi.put(`/api/missions/${id}/relays/${relay}`, { people: 14, answer: 'La place pour les croquis.' })
  await mehdi.put(`/api/missions/${id}/relays/${uuid7()}`, { people: 6 })
  const answers = await nadia.get(`/api/missions/${id}/answers`)
  expect(answers.body.items).toEqual([{ id: relay, people: 14, answer: 'La place pour les croquis.' }])
  expect(JSON.stringify(answers.body)).not.toContain(mehdi.id)
  expect((await nadia.get(`/api/missions/${id}`)).body.relay.reach).toEqual({ relays: 2, people: 20 })
  expect((await josephine.get(`/api/missions/${id}`)).body.relay.reach).toBeNull()
  expect((await josephine.get(`/api/missions/${id}/answers`)).status).toBe(403)
  expect((await josephine.del(`/api/missions/${id}/relays/${relay}`)).status).toBe(404)
  expect(await missionFacts(world.server.database.db, tempo.id)).toMatchObject({
    open: 1,
    relays: 2,
    reached: 20,
    relayers: 1,
  })
})

test('the reach of a relay is told to everybody once enough people have relayed', async () => {
  const id = await newMission({ kind: 'relay', relay: kit })
  for (let count = 0; count < 10; count++) {
    const person = await world.member(`r${uuid7().slice(-10)}`)
    await ambassadorOf(world, programme, person)
    expect((await josephine.get(`/api/missions/${id}`)).body.relay.reach).toBeNull()
    await person.put(`/api/missions/${id}/relays/${uuid7()}`, { people: 5 })
  }
  expect((await josephine.get(`/api/missions/${id}`)).body.relay.reach).toEqual({ relays: 10, people: 50 })
})

const ledger = async () =>
  world.server.database.db.rows<{ kind: string }>(
    sql`select kind from contributions where ambassador_id = ${mehdiFile.id} order by kind`,
  )

test('what is brought back is one line in the ledger of its person; a relay taken back is none', async () => {
  const write = await newMission()
  await mehdi.put(`/api/missions/${write}/taking`)
  expect(await ledger()).toEqual([])
  await mehdi.put(`/api/missions/${write}/return`, { words: 'Fait' })
  await mehdi.put(`/api/missions/${write}/return`, { words: 'Encore' })
  expect(await ledger()).toEqual([{ kind: 'mission' }])
  const [line] = (await mehdi.get(`/api/ambassadors/${mehdiFile.id}/contributions`)).body.items
  const { title } = (await mehdi.get(`/api/missions/${write}`)).body
  expect(line).toMatchObject({ title, path: `/missions/${write}` })
  const relay = await newMission({ kind: 'relay', relay: kit })
  const ids = [uuid7(), uuid7()]
  for (const id of ids) await mehdi.put(`/api/missions/${relay}/relays/${id}`, { people: 5 })
  expect(await ledger()).toEqual([{ kind: 'mission' }, { kind: 'relay' }])
  for (const id of ids) await mehdi.del(`/api/missions/${relay}/relays/${id}`)
  expect(await ledger()).toEqual([{ kind: 'mission' }])
})

test('a relay taken back leaves the place free', async () => {
  const id = await newMission({ kind: 'relay', relay: kit })
  const relay = uuid7()
  await mehdi.put(`/api/missions/${id}/relays/${relay}`, { people: 12 })
  expect(await mehdi.del(`/api/missions/${id}/relays/${relay}`)).toMatchObject({
    status: 200,
    body: { mine: null, relay: { mine: [] } },
  })
})

test('a kit prints on one page, in either language, for those who may read it', async () => {
  const id = await newMission({ kind: 'relay', relay: kit })
  for (const language of ['fr', 'en']) {
    const reply = await mehdi.get(`/api/missions/${id}/kit?language=${language}`)
    expect(reply.headers['content-type']).toBe('application/pdf')
    expect(String(reply.body).match(/\/Type \/Page\b/g)).toHaveLength(1)
  }
  expect((await member.get(`/api/missions/${id}/kit`)).status).toBe(404)
})

test('a relay opens with its message, and a test with a step', async () => {
  const relay = await newMission({ kind: 'relay' }, { open: false })
  expect(await nadia.put(`/api/missions/${relay}/state`, { state: 'open' })).toMatchObject({
    status: 409,
    body: { code: 'mission.no_message' },
  })
  const probe = await newMission({ kind: 'test', test: { steps: [], teamIds: [] } }, { open: false })
  expect(await nadia.put(`/api/missions/${probe}/state`, { state: 'open' })).toMatchObject({
    status: 409,
    body: { code: 'mission.no_step' },
  })
})
