import { v7 as uuid7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openWorld, type Person, type World } from '#app/testing/world.ts'
import { sql } from '#platform/server/db.ts'
import { unseat } from '#features/spaces/server/commands.ts'
import type { Report } from '../contract.ts'
import { addDays, mondayOf, monthBefore, monthOf } from '../rules/mornings.ts'
import { keepMonths } from './report-months.ts'

let world: World
let nadia: Person
let people: Person[]
let tempo: { id: string }
let today: string
let month: { from: string; to: string }

beforeAll(async () => {
  world = await openWorld()
  nadia = await world.member('nadia')
  people = []
  for (let index = 0; index < 14; index += 1) people.push(await world.member(`p${index}`))
  const clock = await world.server.database.db.row<{ day: string }>(
    sql`select (now() at time zone 'Europe/Paris')::date as day`,
  )
  today = clock?.day ?? ''
  month = monthBefore(today)
})
afterAll(() => world.close())
beforeEach(async () => {
  tempo = await world.community(nadia)
  await write(
    sql`update communities set stage = case when space_id = ${tempo.id} then 'launched' else 'design' end`,
  )
})

const write = (query: ReturnType<typeof sql>) => world.server.database.transaction((trx) => trx.run(query))
const noon = (day: string) => `${day}T12:00:00+01:00`
const one = (index: number) => people[index] as Person
const report = async (named?: string): Promise<Report['lines']> =>
  (await nadia.get(`/api/communities/${tempo.id}/report${named ? `?month=${named}` : ''}`)).body.lines
const part = async (name: string, named?: string) =>
  (await report(named)).filter((line) => line.part === name).map(({ key, values }) => ({ key, values }))

/** A month in which fourteen people were there, and three of them acted. */
async function aMonth() {
  for (const person of people) await world.seat(tempo, person)
  await write(
    sql`update seats set joined_at = ${noon(addDays(month.from, -20))} where space_id = ${tempo.id}`,
  )
  for (const person of people.slice(0, 3))
    await write(sql`insert into posts (id, space_id, number, author_id, kind, published_at)
      values (${uuid7()}, ${tempo.id}, (select count(*) + 1 from posts where space_id = ${tempo.id}), ${person.id}, 'question', ${noon(addDays(month.from, 5))})`)
}
async function objective(target: number, said: { day: string; reached: number; projected: number | null }[]) {
  const id = uuid7()
  const [starts, deadline] = [addDays(month.from, -40), addDays(today, 60)]
  await write(sql`insert into objectives (id, space_id, measure, target, starts_on, deadline, created_at)
    values (${id}, ${tempo.id}, 'active', ${target}, ${starts}, ${deadline}, ${noon(starts)})`)
  for (const { day, reached, projected } of said)
    await write(sql`insert into objective_days (objective_id, space_id, day, measure, target, starts_on, deadline, reached, people, projected)
      values (${id}, ${tempo.id}, ${day}, 'active', ${target}, ${starts}, ${deadline}, ${reached}, 15, ${projected})`)
  return id
}

test('what people did in a month stays what it was, after some left and words were withdrawn', async () => {
  await aMonth()
  await keepMonths(world.server.database)
  const before = [await part('people'), await part('exchanges')]
  expect(before[0]).toContainEqual({ key: 'active', values: { count: 15, active: 3, share: 20 } })
  expect(before[1]).toContainEqual({ key: 'questions', values: { count: 3, answered: 0 } })
  await write(
    sql`update posts set withdrawn_at = now() where space_id = ${tempo.id} and author_id = ${one(0).id}`,
  )
  for (const person of people.slice(1, 4))
    await world.server.database.transaction((trx) => unseat(trx, nadia.actor, tempo.id, person.id))
  await keepMonths(world.server.database)
  expect([await part('people'), await part('exchanges')]).toEqual(before)
  // Without what was kept, it would say something else.
  await write(sql`delete from report_months where space_id = ${tempo.id}`)
  expect(await part('people')).not.toEqual(before[0])
})

