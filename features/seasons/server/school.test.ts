import { v7 as uuid7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { openWorld, type Person, type World } from '#app/testing/world.ts'
import { sql } from '#platform/server/db.ts'
import type * as Zones from '#features/network/server/school-zones.ts'
import type { SchoolPeriod } from '../contract.ts'
import { workingShare } from '../rules/calendar.ts'
import { addDays, mondayOf } from '../rules/days.ts'
import { schoolYearOf } from '../rules/school.ts'
import { calendarOf, holidayOverlay, schoolCalendarOf } from './queries.ts'

const TODAY = new Date().toISOString().slice(0, 10)
const YEAR = schoolYearOf(TODAY)
/** A Monday of March, far from any public holiday: an ordinary week. */
const WEEK = mondayOf(`${YEAR + 1}-03-15`)
const WINTER = "Vacances d'hiver"

// The data know the school years of their release: these know the one under way, whenever they are read.
vi.mock('#features/network/server/school-zones.ts', async (original) => ({
  ...(await original<typeof Zones>()),
  publishedHolidays: (zones: readonly string[]) =>
    [
      {
        zone: 'B',
        name: WINTER,
        firstDay: `${YEAR + 1}-02-06`,
        lastDay: `${YEAR + 1}-02-21`,
        confirmed: false,
      },
      {
        zone: 'B',
        name: 'Vacances de printemps',
        firstDay: `${YEAR + 1}-04-10`,
        lastDay: `${YEAR + 1}-04-25`,
        confirmed: true,
      },
    ].filter((one) => zones.includes(one.zone)),
}))

let world: World
let lead: Person
let member: Person
let admin: Person
let space: { id: string }
beforeAll(async () => {
  world = await openWorld()
  lead = await world.member('lead', { standing: 'animator' })
  member = await world.member('member')
  admin = await world.member('admin', { standing: 'administrator' })
  space = await world.community(lead)
  await run(sql`update network set school_zones = '{B}'`)
})
afterAll(() => world.close())
beforeEach(() => run(sql`delete from school_holiday_corrections`))

const run = (query: ReturnType<typeof sql>) => world.server.database.transaction((trx) => trx.run(query))
const dates = (more: object = {}) => ({
  zone: 'B',
  year: YEAR,
  name: WINTER,
  added: false,
  firstDay: WEEK,
  lastDay: addDays(WEEK, 13),
  source: 'Arrêté sur le calendrier scolaire',
  sourceDay: TODAY,
  ...more,
})
const put = (id: string, more: object = {}, by = admin) => by.put(`/api/season/school/${id}`, dates(more))
const periods = async (): Promise<SchoolPeriod[]> =>
  (await schoolCalendarOf(world.server.database.db)).years.flatMap((one) => one.periods)
const winter = async () => (await periods()).find((one) => one.name === WINTER)
const expectedIn = async (week: string) =>
  (await holidayOverlay(world.server.database.db, week, addDays(week, 6), space.id)).expected[0]?.share ?? 0
const audited = () =>
  world.server.database.db.rows<{ act: string; details: Record<string, unknown> }>(
    sql`select act, details from audit_log where subject_kind = 'school_holidays' order by id`,
  )

test('the school holidays of this year and the next are read by those who animate, with where they come from', async () => {
  expect((await member.get('/api/season/school')).status).toBe(403)
  const { status, body } = await lead.get('/api/season/school')
  expect(status).toBe(200)
  expect(body.zones).toEqual(['B'])
  expect(body.years.map((one: { year: number }) => one.year)).toEqual([YEAR, YEAR + 1])
  expect(body.years[0].periods).toMatchObject([
    { zone: 'B', name: WINTER, confirmed: false, correction: null },
    { zone: 'B', name: 'Vacances de printemps', confirmed: true, correction: null },
  ])
  expect(body.years[1].periods).toEqual([])
})

test('a corrected period moves what calendars draw and what its weeks let expect; going back moves them back', async () => {
  const id = uuid7()
  const old = `${YEAR + 1}-02-08`
  const [ordinary, away] = [await expectedIn(WEEK), await expectedIn(mondayOf(old))]
  const { status, body } = await put(id)
  expect(status).toBe(200)
  expect(body.years[0].periods[0]).toMatchObject({
    firstDay: WEEK,
    confirmed: true,
    published: { firstDay: `${YEAR + 1}-02-06`, lastDay: `${YEAR + 1}-02-21` },
    correction: { id, source: 'Arrêté sur le calendrier scolaire', sourceDay: TODAY },
  })
  expect(await expectedIn(WEEK)).toBeCloseTo(ordinary * 0.75)
  expect(await expectedIn(mondayOf(old))).toBeGreaterThan(away)
  // What is asked of an ambassador of that zone, over those days.
  const { db } = world.server.database
  const asked = await calendarOf(db, WEEK, addDays(WEEK, 4))
  expect(workingShare(WEEK, addDays(WEEK, 4), 'B', asked)).toBe(0.75)
  const drawn = await member.get(`/api/season/days?from=${WEEK}&to=${addDays(WEEK, 6)}`)
  expect(drawn.body.school).toEqual([{ zone: 'B', name: WINTER, firstDay: WEEK, lastDay: addDays(WEEK, 13) }])
  const calendar = await lead.get(`/api/communities/${space.id}/calendar?from=${WEEK}&to=${addDays(WEEK, 6)}`)
  expect(calendar.body.overlay).toContainEqual(
    expect.objectContaining({ kind: 'school', zone: 'B', firstDay: WEEK }),
  )
  const back = await admin.del(`/api/season/school/${id}`)
  expect(back.body.years[0].periods[0]).toMatchObject({
    firstDay: `${YEAR + 1}-02-06`,
    confirmed: false,
    correction: null,
  })
  expect(await expectedIn(WEEK)).toBeCloseTo(ordinary)
  // Repeated, it changes nothing more.
  expect((await admin.del(`/api/season/school/${id}`)).status).toBe(200)
})

test('dates that were right are confirmed by their source alone', async () => {
  await put(uuid7(), { firstDay: `${YEAR + 1}-02-06`, lastDay: `${YEAR + 1}-02-21` })
  expect(await winter()).toMatchObject({ confirmed: true, firstDay: `${YEAR + 1}-02-06` })
})

test('a period that the data lack is added, next year too, and taken off', async () => {
  const id = uuid7()
  const bridge = { year: YEAR + 1, name: 'Pont', added: true, firstDay: `${YEAR + 1}-10-02` }
  expect((await put(id, { ...bridge, lastDay: `${YEAR + 1}-10-03` })).status).toBe(200)
  expect((await periods()).at(-1)).toMatchObject({ name: 'Pont', published: null, year: YEAR + 1 })
  // Its dates change, it stays the same.
  expect((await put(id, { ...bridge, lastDay: `${YEAR + 1}-10-04` })).status).toBe(200)
  expect((await periods()).filter((one) => one.name === 'Pont')).toHaveLength(1)
  await admin.del(`/api/season/school/${id}`)
  expect((await periods()).some((one) => one.name === 'Pont')).toBe(false)
})

test('only the administration corrects, each act is in the audit log, without anybody’s words', async () => {
  const id = uuid7()
  for (const by of [member, lead]) {
    expect((await put(id, {}, by)).status).toBe(403)
    expect((await by.del(`/api/season/school/${id}`)).status).toBe(403)
  }
  expect(await winter()).toMatchObject({ correction: null })
  const before = (await audited()).length
  await put(id)
  await admin.del(`/api/season/school/${id}`)
  await admin.del(`/api/season/school/${id}`)
  const acts = (await audited()).slice(before)
  expect(acts.map(({ act }) => act)).toEqual(['school_holidays.set', 'school_holidays.dropped'])
  expect(acts[0]?.details).toMatchObject({
    zone: 'B',
    year: YEAR,
    firstDay: WEEK,
    before: { firstDay: `${YEAR + 1}-02-06`, lastDay: `${YEAR + 1}-02-21` },
  })
  expect(JSON.stringify(acts)).not.toContain('Arrêté')
})

test.each([
  ['another zone', { zone: 'A' }, 'school_holidays.zone', 'zone'],
  ['a year gone by', { year: YEAR - 1 }, 'school_holidays.years', 'firstDay'],
  ['the wrong way round', { lastDay: addDays(WEEK, -1) }, 'school_holidays.order', 'lastDay'],
  ['too long', { lastDay: addDays(WEEK, 70) }, 'school_holidays.long', 'lastDay'],
  ['the year after', { year: YEAR + 1 }, 'school_holidays.year', 'firstDay'],
  ['over the next ones', { lastDay: `${YEAR + 1}-04-10` }, 'school_holidays.overlap', 'firstDay'],
  ['a source yet to come', { sourceDay: addDays(TODAY, 2) }, 'school_holidays.source_day', 'sourceDay'],
  ['known already', { added: true }, 'school_holidays.known', 'name'],
  ['not known', { name: 'Pont' }, 'school_holidays.unknown', 'name'],
])(
  'dates that cannot be are refused by a sentence that names the field: %s',
  async (_, more, code, field) => {
    const { status, body } = await put(uuid7(), more)
    expect(status).toBe(422)
    expect(body.code).toBe(code)
    expect(body.errors[0].field).toBe(field)
    expect(body.errors[0].message).not.toMatch(/\{\{|school_holidays/)
    expect(await winter()).toMatchObject({ correction: null })
  },
)

test('a correction stays that of its period', async () => {
  const id = uuid7()
  await put(id)
  const other = await put(id, {
    name: 'Vacances de printemps',
    firstDay: addDays(WEEK, 20),
    lastDay: addDays(WEEK, 22),
  })
  expect(other.body.code).toBe('school_holidays.other')
  expect(await winter()).toMatchObject({ firstDay: WEEK })
})

test('the published dates do not come back over what was put in their place', async () => {
  const [id, bridge] = [uuid7(), uuid7()]
  await put(id)
  const taken = { name: 'Pont', added: true, firstDay: `${YEAR + 1}-02-21`, lastDay: `${YEAR + 1}-02-22` }
  expect((await put(bridge, taken)).status).toBe(200)
  const refused = await admin.del(`/api/season/school/${id}`)
  expect([refused.status, refused.body.code]).toEqual([409, 'school_holidays.back'])
  expect(await winter()).toMatchObject({ firstDay: WEEK })
  await admin.del(`/api/season/school/${bridge}`)
  expect((await admin.del(`/api/season/school/${id}`)).status).toBe(200)
})

test('two who correct the same period at once: one is heard, the other reads it first', async () => {
  const replies = await Promise.all([put(uuid7()), put(uuid7(), { lastDay: addDays(WEEK, 6) })])
  expect(replies.map(({ status }) => status).sort()).toEqual([200, 409])
  expect(replies.find(({ status }) => status === 409)?.body.code).toBe('school_holidays.taken')
  expect((await periods()).filter((one) => one.correction)).toHaveLength(1)
})

test('two who add periods over each other at once: one is refused', async () => {
  const added = (name: string) => put(uuid7(), { name, added: true })
  const replies = await Promise.all([added('Pont'), added('Rentrée reportée')])
  expect(replies.map(({ status }) => status).sort()).toEqual([200, 422])
  expect(replies.find(({ status }) => status === 422)?.body.code).toBe('school_holidays.overlap')
})

test('the data say which dates were not checked, and name each period of a zone and year once', async () => {
  const zones = await vi.importActual<typeof Zones>('#features/network/server/school-zones.ts')
  const all = zones.publishedHolidays(['A', 'B', 'C'])
  const names = all.map(({ zone, name, firstDay }) => `${zone} ${schoolYearOf(firstDay)} ${name}`)
  expect(new Set(names).size).toBe(names.length)
  expect(all.find(({ firstDay }) => firstDay === '2026-02-14')?.confirmed).toBe(true)
})
