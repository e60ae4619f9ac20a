import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import { isoCBOR } from '@simplewebauthn/server/helpers'
import { v7 as uuid7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type Person, type World } from '#app/testing/world.ts'
import { sql } from '#platform/server/db.ts'

const ORIGIN = 'http://localhost:3000'
const b64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url')
const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest()

/** A device that holds one passkey, in software: what a telephone does, without the telephone. */
class Device {
  readonly id = randomBytes(16)
  readonly #keys = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  #count = 0

  #clientData(type: string, challenge: string, origin: string) {
    return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))
  }

  #authData(flags: number, more = Buffer.alloc(0)) {
    const count = Buffer.alloc(4)
    count.writeUInt32BE(++this.#count)
    return Buffer.concat([sha256('localhost'), Buffer.from([flags]), count, more])
  }

  register(challenge: string, { origin = ORIGIN, flags = 0x45 } = {}) {
    const jwk = this.#keys.publicKey.export({ format: 'jwk' })
    const point = (part: string | undefined) => new Uint8Array(Buffer.from(part ?? '', 'base64url'))
    const cose = isoCBOR.encode(
      new Map<number, number | Uint8Array>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, point(jwk.x)],
        [-3, point(jwk.y)],
      ]),
    )
    const length = Buffer.from([0, this.id.length])
    const authData = this.#authData(flags, Buffer.concat([Buffer.alloc(16), length, this.id, cose]))
    const attestation = new Map<string, unknown>([
      ['fmt', 'none'],
      ['attStmt', new Map()],
      ['authData', new Uint8Array(authData)],
    ])
    return {
      id: b64(this.id),
      rawId: b64(this.id),
      type: 'public-key',
      clientExtensionResults: {},
      response: {
        clientDataJSON: b64(this.#clientData('webauthn.create', challenge, origin)),
        attestationObject: b64(isoCBOR.encode(attestation as never)),
        transports: ['internal'],
      },
    }
  }

  answer(challenge: string, { origin = ORIGIN, flags = 0x05 } = {}) {
    const clientData = this.#clientData('webauthn.get', challenge, origin)
    const authData = this.#authData(flags)
    const signature = sign('sha256', Buffer.concat([authData, sha256(clientData)]), this.#keys.privateKey)
    return {
      id: b64(this.id),
      rawId: b64(this.id),
      type: 'public-key',
      clientExtensionResults: {},
      response: {
        clientDataJSON: b64(clientData),
        authenticatorData: b64(authData),
        signature: b64(signature),
      },
    }
  }
}

let world: World
let awa: Person
const device = new Device()
const passkeyId = uuid7()

beforeAll(async () => {
  world = await openWorld()
  awa = await world.member('awa', { email: null })
})
afterAll(() => world.close())

const challengeOf = async (person: Person, url: string) => (await person.post(url)).body

test('a passkey is added with the session opened a moment ago, once', async () => {
  const { challengeId, options } = await challengeOf(awa, '/api/passkeys/challenge')
  expect(options).toMatchObject({
    rp: { id: 'localhost' },
    authenticatorSelection: { userVerification: 'required', residentKey: 'required' },
  })
  const body = { challengeId, name: 'Mon téléphone', response: device.register(options.challenge) }
  const first = await awa.put(`/api/passkeys/${passkeyId}`, body)
  expect(first.body).toMatchObject({ id: passkeyId, name: 'Mon téléphone' })
  expect((await awa.put(`/api/passkeys/${passkeyId}`, body)).body).toEqual(first.body)
  expect((await awa.get('/api/passkeys')).body.items).toHaveLength(1)
})

test('a ceremony of another site, of an unlocked device, or played twice adds nothing', async () => {
  const other = new Device()
  const wrong = [{ origin: 'https://elan.evil.example' }, { flags: 0x41 }]
  for (const facts of wrong) {
    const { challengeId, options } = await challengeOf(awa, '/api/passkeys/challenge')
    const response = other.register(options.challenge, facts)
    const answer = await awa.put(`/api/passkeys/${uuid7()}`, { challengeId, name: 'x', response })
    expect(answer).toMatchObject({ status: 422, body: { code: 'passkey.refused' } })
  }
  const { challengeId, options } = await challengeOf(awa, '/api/passkeys/challenge')
  const mehdi = await world.member('mehdi')
  const stolen = await mehdi.put(`/api/passkeys/${uuid7()}`, {
    challengeId,
    name: 'x',
    response: other.register(options.challenge),
  })
  expect(stolen.body.code).toBe('passkey.too_late')
})

