import { v7 as uuid7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openWorld, type Person, type World } from '#app/testing/world.ts'
import { sql } from '#platform/server/db.ts'
import { charterStanding } from './queries/charters.ts'
import { announceSignatureEnds } from './signature-news.ts'

let world: World
let nadia: Person
let lea: Person
let max: Person
let tempo: { id: string }

beforeAll(async () => {
  world = await openWorld()
  nadia = await world.member('nadia')
  lea = await world.member('lea')
  max = await world.member('max')
})
afterAll(() => world.close())
beforeEach(async () => {
  tempo = await world.community(nadia)
  for (const person of [lea, max]) await world.seat(tempo, person)
})

const write = (query: ReturnType<typeof sql>) => world.server.database.transaction((trx) => trx.run(query))
const at = () => `/api/communities/${tempo.id}`
const publish = async (body: string, more: object = {}) =>
  (await nadia.put(`${at()}/charters/${uuid7()}`, { body, ...more })).body
const sign = (who: Person, charter: { id: string; textHash: string }) =>
  who.put(`${at()}/charters/${charter.id}/signature`, { textHash: charter.textHash })
const standing = (who: Person) => charterStanding(world.server.database.db, tempo.id, who.id)
const age = (who: Person, days: number) =>
  write(
    sql`update charter_signatures set signed_at = now() - make_interval(days => ${days}) where member_id = ${who.id}`,
  )
const newsOf = async (who: Person) =>
  (
    await world.server.database.db.rows<{ says: string }>(
      sql`select details->>'says' as says from notifications where member_id = ${who.id} and space_id = ${tempo.id}`,
    )
  ).map((row) => row.says)

test('without a charter, or unsigned, nobody stands on anything', async () => {
  expect(await standing(lea)).toMatchObject({ signed: false, valid: false, version: null })
  await publish('Je dis vrai.')
  expect(await standing(lea)).toMatchObject({ signed: false, valid: false, toSign: true })
})

test('a signature is worth a year; in its last month it may be renewed, and signing twice before changes nothing', async () => {
  const charter = await publish('Je dis vrai.')
  await sign(lea, charter)
  await sign(lea, charter)
  expect(
    await world.server.database.db.row(
      sql`select count(*)::int as signed from charter_signatures where member_id = ${lea.id} and charter_id = ${charter.id}`,
    ),
  ).toEqual({ signed: 1 })
  expect(await standing(lea)).toMatchObject({
    valid: true,
    toSign: false,
    version: 1,
    textHash: charter.textHash,
  })
  await age(lea, 340)
  expect(await standing(lea)).toMatchObject({ valid: true, toSign: true })
  await age(lea, 366)
  expect(await standing(lea)).toMatchObject({ signed: true, valid: false, toSign: true })
  await sign(lea, charter)
  expect(await standing(lea)).toMatchObject({ valid: true, toSign: false })
})

test('a change of meaning asks those who had signed anew, once; a touch-up asks nobody', async () => {
  await sign(lea, await publish('Je dis vrai.'))
  const touched = await publish('Je dis  vrai.', { material: false, changes: 'Une espace.' })
  expect(touched).toMatchObject({ version: 2, material: false, signatures: { signed: 1 } })
  await world.runJobs()
  expect(await standing(lea)).toMatchObject({ valid: true, version: 1 })
  expect(await newsOf(lea)).toEqual([])
  const changed = await publish('Je dis vrai, et je cite.', { material: true, changes: 'On cite.' })
  expect(changed).toMatchObject({
    version: 3,
    material: true,
    changes: 'On cite.',
    signatures: { signed: 0 },
  })
  await world.runJobs()
  expect(await standing(lea)).toMatchObject({ signed: true, valid: false })
  expect(await newsOf(lea)).toHaveLength(1)
  expect(await newsOf(max)).toEqual([])
})

test('the first version always has a meaning to sign', async () => {
  expect(await publish('Je dis vrai.', { material: false })).toMatchObject({ version: 1, material: true })
})

test('the end of a signature is announced a month before, once, at working hours', async () => {
  await sign(lea, await publish('Je dis vrai.'))
  const tuesday = new Date('2027-11-23T10:00:00Z')
  await write(
    sql`update charter_signatures set signed_at = ${tuesday.toISOString()}::timestamptz - interval '334 days' where member_id = ${lea.id}`,
  )
  const announce = (now: Date) => announceSignatureEnds(world.server.database, now)
  await announce(tuesday)
  expect(await newsOf(lea)).toEqual([])
  const later = (days: number, hours = 0) =>
    new Date(tuesday.getTime() + days * 86_400_000 + hours * 3_600_000)
  await announce(later(2, 10))
  expect(await newsOf(lea)).toEqual([])
  await announce(later(2))
  await announce(later(3))
  expect(await newsOf(lea)).toHaveLength(1)
})

test('a withdrawn signature stays written with its day, and holds nothing any more', async () => {
  const charter = await publish('Je dis vrai.')
  await sign(lea, charter)
  const reply = await lea.del(`${at()}/charter/signature`)
  expect(reply.body).toMatchObject({ signed: false, valid: false })
  expect((await lea.get(`${at()}/charter`)).body.charter.signedAt).toBe(null)
  expect(
    await world.server.database.db.row(
      sql`select withdrawn_at is not null as withdrawn from charter_signatures where member_id = ${lea.id} and charter_id = ${charter.id}`,
    ),
  ).toEqual({ withdrawn: true })
  await sign(lea, charter)
  expect(await standing(lea)).toMatchObject({ valid: true })
})

test('a proof is fetched by its person alone, and whoever holds its code learns that it is genuine', async () => {
  await sign(lea, await publish('Je dis vrai.\n\n- Je cite.'))
  const { signatureId, textHash } = await standing(lea)
  const proof = await lea.get(`/api/charter-signatures/${signatureId}/proof`)
  expect(proof.status).toBe(200)
  expect(proof.headers['content-type']).toBe('application/pdf')
  for (const other of [nadia, max])
    expect((await other.get(`/api/charter-signatures/${signatureId}/proof`)).status).toBe(404)
  const { codeOf } = await import('./proof.ts')
  const { findSignature } = await import('./queries/charters.ts')
  const facts = await findSignature(world.server.database.db, signatureId ?? '')
  if (!facts) throw new Error('the signature is written')
  const visitor = world.visitor()
  expect((await visitor.get(`/api/charter-proofs/${codeOf(facts)}`)).body).toMatchObject({
    name: 'Lea Essai',
    community: 'Tempo',
    version: 1,
    textHash,
    withdrawnAt: null,
  })
  const forged = `${signatureId}.${'A'.repeat(24)}`
  expect((await visitor.get(`/api/charter-proofs/${forged}`)).status).toBe(404)
})
