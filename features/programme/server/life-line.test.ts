import { v7 as uuid7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ambassadorOf, openProgramme } from '#app/testing/programme.ts'
import { openWorld, type Person, type World } from '#app/testing/world.ts'
import { sql } from '#platform/server/db.ts'
import { gatheringCadence } from './queries.ts'

let world: World
let lead: Person
let count = 0
beforeAll(async () => {
  world = await openWorld()
  lead = await world.member('lead', { standing: 'animator' })
})
afterAll(() => world.close())

const run = (query: ReturnType<typeof sql>) => world.server.database.transaction((trx) => trx.run(query))
const dayIn = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

async function scene() {
  const space = await world.community(lead, { openness: 'closed' })
  return { space, programme: await openProgramme(world, space) }
}
async function serving(programme: { id: string; spaceId: string }, facts: { circleId?: string } = {}) {
  const person = await world.member(`amina${++count}`)
  await world.seat({ id: programme.spaceId }, person, 'ambassador')
  return { person, ...(await ambassadorOf(world, programme, person, 'active', facts)) }
}
const file = async (by: Person, id: string) => (await by.get(`/api/ambassadors/${id}`)).body
const job = async (name: string) => {
  const task = world.server.jobs.tasks.get(name)
  await task?.(world.server.database, {} as never, world.server.app.options.log)
}

test('a pause has an end: the job of the night brings the person back, dated, with nobody as its author', async () => {
  const { programme } = await scene()
  const { person, id } = await serving(programme)
  expect((await person.put(`/api/ambassadors/${id}/pause`, { until: dayIn(0), why: '' })).status).toBe(422)
  await person.put(`/api/ambassadors/${id}/pause`, { until: dayIn(8), why: 'Un déménagement.' })
  expect(await file(lead, id)).toMatchObject({ state: 'paused', pausedUntil: dayIn(8) })
  await job('end-pauses')
  expect((await file(person, id)).state).toBe('paused')
  await run(sql`update ambassadors set paused_until = current_date - 2 where id = ${id}`)
  await job('end-pauses')
  const after = await file(person, id)
  expect(after).toMatchObject({ state: 'active', pausedUntil: null })
  expect(after.steps[0]).toMatchObject({ from: 'paused', to: 'active', by: null })
})

test('a lighter role, a hand-over and thanks are steps that their person reads', async () => {
  const { programme } = await scene()
  const [leaver, next] = [await serving(programme), await serving(programme)]
  const { id, person } = leaver
  await lead.put(`/api/ambassadors/${id}/expectations`, {
    contributionsPerMonth: 1,
    hoursPerMonth: 0.5,
    why: 'D’un commun accord.',
  })
  expect(await file(person, id)).toMatchObject({
    contributionsPerMonth: 1,
    hoursPerMonth: 0.5,
    lighter: true,
  })
  expect((await lead.put(`/api/ambassadors/${id}/hand-over`, { successorId: id, why: '' })).status).toBe(422)
  await person.put(`/api/ambassadors/${id}/hand-over`, { successorId: next.id, why: 'Retraite.' })
  expect(await file(person, id)).toMatchObject({
    state: 'handing_over',
    successor: { ambassadorId: next.id },
  })
  await lead.put(`/api/ambassadors/${id}/thanks`, { word: 'Merci pour ces mois.' })
  const steps = (await file(person, id)).steps.map((step: { to: string; why: string }) => [step.to, step.why])
  expect(steps.slice(0, 3)).toEqual([
    ['alumni', 'Merci pour ces mois.'],
    ['handing_over', 'Retraite.'],
    ['active', 'D’un commun accord.'],
  ])
})

