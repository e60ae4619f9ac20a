import { v7 as uuid7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ambassadorOf, openProgramme } from '#app/testing/programme.ts'
import { openWorld, type Person, type World } from '#app/testing/world.ts'
import { sql } from '#platform/server/db.ts'
import { openProgrammesOf } from './queries.ts'

let world: World
let lead: Person
let count = 0
beforeAll(async () => {
  world = await openWorld()
  lead = await world.member('lead', { standing: 'animator' })
})
afterAll(() => world.close())

const someone = async (space: { id: string }, name: string) => {
  const person = await world.member(`${name}${++count}`)
  await world.seat(space, person)
  return person
}
const OFFER = { words: 'J’aimerais aider.', likes: ['welcome', 'test'] }
const stateOf = async (id: string) =>
  (await world.server.database.db.row<{ state: string }>(sql`select state from ambassadors where id = ${id}`))
    ?.state
const newsOf = async (person: Person) =>
  ((await person.get('/api/notifications')).body.items as { excerpt: string }[]).map((item) => item.excerpt)

async function scene(facts: { seats?: number | null; managerAgreement?: boolean } = {}) {
  const space = await world.community(lead, { openness: 'closed' })
  return { space, programme: await openProgramme(world, space, facts) }
}
async function candidate(space: { id: string }, programme: { id: string }, name = 'amina') {
  const person = await someone(space, name)
  const { body } = await person.put(`/api/programmes/${programme.id}/candidacy`, OFFER)
  return { person, id: body.ambassadorId as string }
}
const accept = (id: string, by = lead) =>
  by.put(`/api/ambassadors/${id}/decision`, { yes: true, word: 'Bienvenue.' })

test('a volunteer says why in a few words, is accepted with a word, and takes their seat', async () => {
  const { space, programme } = await scene()
  const { person, id } = await candidate(space, programme)
  expect(await newsOf(lead)).toContainEqual(expect.stringContaining('se propose'))
  expect((await accept(id)).status).toBe(200)
  const file = (await person.get(`/api/ambassadors/${id}`)).body
  expect(file).toMatchObject({ state: 'onboarding', own: true, words: OFFER.words, likes: OFFER.likes })
  expect(file.steps.map((step: { to: string }) => step.to)).toEqual(['onboarding', 'agreed', 'candidate'])
  expect(file.steps[1]).toMatchObject({ by: lead.name, why: 'Bienvenue.' })
  const seats = (await person.get(`/api/spaces/${space.id}/seats`)).body.items as {
    memberId: string
    role: string
  }[]
  expect(seats.find((seat) => seat.memberId === person.id)?.role).toBe('ambassador')
})

test('volunteering twice is one candidacy, with the words last written', async () => {
  const { space, programme } = await scene()
  const { person, id } = await candidate(space, programme)
  const again = await person.put(`/api/programmes/${programme.id}/candidacy`, {
    words: 'Mieux dit.',
    likes: [],
  })
  expect(again.body.ambassadorId).toBe(id)
  expect((await person.get(`/api/ambassadors/${id}`)).body).toMatchObject({ words: 'Mieux dit.', likes: [] })
})

test('a closed way in refuses with a sentence: not open, no volunteering, nobody without a seat', async () => {
  const { space, programme } = await scene()
  const set = (change: object) =>
    lead.put(`/api/programmes/${programme.id}`, { spaceId: space.id, name: 'Les Éclaireurs', ...change })
  const person = await someone(space, 'paul')
  const elsewhere = await world.member(`elsewhere${++count}`)
  const offer = (by: Person) => by.put(`/api/programmes/${programme.id}/candidacy`, OFFER)
  await set({ byVolunteering: false })
  expect((await offer(person)).body.code).toBe('programme.no_volunteering')
  await set({ byVolunteering: true, state: 'closed' })
  expect((await offer(person)).body.code).toBe('programme.not_open')
  await set({ state: 'draft' })
  expect((await offer(person)).status).toBe(404)
  expect((await offer(elsewhere)).status).toBe(404)
})

