import { v7 as uuid7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type Person, type World } from '#app/testing/world.ts'
import { addDays } from '#features/seasons/rules/days.ts'
import { tellLate } from './jobs.ts'
import { planFacts } from './queries.ts'

let world: World
let lead: Person
let member: Person
let owner: Person
let sponsor: Person
let space: { id: string }
const today = new Date().toISOString().slice(0, 10)

beforeAll(async () => {
  world = await openWorld()
  lead = await world.member('lead', { standing: 'animator' })
  member = await world.member('member')
  owner = await world.member('owner')
  sponsor = await world.member('sponsor')
  space = await world.community(lead, { openness: 'closed' })
  await world.seat(space, member)
  await world.seat(space, owner)
  await world.seat(space, sponsor, 'sponsor')
})
afterAll(() => world.close())

const draft = (more = {}) => ({
  spaceId: space.id,
  title: 'Poser les affiches',
  channel: 'poster',
  startsOn: addDays(today, 7),
  endsOn: addDays(today, 9),
  ...more,
})
async function add(more = {}, by = lead): Promise<string> {
  const id = uuid7()
  const reply = await by.put(`/api/plan-actions/${id}`, draft(more))
  expect(reply.status).toBe(200)
  return id
}
const plan = (by: Person, id = space.id) => by.get(`/api/communities/${id}/plan`)
const ids = (body: { actions: { id: string }[] }) => body.actions.map((one) => one.id)

test('those who animate shape the plan; sponsors and stakeholders read it; members without a part are refused', async () => {
  const id = await add()
  const theirs = await plan(lead)
  expect(theirs.body).toMatchObject({ scope: 'all', can: { shape: true } })
  expect((await plan(sponsor)).body).toMatchObject({ scope: 'all', can: { shape: false } })
  expect(ids((await plan(sponsor)).body)).toContain(id)
  expect((await plan(member)).status).toBe(403)
  const named = await world.member('named')
  await world.seat(space, named)
  await lead.put(`/api/communities/${space.id}/stakeholders/${uuid7()}`, { part: 'hr', memberId: named.id })
  expect((await plan(named)).body.scope).toBe('all')
  for (const reader of [sponsor, named]) {
    expect((await reader.put(`/api/plan-actions/${uuid7()}`, draft())).status).toBe(403)
    expect((await reader.del(`/api/plan-actions/${id}`)).status).toBe(403)
    expect((await reader.put(`/api/plan-actions/${id}/state`, { state: 'done' })).status).toBe(403)
  }
})

test('an owner sees and completes their own actions, and nothing of the others', async () => {
  const first = await add({ title: 'La charte' })
  const own = await add({ title: 'Le portrait du mois', ownerId: owner.id, needs: [first] })
  const { body } = await plan(owner)
  expect(body.scope).toBe('own')
  expect(ids(body)).toEqual([own])
  expect(body.actions[0]).toMatchObject({ mine: true, needs: [], objectiveId: null })
  expect(body.objectives).toEqual([])
  const done = (await owner.put(`/api/plan-actions/${own}/state`, { state: 'done' })).body
  expect(done).toMatchObject({ timing: 'settled', needs: [], objectiveId: null })
  expect((await owner.put(`/api/plan-actions/${own}/state`, { state: 'dropped' })).status).toBe(403)
  expect((await owner.put(`/api/plan-actions/${first}/state`, { state: 'done' })).status).toBe(404)
  expect((await member.put(`/api/plan-actions/${own}/state`, { state: 'done' })).status).toBe(404)
  const news = await owner.get('/api/notifications')
  expect(JSON.stringify(news.body)).toContain('Le portrait du mois')
})

