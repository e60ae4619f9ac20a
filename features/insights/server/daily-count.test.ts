import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { v7 as uuid7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openWorld, type Person, type World } from '#app/testing/world.ts'
import { sql, type Trx } from '#platform/server/db.ts'
import { objectivesOf } from '#features/communities/server/queries/communities.ts'
import { unseat } from '#features/spaces/server/commands.ts'
import type { Curve } from '../contract.ts'
import { addDays } from '../rules/days.ts'
import { counted } from './counts.ts'
import { curveFrom, endOfObjective, measured } from './curve.ts'
import { countCurves } from './daily-count.ts'
import { objectivesThen } from './offers.ts'
import { groundIn } from './policy.ts'

const PEOPLE = 40
const MEASURES = ['arrived', 'active', 'creators'] as const

let world: World
let nadia: Person
let people: Person[]
let tempo: { id: string }
let today: string

beforeAll(async () => {
  world = await openWorld()
  nadia = await world.member('nadia', { site: 'Cholet' })
  people = []
  for (let index = 0; index < PEOPLE; index += 1)
    people.push(await world.member(`p${index}`, { site: index < 22 ? 'Cholet' : 'Nantes' }))
  const clock = await world.server.database.db.row<{ day: string }>(
    sql`select (now() at time zone 'Europe/Paris')::date as day`,
  )
  today = clock?.day ?? ''
})
afterAll(() => world.close())
beforeEach(async () => {
  tempo = await world.community(nadia)
})

const transaction = (work: (trx: Trx) => Promise<unknown>) => world.server.database.transaction(work)
const write = (query: ReturnType<typeof sql>) => transaction((trx) => trx.run(query))
const db = () => world.server.database.db
const noon = (ago: number) => `${addDays(today, -ago)}T12:00:00+01:00`
const one = (index: number) => people[index] as Person
/** The first instants of today: they have been already, whenever this runs. */
const now = sql`now()`
const at = (ago: number) => (ago === 0 ? now : sql`${noon(ago)}::timestamptz`)

async function objective(measure: string, startedAgo = 20, ahead = 30): Promise<string> {
  const id = uuid7()
  await write(sql`insert into objectives (id, space_id, measure, target, starts_on, deadline, created_at)
    values (${id}, ${tempo.id}, ${measure}, 0.6, ${addDays(today, -startedAgo)}, ${addDays(today, ahead)}, ${noon(startedAgo)})`)
  return id
}
async function invite(who: Person[], ago: number, arrivedAgo: number | null = null) {
  const campaign = uuid7()
  await write(sql`insert into campaigns (id, space_id) values (${campaign}, ${tempo.id})`)
  for (const person of who) {
    await write(sql`insert into invitations (id, campaign_id, space_id, member_id, channel, state, invited_at)
      values (${uuid7()}, ${campaign}, ${tempo.id}, ${person.id}, 'email', 'sent', ${at(ago)})`)
    await write(
      sql`update members set arrived_at = ${arrivedAgo === null ? null : at(arrivedAgo)} where id = ${person.id}`,
    )
  }
}
async function sit(who: Person[], ago: number) {
  for (const person of who) await world.seat(tempo, person)
  await write(
    sql`update seats set joined_at = ${at(ago)} where space_id = ${tempo.id} and member_id = any(${who.map((person) => person.id)}::uuid[])`,
  )
}
async function post(person: Person, ago: number, kind = 'message', spaceId = tempo.id): Promise<string> {
  const id = uuid7()
  await write(sql`insert into posts (id, space_id, number, author_id, kind, published_at)
    values (${id}, ${spaceId}, (select count(*) + 1 from posts where space_id = ${spaceId}), ${person.id}, ${kind}, ${at(ago)})`)
  return id
}
const comment = (person: Person, postId: string, ago: number) =>
  write(sql`insert into comments (id, subject_id, space_id, author_id, body, body_text, created_at)
    values (${uuid7()}, ${postId}, ${tempo.id}, ${person.id}, '{}', 'Oui', ${at(ago)})`)
const react = (person: Person, postId: string, ago: number) =>
  write(sql`insert into reactions (subject_id, subject_kind, space_id, member_id, kind, at)
    values (${postId}, 'post', ${tempo.id}, ${person.id}, 'like', ${at(ago)})`)
const adopt = (person: Person, postId: string, ago: number) =>
  write(
    sql`insert into adoptions (post_id, member_id, adopted_at) values (${postId}, ${person.id}, ${at(ago)})`,
  )
const vote = (person: Person, postId: string) =>
  write(sql`insert into poll_ballots (post_id, member_id) values (${postId}, ${person.id})`)

