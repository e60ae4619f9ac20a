import { v7 as uuid7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openWorld, type Person, type World } from '#app/testing/world.ts'
import { sql } from '#platform/server/db.ts'
import { addDays } from '../rules/days.ts'

let world: World
let nadia: Person
let outsider: Person
let people: Person[]
let tempo: { id: string }
let today: string

beforeAll(async () => {
  world = await openWorld()
  nadia = await world.member('nadia', { site: 'Cholet' })
  outsider = await world.member('greta', { standing: 'guest' })
  people = []
  // 12 in Cholet, 11 in Nantes, 3 in Valence.
  for (let index = 0; index < 26; index += 1)
    people.push(
      await world.member(`p${index}`, { site: index < 12 ? 'Cholet' : index < 23 ? 'Nantes' : 'Valence' }),
    )
  today =
    (
      await world.server.database.db.row<{ day: string }>(
        sql`select (now() at time zone 'Europe/Paris')::date as day`,
      )
    )?.day ?? ''
})
afterAll(() => world.close())

beforeEach(async () => {
  tempo = await world.community(nadia)
})

const write = (query: ReturnType<typeof sql>) => world.server.database.transaction((trx) => trx.run(query))
const noon = (day: string) => `${day}T12:00:00+01:00`
const one = (index: number) => people[index] as Person

async function invite(who: Person[], day: string, state = 'sent') {
  const campaign = uuid7()
  await write(sql`insert into campaigns (id, space_id) values (${campaign}, ${tempo.id})`)
  for (const person of who)
    await write(sql`insert into invitations (id, campaign_id, space_id, member_id, channel, state, invited_at)
      values (${uuid7()}, ${campaign}, ${tempo.id}, ${person.id}, 'email', ${state}, ${noon(day)})`)
}
const arrive = (who: Person[], day: string | null) =>
  write(
    sql`update members set arrived_at = ${day && noon(day)} where id = any(${who.map((person) => person.id)}::uuid[])`,
  )
const seatAll = async (who: Person[], day: string) => {
  for (const person of who) await world.seat(tempo, person)
  await write(sql`update seats set joined_at = ${noon(day)} where space_id = ${tempo.id}`)
}
async function postBy(person: Person, day: string, kind = 'message', spaceId = tempo.id): Promise<string> {
  const id = uuid7()
  await write(sql`insert into posts (id, space_id, number, author_id, kind, published_at)
    values (${id}, ${spaceId}, (select count(*) + 1 from posts where space_id = ${spaceId}), ${person.id}, ${kind}, ${noon(day)})`)
  return id
}
const measures = async () => (await nadia.get(`/api/communities/${tempo.id}/measures`)).body
const figureOf = (body: { figures: { key: string }[] }, key: string) =>
  body.figures.find((figure) => figure.key === key)
const cutOf = (body: { cuts: { key: string; sites: unknown[] }[] }, key: string) =>
  body.cuts.find((cut) => cut.key === key)?.sites
const curve = async (id: string) =>
  (await nadia.get(`/api/communities/${tempo.id}/objectives/${id}/curve`)).body
async function objective(facts: {
  measure?: string
  target?: number
  startsOn: string
  deadline: string
}): Promise<string> {
  const id = uuid7()
  const { measure = 'arrived', target = 0.8, startsOn, deadline } = facts
  await write(sql`insert into objectives (id, space_id, measure, target, starts_on, deadline)
    values (${id}, ${tempo.id}, ${measure}, ${target}, ${startsOn}, ${deadline})`)
  return id
}

test('invited leaves out what was withdrawn, and arrived counts first sign-ins among the invited', async () => {
  await invite(people.slice(0, 20), addDays(today, -10))
  await invite(people.slice(20, 23), addDays(today, -10), 'withdrawn')
  await arrive(people, null)
  await arrive(people.slice(0, 5), addDays(today, -3))
  await arrive(people.slice(20, 25), addDays(today, -3))
  const body = await measures()
  expect(figureOf(body, 'invited')).toMatchObject({
    numerator: 20,
    denominator: null,
    value: 20,
    silent: false,
  })
  expect(figureOf(body, 'arrived')).toMatchObject({ numerator: 5, denominator: 20, value: 0.25 })
})