test('whoever took part and closed their account since is neither among the active nor among the members', async () => {
  await aMonth()
  await write(sql`update members set status = 'closed' where id = ${one(0).id}`)
  const active = { key: 'active', values: { count: 14, active: 2, share: 14 } }
  expect(await part('people', month.from.slice(0, 7))).toContainEqual(active)
  await write(sql`update members set status = 'active' where id = ${one(0).id}`)
})

test('silence is applied when a month is read: a threshold that rose since keeps it quiet', async () => {
  await aMonth()
  await keepMonths(world.server.database)
  await write(sql`update network set threshold = 20`)
  expect(await part('people')).toEqual([
    { key: 'joined', values: { count: 0 } },
    { key: 'silent', values: { count: 20 } },
  ])
  await write(sql`update network set threshold = 10`)
})

test('of fewer than five people no month is kept', async () => {
  await keepMonths(world.server.database)
  expect(
    await world.server.database.db.rows(sql`select 1 from report_months where space_id = ${tempo.id}`),
  ).toEqual([])
})

test('objectives of a past month say what they said on its last day, with the target they had, also when given up since', async () => {
  await aMonth()
  const id = await objective(0.5, [
    { day: addDays(month.to, -1), reached: 3, projected: 4 },
    { day: month.to, reached: 6, projected: 8.2 },
    { day: monthOf(today), reached: 14, projected: 15 },
  ])
  const then = [
    {
      key: 'objective_then_active',
      values: { share: 50, on: addDays(today, 60), value: 40, status: '@cockpit.report.status.on_track' },
    },
  ]
  expect(await part('objectives')).toEqual(then)
  await nadia.put(`/api/communities/${tempo.id}/objectives/${id}`, {
    measure: 'active',
    target: 0.9,
    startsOn: addDays(month.from, -40),
    deadline: addDays(today, 90),
  })
  expect(await part('objectives')).toEqual(then)
  await nadia.del(`/api/communities/${tempo.id}/objectives/${id}`)
  expect(await part('objectives')).toEqual(then)
  // The month under way has no end to speak of yet: it says what is true now.
  expect(await part('objectives', today.slice(0, 7))).toEqual([])
})

test('what was not kept is not made up: it says since when it is', async () => {
  await aMonth()
  await objective(0.5, [])
  expect(await part('objectives')).toEqual([{ key: 'objectives_unknown_yet', values: {} }])
  expect(await part('practices')).toEqual([{ key: 'practices_unknown_yet', values: {} }])
  await objective(0.3, [{ day: monthOf(today), reached: 2, projected: null }])
  const monday = mondayOf(addDays(today, 7))
  await write(
    sql`insert into practice_weeks (space_id, code, week, state) values (${tempo.id}, 'a1', ${monday}, 'alive')`,
  )
  expect(await part('objectives')).toEqual([{ key: 'objectives_unknown', values: { on: monthOf(today) } }])
  expect(await part('practices')).toEqual([{ key: 'practices_unknown', values: { on: monday } }])
})

test('practices of a past month are those of its last full week, not those of today', async () => {
  await aMonth()
  const last = mondayOf(addDays(month.to, -6))
  for (const [week, state] of [
    [addDays(last, -7), 'in_progress'],
    [last, 'alive'],
    [addDays(last, 7), 'not_started'],
  ])
    await write(sql`insert into practice_weeks (space_id, code, week, state)
      select ${tempo.id}, code, ${week}, case when code = 'b4' then 'slipping' else ${state} end from unnest(array['a1', 'a9', 'b4']) code`)
  expect(await part('practices')).toEqual([
    { key: 'alive_then', values: { count: 2, on: last } },
    { key: 'slipping_then', values: { count: 1, names: '@practices.names.b4' } },
  ])
})
