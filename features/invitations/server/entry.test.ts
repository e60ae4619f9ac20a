import { v7 as uuid7 } from 'uuid'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { openWorld, type Person, type World } from '#app/testing/world.ts'
import { sql } from '#platform/server/db.ts'
import { unseal } from '#platform/server/seal.ts'
import { shownCode } from '../rules/code.ts'

let world: World
let nadia: Person

beforeAll(async () => {
  world = await openWorld()
  nadia = await world.member('nadia')
})
afterAll(() => world.close())
// Every test comes from one address: the wrong codes of one are not held against the next.
afterEach(() => run(sql`delete from guesses`))

const run = (query: ReturnType<typeof sql>) => world.server.database.transaction((trx) => trx.run(query))
const PASSWORD = 'cheval-agrafe-lanterne-9'

let count = 0
const expected = (facts: Parameters<World['member']>[1] = {}) =>
  world.member(`attendu${(count += 1)}`, { status: 'expected', email: null, ...facts })

async function invited(space: { id: string }, person: Person): Promise<string> {
  await nadia.put(`/api/campaigns/${uuid7()}`, {
    spaceId: space.id,
    message: 'Viens.',
    reminders: true,
    memberIds: [person.id],
  })
  return codeOf(space, person)
}

async function codeOf(space: { id: string }, person: Person): Promise<string> {
  const row = await world.server.database.db.row<{ sealed: string }>(sql`
    select code_sealed as sealed from codes where space_id = ${space.id} and member_id = ${person.id} and withdrawn_at is null
    order by created_at desc limit 1`)
  return shownCode(unseal(row?.sealed ?? ''))
}

const shared = async (space: { id: string }, facts: object = {}) =>
  (
    await nadia.put(`/api/codes/${uuid7()}`, {
      spaceId: space.id,
      kind: 'poster',
      label: 'Cholet',
      maxUses: 10,
      ...facts,
    })
  ).body

const GONE = { status: 404, body: { code: 'entry.not_found' } }

test('a personal code says who it is for, and lets them in with a password and no e-mail', async () => {
  const tempo = await world.community(nadia)
  const group = await world.group(nadia, tempo)
  await run(sql`update groups set is_default = true where space_id = ${group.id}`)
  const josephine = await expected({ givenName: 'Joséphine', familyName: 'Carrel', site: 'Champagnole' })
  const code = await invited(tempo, josephine)
  const phone = world.visitor()
  expect((await phone.get(`/api/entry/${code}`)).body).toMatchObject({
    kind: 'personal',
    community: { id: tempo.id, name: 'Tempo' },
    by: { givenName: 'Nadia' },
    message: 'Viens.',
    person: {
      givenName: 'Joséphine',
      familyName: 'Carrel',
      hasAccount: false,
      identifier: 'staffNumber',
      least: 12,
    },
    you: 'visitor',
  })
  expect((await phone.post(`/api/entry/${code}`, { password: PASSWORD })).body).toEqual({
    spaceId: tempo.id,
    memberId: josephine.id,
    state: 'seated',
  })
  expect((await phone.get('/api/me')).body).toMatchObject({ givenName: 'Joséphine' })
  const spaces = (await phone.get('/api/spaces')).body.items.map((space: { id: string }) => space.id)
  expect(spaces.sort()).toEqual([tempo.id, group.id].sort())
  expect((await nadia.get(`/api/spaces/${tempo.id}/invitations`)).body.items[0]).toMatchObject({
    state: 'accepted',
    openUntil: null,
  })
  const later = world.visitor()
  expect(
    (await later.post('/api/sessions', { identifier: 'ATTENDU1', password: PASSWORD })).body,
  ).toMatchObject({ signedIn: true })
})

test('a code typed with spaces, lower case and look-alikes opens the same door', async () => {
  const tempo = await world.community(nadia)
  const code = await invited(tempo, await expected())
  const typed = code.toLowerCase().replace('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')
  expect((await world.visitor().get(`/api/entry/${encodeURIComponent(` ${typed} `)}`)).status).toBe(200)
})

test('a weak password is refused and the code still opens', async () => {
  const tempo = await world.community(nadia)
  const someone = await expected({ familyName: 'Carpentier' })
  const code = await invited(tempo, someone)
  const phone = world.visitor()
  expect((await phone.post(`/api/entry/${code}`, { password: 'court' })).body.code).toBe('password.too_short')
  expect((await phone.post(`/api/entry/${code}`, { password: 'carpentier-lanterne-9' })).body.code).toBe(
    'password.own_words',
  )
  expect((await phone.get('/api/me')).status).toBe(401)
  expect((await phone.post(`/api/entry/${code}`, { password: PASSWORD })).status).toBe(200)
})