test('actions that would wait in a circle are refused, with the chain named', async () => {
  const a = await add({ title: 'Affiches' })
  const b = await add({ title: 'Brief', needs: [a] })
  const c = await add({ title: 'Cercle', needs: [b] })
  const { status, body } = await lead.put(`/api/plan-actions/${a}`, draft({ title: 'Affiches', needs: [c] }))
  expect(status).toBe(422)
  expect(body).toMatchObject({ code: 'plan_action.circle', errors: [{ field: 'needs' }] })
  expect(body.errors[0].message).toContain('Affiches → Cercle → Brief → Affiches')
  expect((await lead.put(`/api/plan-actions/${a}`, draft({ needs: [a] }))).body.code).toBe(
    'plan_action.circle',
  )
})

test('two dependencies added at the same moment cannot close a circle', async () => {
  const a = await add({ title: 'Un' })
  const b = await add({ title: 'Deux' })
  const replies = await Promise.all([
    lead.put(`/api/plan-actions/${a}`, draft({ title: 'Un', needs: [b] })),
    lead.put(`/api/plan-actions/${b}`, draft({ title: 'Deux', needs: [a] })),
  ])
  expect(replies.map((one) => one.status).sort()).toEqual([200, 422])
})

test.each([
  [{ endsOn: addDays(today, 1) }, 'plan_action.order', 'endsOn'],
  [{ endsOn: addDays(today, 900) }, 'plan_action.long', 'endsOn'],
  [{ startsOn: '1926-01-04', endsOn: '1926-01-05' }, 'plan.far', 'startsOn'],
  [{ audienceId: uuid7() }, 'plan_action.audience', 'audienceId'],
  [{ objectiveId: uuid7() }, 'plan_action.objective', 'objectiveId'],
  [{ needs: [uuid7()] }, 'plan_action.needs', 'needs'],
])('an action that makes no sense is refused by a sentence on its field: %o', async (more, code, field) => {
  const { status, body } = await lead.put(`/api/plan-actions/${uuid7()}`, draft(more))
  expect(status).toBe(422)
  expect(body.code).toBe(code)
  expect(body.errors[0].field).toBe(field)
})

test('an owner is somebody who may come into the community', async () => {
  const away = await world.member('away')
  const { body } = await lead.put(`/api/plan-actions/${uuid7()}`, draft({ ownerId: away.id }))
  expect(body.code).toBe('plan_action.owner')
})

test('an action of another plan is neither changed nor moved from here', async () => {
  const id = await add()
  const other = await world.community(lead)
  expect((await lead.put(`/api/plan-actions/${id}`, draft({ spaceId: other.id }))).status).toBe(404)
  const moves = [{ id, startsOn: today, endsOn: today }]
  expect((await lead.put(`/api/communities/${other.id}/plan/dates`, { moves })).status).toBe(404)
})

test('moves happen together or not at all', async () => {
  const a = await add({ title: 'Une' })
  const good = { id: a, startsOn: addDays(today, 20), endsOn: addDays(today, 21) }
  const bad = { id: uuid7(), startsOn: today, endsOn: today }
  expect((await lead.put(`/api/communities/${space.id}/plan/dates`, { moves: [good, bad] })).status).toBe(404)
  const before = (await plan(lead)).body.actions.find((one: { id: string }) => one.id === a)
  expect(before.startsOn).toBe(addDays(today, 7))
  await lead.put(`/api/communities/${space.id}/plan/dates`, { moves: [good] })
  const after = (await plan(lead)).body.actions.find((one: { id: string }) => one.id === a)
  expect(after.startsOn).toBe(addDays(today, 20))
})