test('active counts members who acted, once each, whatever they did; those who only opened are not among them', async () => {
  await seatAll(people.slice(0, 20), addDays(today, -60))
  const group = await world.group(nadia, tempo)
  await write(sql`update seats set joined_at = now() - interval '60 days' where space_id = ${group.id}`)
  const first = await postBy(one(0), addDays(today, -29))
  await postBy(one(0), addDays(today, -2))
  const practice = await postBy(one(1), addDays(today, -40), 'practice', group.id)
  const poll = await postBy(one(1), addDays(today, -5), 'poll')
  await write(sql`insert into comments (id, subject_id, space_id, author_id, body, body_text, created_at)
    values (${uuid7()}, ${first}, ${tempo.id}, ${one(2).id}, '{}', 'Oui', ${noon(addDays(today, -20))})`)
  await write(
    sql`insert into reactions (subject_id, subject_kind, space_id, member_id, kind) values (${first}, 'post', ${tempo.id}, ${one(3).id}, 'like')`,
  )
  await write(sql`insert into adoptions (post_id, member_id) values (${practice}, ${one(4).id})`)
  await write(sql`insert into poll_ballots (post_id, member_id) values (${poll}, ${one(5).id})`)
  // Too early, withdrawn, not a member: none of them counts.
  await postBy(one(6), addDays(today, -31))
  await write(
    sql`update posts set withdrawn_at = now() where id = ${await postBy(one(7), addDays(today, -1))}`,
  )
  await postBy(one(25), addDays(today, -1))
  for (const person of people.slice(8, 20)) await person.put(`/api/spaces/${tempo.id}/visit`)
  const body = await measures()
  // 0, 1 (their poll), 2, 3, 4, 5 of 20 and Nadia.
  expect(figureOf(body, 'active')).toMatchObject({
    numerator: 6,
    denominator: 21,
    from: addDays(today, -29),
    to: today,
  })
  expect(figureOf(body, 'creators')).toMatchObject({ numerator: 2, denominator: 21 })
  expect(figureOf(body, 'engagement')).toMatchObject({ numerator: 4, denominator: 21 })
})

test('a community of fewer people than the threshold says nothing, not even a zero', async () => {
  await invite(people.slice(0, 9), addDays(today, -10))
  await seatAll(people.slice(0, 8), addDays(today, -10))
  await one(0).put(`/api/spaces/${tempo.id}/visit`)
  const id = await objective({ startsOn: addDays(today, -20), deadline: addDays(today, 20) })
  const body = await measures()
  for (const figure of body.figures)
    expect(figure).toMatchObject({
      silent: true,
      threshold: 10,
      numerator: null,
      denominator: null,
      value: null,
    })
  expect(await curve(id)).toMatchObject({
    standing: 'silent',
    points: [],
    projection: null,
    missing: null,
    neededPace: null,
    figure: { silent: true, value: null },
  })
})

test('a small site is silent, and the next smallest with it: no subtraction finds it', async () => {
  await invite(people, addDays(today, -10))
  await arrive(people, null)
  await arrive(people.slice(0, 13), addDays(today, -2))
  const sites = cutOf(await measures(), 'arrived')
  expect(sites).toEqual([
    { site: 'Cholet', silent: false, numerator: 12, denominator: 12, value: 1 },
    { site: 'Nantes', silent: true, numerator: null, denominator: null, value: null },
    { site: 'Valence', silent: true, numerator: null, denominator: null, value: null },
  ])
})

test('where acts are counted, a few people of a large site are not told either', async () => {
  await seatAll(people.slice(0, 23), addDays(today, -10))
  for (const person of people.slice(0, 11)) await postBy(person, today)
  await postBy(one(14), today)
  const sites = cutOf(await measures(), 'creators')
  expect(sites).toEqual([
    { site: 'Cholet', silent: true, numerator: null, denominator: null, value: null },
    { site: 'Nantes', silent: true, numerator: null, denominator: null, value: null },
  ])
})

test('the curve is cumulated day by day against the target; what came before it counts on its first day', async () => {
  const starts = addDays(today, -10)
  await invite(people.slice(0, 10), addDays(today, -12))
  await invite(people.slice(10, 20), addDays(today, -4))
  await arrive(people, null)
  await arrive(people.slice(0, 2), addDays(today, -11))
  await arrive(people.slice(2, 5), addDays(today, -8))
  // Signed in for another community, before this invitation: here since it.
  await arrive(people.slice(10, 11), addDays(today, -300))
  await seatAll(people.slice(0, 5), addDays(today, -8))
  await postBy(one(0), addDays(today, -7))
  await postBy(one(0), addDays(today, -6))
  const id = await objective({ startsOn: starts, deadline: addDays(today, 30) })
  const body = await curve(id)
  const at = (day: string) => body.points.find((point: { day: string }) => point.day === day)
  expect(body.points).toHaveLength(11)
  expect(at(starts)).toMatchObject({ invited: 10, arrived: 2, active: 0, reached: 2, value: 0.1 })
  expect(at(addDays(today, -8))).toMatchObject({ invited: 10, arrived: 5, value: 0.25 })
  expect(at(addDays(today, -4))).toMatchObject({ invited: 20, arrived: 6, active: 1, value: 0.3 })
  expect(at(today)).toMatchObject({ invited: 20, arrived: 6, reached: 6 })
  expect(body).toMatchObject({
    missing: 10,
    standing: 'late',
    figure: { numerator: 6, denominator: 20, value: 0.3 },
  })
  expect(body.projection.points[0]).toEqual({ day: today, value: 0.3 })
  expect(body.projection.points.at(-1).day).toBe(addDays(today, 30))
})

