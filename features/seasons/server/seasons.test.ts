import { v7 as uuid7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type Person, type World } from '#app/testing/world.ts'
import { sql } from '#platform/server/db.ts'
import { addDays, mondayOf } from '../rules/days.ts'
import { countActivity } from './count.ts'
import { calendarOf, holidayOverlay, nextDip, quietDay } from './queries.ts'

let world: World
let lead: Person
let member: Person
let admin: Person
beforeAll(async () => {
  world = await openWorld()
  lead = await world.member('lead', { standing: 'animator' })
  member = await world.member('member')
  admin = await world.member('admin', { standing: 'administrator' })
})
afterAll(() => world.close())

const run = (query: ReturnType<typeof sql>) => world.server.database.transaction((trx) => trx.run(query))
const count = (spaceId: string) => world.server.database.transaction((trx) => countActivity(trx, spaceId))

/** People who hold a seat. */
async function people(space: { id: string }, howMany: number, name: string): Promise<Person[]> {
  const found: Person[] = []
  for (let index = 0; index < howMany; index++) {
    const one = await world.member(`${name}${index}`)
    await world.seat(space, one)
    found.push(one)
  }
  await run(sql`update seats set joined_at = now() - interval '200 days' where space_id = ${space.id}`)
  return found
}

let number = 100
/** One post of each of these people, that many days ago. */
async function posts(space: { id: string }, by: Person[], daysAgo: number): Promise<string[]> {
  const ids: string[] = []
  for (const one of by) {
    const id = uuid7()
    ids.push(id)
    await run(sql`insert into posts (id, space_id, number, author_id, kind, body_text, published_at)
      values (${id}, ${space.id}, ${number++}, ${one.id}, 'message', 'Essai', now() - make_interval(days => ${daysAgo}))`)
  }
  return ids
}

const season = async (space: { id: string }, by = lead) => by.get(`/api/communities/${space.id}/season`)

test('a community counts its acts week by week, groups included; what was withdrawn does not count', async () => {
  const space = await world.community(lead)
  const group = await world.group(lead, space)
  const ten = await people(space, 11, 'c')
  await posts(space, ten, 14)
  const [gone = ''] = await posts(group, ten, 14)
  await run(sql`update posts set withdrawn_at = now() where id = ${gone}`)
  await count(space.id)
  const { body } = await season(space)
  const week = body.past.find((one: { acts: number | null }) => (one.acts ?? 0) > 0)
  expect(week).toMatchObject({ silent: false, acts: 21 })
  // Counted again after more was withdrawn, it is the same weeks with fewer acts.
  await run(sql`update posts set withdrawn_at = now() where space_id = ${group.id}`)
  await count(space.id)
  const again = (await season(space)).body.past.find((one: { week: string }) => one.week === week.week)
  expect(again.acts).toBe(11)
})

test('a week made by fewer people than the threshold is silent, and gives no forecast', async () => {
  const space = await world.community(lead)
  const nine = await people(space, 9, 'n')
  for (const weeks of [2, 3, 4, 5, 6, 7]) await posts(space, nine, weeks * 7)
  await count(space.id)
  const { body } = await season(space)
  expect(body.past.some((one: { silent: boolean }) => one.silent)).toBe(true)
  expect(body.past.filter((one: { acts: number | null }) => one.acts !== null && one.acts > 0)).toEqual([])
  expect(body.level).toBeNull()
  expect(body.ahead.every((one: { acts: null }) => one.acts === null)).toBe(true)
  // The calendar speaks all the same.
  expect(body.ahead).toHaveLength(9)
})

test('with weeks of activity behind it, nine weeks are expected, each within its band', async () => {
  const space = await world.community(lead)
  const ten = await people(space, 10, 'f')
  for (let weeks = 1; weeks <= 12; weeks++) await posts(space, ten, weeks * 7)
  await count(space.id)
  const { body } = await season(space)
  expect(body.level).toBeGreaterThan(5)
  for (const { acts, low, high } of body.ahead) {
    expect(low).toBeLessThanOrEqual(acts)
    expect(high).toBeGreaterThanOrEqual(acts)
  }
  expect(body.backtest.naive.points).toBeGreaterThan(20)
  expect(body.backtest.lastYear).toBeNull()
})

test('the season is read by those who animate the community and nobody else', async () => {
  const space = await world.community(lead, { openness: 'closed' })
  await world.seat(space, member)
  expect((await season(space, member)).status).toBe(403)
  expect((await season(space, admin)).status).toBe(404)
  expect((await season(space)).status).toBe(200)
})