test('a template fills a plan once, serves the objectives there are, and says its words in the language of who asks', async () => {
  const fresh = await world.community(lead)
  const objectiveId = uuid7()
  await lead.put(`/api/communities/${fresh.id}/objectives/${objectiveId}`, {
    measure: 'arrived',
    target: 0.8,
    startsOn: today,
    deadline: addDays(today, 84),
  })
  const shown = await lead.get(`/api/communities/${fresh.id}/plan/templates?from=${today}`)
  expect(shown.body.items).toHaveLength(3)
  const application = `/api/communities/${fresh.id}/plan/applications/${uuid7()}`
  const { body } = await lead.put(application, { template: 'launch', startsOn: today })
  expect(body.actions).toHaveLength(15)
  expect((await lead.put(application, { template: 'launch', startsOn: today })).body.actions).toHaveLength(15)
  expect(body.actions.some((one: { objectiveId: string }) => one.objectiveId === objectiveId)).toBe(true)
  expect(body.actions.some((one: { title: string }) => one.title === 'Écrire la charte à plusieurs')).toBe(
    true,
  )
  expect(body.actions.every((one: { owner: null }) => one.owner === null)).toBe(true)
  const facts = await planFacts(world.server.database.db, fresh.id)
  expect(facts).toMatchObject({ actions: 15, late: 0, withoutOwner: 15 })
  expect(facts.coverage.covered).toBeGreaterThan(2)
})

test('an objective says reached once what it measures is: the data move, the status follows', async () => {
  const fresh = await world.community(lead)
  await lead.put(`/api/communities/${fresh.id}/objectives/${uuid7()}`, {
    measure: 'creators',
    target: 0.5,
    startsOn: addDays(today, -10),
    deadline: addDays(today, 30),
  })
  const people: Person[] = []
  for (let index = 0; index < 11; index++) {
    const one = await world.member(`o${index}`)
    await world.seat(fresh, one)
    people.push(one)
  }
  const status = async () => (await plan(lead, fresh.id)).body.objectives[0].status
  expect(await status()).toBe('late')
  const body = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Bonjour' }] }] }
  for (const one of people.slice(0, 6))
    await one.put(`/api/posts/${uuid7()}`, { spaceId: fresh.id, kind: 'message', body })
  expect(await status()).toBe('reached')
  expect((await planFacts(world.server.database.db, fresh.id)).onTrackShare).toBe(1)
})

const NOON = (day: string) => new Date(`${day}T11:00:00Z`)
const told = async (by: Person) => {
  const { body } = await by.get('/api/notifications')
  return body.items.filter((one: { details?: { says?: string } }) =>
    JSON.stringify(one).includes('devait être finie'),
  ).length
}

test('an owner is told once that an action is late, on a working day and by day only', async () => {
  const person = await world.member('late')
  await world.seat(space, person)
  const id = await add({
    title: 'En souffrance',
    ownerId: person.id,
    startsOn: '2026-06-01',
    endsOn: '2026-06-02',
  })
  const at = (when: Date) => world.server.database.transaction((trx) => tellLate(trx, when))
  await at(NOON('2026-06-02'))
  await at(new Date('2026-06-03T03:00:00Z'))
  await at(NOON('2026-06-06'))
  await at(NOON('2026-07-14'))
  expect(await told(person)).toBe(0)
  await at(NOON('2026-06-08'))
  await at(NOON('2026-06-09'))
  expect(await told(person)).toBe(1)
  // New dates make it new; done, it is quiet.
  const dates = { title: 'En souffrance', ownerId: person.id, startsOn: '2026-06-01', endsOn: '2026-06-10' }
  await lead.put(`/api/plan-actions/${id}`, draft(dates))
  await at(NOON('2026-06-11'))
  expect(await told(person)).toBe(2)
  await person.put(`/api/plan-actions/${id}/state`, { state: 'done' })
  await lead.put(`/api/plan-actions/${id}`, draft({ ...dates, endsOn: '2026-06-11' }))
  await at(NOON('2026-06-15'))
  expect(await told(person)).toBe(2)
})

test('an action taken off is gone, and asking again is harmless', async () => {
  const id = await add()
  expect((await lead.del(`/api/plan-actions/${id}`)).status).toBe(200)
  expect((await lead.del(`/api/plan-actions/${id}`)).status).toBe(200)
  expect(ids((await plan(lead)).body)).not.toContain(id)
})
