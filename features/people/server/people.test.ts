import { afterAll, beforeAll, expect, test } from 'vitest'
import { v7 as uuid7 } from 'uuid'
import { openWorld, type Person, type World } from '#app/testing/world.ts'
import { sql } from '#platform/server/db.ts'

let world: World
let laurie: Person
let helene: Person
let greta: Person
let home: string

const names = (answer: { body: { items: { givenName: string; familyName: string }[] } }) =>
  answer.body.items.map((person) => `${person.givenName} ${person.familyName}`)

beforeAll(async () => {
  world = await openWorld()
  laurie = await world.member('laurie', { standing: 'administrator', familyName: 'Blanc' })
  helene = await world.member('helene', { givenName: 'Hélène', familyName: 'Évrard', job: 'Menuisière' })
  greta = await world.member('greta', { standing: 'guest', familyName: 'Klein' })
  await world.member('nadia', { familyName: 'Roux-Le Goff' })
  await world.member('patrick', { familyName: 'Helenic' })
  home = (await laurie.get('/api/organizations')).body.items[0].id
})
afterAll(() => world.close())

test('I read and change what I say about myself', async () => {
  const change = {
    about: '  Je ponce la nuit.  ',
    interests: ['vélo', 'vélo', 'chêne'],
    language: 'en',
    theme: 'dark',
    gender: 'feminine',
    phone: '06 00 00 00 00',
  }
  const { body } = await helene.patch('/api/me', change)
  expect(body).toMatchObject({
    about: 'Je ponce la nuit.',
    interests: ['vélo', 'chêne'],
    language: 'en',
    theme: 'dark',
    gender: 'feminine',
  })
  expect((await helene.patch('/api/me', { language: null, gender: null })).body).toMatchObject({
    language: null,
    gender: null,
    theme: 'dark',
  })
  expect((await world.visitor().get('/api/me')).status).toBe(401)
})

test('a portrait is a file of my own', async () => {
  const file = uuid7()
  await world.server.database.transaction((trx) =>
    trx.run(sql`insert into files (id, owner_id, use, name, media_type, bytes, storage_key)
      values (${file}, ${helene.id}, 'portrait', 'moi.webp', 'image/webp', 10, 'k')`),
  )
  expect(await greta.patch('/api/me', { photoFileId: file })).toMatchObject({
    status: 404,
    body: { code: 'file.not_found' },
  })
  expect((await helene.patch('/api/me', { photoFileId: file })).body.photoFileId).toBe(file)
  expect((await helene.patch('/api/me', { photoFileId: null })).body.photoFileId).toBeNull()
})

test('people are found without accents, by the beginning of a name first', async () => {
  expect(names(await laurie.get('/api/people?search=helen'))).toEqual(['Hélène Évrard', 'Patrick Helenic'])
  expect(names(await laurie.get('/api/people?search=EVRARD%20hél'))).toEqual(['Hélène Évrard'])
  expect(names(await laurie.get('/api/people?search=goff'))).toEqual(['Nadia Roux-Le Goff'])
  expect(names(await laurie.get('/api/people?search=lène'))).toEqual(['Hélène Évrard'])
  expect(names(await laurie.get('/api/people?search=%25'))).toEqual([])
})

test('the directory turns its pages without losing anybody', async () => {
  const seen: string[] = []
  for (const search of ['', '&search=e']) {
    let cursor = ''
    const all: string[] = []
    do {
      const { body } = await laurie.get(`/api/people?limit=2${search}${cursor}`)
      all.push(...body.items.map((person: { id: string }) => person.id))
      cursor = body.next ? `&cursor=${body.next}` : ''
    } while (cursor)
    expect(new Set(all).size).toBe(all.length)
    seen.push(String(all.length))
  }
  expect(seen[0]).toBe('5')
  expect((await laurie.get('/api/people?cursor=nonsense')).status).toBe(422)
})