test('the wall names only those who wish it, with a certificate for each', async () => {
  const { space, programme } = await scene()
  const reader = await world.member(`reader${++count}`)
  await world.seat(space, reader)
  const [shy, proud] = [await serving(programme), await serving(programme)]
  expect(
    (await proud.person.put(`/api/ambassadors/${proud.id}/wall`, { wall: true, words: '' })).body.code,
  ).toBe('ambassador.not_alumni')
  expect((await proud.person.get(`/api/ambassadors/${proud.id}/certificate.pdf`)).status).toBe(409)
  for (const { person, id } of [shy, proud]) await person.put(`/api/ambassadors/${id}/leaving`, { why: '' })
  expect((await reader.get(`/api/programmes/${programme.id}/alumni`)).body.items).toEqual([])
  await proud.person.put(`/api/ambassadors/${proud.id}/wall`, { wall: true, words: 'Une belle année.' })
  expect((await lead.put(`/api/ambassadors/${shy.id}/wall`, { wall: true, words: '' })).status).toBe(403)
  const wall = (await reader.get(`/api/programmes/${programme.id}/alumni`)).body.items
  expect(wall.map((one: { person: { id: string }; words: string }) => [one.person.id, one.words])).toEqual([
    [proud.person.id, 'Une belle année.'],
  ])
  expect(String((await shy.person.get(`/api/ambassadors/${shy.id}/certificate.pdf`)).body).slice(0, 5)).toBe(
    '%PDF-',
  )
  await proud.person.put(`/api/ambassadors/${proud.id}/wall`, { wall: false, words: '' })
  expect((await reader.get(`/api/programmes/${programme.id}/alumni`)).body.items).toEqual([])
})

test('whoever has served stays on the wall and keeps their certificate while somebody names them again, and after their no', async () => {
  const { space, programme } = await scene()
  const reader = await world.member(`reader${++count}`)
  await world.seat(space, reader)
  const { person, id } = await serving(programme)
  await person.put(`/api/ambassadors/${id}/leaving`, { why: '' })
  await person.put(`/api/ambassadors/${id}/wall`, { wall: true, words: 'Une belle année.' })
  const wall = async () => (await reader.get(`/api/programmes/${programme.id}/alumni`)).body.items
  const before = await wall()
  expect(before).toHaveLength(1)
  const named = await reader.put(`/api/programmes/${programme.id}/nominations/${person.id}`, {
    words: 'Encore.',
  })
  expect(named.status).toBe(200)
  expect((await file(person, id)).state).toBe('nominated')
  expect(await wall()).toEqual(before)
  expect((await person.get(`/api/ambassadors/${id}/certificate.pdf`)).status).toBe(200)
  for (let times = 0; times < 2; times++)
    expect((await person.put(`/api/ambassadors/${id}/answer`, { yes: false })).status).toBe(200)
  expect((await file(person, id)).state).toBe('alumni')
  expect(await wall()).toEqual(before)
  const again = () =>
    reader.put(`/api/programmes/${programme.id}/nominations/${person.id}`, { words: 'Encore.' })
  const months = () =>
    run(sql`update ambassador_steps set at = at - interval '7 months' where ambassador_id = ${id}`)
  await again()
  expect((await file(person, id)).state).toBe('alumni')
  await months()
  await again()
  expect((await file(person, id)).state).toBe('nominated')
  await months()
  await job('forget-old-files')
  expect((await file(person, id)).state).toBe('alumni')
})

test('thanks are said once, to somebody who serves', async () => {
  const { programme } = await scene()
  const { person, id } = await serving(programme)
  const thank = () => lead.put(`/api/ambassadors/${id}/thanks`, { word: 'Merci pour tout.' })
  expect([(await thank()).status, (await thank()).status]).toEqual([200, 200])
  expect(
    await world.server.database.db.rows(
      sql`select 1 from notifications where member_id = ${person.id} and kind = 'news'`,
    ),
  ).toHaveLength(1)
})

