import { v7 as uuid7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { ambassadorOf, openProgramme } from '#app/testing/programme.ts'
import { openWorld, type Person, type World } from '#app/testing/world.ts'
import { docOf } from '#platform/contract/rich-text.ts'
import { sql } from '#platform/server/db.ts'
import type { PracticeCard } from '../contract.ts'
import { keepStates } from './commands.ts'

let world: World
let nadia: Person
let anna: Person
let tempo: { id: string }

beforeAll(async () => {
  world = await openWorld()
  nadia = await world.member('nadia')
  anna = await world.member('anna')
})
afterAll(() => world.close())
beforeEach(async () => {
  tempo = await world.community(nadia)
})

const write = (query: ReturnType<typeof sql>) => world.server.database.transaction((trx) => trx.run(query))
const read = async (who = nadia) => (await who.get(`/api/communities/${tempo.id}/practices`)).body
async function practice(code: string): Promise<PracticeCard> {
  const { practices } = (await read()) as { practices: PracticeCard[] }
  const found = practices.find((one) => one.code === code)
  if (!found) throw new Error(`no practice ${code}`)
  return found
}
const set = (code: string, body: object, who = nadia) =>
  who.put(`/api/communities/${tempo.id}/practices/${code}`, { offReason: null, limits: {}, ...body })
const evidence = ({ evidence: said }: PracticeCard) => said.map(({ key }) => key)

test('a community that has just begun shows eighteen practices, most of them not started, each with one action', async () => {
  const body = await read()
  expect(body.practices).toHaveLength(18)
  expect(body.can).toEqual({ set: true })
  const states = Object.fromEntries(
    (body.practices as PracticeCard[]).map(({ code, state }) => [code, state]),
  )
  for (const code of ['a1', 'a2', 'a3', 'a5', 'a6', 'a7', 'a8', 'a9', 'b1', 'b2', 'b4', 'b5', 'b6', 'b7'])
    expect([code, states[code]]).toEqual([code, 'not_started'])
  expect(body.practices.every((one: PracticeCard) => one.action.path.startsWith('/'))).toBe(true)
})

test('those who animate follow the practices, a sponsor reads them, nobody else does', async () => {
  await world.seat(tempo, anna, 'sponsor')
  expect((await read(anna)).can).toEqual({ set: false })
  expect((await set('a6', { offReason: 'Non' }, anna)).status).toBe(403)
  const karim = await world.member('karim')
  await world.seat(tempo, karim)
  expect((await karim.get(`/api/communities/${tempo.id}/practices`)).status).toBe(403)
  const closed = await world.community(nadia, { openness: 'closed' })
  expect((await karim.get(`/api/communities/${closed.id}/practices`)).status).toBe(404)
})

test('left aside by choice, with a reason that everybody who reads the practices sees; and taken up again', async () => {
  expect(await set('a6', { offReason: '  ' })).toMatchObject({
    status: 422,
    body: { code: 'practices.reason' },
  })
  await set('a6', { offReason: 'La parole reste aux ateliers.' })
  expect(await practice('a6')).toMatchObject({
    state: 'off',
    trend: null,
    off: { reason: 'La parole reste aux ateliers.', by: 'Nadia Essai' },
  })
  await set('a6', {})
  expect(await practice('a6')).toMatchObject({ state: 'not_started', off: null })
})

test('a limit of one’s own moves the state, inside its bounds, and is kept in the log', async () => {
  await write(sql`insert into stakeholders (id, space_id, part, name) values
    (${uuid7()}, ${tempo.id}, 'hr', 'La DRH'), (${uuid7()}, ${tempo.id}, 'it', 'La DSI')`)
  expect(await practice('b2')).toMatchObject({ state: 'in_progress' })
  expect(await set('b2', { limits: { held: 12 } })).toMatchObject({
    status: 422,
    body: { code: 'practices.limit', errors: [{ field: 'limits.held' }] },
  })
  expect(await set('b2', { limits: { nothing: 2 } })).toMatchObject({ status: 422 })
  await set('b2', { limits: { held: 2 } })
  expect(await practice('b2')).toMatchObject({ state: 'alive', limits: [{ value: 2, usual: 5 }] })
  const log = await world.server.database.db.rows(
    sql`select details from audit_log where act = 'practice.set' and subject_id = ${tempo.id}`,
  )
  expect(log).toEqual([{ details: { code: 'b2', off: false, limits: { held: 2 } } }])
})

test('contributors under the threshold: the seats are said, what became of their posts is not', async () => {
  const programme = await openProgramme(world, tempo, { seats: 15 })
  const ada = await world.member(`a${uuid7().slice(-8)}`)
  await ambassadorOf(world, programme, ada)
  for (let count = 0; count < 6; count++)
    await ada.put(`/api/posts/${uuid7()}`, { spaceId: tempo.id, kind: 'message', body: docOf('Bonjour') })
  const a1 = await practice('a1')
  expect(a1.state).toBe('in_progress')
  expect(evidence(a1)).toEqual(['a1.seats', 'silent'])
  expect(a1.evidence.at(-1)).toEqual({ key: 'silent', values: {} })
})

test('somebody alone on their way is not told by the practices: neither that they wait, nor how long it took', async () => {
  const programme = await openProgramme(world, tempo, { seats: 15 })
  const lea = await world.member(`l${uuid7().slice(-8)}`)
  await ambassadorOf(world, programme, lea, 'onboarding')
  await write(sql`insert into journeys (programme_id) values (${programme.id})`)
  await write(sql`insert into journey_steps (id, programme_id, position, kind, title, due_days, compulsory, details)
    values (${uuid7()}, ${programme.id}, 0, 'read', 'Lire', 5, true, '{}')`)
  const a2 = await practice('a2')
  expect(a2.state).toBe('in_progress')
  expect(a2.evidence).toEqual([{ key: 'silent', values: {} }])
})

test('a kudos and a poll are playful moments and recognition; people are counted from the threshold on', async () => {
  const people = await Promise.all(Array.from({ length: 10 }, () => world.member(`k${uuid7().slice(-10)}`)))
  for (const person of people) await world.seat(tempo, person)
  for (const person of people)
    await nadia.put(`/api/posts/${uuid7()}`, {
      spaceId: tempo.id,
      kind: 'kudos',
      body: docOf('Merci'),
      recipientIds: [person.id],
    })
  expect(await practice('a9')).toMatchObject({
    state: 'alive',
    evidence: [{ key: 'a9.moments', values: { count: 10 } }],
  })
  expect(await practice('b7')).toMatchObject({
    state: 'alive',
    evidence: [
      { key: 'b7.recognitions', values: { count: 10 } },
      { key: 'b7.people', values: { count: 10 } },
    ],
  })
})

test('tests, rounds of ideas and hosted missions are activities; an idea decided with its why is feedback given back', async () => {
  const programme = await openProgramme(world, tempo, { seats: 15 })
  expect(await practice('b6')).toMatchObject({ state: 'not_started' })
  expect(await practice('b8')).toMatchObject({ state: 'not_started' })
  await write(sql`insert into missions (id, programme_id, kind, title, minutes, state, opened_at)
    values (${uuid7()}, ${programme.id}, 'test', 'Essayer', 30, 'open', now() - interval '3 days')`)
  await write(sql`insert into idea_rounds (id, programme_id, name, state, closes_on, opened_at)
    values (${uuid7()}, ${programme.id}, 'Automne', 'open', now()::date + 9, now() - interval '2 days')`)
  expect(await practice('b6')).toMatchObject({
    state: 'alive',
    evidence: [{ key: 'b6.month', values: { count: 2, kinds: 2 } }],
  })
  expect(await practice('b8')).toMatchObject({
    state: 'in_progress',
    evidence: [{ key: 'b8.asked', values: { count: 2 } }],
  })
  const idea = uuid7()
  await write(sql`insert into ideas (id, programme_id, title) values (${idea}, ${programme.id}, 'Un banc')`)
  await write(sql`insert into idea_steps (idea_id, from_status, to_status, why) values
    (${idea}, 'new', 'considered', 'À voir.'), (${idea}, 'considered', 'planned', 'Le budget est là.')`)
  expect(await practice('b8')).toMatchObject({
    state: 'alive',
    evidence: [{ key: 'b8.asked' }, { key: 'b8.decided', values: { count: 1 } }],
  })
})

test('what changed, told by those who took up a practice, is impact', async () => {
  await write(sql`insert into objectives (id, space_id, measure, target, starts_on, deadline)
    values (${uuid7()}, ${tempo.id}, 'arrived', 0.8, now()::date - 10, now()::date + 90)`)
  const post = uuid7()
  await nadia.put(`/api/posts/${post}`, {
    spaceId: tempo.id,
    kind: 'practice',
    title: 'Deux boîtes',
    practice: { concern: 'a', gesture: 'b', gain: 'c' },
  })
  await write(
    sql`insert into library_results (post_id, member_id, words) values (${post}, ${anna.id}, 'Dix minutes de gagnées.')`,
  )
  expect((await practice('b9')).evidence).toContainEqual({ key: 'b9.results', values: { count: 1 } })
})

test('a report that left is impact measured; who read it is nowhere', async () => {
  await write(sql`insert into objectives (id, space_id, measure, target, starts_on, deadline)
    values (${uuid7()}, ${tempo.id}, 'arrived', 0.8, now()::date - 10, now()::date + 90)`)
  expect(await practice('b9')).toMatchObject({ state: 'in_progress' })
  await write(sql`insert into mails (id, to_address, subject, body_text, body_html, purpose, about_id, created_at)
    values (${uuid7()}, 'a@essai.example', 'Le mois', 'x', 'x', 'report', ${tempo.id}, now() - interval '5 days')`)
  expect(await practice('b9')).toMatchObject({
    state: 'alive',
    evidence: [{ key: 'b9.objectives' }, { key: 'b9.report', values: { count: 5 } }],
  })
})

test('each night keeps one state a week, and a month later the trend says where it went', async () => {
  await keepStates(world.server.database)
  await keepStates(world.server.database)
  expect((await practice('b2')).history).toMatchObject([{ state: 'not_started' }])
  expect((await practice('b2')).trend).toBeNull()
  await write(sql`update practice_weeks set week = week - 35 where space_id = ${tempo.id}`)
  await write(sql`insert into stakeholders (id, space_id, part, name)
    select gen_random_uuid(), ${tempo.id}, part, 'Quelqu’un' from unnest(array['hr', 'it', 'lead', 'sponsor', 'animator']) part`)
  expect(await practice('b2')).toMatchObject({ state: 'alive', trend: 'up' })
})