test('one may come in before adding a passkey, without any password', async () => {
  const tempo = await world.community(nadia)
  const code = await invited(tempo, await expected())
  const phone = world.visitor()
  expect((await phone.post(`/api/entry/${code}`, {})).status).toBe(200)
  expect((await phone.post('/api/passkeys/challenge', {})).status).toBe(200)
})

test('of two who use the same personal code at the same moment, one comes in', async () => {
  const tempo = await world.community(nadia)
  const code = await invited(tempo, await expected())
  const answers = await Promise.all(
    Array.from({ length: 4 }, () => world.visitor().post(`/api/entry/${code}`, { password: PASSWORD })),
  )
  expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1)
  for (const answer of answers.filter((one) => one.status !== 200))
    expect(['entry.used', 'entry.not_found']).toContain(answer.body.code)
})

test('a code that never was, expired, was withdrawn or is full is refused in the same words', async () => {
  const tempo = await world.community(nadia)
  const expired = await invited(tempo, await expected())
  await run(sql`update codes set expires_at = now() where space_id = ${tempo.id}`)
  const withdrawn = await invited(tempo, await expected())
  const item = (await nadia.get(`/api/spaces/${tempo.id}/invitations`)).body.items.find(
    (one: { openUntil: string }) => one.openUntil,
  )
  await nadia.del(`/api/invitations/${item.id}`)
  const full = await shared(tempo, { maxUses: 1 })
  const person = { staffNumber: `ATTENDU${count + 1}`, familyName: 'Essai' }
  await expected()
  expect((await world.visitor().post(`/api/entry/${full.code}`, { person, password: PASSWORD })).status).toBe(
    200,
  )
  const gone = await shared(tempo)
  expect((await nadia.del(`/api/codes/${gone.id}`)).body.state).toBe('withdrawn')
  const titles = new Set<string>()
  for (const code of [expired, withdrawn, full.code, gone.code, 'ZZZZZ-ZZZZZ', 'court']) {
    const answer = await world.visitor().get(`/api/entry/${code}`)
    expect(answer).toMatchObject(GONE)
    titles.add(answer.body.title)
    expect(await world.visitor().post(`/api/entry/${code}`, { password: PASSWORD })).toMatchObject(GONE)
  }
  expect(titles.size).toBe(1)
})

test('somebody who scans their letter again is sent to sign in', async () => {
  const tempo = await world.community(nadia)
  const code = await invited(tempo, await expected())
  await world.visitor().post(`/api/entry/${code}`, { password: PASSWORD })
  expect(await world.visitor().get(`/api/entry/${code}`)).toMatchObject({
    status: 409,
    body: { code: 'entry.used' },
  })
})

test('guessing codes is slowed down, address by address', async () => {
  const guess = async (from: string, code: string) =>
    (await world.server.app.fastify.inject({ method: 'GET', url: `/api/entry/${code}`, remoteAddress: from }))
      .statusCode
  const tempo = await world.community(nadia)
  const genuine = await invited(tempo, await expected())
  const seen: number[] = []
  for (let n = 0; n < 60; n += 1)
    seen.push(await guess('203.0.113.7', `ZZZZZ-ZZZ${String(n).padStart(2, '0')}`))
  expect(seen[0]).toBe(404)
  expect(seen.at(-1)).toBe(429)
  expect(await guess('203.0.113.7', genuine)).toBe(429)
  expect(await guess('203.0.113.8', genuine)).toBe(200)
})

test('when codes are guessed from everywhere, an address that guessed wrong has no second try, the others come in', async () => {
  const guess = async (from: string, code: string) =>
    (await world.server.app.fastify.inject({ method: 'GET', url: `/api/entry/${code}`, remoteAddress: from }))
      .statusCode
  const tempo = await world.community(nadia)
  const genuine = await invited(tempo, await expected())
  for (const address of ['203.0.113.20', '203.0.113.22'])
    expect(await guess(address, 'ZZZZZ-ZZZZZ')).toBe(404)
  // Two wrong codes in all, one from each: the count of everybody is made that of a bad hour.
  await run(sql`update guesses set wrong = 3000 where wrong = 2`)
  expect(await guess('203.0.113.20', genuine)).toBe(429)
  expect(await guess('203.0.113.21', genuine)).toBe(200)
})