test('a programme that is closed seats nobody; open again, those who wait come in', async () => {
  const { space, programme } = await scene()
  await run(sql`update programmes set seats = 1 where id = ${programme.id}`)
  const [sitting, waiting] = [await serving(programme), await world.member(`w${++count}`)]
  await world.seat(space, waiting)
  const { id } = await ambassadorOf(world, programme, waiting, 'agreed')
  await run(sql`update ambassadors set waiting_since = now() where id = ${id}`)
  const turn = (state: string) =>
    lead.put(`/api/programmes/${programme.id}`, { spaceId: space.id, name: 'Les Éclaireurs', state })
  expect((await turn('closed')).status).toBe(200)
  await sitting.person.put(`/api/ambassadors/${sitting.id}/leaving`, { why: '' })
  expect((await file(lead, id)).state).toBe('agreed')
  await turn('open')
  expect((await file(lead, id)).state).toBe('onboarding')
})

test('leave is dates, declared and taken back by its person alone', async () => {
  const { programme } = await scene()
  const { person, id } = await serving(programme)
  const leave = uuid7()
  const dates = { ambassadorId: id, startsOn: '2026-12-21', endsOn: '2026-12-31' }
  expect((await lead.put(`/api/leaves/${leave}`, dates)).status).toBe(403)
  expect((await person.put(`/api/leaves/${leave}`, { ...dates, endsOn: '2026-12-20' })).status).toBe(422)
  await person.put(`/api/leaves/${leave}`, dates)
  expect((await file(lead, id)).leaves).toEqual([
    { id: leave, startsOn: dates.startsOn, endsOn: dates.endsOn },
  ])
  const onBoard = async () =>
    (await lead.get(`/api/programmes/${programme.id}/ambassadors`)).body.items.find(
      (one: { id: string }) => one.id === id,
    ).leaveUntil
  const today = new Date().toISOString().slice(0, 10)
  const now = uuid7()
  await person.put(`/api/leaves/${now}`, { ambassadorId: id, startsOn: '2020-01-01', endsOn: today })
  expect(await onBoard()).toBe(today)
  await person.del(`/api/leaves/${now}`)
  expect(await onBoard()).toBeNull()
  expect((await lead.del(`/api/leaves/${leave}`)).status).toBe(404)
  await person.del(`/api/leaves/${leave}`)
  expect((await file(person, id)).leaves).toEqual([])
})

test('whoever leaves the community leaves the programme, and the seat goes to the next', async () => {
  const { space, programme } = await scene()
  const { person, id } = await serving(programme)
  await person.del(`/api/spaces/${space.id}/seat`)
  await world.runJobs()
  const row = await world.server.database.db.row<{ state: string }>(
    sql`select state from ambassadors where id = ${id}`,
  )
  expect(row?.state).toBe('alumni')
})

test('a refusal is forgotten after six months, a file of past service after two years but for the wall', async () => {
  const { programme } = await scene()
  const [refused, past, wall] = [await serving(programme), await serving(programme), await serving(programme)]
  const age = async (id: string, state: string, months: number) => {
    await run(sql`update ambassadors set state = ${state}, wall = ${id === wall.id} where id = ${id}`)
    await run(
      sql`insert into ambassador_steps (ambassador_id, to_state, at) values (${id}, ${state}, now() - make_interval(months => ${months}::int, days => 1))`,
    )
  }
  await age(refused.id, 'declined', 6)
  await age(past.id, 'alumni', 23)
  await age(wall.id, 'alumni', 25)
  await job('forget-old-files')
  const left = async () =>
    (
      await world.server.database.db.rows<{ id: string }>(
        sql`select id from ambassadors where programme_id = ${programme.id}`,
      )
    )
      .map((row) => row.id)
      .sort()
  expect(await left()).toEqual([past.id, wall.id].sort())
  await run(sql`update ambassador_steps set at = at - interval '2 months' where ambassador_id = ${past.id}`)
  await job('forget-old-files')
  expect(await left()).toEqual([wall.id])
})

const planned = (
  programme: { id: string },
  circleId: string | null,
  days: number,
  kind = circleId ? 'founding' : 'regular',
) => ({
  programmeId: programme.id,
  circleId,
  kind,
  title: 'On se rencontre',
  startsAt: new Date(Date.now() + days * 86_400_000).toISOString(),
  endsAt: new Date(Date.now() + days * 86_400_000 + 7_200_000).toISOString(),
  place: 'Halle',
  onlineUrl: '',
  agenda: '',
})