test('past its deadline a curve stops, and late arrivals do not repaint it', async () => {
  const deadline = addDays(today, -5)
  await invite(people.slice(0, 20), addDays(today, -30))
  await invite(people.slice(20, 26), addDays(today, -1))
  await arrive(people, null)
  await arrive(people.slice(0, 10), addDays(today, -20))
  await arrive(people.slice(10, 20), addDays(today, -2))
  const body = await curve(await objective({ startsOn: addDays(today, -30), deadline }))
  expect(body).toMatchObject({
    standing: 'over',
    missing: 6,
    projection: null,
    figure: { numerator: 10, denominator: 20, to: deadline },
  })
  expect(body.points.at(-1)).toMatchObject({ day: deadline, arrived: 10, invited: 20 })
})

test('objectives about taking part and about posting count members since the objective began', async () => {
  await seatAll(people.slice(0, 19), addDays(today, -40))
  const startsOn = addDays(today, -9)
  const first = await postBy(one(0), addDays(today, -20))
  await postBy(one(1), addDays(today, -9))
  await postBy(one(2), addDays(today, -3))
  await write(sql`insert into reactions (subject_id, subject_kind, space_id, member_id, kind, at)
    values (${first}, 'post', ${tempo.id}, ${one(3).id}, 'like', ${noon(addDays(today, -5))})`)
  const deadline = addDays(today, 20)
  const active = await curve(await objective({ measure: 'active', target: 0.15, startsOn, deadline }))
  expect(active.points.map((point: { reached: number }) => point.reached)).toEqual([
    1, 1, 1, 1, 2, 2, 3, 3, 3, 3,
  ])
  expect(active).toMatchObject({
    standing: 'reached',
    missing: 0,
    figure: { key: 'objective_active', numerator: 3, denominator: 20 },
  })
  const creators = await curve(await objective({ measure: 'creators', target: 0.5, startsOn, deadline }))
  expect(creators).toMatchObject({
    missing: 8,
    figure: { key: 'objective_creators', numerator: 2, denominator: 20 },
  })
})

test('an objective that begins later has no curve yet; one that is a day old has no projection', async () => {
  await arrive(people, null)
  await invite(people.slice(0, 12), today)
  const later = await curve(await objective({ startsOn: addDays(today, 3), deadline: addDays(today, 30) }))
  expect(later).toMatchObject({ standing: 'upcoming', points: [], projection: null })
  const young = await curve(await objective({ startsOn: addDays(today, -1), deadline: addDays(today, 30) }))
  expect(young).toMatchObject({ standing: 'starting', projection: null })
})

test('school holidays of the zones of the network are told on the period of the objective', async () => {
  await write(sql`update network set school_zones = '{B}'`)
  const body = await curve(await objective({ startsOn: '2026-01-01', deadline: '2026-03-31' }))
  expect(body.holidays).toEqual([
    expect.objectContaining({
      zone: 'B',
      name: 'Vacances de Noël',
      lastDay: expect.stringMatching(/^2026-01-0/),
    }),
    expect.objectContaining({ zone: 'B', name: "Vacances d'hiver" }),
  ])
  // As the administration corrected them.
  await write(sql`
    insert into school_holiday_corrections (id, zone, school_year, name, first_day, last_day, source, source_day)
    values (${uuid7()}, 'B', 2025, 'Vacances d''hiver', '2026-03-02', '2026-03-08', 'Arrêté', '2025-12-07')`)
  const corrected = await curve(await objective({ startsOn: '2026-01-01', deadline: '2026-03-31' }))
  expect(corrected.holidays.at(-1)).toMatchObject({ firstDay: '2026-03-02', lastDay: '2026-03-08' })
  await write(sql`delete from school_holiday_corrections`)
  await write(sql`update network set school_zones = '{}'`)
})