test('the page reads the counts of the job: a community without any says so, the job makes them', async () => {
  const space = await world.community(lead)
  const ten = await people(space, 10, 'j')
  await posts(space, ten, 10)
  expect((await season(space)).body.past).toEqual([])
  const { waitingForCount } = await import('./count.ts')
  const waiting = await world.server.database.transaction(waitingForCount)
  expect(waiting).toContain(space.id)
  await count(space.id)
  expect(await world.server.database.transaction(waitingForCount)).not.toContain(space.id)
  expect((await season(space)).body.past.length).toBeGreaterThan(0)
})

const WEEK = mondayOf(addDays(new Date().toISOString().slice(0, 10), 35))
const closure = (more = {}) => ({
  label: 'Fermeture',
  kind: 'closed',
  firstDay: WEEK,
  lastDay: addDays(WEEK, 4),
  ...more,
})

test("the company's own days are noted by the administration, repeated without harm, and quiet everybody", async () => {
  const id = uuid7()
  expect((await lead.put(`/api/season/blocked/${id}`, closure())).status).toBe(403)
  expect((await admin.put(`/api/season/blocked/${id}`, closure())).status).toBe(200)
  expect((await admin.put(`/api/season/blocked/${id}`, closure())).status).toBe(200)
  const { body } = await lead.get('/api/season/settings')
  expect(body.blocked).toHaveLength(1)
  const { db } = world.server.database
  expect(await quietDay(db, addDays(WEEK, 1))).toBe('closed')
  expect((await calendarOf(db, WEEK, WEEK)).blocked).toHaveLength(1)
  // A closed week is a dip ahead, whatever the month.
  const space = await world.community(lead)
  const dip = await nextDip(db, space.id, new Date().toISOString().slice(0, 10), 'en')
  expect(dip?.formats).toHaveLength(3)
  expect(dip?.revival.every((one) => one.text.length > 20)).toBe(true)
  const overlay = await holidayOverlay(db, WEEK, addDays(WEEK, 6), space.id)
  expect(overlay.expected).toEqual([{ week: WEEK, share: 0 }])
  expect((await admin.del(`/api/season/blocked/${id}`)).status).toBe(200)
  expect((await admin.del(`/api/season/blocked/${id}`)).status).toBe(200)
  expect(await quietDay(db, addDays(WEEK, 1))).not.toBe('closed')
})

test.each([
  [{ lastDay: addDays(WEEK, -1) }, 'blocked_days.order'],
  [{ lastDay: addDays(WEEK, 400) }, 'blocked_days.long'],
])('days that make no sense are refused by a sentence: %o', async (more, code) => {
  const { status, body } = await admin.put(`/api/season/blocked/${uuid7()}`, closure(more))
  expect(status).toBe(422)
  expect(body.code).toBe(code)
  expect(body.errors[0].field).toBe('lastDay')
})

test('the regions of a site add their public holidays to the calendar of everybody, and their share to its own people', async () => {
  const regions = [{ region: 'alsace_moselle', site: 'Colmar' }]
  expect((await lead.put('/api/season/regions', { regions })).status).toBe(403)
  expect((await admin.put('/api/season/regions', { regions })).body.regions).toEqual(regions)
  const { body } = await member.get('/api/season/days?from=2027-03-22&to=2027-03-31')
  expect(body.publicHolidays.map((one: { name: string }) => one.name)).toEqual([
    'good_friday',
    'easter_monday',
  ])
  const { db } = world.server.database
  expect(await quietDay(db, '2027-03-26')).toBeNull()
  expect(await quietDay(db, '2027-03-26', { zone: '', site: 'Colmar' })).toBe('public')
  await admin.put('/api/season/regions', { regions: [] })
})

test('a period the wrong way round, or longer than a calendar draws, is refused', async () => {
  expect((await member.get('/api/season/days?from=2027-03-22&to=2027-03-21')).body.code).toBe('season.period')
  expect((await member.get('/api/season/days?from=2020-01-01&to=2027-03-21')).body.code).toBe('season.period')
})

test('a week counts who had joined when it ended, in the network’s zone', async () => {
  const space = await world.community(lead)
  const [early, late] = await people(space, 2, 'joining')
  const after = addDays(mondayOf(new Date().toISOString().slice(0, 10)), -7)
  const joins = (one: Person | undefined, at: string) =>
    run(
      sql`update seats set joined_at = ${at}::timestamp at time zone 'Europe/Paris' where space_id = ${space.id} and member_id = ${one?.id ?? ''}`,
    )
  await joins(early, `${addDays(after, -1)} 23:30`)
  await joins(late, `${after} 00:30`)
  await posts(space, [lead], 21)
  await count(space.id)
  const members = async (week: string) =>
    (
      await world.server.database.db.row<{ members: number }>(
        sql`select members from activity_weeks where space_id = ${space.id} and week = ${week}`,
      )
    )?.members
  // The animator holds a seat too.
  expect([await members(addDays(after, -7)), await members(after)]).toEqual([2, 3])
})