test('the founding gathering is a gate: held with two people, its circle is launched', async () => {
  const { space, programme } = await scene()
  const [circleId, id] = [uuid7(), uuid7()]
  await lead.put(`/api/circles/${circleId}`, { programmeId: programme.id, name: 'Lieusaint' })
  const [one, two, elsewhere] = [
    await serving(programme, { circleId }),
    await serving(programme, { circleId }),
    await serving(programme),
  ]
  expect((await gatheringCadence(world.server.database.db, space.id))[0]).toMatchObject({
    circleId,
    founding: true,
  })
  expect((await lead.put(`/api/gatherings/${id}`, planned(programme, circleId, 3))).status).toBe(200)
  expect(await gatheringCadence(world.server.database.db, space.id)).toEqual([])
  await one.person.put(`/api/gatherings/${id}/answer`, { answer: 'on_site' })
  expect((await elsewhere.person.put(`/api/gatherings/${id}/answer`, { answer: 'online' })).status).toBe(403)
  const came = (people: Person[]) =>
    lead.put(`/api/gatherings/${id}/attendance`, {
      came: people.map((person) => ({ memberId: person.id, came: 'online' })),
    })
  expect((await came([one.person])).body.code).toBe('gathering.not_yet')
  await run(
    sql`update gatherings set starts_at = now() - interval '3 hours', ends_at = now() - interval '1 hour' where id = ${id}`,
  )
  const launched = async () =>
    (await one.person.get(`/api/programmes/${programme.id}/circles`)).body.items[0].launchedAt
  await came([one.person])
  expect(await launched()).toBeNull()
  // Guests of another circle do not make it meet.
  await came([one.person, elsewhere.person])
  expect(await launched()).toBeNull()
  await came([one.person, two.person])
  expect(await launched()).not.toBeNull()
})

test('an ambassador knows of their own circle; those of the others are for who follows or shapes the programme', async () => {
  const { space, programme } = await scene()
  const [own, other] = [uuid7(), uuid7()]
  for (const [id, name] of [
    [own, 'Cholet'],
    [other, 'Castres'],
  ])
    await lead.put(`/api/circles/${id}`, { programmeId: programme.id, name })
  const inside = await serving(programme, { circleId: own })
  const without = await serving(programme)
  const [member, animator] = [await world.member(`m${++count}`), await world.member(`an${++count}`)]
  await world.seat(space, member)
  await world.seat(space, animator, 'animator')
  const names = async (person: Person) =>
    (await person.get(`/api/programmes/${programme.id}/circles`)).body.items.map(
      (circle: { name: string }) => circle.name,
    )
  expect(await names(inside.person)).toEqual(['Cholet'])
  expect(await names(without.person)).toEqual([])
  expect(await names(member)).toEqual([])
  expect(await names(animator)).toEqual(['Castres', 'Cholet'])
  expect(await names(lead)).toEqual(['Castres', 'Cholet'])
})