/** Three weeks of a community: every kind of act, people who came before and after they acted, a group of its own. */
async function threeWeeks(): Promise<{ posts: string[]; practice: string; poll: string }> {
  await invite(people.slice(0, 12), 25, 22)
  await invite(people.slice(12, 24), 18, 10)
  await invite(people.slice(24, 30), 9)
  await sit(people.slice(0, 20), 24)
  await sit(people.slice(20, 28), 6)
  const group = await world.group(nadia, tempo)
  const posts = [await post(one(0), 23), await post(one(1), 15), await post(one(2), 3, 'question', group.id)]
  const practice = await post(one(3), 12, 'practice')
  const poll = await post(one(0), 8, 'poll')
  await comment(one(4), posts[1] as string, 14)
  await react(one(5), posts[1] as string, 13)
  await adopt(one(6), practice, 5)
  await vote(one(7), poll)
  // Of the open community, and in it only since: what they did before counts once they are in.
  await post(one(21), 16)
  await comment(one(30), posts[1] as string, 11)
  return { posts, practice, poll }
}

/** The same day lived again `days` later: everything that happened is that much older. */
async function daysPass(days: number) {
  const whole = sql`${days}::int`
  for (const [table, column] of [
    ['seats', 'joined_at'],
    ['posts', 'published_at'],
    ['comments', 'created_at'],
    ['reactions', 'at'],
    ['adoptions', 'adopted_at'],
    ['invitations', 'invited_at'],
    ['members', 'arrived_at'],
    ['objectives', 'created_at'],
    ['curve_counts', 'counted_at'],
  ] as const)
    await transaction((trx) =>
      trx.client.query(`update ${table} set ${column} = ${column} - interval '${days} days'`),
    )
  await write(sql`update objectives set starts_on = starts_on - ${whole}, deadline = deadline - ${whole}`)
  await write(sql`update curve_counts set starts_on = starts_on - ${whole}, until = until - ${whole}`)
  // Far away first: a day must not meet the one it takes the place of.
  await write(sql`update curve_days set day = day - 10000`)
  await write(sql`update curve_days set day = day + 10000 - ${whole}`)
  await write(sql`update objective_days set day = day - 10000`)
  await write(
    sql`update objective_days set day = day + 10000 - ${whole}, starts_on = starts_on - ${whole}, deadline = deadline - ${whole}`,
  )
}

const count = () => countCurves(world.server.database, undefined, 1)
const shown = ({ countedAt: _countedAt, ...curve }: Curve) => curve

async function readAll(): Promise<Curve[]> {
  const ground = await groundIn(db(), tempo.id)
  const curves: Curve[] = []
  for (const one of await objectivesOf(db(), tempo.id)) curves.push(await measured(db(), ground, one))
  return curves
}
async function directAll(): Promise<Curve[]> {
  const ground = await groundIn(db(), tempo.id)
  const curves: Curve[] = []
  for (const one of await objectivesOf(db(), tempo.id))
    curves.push(curveFrom(ground, one, await counted(db(), ground, one, endOfObjective(ground, one)), null))
  return curves
}
const values = (curves: Curve[]) => curves.map(({ figure }) => figure.numerator ?? 0)

/** What was kept and what came since, beside everything counted anew: to the last point, site and projection. */
async function same() {
  const [kept, direct] = [await readAll(), await directAll()]
  expect(kept.every(({ countedAt }) => countedAt !== null)).toBe(true)
  expect(kept.map(shown)).toEqual(direct.map(shown))
  return kept
}

test('what is kept says what a count of everything says, to the last point, and what happens today is on top at once', async () => {
  for (const measure of MEASURES) await objective(measure)
  const { posts, practice } = await threeWeeks()
  expect((await readAll()).every(({ countedAt }) => countedAt === null)).toBe(true)
  await count()
  const before = await same()
  expect(before.map(({ figure }) => figure.numerator)).toEqual(expect.arrayContaining([24]))
  // Today: first acts of those who never had, again of those who had, somebody who wrote before they came in, and came now.
  await post(one(8), 0)
  await post(one(0), 0)
  await comment(one(9), posts[0] as string, 0)
  await react(one(10), posts[0] as string, 0)
  await adopt(one(11), practice, 0)
  await vote(one(12), await post(one(13), 0, 'poll'))
  await sit([one(30), one(31)], 0)
  await invite([one(32)], 0, 0)
  await invite([one(33)], 0, 40)
  await write(sql`update members set arrived_at = now() where id = ${one(25).id}`)
  const after = await same()
  for (const [index, value] of values(after).entries())
    expect(value).toBeGreaterThan(values(before)[index] ?? 0)
})