test('whoever is named answers themselves; a no is known to nobody who named them, whatever they ask again', async () => {
  const { space, programme } = await scene()
  const [by, named] = [await someone(space, 'clara'), await someone(space, 'karim')]
  const nominate = () =>
    by.put(`/api/programmes/${programme.id}/nominations/${named.id}`, { words: 'Karim aide déjà.' })
  const first = await nominate()
  expect(await newsOf(named)).toContainEqual(expect.stringContaining(by.name))
  const { id } = (await named.get(`/api/programmes/${programme.id}`)).body.mine
  expect((await by.put(`/api/ambassadors/${id}/answer`, { yes: true })).status).toBe(404)
  expect((await lead.put(`/api/ambassadors/${id}/answer`, { yes: true })).status).toBe(403)
  const told = await newsOf(by)
  expect((await named.put(`/api/ambassadors/${id}/answer`, { yes: false })).status).toBe(200)
  expect(await newsOf(by)).toEqual(told)
  expect((await newsOf(lead)).filter((says) => says.includes(named.name))).toEqual([])
  expect((await lead.get(`/api/ambassadors/${id}`)).body.steps[0]).toMatchObject({ to: 'declined', why: '' })
  const second = await nominate()
  expect([second.status, second.body]).toEqual([first.status, first.body])
  expect(await stateOf(id)).toBe('declined')
  expect((await by.get(`/api/ambassadors/${id}`)).status).toBe(404)
})

test('the lead invites; the person says yes and becomes a candidate like any other', async () => {
  const { space, programme } = await scene()
  const person = await someone(space, 'ines')
  const { body } = await lead.put(`/api/programmes/${programme.id}/invitations/${person.id}`, {
    words: 'Viens.',
  })
  await person.put(`/api/ambassadors/${body.ambassadorId}/answer`, { yes: true, ...OFFER })
  expect((await accept(body.ambassadorId)).status).toBe(200)
  expect(await stateOf(body.ambassadorId)).toBe('onboarding')
})

test('when seats are taken, those agreed wait in order; a seat set free goes to the first, once', async () => {
  const { space, programme } = await scene({ seats: 1 })
  const serving = await someone(space, 'tom')
  const { id: servingId } = await ambassadorOf(world, programme, serving)
  const [first, second] = [await candidate(space, programme), await candidate(space, programme)]
  await accept(first.id)
  await accept(second.id)
  expect((await second.person.get(`/api/ambassadors/${second.id}`)).body).toMatchObject({
    state: 'agreed',
    waiting: 2,
  })
  await serving.put(`/api/ambassadors/${servingId}/leaving`, { why: 'Changement de poste.' })
  expect(await Promise.all([first, second].map(({ id }) => stateOf(id)))).toEqual(['onboarding', 'agreed'])
  expect(await newsOf(first.person)).toContainEqual(expect.stringContaining('Ta place'))
  expect((await second.person.get(`/api/ambassadors/${second.id}`)).body.waiting).toBe(1)
})

test('two seats set free and two people agreed at the same moment: everybody sits once, nobody is forgotten', async () => {
  const { space, programme } = await scene({ seats: 3 })
  const serving = await Promise.all(
    ['a', 'b', 'c'].map(async (name) => {
      const person = await someone(space, name)
      return { person, ...(await ambassadorOf(world, programme, person)) }
    }),
  )
  const waiting = []
  for (const name of ['d', 'e', 'f', 'g']) waiting.push(await candidate(space, programme, name))
  for (const { id } of waiting.slice(0, 2)) await accept(id)
  const replies = await Promise.all([
    ...serving.slice(0, 2).map(({ person, id }) => person.put(`/api/ambassadors/${id}/leaving`, { why: '' })),
    ...waiting.slice(2).map(({ id }) => accept(id)),
  ])
  expect(replies.map((reply) => reply.status)).toEqual([200, 200, 200, 200])
  const states = await Promise.all(waiting.map(({ id }) => stateOf(id)))
  expect(states.slice(0, 2)).toEqual(['onboarding', 'onboarding'])
  expect(states.slice(2)).toEqual(['agreed', 'agreed'])
  const board = (await lead.get(`/api/programmes/${programme.id}/board`)).body
  expect(board).toMatchObject({ serving: 3, waiting: 2 })
  const news = await newsOf(waiting[0]?.person ?? lead)
  expect(news.filter((says) => says.includes('Ta place'))).toHaveLength(1)
})