test('who came is known to those who organise; others read a number, and none under the threshold', async () => {
  const { space, programme } = await scene()
  const [member, animator] = [await world.member(`m${++count}`), await world.member(`an${++count}`)]
  await world.seat(space, member)
  await world.seat(space, animator, 'animator')
  const people = []
  for (let index = 0; index < 9; index++) people.push(await serving(programme))
  const id = uuid7()
  await lead.put(`/api/gatherings/${id}`, planned(programme, null, 2))
  const [one] = people
  await one?.person.put(`/api/gatherings/${id}/answer`, { answer: 'on_site' })
  const seen = async (by: Person) => (await by.get(`/api/gatherings/${id}`)).body
  expect(await seen(one?.person ?? lead)).toMatchObject({
    mine: 'on_site',
    coming: null,
    can: { organise: false },
  })
  expect((await seen(lead)).coming).toEqual({ onSite: 1, online: 0 })
  people.push(await serving(programme))
  expect((await seen(one?.person ?? lead)).coming).toEqual({ onSite: 1, online: 0 })
  expect((await animator.get(`/api/gatherings/${id}/attendance`)).status).toBe(403)
  expect((await member.get(`/api/gatherings/${id}`)).status).toBe(404)
  expect((await member.get(`/api/programmes/${programme.id}/gatherings`)).body.items).toEqual([])
  expect((await lead.get(`/api/gatherings/${id}/attendance`)).body.items).toHaveLength(10)
  const calendar = await one?.person.get(`/api/gatherings/${id}/gathering.ics`)
  expect(String(calendar?.body)).toContain('SUMMARY:On se rencontre')
})

test('a keeper who is one no longer does not read who came to what they had hosted', async () => {
  const { space, programme } = await scene()
  const keeper = await world.member(`keeper${++count}`)
  await world.seat(space, keeper, 'animator')
  await lead.put(`/api/programmes/${programme.id}/keepers/${keeper.id}`)
  const { person } = await serving(programme)
  const id = uuid7()
  await keeper.put(`/api/gatherings/${id}`, planned(programme, null, 2))
  await person.put(`/api/gatherings/${id}/answer`, { answer: 'online' })
  expect((await keeper.get(`/api/gatherings/${id}/attendance`)).body.items).toHaveLength(1)
  await lead.del(`/api/programmes/${programme.id}/keepers/${keeper.id}`)
  expect((await keeper.get(`/api/gatherings/${id}/attendance`)).status).toBe(403)
  expect((await keeper.get(`/api/gatherings/${id}`)).body).toMatchObject({
    coming: null,
    can: { organise: false },
  })
})

test('the hours of a gathering are compared as instants, however they are written', async () => {
  const { programme } = await scene()
  const day = dayIn(5)
  const at = (startsAt: string, endsAt: string) =>
    lead.put(`/api/gatherings/${uuid7()}`, { ...planned(programme, null, 5), startsAt, endsAt })
  expect((await at(`${day}T14:00:00+02:00`, `${day}T13:00:00Z`)).status).toBe(200)
  expect((await at(`${day}T10:00:00Z`, `${day}T11:30:00+02:00`)).body.code).toBe('gathering.dates')
})

test('a gathering noted while it still goes on was not held later than now; cancelled, its calendar file says so', async () => {
  const { programme } = await scene()
  const [under, off] = [uuid7(), uuid7()]
  for (const id of [under, off]) await lead.put(`/api/gatherings/${id}`, planned(programme, null, 2))
  await run(
    sql`update gatherings set starts_at = now() - interval '1 hour', ends_at = now() + interval '3 hours' where id = ${under}`,
  )
  const held = (await lead.put(`/api/gatherings/${under}/attendance`, { came: [] })).body
  expect(Date.parse(held.heldAt)).toBeLessThanOrEqual(Date.now())
  await lead.del(`/api/gatherings/${off}`)
  expect(String((await lead.get(`/api/gatherings/${off}/gathering.ics`)).body)).toContain('STATUS:CANCELLED')
})

test('seats are advised from the audience, and a circle of sixteen is said to be crowded', async () => {
  const { space, programme } = await scene()
  const circleId = uuid7()
  await lead.put(`/api/circles/${circleId}`, { programmeId: programme.id, name: 'Cholet' })
  for (let index = 0; index < 16; index++) await serving(programme, { circleId })
  const advice = (await lead.get(`/api/programmes/${programme.id}/advice?seats=40`)).body
  expect(advice).toMatchObject({
    audience: 17,
    least: 1,
    most: 1,
    circles: 3,
    crowded: [{ id: circleId, people: 16 }],
  })
  expect((await lead.del(`/api/circles/${circleId}`)).status).toBe(200)
  expect(space.id).toBe(programme.spaceId)
})
