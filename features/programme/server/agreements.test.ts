import { v7 as uuid7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ambassadorOf, openProgramme } from '#app/testing/programme.ts'
import { openWorld, type Person, type World } from '#app/testing/world.ts'
import { sql } from '#platform/server/db.ts'

let world: World
let lead: Person
let count = 0
beforeAll(async () => {
  world = await openWorld()
  lead = await world.member('lead', { standing: 'animator' })
})
afterAll(() => world.close())

const db = () => world.server.database.db
const run = (query: ReturnType<typeof sql>) => world.server.database.transaction((trx) => trx.run(query))

async function scene() {
  const space = await world.community(lead, { openness: 'closed' })
  const programme = await openProgramme(world, space, { managerAgreement: true })
  const person = await world.member(`amina${++count}`)
  await world.seat(space, person)
  return { space, programme, person }
}
const offer = (person: Person, programme: { id: string }, manager: object | null) =>
  person.put(`/api/programmes/${programme.id}/candidacy`, { words: 'Je me propose.', likes: [], manager })
const MANAGER = { name: 'Dominique Roy', email: 'dominique@essai.example' }

/** The link of the last letter that left for this address. */
async function tokenOf(address: string): Promise<string> {
  const mail = await db().row<{ text: string }>(
    sql`select body_text as text from mails where to_address = ${address} order by created_at desc, id desc limit 1`,
  )
  return /accord\/([\w-]+)/.exec(mail?.text ?? '')?.[1] ?? ''
}
const address = () => `manager${count}-${uuid7().slice(-6)}@essai.example`
const latest = async (person: Person, id: string) =>
  (await person.get(`/api/ambassadors/${id}`)).body.agreements[0]

test('a manager agrees by the link of a letter, without an account; then the lead may say yes', async () => {
  const { programme, person } = await scene()
  const to = address()
  const { ambassadorId: id } = (await offer(person, programme, { ...MANAGER, email: to })).body
  expect((await lead.put(`/api/ambassadors/${id}/decision`, { yes: true, word: '' })).body.code).toBe(
    'agreement.awaited',
  )
  const token = await tokenOf(to)
  const visitor = world.visitor()
  const asked = await visitor.get(`/api/accord/${token}`)
  expect(asked.body).toMatchObject({ person: person.name, hoursPerMonth: 2, answered: null })
  expect((await visitor.post(`/api/accord/${token}`, { agreed: true, words: 'Avec plaisir.' })).status).toBe(
    200,
  )
  expect(await latest(person, id)).toMatchObject({ agreed: true, words: 'Avec plaisir.' })
  expect((await lead.put(`/api/ambassadors/${id}/decision`, { yes: true, word: '' })).status).toBe(200)
  expect((await person.get(`/api/ambassadors/${id}`)).body.state).toBe('onboarding')
})

test('what the manager reads is the commitment: no words, likes, state, circle nor step of the person', async () => {
  const { programme, person } = await scene()
  const to = address()
  await offer(person, programme, { ...MANAGER, email: to })
  const { body } = await world.visitor().get(`/api/accord/${await tokenOf(to)}`)
  expect(Object.keys(body).sort()).toEqual(
    [
      'answered',
      'expiresAt',
      'gatheringsPerYear',
      'hoursPerMonth',
      'language',
      'letter',
      'manager',
      'mission',
      'network',
      'person',
      'programme',
    ].sort(),
  )
})

test('a link answers once, also when answered twice at the same moment', async () => {
  const { programme, person } = await scene()
  const to = address()
  const { ambassadorId: id } = (await offer(person, programme, { ...MANAGER, email: to })).body
  const token = await tokenOf(to)
  const answer = (agreed: boolean) => world.visitor().post(`/api/accord/${token}`, { agreed, words: '' })
  const replies = await Promise.all([answer(true), answer(false)])
  expect(replies.map((reply) => reply.status).sort()).toEqual([200, 409])
  const given = replies.find((reply) => reply.status === 200)?.body.answered.agreed
  expect((await latest(person, id)).agreed).toBe(given)
  expect((await answer(true)).body.code).toBe('agreement.answered')
})