test('more seats let in those who wait', async () => {
  const { space, programme } = await scene({ seats: 1 })
  const [first, second] = [await candidate(space, programme), await candidate(space, programme)]
  await accept(first.id)
  await accept(second.id)
  await lead.put(`/api/programmes/${programme.id}`, { spaceId: space.id, name: 'Les Éclaireurs', seats: 2 })
  expect(await stateOf(second.id)).toBe('onboarding')
})

test('states, lists and files are for the keepers: an animator not named, an administrator, another ambassador find nothing', async () => {
  const { space, programme } = await scene()
  const [animator, other, keeper] = [
    await someone(space, 'ani'),
    await someone(space, 'other'),
    await someone(space, 'keep'),
  ]
  await world.server.database.transaction((trx) =>
    trx.run(
      sql`update seats set role = 'animator' where space_id = ${space.id} and member_id = any(${[animator.id, keeper.id]}::uuid[])`,
    ),
  )
  await ambassadorOf(world, programme, other)
  const administrator = await world.member(`admin${++count}`, { standing: 'administrator' })
  const { person, id } = await candidate(space, programme)
  expect((await lead.put(`/api/programmes/${programme.id}/keepers/${keeper.id}`)).status).toBe(200)
  expect((await animator.put(`/api/programmes/${programme.id}/keepers/${animator.id}`)).status).toBe(403)
  for (const path of [
    `/api/ambassadors/${id}`,
    `/api/programmes/${programme.id}/board`,
    `/api/programmes/${programme.id}/ambassadors`,
  ]) {
    for (const nobody of [animator, administrator, other]) expect((await nobody.get(path)).status).toBe(404)
    for (const one of [lead, keeper]) expect((await one.get(path)).status).toBe(200)
  }
  const seen = (await person.get(`/api/ambassadors/${id}`)).body.keepers.map((one: { id: string }) => one.id)
  expect(seen).toEqual([lead.id, keeper.id])
})

test('one act for several people: each succeeds whole or not at all, and says so', async () => {
  const { space, programme } = await scene()
  const [active, at] = [await someone(space, 'active'), await candidate(space, programme)]
  const { id } = await ambassadorOf(world, programme, active)
  const circleId = uuid7()
  await lead.put(`/api/circles/${circleId}`, { programmeId: programme.id, name: 'Cholet' })
  const act = (body: object) =>
    lead.post(`/api/programmes/${programme.id}/acts`, { ambassadorIds: [id, at.id], ...body })
  expect(
    (await act({ act: 'circle', circleId })).body.results.map((one: { done: boolean }) => one.done),
  ).toEqual([true, true])
  const until = new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10)
  const { results } = (await act({ act: 'pause', until, word: 'Vendanges.' })).body
  expect(results).toEqual([
    { ambassadorId: id, done: true, problem: null },
    { ambassadorId: at.id, done: false, problem: expect.stringContaining('Cette étape') },
  ])
  expect([await stateOf(id), await stateOf(at.id)]).toEqual(['paused', 'candidate'])
  expect((await act({ act: 'circle', circleId: uuid7() })).status).toBe(404)
})

test('features after this one read open programmes without asking as anybody', async () => {
  const { space, programme } = await scene()
  const found = await openProgrammesOf(world.server.database.db, space.id)
  expect(found.map((one) => one.id)).toEqual([programme.id])
})

test('a programme never seats more than its community allows: seats added beyond the cap wait with those who wait', async () => {
  const { space, programme } = await scene({ seats: 1 })
  await world.server.database.transaction((trx) =>
    trx.run(sql`update communities set kind = 'project', contributor_cap = 1 where space_id = ${space.id}`),
  )
  const [first, second] = [await candidate(space, programme), await candidate(space, programme)]
  await accept(first.id)
  await accept(second.id)
  const wider = await lead.put(`/api/programmes/${programme.id}`, {
    spaceId: space.id,
    name: 'Les Éclaireurs',
    seats: 5,
  })
  expect(wider.status).toBe(200)
  expect([await stateOf(first.id), await stateOf(second.id)]).toEqual(['onboarding', 'agreed'])
})