test('a ballot carries no day: one cast today on a poll of last week is in the curve after the next night', async () => {
  await objective('active')
  const { poll } = await threeWeeks()
  await count()
  const [before] = await same()
  await vote(one(18), poll)
  expect((await readAll()).map(shown)).toEqual([before && shown(before)])
  await daysPass(1)
  await count()
  const [after] = await same()
  expect(after?.figure.numerator).toBe((before?.figure.numerator ?? 0) + 1)
})

test('a day is counted once, and a second time changes nothing', async () => {
  await objective('active')
  await threeWeeks()
  await count()
  const kept = () =>
    db().rows(
      sql`select c.counted_at, d.* from curve_counts c join curve_days d using (objective_id) order by what, day`,
    )
  const first = await kept()
  expect(first.length).toBeGreaterThan(5)
  await count()
  expect(await kept()).toEqual(first)
})

test('after some left, closed their account or were erased, and words were withdrawn, the next night says so', async () => {
  for (const measure of MEASURES) await objective(measure)
  const { posts } = await threeWeeks()
  await count()
  const first = values(await same())
  await transaction((trx) => unseat(trx, nadia.actor, tempo.id, one(1).id))
  await write(sql`update members set status = 'closed' where id = ${one(4).id}`)
  const erased = await world.member(`gone-${tempo.id.slice(-6)}`, { site: 'Nantes' })
  await sit([erased], 15)
  await post(erased, 14)
  await daysPass(1)
  await count()
  // Somebody came and wrote, two others went: the night knew both.
  const second = values(await same())
  expect(second).not.toEqual(first)
  await write(sql`delete from members where id = ${erased.id}`)
  await write(sql`update posts set withdrawn_at = now() where id = ${posts[0] ?? ''}`)
  await write(
    sql`update invitations set state = 'withdrawn' where member_id = ${one(13).id} and space_id = ${tempo.id}`,
  )
  await daysPass(1)
  await count()
  const third = values(await same())
  for (const [index, value] of third.entries()) expect(value).toBeLessThan(second[index] ?? 0)
  await write(sql`update members set status = 'active' where id = ${one(4).id}`)
})

test('acts and arrivals that were brought in with dates of the past are in the curve after the next night', async () => {
  for (const measure of MEASURES) await objective(measure)
  await threeWeeks()
  await count()
  await sit(people.slice(34, 38), 19)
  await invite(people.slice(34, 38), 19, 17)
  for (const person of people.slice(34, 38)) await post(person, 16)
  const before = await readAll()
  await daysPass(1)
  await count()
  const after = await same()
  expect(
    after
      .map(({ figure }) => figure.numerator ?? 0)
      .every((value, index) => value > (before[index]?.figure.numerator ?? 0)),
  ).toBe(true)
})

test('after days away everything is still right at the first look, and the days nobody counted are made good', async () => {
  for (const measure of MEASURES) await objective(measure)
  await threeWeeks()
  await count()
  await daysPass(5)
  await post(one(14), 4)
  await comment(one(15), await post(one(16), 2), 1)
  await invite([one(39)], 3, 2)
  await sit([one(38)], 4)
  await same()
  await count()
  await same()
  const days = await db().rows<{ id: string; day: string; reached: number; people: number }>(
    sql`select objective_id as id, day, reached, people from objective_days where space_id = ${tempo.id} order by day`,
  )
  const ground = await groundIn(db(), tempo.id)
  for (const asked of await objectivesOf(db(), tempo.id)) {
    const own = days.filter(({ id }) => id === asked.id)
    expect(own.map(({ day }) => day)).toEqual([6, 5, 4, 3, 2, 1].map((ago) => addDays(today, -ago)))
    for (const { day, reached, people: of } of own.slice(1)) {
      const { figure } = curveFrom(
        { ...ground, today: day },
        asked,
        await counted(db(), ground, asked, day),
        null,
      )
      expect([day, reached, of]).toEqual([day, figure.numerator, figure.denominator])
    }
  }
})

/** What a process that has just started reads: nothing of ours is in its memory. */
const ELSEWHERE = `
  const { openDatabase } = await import('#platform/server/db.ts')
  const { objectivesOf } = await import('#features/communities/server/queries/communities.ts')
  const { measured } = await import('#features/insights/server/curve.ts')
  const { groundIn } = await import('#features/insights/server/policy.ts')
  const [url, spaceId] = process.argv.slice(1)
  const database = openDatabase(url, { read: 1, write: 1 })
  const ground = await groundIn(database.db, spaceId)
  const [objective] = await objectivesOf(database.db, spaceId)
  process.stdout.write(JSON.stringify(await measured(database.db, ground, objective)))
  await database.close()`