test('a refusal holds the yes back, and a new letter may be sent', async () => {
  const { programme, person } = await scene()
  const to = address()
  const { ambassadorId: id } = (await offer(person, programme, { ...MANAGER, email: to })).body
  await world.visitor().post(`/api/accord/${await tokenOf(to)}`, { agreed: false, words: 'Pas avant mars.' })
  expect((await lead.put(`/api/ambassadors/${id}/decision`, { yes: true, word: '' })).body.code).toBe(
    'agreement.refused',
  )
  const again = uuid7()
  const asked = () =>
    person.put(`/api/agreements/${again}`, { ambassadorId: id, manager: { ...MANAGER, email: to } })
  expect((await asked()).status).toBe(200)
  expect((await asked()).status).toBe(200)
  expect((await person.get(`/api/ambassadors/${id}`)).body.agreements).toHaveLength(2)
})

test('an old link, a wrong one and one made useless by a newer one open nothing', async () => {
  const { programme, person } = await scene()
  const to = address()
  const { ambassadorId: id } = (await offer(person, programme, { ...MANAGER, email: to })).body
  const first = await tokenOf(to)
  await person.put(`/api/agreements/${uuid7()}`, { ambassadorId: id, manager: { ...MANAGER, email: to } })
  expect((await world.visitor().get(`/api/accord/${first}`)).body.code).toBe('agreement.over')
  const second = await tokenOf(to)
  expect(second).not.toBe(first)
  await run(
    sql`update manager_agreements set expires_at = now() - interval '1 minute' where ambassador_id = ${id}`,
  )
  expect((await world.visitor().post(`/api/accord/${second}`, { agreed: true, words: '' })).body.code).toBe(
    'agreement.over',
  )
  expect((await world.visitor().get(`/api/accord/${'x'.repeat(32)}`)).status).toBe(404)
})

test('whoever tries links one after the other is slowed down', async () => {
  const visitor = world.visitor()
  visitor.address = '198.51.100.7'
  let slowed = false
  for (let tries = 0; tries < 60 && !slowed; tries++)
    slowed = (await visitor.get(`/api/accord/${uuid7().replaceAll('-', '')}`)).status === 429
  expect(slowed).toBe(true)
})

test('leaving leaves no trace behind the link of a manager: it says that it is of no more use', async () => {
  const { programme, person } = await scene()
  const to = address()
  const { ambassadorId: id } = (await offer(person, programme, { ...MANAGER, email: to })).body
  await person.put(`/api/ambassadors/${id}/leaving`, { why: 'Je préfère attendre.' })
  const { status, body } = await world.visitor().get(`/api/accord/${await tokenOf(to)}`)
  expect([status, body.code]).toEqual([409, 'agreement.over'])
  expect(JSON.stringify(body)).not.toContain(person.name)
})

test('without an address the link is printed, by the person or a keeper, and by nobody else', async () => {
  const { space, programme, person } = await scene()
  const { ambassadorId: id } = (await offer(person, programme, { name: 'Chef de quai', email: null })).body
  const agreement = await latest(person, id)
  const { url } = (await person.get(`/api/agreements/${agreement.id}/link`)).body
  const paper = await lead.get(`/api/agreements/${agreement.id}/paper.pdf`)
  expect([paper.status, String(paper.body).slice(0, 5)]).toEqual([200, '%PDF-'])
  const other = await world.member(`other${++count}`)
  await world.seat(space, other)
  expect((await other.get(`/api/agreements/${agreement.id}/link`)).status).toBe(404)
  const path = new URL(url).pathname
  expect((await world.visitor().post(`/api${path}`, { agreed: true, words: '' })).status).toBe(200)
  expect((await person.get(`/api/agreements/${agreement.id}/link`)).body.code).toBe('agreement.no_paper')
})