test('a guest knows nobody but those they share a space with', async () => {
  expect(names(await greta.get('/api/people'))).toEqual(['Greta Klein'])
  expect((await greta.get(`/api/people/${helene.id}`)).status).toBe(404)
  const tempo = await world.community(helene)
  await world.seat(tempo, greta)
  expect(names(await greta.get('/api/people'))).toEqual(['Hélène Évrard', 'Greta Klein'])
  expect((await greta.get(`/api/people/${helene.id}`)).body).toMatchObject({ job: 'Menuisière', email: null })
  expect(names(await laurie.get(`/api/people?spaceId=${tempo.id}`))).toEqual(['Hélène Évrard', 'Greta Klein'])
})

test('people of a space are not told to those who may not read it', async () => {
  const secret = await world.community(helene, { openness: 'secret' })
  expect((await laurie.get(`/api/people?spaceId=${secret.id}`)).status).toBe(404)
})

test('a profile says who somebody is, never what they did nor when they came', async () => {
  const { body } = await laurie.get(`/api/people/${helene.id}`)
  expect(body).toMatchObject({
    givenName: 'Hélène',
    email: 'helene@essai.example',
    organizationName: 'Essai',
    manager: null,
  })
  const text = JSON.stringify(Object.keys(body))
  for (const word of ['arrived', 'seen', 'last', 'active', 'status', 'standing', 'posts'])
    expect(text).not.toContain(word)
})

test('an administrator adds somebody once, with a key to sign in', async () => {
  const id = uuid7()
  const awa = { givenName: 'Awa', familyName: 'Diop', organizationId: home, staffNumber: 'A-77' }
  const first = await laurie.put(`/api/accounts/${id}`, awa)
  expect(first.body).toMatchObject({
    id,
    status: 'expected',
    standing: 'member',
    staffNumber: 'A-77',
    email: null,
  })
  expect((await laurie.put(`/api/accounts/${id}`, awa)).body).toEqual(first.body)
  expect(await laurie.put(`/api/accounts/${uuid7()}`, { ...awa, staffNumber: 'a-77' })).toMatchObject({
    status: 409,
    body: { code: 'person.staff_number_taken', errors: [{ field: 'staffNumber' }] },
  })
  const same = { ...awa, staffNumber: null, email: 'HELENE@essai.example' }
  expect((await laurie.put(`/api/accounts/${uuid7()}`, same)).body.code).toBe('person.email_taken')
  expect((await laurie.put(`/api/accounts/${uuid7()}`, { ...same, email: null })).body.code).toBe(
    'person.key_needed',
  )
  expect((await helene.put(`/api/accounts/${uuid7()}`, awa)).status).toBe(403)
})

test('accounts are listed by status, standing and organisation, for administrators only', async () => {
  expect(names(await laurie.get('/api/accounts?status=expected'))).toEqual(['Awa Diop'])
  expect(names(await laurie.get('/api/accounts?standing=guest'))).toEqual(['Greta Klein'])
  expect(names(await laurie.get(`/api/accounts?organizationId=${home}&search=roux`))).toEqual([
    'Nadia Roux-Le Goff',
  ])
  expect((await helene.get('/api/accounts')).status).toBe(403)
  expect((await greta.get(`/api/accounts/${helene.id}`)).status).toBe(403)
})

test('a correction is written down without what it says', async () => {
  await laurie.patch(`/api/accounts/${helene.id}`, {
    job: 'Cheffe menuisière',
    phone: '0611',
    standing: 'animator',
  })
  const rows = await world.server.database.db.rows(sql`
    select act, details from audit_log where subject_id = ${helene.id} order by id`)
  expect(rows).toEqual([
    { act: 'person.changed', details: { fields: ['job', 'phone'] } },
    { act: 'person.standing', details: { from: 'member', to: 'animator' } },
  ])
})

test('the last administrator stays one', async () => {
  const refused = await laurie.patch(`/api/accounts/${laurie.id}`, { standing: 'member' })
  expect(refused).toMatchObject({ status: 409, body: { code: 'person.last_administrator' } })
})

test('nobody from outside administers the network', async () => {
  const id = uuid7()
  await laurie.put(`/api/organizations/${id}`, { name: 'Dehors', outside: true })
  const refused = await laurie.patch(`/api/accounts/${helene.id}`, { organizationId: id })
  expect(refused).toMatchObject({ status: 422, body: { code: 'person.outside_standing' } })
})