test('a shared code recognises somebody the directory expects, by staff number and name', async () => {
  const tempo = await world.community(nadia)
  const poster = await shared(tempo)
  const helene = await expected({ givenName: 'Hélène', familyName: "D'Hérouville-Lê", site: 'Cholet' })
  const staffNumber = `attendu${count} `
  const phone = world.visitor()
  expect((await phone.get(`/api/entry/${poster.code}`)).body).toMatchObject({
    kind: 'shared',
    person: null,
    by: null,
    message: '',
  })
  const person = { staffNumber, familyName: 'd herouville le' }
  expect((await phone.post(`/api/entry/${poster.code}/person`, person)).body).toEqual({
    givenName: 'Hélène',
    familyName: "D'Hérouville-Lê",
    site: 'Cholet',
    language: 'fr',
  })
  expect((await phone.post(`/api/entry/${poster.code}`, { person, password: PASSWORD })).body.memberId).toBe(
    helene.id,
  )
  expect((await nadia.get(`/api/spaces/${tempo.id}/codes`)).body.items[0]).toMatchObject({
    uses: 1,
    maxUses: 10,
    state: 'open',
  })
})

test('with a shared code, the unknown, the misspelt, those already in and those with rights get the same words', async () => {
  const tempo = await world.community(nadia)
  const poster = await shared(tempo)
  await expected({ standing: 'administrator' })
  const administrator = `ATTENDU${count}`
  await expected()
  const titles = new Set<string>()
  for (const person of [
    { staffNumber: 'INCONNU', familyName: 'Essai' },
    { staffNumber: `ATTENDU${count}`, familyName: 'Autre' },
    { staffNumber: 'NADIA', familyName: 'Essai' },
    { staffNumber: administrator, familyName: 'Essai' },
  ]) {
    const answer = await world.visitor().post(`/api/entry/${poster.code}/person`, person)
    expect(answer).toMatchObject({ status: 404, body: { code: 'entry.unknown_person' } })
    titles.add(answer.body.title)
    expect(
      (await world.visitor().post(`/api/entry/${poster.code}`, { person, password: PASSWORD })).body.code,
    ).toBe('entry.unknown_person')
  }
  expect(titles.size).toBe(1)
  expect((await world.visitor().post(`/api/entry/${poster.code}`, { password: PASSWORD })).body.code).toBe(
    'entry.unknown_person',
  )
})

test('the names behind one staff number cannot be tried one after the other', async () => {
  const tempo = await world.community(nadia)
  const poster = await shared(tempo)
  await expected({ familyName: 'Zwingli' })
  const statuses: number[] = []
  for (const familyName of ['A', 'B', 'C', 'D', 'E', 'F', 'Zwingli'])
    statuses.push(
      (
        await world
          .visitor()
          .post(`/api/entry/${poster.code}/person`, { staffNumber: `ATTENDU${count}`, familyName })
      ).status,
    )
  expect(statuses.slice(0, 4)).toEqual([404, 404, 404, 404])
  expect(statuses.at(-1)).toBe(429)
})

test('a capped code lets in as many people as it says, even all at once', async () => {
  const tempo = await world.community(nadia)
  const poster = await shared(tempo, { maxUses: 2 })
  const people = [await expected(), await expected(), await expected()]
  const first = count - people.length + 1
  const answers = await Promise.all(
    people.map((_, index) =>
      world.visitor().post(`/api/entry/${poster.code}`, {
        person: { staffNumber: `ATTENDU${first + index}`, familyName: 'Essai' },
        password: PASSWORD,
      }),
    ),
  )
  expect(answers.map((answer) => answer.status).toSorted((one, other) => one - other)).toEqual([
    200, 200, 404,
  ])
  expect((await nadia.get(`/api/spaces/${tempo.id}/codes`)).body.items[0]).toMatchObject({
    uses: 2,
    state: 'used_up',
  })
})

test('somebody with an account signs in and takes the seat; a code never touches their password', async () => {
  const tempo = await world.community(nadia, { openness: 'closed' })
  const mehdi = await world.member('mehdi')
  const carla = await world.member('carla')
  const code = await invited(tempo, mehdi)
  expect((await world.visitor().get(`/api/entry/${code}`)).body).toMatchObject({
    person: { hasAccount: true },
    you: 'visitor',
  })
  expect(await world.visitor().post(`/api/entry/${code}`, { password: PASSWORD })).toMatchObject({
    status: 409,
    body: { code: 'entry.has_account' },
  })
  expect((await world.visitor().put(`/api/entry/${code}/seat`)).status).toBe(401)
  expect((await carla.get(`/api/entry/${code}`)).body.you).toBe('other')
  expect(await carla.put(`/api/entry/${code}/seat`)).toMatchObject({
    status: 409,
    body: { code: 'entry.other_person' },
  })
  expect((await mehdi.put(`/api/entry/${code}/seat`)).body).toEqual({ spaceId: tempo.id, state: 'seated' })
  expect((await mehdi.get(`/api/spaces/${tempo.id}`)).body.role).toBe('member')
})