test('a visit is counted once a person and day, for the community even from one of its groups, and names nobody', async () => {
  await seatAll(people.slice(0, 3), addDays(today, -10))
  const group = await world.group(nadia, tempo)
  for (const space of [tempo, tempo, group])
    expect((await nadia.put(`/api/spaces/${space.id}/visit`)).body).toEqual({ done: true })
  await one(0).put(`/api/spaces/${tempo.id}/visit`)
  // Passing by an open community without a seat is not a member's visit.
  await one(9).put(`/api/spaces/${tempo.id}/visit`)
  const db = world.server.database.db
  expect(await db.rows(sql`select visitors, day from visit_days where space_id = ${tempo.id}`)).toEqual([
    { visitors: 2, day: today },
  ])
  const columns = await db.rows<{ name: string }>(sql`
    select column_name as name from information_schema.columns where table_name in ('visit_days', 'visit_marks', 'visit_salts') order by 1`)
  expect([...new Set(columns.map((column) => column.name))]).toEqual([
    'day',
    'mark',
    'salt',
    'space_id',
    'visitors',
  ])
  expect((await outsider.put(`/api/spaces/${tempo.id}/visit`)).status).toBe(404)
})

test('once the day is over, what could tell who came is gone; the number stays', async () => {
  await seatAll(people.slice(0, 3), addDays(today, -10))
  await one(0).put(`/api/spaces/${tempo.id}/visit`)
  const yesterday = addDays(today, -1)
  await write(sql`insert into visit_salts (day, salt) values (${yesterday}, 'x')`)
  await write(sql`insert into visit_marks (day, space_id, mark) values (${yesterday}, ${tempo.id}, 'x')`)
  await write(sql`insert into visit_days (day, space_id, visitors) values (${yesterday}, ${tempo.id}, 1)`)
  await write(sql`select graphile_worker.add_job('forget-visit-marks')`)
  await world.runJobs()
  const db = world.server.database.db
  expect(await db.rows(sql`select day from visit_salts`)).toEqual([{ day: today }])
  expect(await db.rows(sql`select day from visit_marks where day < ${today}`)).toEqual([])
  expect(
    await db.rows(sql`select visitors from visit_days where space_id = ${tempo.id} and day = ${yesterday}`),
  ).toEqual([{ visitors: 1 }])
})

test('visits are told as a mean of full days; days of few people are silent, never alone', async () => {
  await seatAll(people.slice(0, 26), addDays(today, -40))
  const visited = [
    [-4, 20],
    [-3, 14],
    [-1, 6],
    [0, 26],
  ] as const
  for (const [ago, visitors] of visited)
    await write(
      sql`insert into visit_days (day, space_id, visitors) values (${addDays(today, ago)}, ${tempo.id}, ${visitors})`,
    )
  const body = await measures()
  // Four full days since the first one counted: 20, 14, 0 and 6; today is not over.
  expect(figureOf(body, 'visited')).toMatchObject({
    numerator: 40,
    denominator: 4,
    value: 10,
    from: addDays(today, -4),
    to: addDays(today, -1),
  })
  expect(body.visits).toEqual([
    { day: addDays(today, -4), silent: false, visitors: 20 },
    { day: addDays(today, -3), silent: true, visitors: null },
    { day: addDays(today, -2), silent: false, visitors: 0 },
    { day: addDays(today, -1), silent: true, visitors: null },
  ])
})

test('only those who animate the community measure it', async () => {
  const id = await objective({ startsOn: addDays(today, -1), deadline: addDays(today, 30) })
  const [member, moderator, animator] = [one(0), one(1), one(2)]
  await world.seat(tempo, member)
  await world.seat(tempo, moderator, 'moderator')
  await world.seat(tempo, animator, 'animator')
  const administrator = await world.member(`laurie-${tempo.id.slice(-6)}`, { standing: 'administrator' })
  for (const path of [
    `/api/communities/${tempo.id}/measures`,
    `/api/communities/${tempo.id}/objectives/${id}/curve`,
  ]) {
    expect((await world.visitor().get(path)).status).toBe(401)
    expect((await outsider.get(path)).status).toBe(404)
    for (const person of [one(5), member, moderator, administrator])
      expect(await person.get(path)).toMatchObject({ status: 403, body: { code: 'insights.forbidden' } })
    for (const person of [animator, nadia]) expect((await person.get(path)).status).toBe(200)
  }
  expect((await nadia.get(`/api/communities/${tempo.id}/objectives/${uuid7()}/curve`)).status).toBe(404)
  const group = await world.group(nadia, tempo)
  expect((await nadia.get(`/api/communities/${group.id}/measures`)).status).toBe(404)
})

test('no figure names a person', async () => {
  await invite(people, addDays(today, -10))
  await seatAll(people, addDays(today, -10))
  await postBy(one(0), today)
  const id = await objective({ startsOn: addDays(today, -10), deadline: addDays(today, 30) })
  const told = JSON.stringify([await measures(), await curve(id)])
  for (const person of people) expect(told).not.toContain(person.id)
  expect(told).not.toMatch(/member(Id|s)"|givenName|lastSeen|arrivedAt/)
})