test('the device alone signs its owner in', async () => {
  const browser = world.visitor()
  const { challengeId, options } = await challengeOf(browser, '/api/sessions/passkey/challenge')
  expect(options.allowCredentials ?? []).toEqual([])
  const answer = await browser.post('/api/sessions/passkey', {
    challengeId,
    response: device.answer(options.challenge),
  })
  expect(answer.body).toEqual({ signedIn: true, challengeId: null })
  expect((await browser.get('/api/me')).body.id).toBe(awa.id)
})

test('an answer counts once, for its own challenge, from a device that asked for its owner', async () => {
  const browser = world.visitor()
  const begin = () => challengeOf(browser, '/api/sessions/passkey/challenge')
  const { challengeId, options } = await begin()
  const response = device.answer(options.challenge)
  expect((await browser.post('/api/sessions/passkey', { challengeId, response })).status).toBe(200)
  const again = await world.visitor().post('/api/sessions/passkey', { challengeId, response })
  expect(again).toMatchObject({ status: 401, body: { code: 'passkey.wrong' } })
  const fresh = await begin()
  expect(
    (await browser.post('/api/sessions/passkey', { challengeId: fresh.challengeId, response })).status,
  ).toBe(401)
  const unseen = await begin()
  const noTouch = device.answer(unseen.options.challenge, { flags: 0x01 })
  expect(
    (await browser.post('/api/sessions/passkey', { challengeId: unseen.challengeId, response: noTouch }))
      .status,
  ).toBe(401)
})

test('a session of yesterday does not suffice to add a passkey', async () => {
  await world.server.database.transaction((trx) =>
    trx.run(sql`update sessions set created_at = now() - interval '1 day' where member_id = ${awa.id}`),
  )
  expect(await awa.post('/api/passkeys/challenge')).toMatchObject({
    status: 403,
    body: { code: 'session.prove_again' },
  })
})

test('a passkey is renamed and removed by its owner, unless it is the last way in', async () => {
  const mehdi = await world.member('mehdi2')
  expect((await awa.patch(`/api/passkeys/${passkeyId}`, { name: 'Vieux téléphone' })).body.name).toBe(
    'Vieux téléphone',
  )
  expect((await mehdi.patch(`/api/passkeys/${passkeyId}`, { name: 'À moi' })).status).toBe(404)
  await mehdi.del(`/api/passkeys/${passkeyId}`)
  expect((await awa.get('/api/passkeys')).body.items).toHaveLength(1)
  expect(await awa.del(`/api/passkeys/${passkeyId}`)).toMatchObject({
    status: 409,
    body: { code: 'passkey.last' },
  })
})

test('of an administrator a passkey is both proofs: added in a session, or opening one, nothing more is owed', async () => {
  const run = (query: ReturnType<typeof sql>) => world.server.database.transaction((trx) => trx.run(query))
  const ines = await world.member('ines', { standing: 'administrator' })
  await run(sql`update network set administrators_need_factor = true`)
  await run(sql`update sessions set asks_factor = true where member_id = ${ines.id}`)
  expect((await ines.get('/api/me')).body.owes).toBe('factor')
  const own = new Device()
  const added = await challengeOf(ines, '/api/passkeys/challenge')
  const body = {
    challengeId: added.challengeId,
    name: 'Clé',
    response: own.register(added.options.challenge),
  }
  expect((await ines.put(`/api/passkeys/${uuid7()}`, body)).status).toBe(200)
  expect((await ines.get('/api/me')).body.owes).toBeNull()
  const browser = world.visitor()
  const { challengeId, options } = await challengeOf(browser, '/api/sessions/passkey/challenge')
  const answer = await browser.post('/api/sessions/passkey', {
    challengeId,
    response: own.answer(options.challenge),
  })
  expect(answer.body).toEqual({ signedIn: true, challengeId: null })
  expect((await browser.get('/api/me')).body.owes).toBeNull()
  expect((await browser.get('/api/accounts')).status).toBe(200)
  await run(sql`update network set administrators_need_factor = false`)
})