test('a shared code seats a colleague once, and is not for people from outside', async () => {
  const tempo = await world.community(nadia, { openness: 'secret' })
  const link = await shared(tempo, { kind: 'link' })
  const omar = await world.member('omar')
  const gina = await world.member('gina', { standing: 'guest' })
  for (let n = 0; n < 2; n += 1) expect((await omar.put(`/api/entry/${link.code}/seat`)).status).toBe(200)
  expect((await nadia.get(`/api/spaces/${tempo.id}/codes`)).body.items[0].uses).toBe(1)
  expect(await gina.put(`/api/entry/${link.code}/seat`)).toMatchObject({
    status: 403,
    body: { code: 'entry.shared.forbidden' },
  })
})

test('a new code takes the place of a lost one', async () => {
  const tempo = await world.community(nadia)
  const someone = await expected()
  const lost = await invited(tempo, someone)
  await run(sql`update codes set created_at = now() - interval '1 hour' where space_id = ${tempo.id}`)
  const [invitation] = (await nadia.get(`/api/spaces/${tempo.id}/invitations`)).body.items
  expect((await nadia.post(`/api/invitations/${invitation.id}/sending`, {})).body).toMatchObject({
    state: 'sent',
    channel: 'letter',
  })
  expect(await world.visitor().get(`/api/entry/${lost}`)).toMatchObject(GONE)
  expect((await world.visitor().get(`/api/entry/${await codeOf(tempo, someone)}`)).status).toBe(200)
})

test('codes are kept as a mark and sealed: the table alone opens nothing', async () => {
  const tempo = await world.community(nadia)
  const poster = await shared(tempo)
  const plain = poster.code.replace('-', '')
  const row = await world.server.database.db.row<{ all: string }>(
    sql`select c::text as all from codes c where id = ${poster.id}`,
  )
  expect(row?.all).not.toContain(plain)
})

test('in a full community of ambassadors the account opens all the same, and the person waits for a place', async () => {
  const tempo = await world.community(nadia)
  await run(
    sql`update communities set kind = 'ambassadors', stage = 'launched', contributor_cap = 1 where space_id = ${tempo.id}`,
  )
  const seated = await world.member('titulaire')
  await world.seat(tempo, seated)
  const newcomer = await expected()
  const code = await invited(tempo, newcomer)
  const phone = world.visitor()
  expect(await phone.post(`/api/entry/${code}`, { password: PASSWORD })).toMatchObject({
    status: 200,
    body: { state: 'waiting', memberId: newcomer.id },
  })
  expect((await phone.get('/api/me')).status).toBe(200)
  expect((await phone.get('/api/spaces')).body.items).toEqual([])
  const colleague = await world.member('collegue')
  const poster = await shared(tempo)
  for (let n = 0; n < 2; n += 1)
    expect((await colleague.put(`/api/entry/${poster.code}/seat`)).body.state).toBe('waiting')
  const third = await world.member('tierce')
  await invited(tempo, third)
  const [mine] = (await third.get('/api/me/invitations')).body.items
  expect((await third.put(`/api/me/invitations/${mine.id}/acceptance`)).body.state).toBe('waiting')
  expect((await third.put(`/api/me/invitations/${mine.id}/acceptance`)).body.state).toBe('waiting')
  const waiting = (await nadia.get(`/api/join-requests?spaceId=${tempo.id}`)).body.items
  expect(waiting).toMatchObject([
    { state: 'waiting', member: { id: newcomer.id } },
    { state: 'waiting', member: { id: colleague.id } },
    { state: 'waiting', member: { id: third.id } },
  ])
  // A place is freed: whoever came first takes it, and nobody else does.
  await seated.del(`/api/spaces/${tempo.id}/seat`)
  expect((await phone.get(`/api/spaces/${tempo.id}`)).body.role).toBe('member')
  expect((await nadia.get(`/api/join-requests?spaceId=${tempo.id}`)).body.items).toHaveLength(2)
})

test('an accepted invitation is not a key: who left does not come back by repeating it', async () => {
  const tempo = await world.community(nadia)
  const someone = await world.member('partante')
  await invited(tempo, someone)
  const [mine] = (await someone.get('/api/me/invitations')).body.items
  await someone.put(`/api/me/invitations/${mine.id}/acceptance`)
  await someone.del(`/api/spaces/${tempo.id}/seat`)
  expect((await someone.put(`/api/me/invitations/${mine.id}/acceptance`)).status).toBe(200)
  expect((await someone.get(`/api/spaces/${tempo.id}`)).body.role).toBe(null)
})