test('a process that has just started reads the same curve', async () => {
  const id = await objective('active')
  await threeWeeks()
  await count()
  await post(one(17), 0)
  const { body } = await nadia.get(`/api/communities/${tempo.id}/objectives/${id}/curve`)
  expect(body.countedAt).not.toBeNull()
  const said = await promisify(execFile)(process.execPath, [
    '--input-type=module',
    '-e',
    ELSEWHERE,
    world.databaseUrl,
    tempo.id,
  ])
  expect(JSON.parse(said.stdout)).toEqual(body)
})

test('an objective that is set or changed is counted at once, and no longer read from what it was', async () => {
  await threeWeeks()
  const id = uuid7()
  const body = { measure: 'active', target: 0.5, startsOn: addDays(today, -20), deadline: addDays(today, 30) }
  await nadia.put(`/api/communities/${tempo.id}/objectives/${id}`, body)
  await world.runJobs()
  const counts = () =>
    db().row(sql`select measure, starts_on as "startsOn", kept from curve_counts where objective_id = ${id}`)
  // Far fewer people than it takes to keep a curve: nothing but the mark that it was looked at.
  expect(await counts()).toEqual({ measure: 'active', startsOn: body.startsOn, kept: false })
  await write(sql`delete from curve_counts`)
  await count()
  await same()
  await nadia.put(`/api/communities/${tempo.id}/objectives/${id}`, { ...body, startsOn: addDays(today, -10) })
  const [changed] = await readAll()
  expect(changed).toMatchObject({ countedAt: null })
  expect(changed?.points).toHaveLength(11)
  await count()
  await same()
})

test('silence is kept when a curve is read, whatever was counted before the threshold rose', async () => {
  const id = await objective('active')
  await threeWeeks()
  await count()
  const threshold = (value: number) => write(sql`update network set threshold = ${value}`)
  await threshold(50)
  const path = `/api/communities/${tempo.id}/objectives/${id}/curve`
  expect((await nadia.get(path)).body).toMatchObject({
    points: [],
    standing: 'silent',
    figure: { silent: true, value: null },
  })
  expect((await objectivesThen(db(), tempo.id, { from: addDays(today, -40), to: today })).told).toMatchObject(
    [{ standing: 'silent', value: null, atDeadline: null }],
  )
  await threshold(10)
  expect((await nadia.get(path)).body.points).toHaveLength(21)
})

test('what an objective said on a day stays, after its target moved and after it was given up', async () => {
  const id = await objective('active')
  await threeWeeks()
  await count()
  const period = { from: addDays(today, -40), to: addDays(today, -1) }
  const then = async () => (await objectivesThen(db(), tempo.id, period)).told
  const before = await then()
  expect(before).toMatchObject([{ measure: 'active', target: 0.6, standing: 'late' }])
  await nadia.put(`/api/communities/${tempo.id}/objectives/${id}`, {
    measure: 'active',
    target: 0.1,
    startsOn: addDays(today, -20),
    deadline: addDays(today, 30),
  })
  await count()
  expect(await then()).toEqual(before)
  await nadia.del(`/api/communities/${tempo.id}/objectives/${id}`)
  expect(await then()).toEqual(before)
})

test('an objective set today says nothing of yesterday, and fewer than five people leave no trace', async () => {
  const id = await objective('active')
  await write(sql`update objectives set created_at = now() where id = ${id}`)
  await threeWeeks()
  await count()
  const kept = () => db().rows(sql`select 1 from objective_days where objective_id = ${id}`)
  expect(await kept()).toEqual([])
  expect(await objectivesThen(db(), tempo.id, { from: addDays(today, -40), to: today })).toEqual({
    told: [],
    unknown: 1,
    since: null,
  })
  const few = await world.community(nadia)
  const small = uuid7()
  await write(sql`insert into objectives (id, space_id, measure, target, starts_on, deadline, created_at)
    values (${small}, ${few.id}, 'active', 0.5, ${addDays(today, -20)}, ${addDays(today, 30)}, ${noon(20)})`)
  await write(sql`update seats set joined_at = ${noon(20)} where space_id = ${few.id}`)
  await count()
  expect(await db().rows(sql`select 1 from objective_days where space_id = ${few.id}`)).toEqual([])
})

test('nothing of what is kept names a person', async () => {
  const columns = await db().rows<{ name: string }>(sql`
    select distinct column_name as name from information_schema.columns
    where table_name in ('curve_counts', 'curve_days', 'curve_sites', 'objective_days') order by 1`)
  expect(columns.map(({ name }) => name).filter((name) => /member|author|person|email/.test(name))).toEqual(
    [],
  )
})
