import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type Person, type World } from '#app/testing/world.ts'
import { sql } from '#platform/server/db.ts'

let world: World
let nadia: Person
let mehdi: Person
let partner: Person

beforeAll(async () => {
  world = await openWorld()
  nadia = await world.member('nadia', { standing: 'animator', site: 'Cholet', job: 'Animation' })
  mehdi = await world.member('mehdi', { site: 'Cholet', job: 'Menuiserie', email: null })
  await world.member('sofia', { site: 'Champagnole', job: 'Menuiserie', status: 'expected' })
  partner = await world.member('pablo', { site: 'Cholet', job: 'Menuiserie', outside: true })
  await world.member('greta', { site: 'Cholet', standing: 'guest' })
})
afterAll(() => world.close())

const change = (query: Parameters<World['server']['database']['transaction']>[0]) =>
  world.server.database.transaction(query)
const preview = (rule: unknown) => nadia.post('/api/audiences/preview', { rule })

test('a rule counts who matches now, says how many have no e-mail, and shows a few of them', async () => {
  const reply = await preview({
    all: [
      { attribute: 'site', is: ['Cholet'] },
      { attribute: 'job', isNot: ['Animation'] },
    ],
  })
  expect(reply.body).toMatchObject({ count: 1, withoutEmail: 1 })
  expect(reply.body.sample.map((person: { id: string }) => person.id)).toEqual([mehdi.id])
})

test('values of a clause are alternatives, and one clause of each "any" list is enough', async () => {
  expect((await preview({ all: [{ attribute: 'site', is: ['Cholet', 'Champagnole'] }] })).body.count).toBe(3)
  const either = {
    all: [],
    any: [
      [
        { attribute: 'site', is: ['Champagnole'] },
        { attribute: 'email', is: ['no'] },
      ],
    ],
  }
  expect((await preview(either)).body.count).toBe(2)
  expect((await preview({ all: [{ attribute: 'status', is: ['expected'] }] })).body.count).toBe(1)
})

test('interests and hiring days make rules too, and those who left never match', async () => {
  await change(async (trx) => {
    await trx.run(
      sql`update members set interests = '{vélo,chorale}', hired_on = '2026-02-01' where id = ${mehdi.id}`,
    )
  })
  expect(
    (
      await preview({
        all: [
          { attribute: 'interests', includes: ['vélo'] },
          { attribute: 'hired', since: '2026-01-01' },
        ],
      })
    ).body.count,
  ).toBe(1)
  expect((await preview({ all: [{ attribute: 'hired', before: '2026-01-01' }] })).body.count).toBe(0)
  const gone = await world.member('gone', { site: 'Valence' })
  await change(
    async (trx) => void (await trx.run(sql`update members set status = 'closed' where id = ${gone.id}`)),
  )
  expect((await preview({ all: [{ attribute: 'site', is: ['Valence'] }] })).body.count).toBe(0)
})

test('people from outside match only a rule that names their organisation, or guests', async () => {
  const row = await world.server.database.db.row<{ id: string }>(
    sql`select organization_id as id from members where id = ${partner.id}`,
  )
  expect((await preview({ all: [] })).body.count).toBe(3)
  expect((await preview({ all: [{ attribute: 'organization', is: [row?.id] }] })).body.count).toBe(1)
  expect((await preview({ all: [{ attribute: 'standing', is: ['guest'] }] })).body.count).toBe(1)
})

test('a clause that says nothing sound is refused, with the field at fault', async () => {
  expect(await preview({ all: [{ attribute: 'site' }] })).toMatchObject({
    status: 422,
    body: { code: 'audience.clause', errors: [{ field: 'rule' }] },
  })
  expect((await preview({ all: [{ attribute: 'hired', is: ['2026'] }] })).status).toBe(422)
  expect((await preview({ all: [{ attribute: 'shoe', is: ['42'] }] })).status).toBe(422)
})

test('the pickers offer the values of the directory, the most common first', async () => {
  const sites = await nadia.get('/api/audiences/values?attribute=site')
  expect(sites.body.items[0]).toEqual({ value: 'Cholet', label: 'Cholet', count: 4 })
  expect((await nadia.get('/api/audiences/values?attribute=site&search=champ')).body.items).toHaveLength(1)
  expect((await nadia.get('/api/audiences/values?attribute=organization')).body.items[0].label).toBe('Essai')
  expect((await nadia.get('/api/audiences/values?attribute=interests')).body.items).toHaveLength(2)
  expect((await nadia.get('/api/audiences/values?attribute=hired')).body.items).toEqual([])
})

test('an audience is saved once, changed, listed by name in pages, and deleted', async () => {
  const id = newId()
  const draft = { name: 'Ateliers', rule: { all: [{ attribute: 'job', is: ['Menuiserie'] }] } }
  expect((await nadia.put(`/api/audiences/${id}`, draft)).body).toMatchObject({
    name: 'Ateliers',
    count: 2,
    uses: [],
  })
  await nadia.put(`/api/audiences/${id}`, draft)
  await nadia.put(`/api/audiences/${newId()}`, {
    name: 'Bureaux',
    rule: { all: [], any: [[{ attribute: 'job', is: ['Animation'] }]] },
  })
  const first = await nadia.get('/api/audiences?limit=1')
  expect(first.body.items.map((one: { name: string }) => one.name)).toEqual(['Ateliers'])
  const second = await nadia.get(`/api/audiences?limit=1&cursor=${first.body.next}`)
  expect(second.body).toMatchObject({
    items: [{ name: 'Bureaux', rule: { all: [], any: [[{ attribute: 'job', is: ['Animation'] }]] } }],
    next: null,
  })
  expect((await nadia.del(`/api/audiences/${id}`)).status).toBe(200)
  expect(await nadia.get(`/api/audiences/${id}`)).toMatchObject({
    status: 404,
    body: { code: 'audience.not_found' },
  })
})

test('members, guests and partners neither read nor write audiences', async () => {
  const id = newId()
  await nadia.put(`/api/audiences/${id}`, { name: 'Gardé', rule: { all: [] } })
  const outsideAnimator = await world.member('olga', { standing: 'animator', outside: true })
  for (const person of [mehdi, partner, outsideAnimator]) {
    expect((await person.get('/api/audiences')).status).toBe(403)
    expect((await person.get(`/api/audiences/${id}`)).status).toBe(403)
    expect((await person.post('/api/audiences/preview', { rule: { all: [] } })).status).toBe(403)
    expect((await person.put(`/api/audiences/${id}`, { name: 'À moi', rule: { all: [] } })).status).toBe(403)
    expect((await person.del(`/api/audiences/${id}`)).status).toBe(403)
    expect((await person.get('/api/audiences/values?attribute=site')).status).toBe(403)
  }
  expect((await world.visitor().get('/api/audiences')).status).toBe(401)
})