test('nobody agrees in the place of their manager, nor pesters one', async () => {
  const { programme, person } = await scene()
  const own = await offer(person, programme, {
    ...MANAGER,
    email: `${person.name.split(' ')[0]?.toLowerCase()}@essai.example`,
  })
  expect(own.body.errors[0]).toMatchObject({ field: 'email' })
  const { ambassadorId: id } = (await offer(person, programme, MANAGER)).body
  const ask = () => person.put(`/api/agreements/${uuid7()}`, { ambassadorId: id, manager: MANAGER })
  await ask()
  await ask()
  expect((await ask()).body.code).toBe('agreement.too_many')
})

test('a mission letter is frozen when issued, read by its person, signed by each, and by the manager through their link', async () => {
  const { programme, person } = await scene()
  const { id } = await ambassadorOf(world, programme, person)
  const letterId = uuid7()
  const issue = (objectives: string) =>
    lead.put(`/api/mission-letters/${letterId}`, {
      ambassadorId: id,
      objectives,
      startsOn: '2026-12-01',
      endsOn: '2027-11-30',
    })
  const issued = (await issue('Deux ateliers par trimestre.')).body
  expect(issued.facts.paragraphs.join(' ')).toContain('Deux ateliers par trimestre.')
  expect((await issue('Autre chose.')).body).toEqual(issued)
  expect(
    (await person.put(`/api/mission-letters/${letterId}/signature`, { textHash: 'autre' })).body.code,
  ).toBe('mission_letter.another_text')
  const signature = { textHash: issued.textHash }
  await person.put(`/api/mission-letters/${letterId}/signature`, signature)
  await lead.put(`/api/mission-letters/${letterId}/signature`, signature)
  const to = address()
  await lead.put(`/api/agreements/${uuid7()}`, {
    ambassadorId: id,
    letterId,
    manager: { ...MANAGER, email: to },
  })
  const token = await tokenOf(to)
  expect((await world.visitor().get(`/api/accord/${token}`)).body.letter).toMatchObject({
    objectives: 'Deux ateliers par trimestre.',
  })
  await world.visitor().post(`/api/accord/${token}`, { agreed: true, words: '' })
  const [letter] = (await person.get(`/api/ambassadors/${id}`)).body.letters
  for (const at of [letter.signedByAmbassadorAt, letter.signedByLeadAt, letter.signedByManagerAt])
    expect(at).not.toBeNull()
  const paper = await person.get(`/api/mission-letters/${letterId}/letter.pdf`)
  expect(String(paper.body).slice(0, 5)).toBe('%PDF-')
  expect((await lead.get(`/api/programmes/${programme.id}/mission-letters`)).body.items).toHaveLength(1)
})

test('whoever agreed to the commitment is asked to sign the letter: a manager named by hand too', async () => {
  const { programme, person } = await scene()
  const { ambassadorId: id } = (await offer(person, programme, { name: 'Corinne Baudry', email: null })).body
  const asked = await latest(person, id)
  const { url } = (await person.get(`/api/agreements/${asked.id}/link`)).body
  await world.visitor().post(`/api${new URL(url).pathname}`, { agreed: true, words: '' })
  await lead.put(`/api/ambassadors/${id}/decision`, { yes: true, word: '' })
  const letterId = uuid7()
  await lead.put(`/api/mission-letters/${letterId}`, {
    ambassadorId: id,
    objectives: 'Deux ateliers par trimestre.',
    startsOn: '2026-12-01',
    endsOn: null,
  })
  const again = await person.put(`/api/agreements/${uuid7()}`, { ambassadorId: id, letterId, manager: null })
  expect(again.body).toMatchObject({ managerName: 'Corinne Baudry', byMail: false, letterId })
})
