import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import { findNetwork } from '#features/network/server/queries.ts'
import { findIdentity } from '#features/people/server/queries.ts'
import { done } from '#platform/contract/schema.ts'
import type { Actor } from '#platform/server/actor.ts'
import type { HttpFacts } from '#platform/server/app.ts'
import { type Database, sql, type Trx } from '#platform/server/db.ts'
import { conflict, invalid, notFound, Refusal } from '#platform/server/errors.ts'
import type { Passkey, SignIn } from '../contract.ts'
import { openChallenge, takeChallenge } from './challenges.ts'
import { guess } from './guesses.ts'
import { tellOfChange } from './letters.ts'
import { enter } from './sign-in.ts'

const MOST = 20
/** Ed25519, P-256 and RSA: what devices hold today. */
const ALGORITHMS = [-8, -7, -257]

/** The device itself asks for a finger, a face or a PIN: a passkey is two factors by itself. */
const houseOf = (publicUrl: string) => ({
  origin: new URL(publicUrl).origin,
  name: new URL(publicUrl).hostname,
})

type Json = Record<string, unknown>

export async function beginPasskey(
  trx: Trx,
  actor: Actor,
  publicUrl: string,
): Promise<{ challengeId: string; options: Json }> {
  const me = await findIdentity(trx, actor.id)
  if (!me) throw notFound('person.not_found')
  const network = await findNetwork(trx)
  const known = await trx.rows<{ id: string; transports: string[] }>(sql`
    select credential_id as id, transports from passkeys where member_id = ${actor.id}`)
  if (known.length >= MOST) throw conflict('passkey.too_many', { values: { most: MOST } })
  const options = await generateRegistrationOptions({
    rpName: network.name || 'Élan',
    rpID: houseOf(publicUrl).name,
    userID: new TextEncoder().encode(actor.id),
    userName: me.email ?? me.staffNumber ?? me.givenName,
    userDisplayName: `${me.givenName} ${me.familyName}`,
    excludeCredentials: known,
    supportedAlgorithmIDs: ALGORITHMS,
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
  const challengeId = await openChallenge(trx, 'new-passkey', actor.id, options.challenge)
  return { challengeId, options: { ...options } }
}

export async function addPasskey(
  trx: Trx,
  actor: Actor,
  publicUrl: string,
  given: { id: string; challengeId: string; name: string; response: Json },
): Promise<Passkey> {
  const before = await findPasskey(trx, actor, given.id)
  if (before) return before
  const challenge = await takeChallenge(trx, 'new-passkey', given.challengeId, actor.id)
  if (!challenge) throw invalid('passkey.too_late')
  const { origin, name } = houseOf(publicUrl)
  const verified = await verifyRegistrationResponse({
    response: given.response as unknown as RegistrationResponseJSON,
    expectedChallenge: challenge.value,
    expectedOrigin: origin,
    expectedRPID: name,
    requireUserVerification: true,
    supportedAlgorithmIDs: ALGORITHMS,
  }).catch(() => null)
  if (!verified?.verified) throw invalid('passkey.refused')
  const { credential } = verified.registrationInfo
  await trx.run(sql`
    insert into passkeys (id, member_id, credential_id, public_key, counter, transports, name)
    values (${given.id}, ${actor.id}, ${credential.id}, ${Buffer.from(credential.publicKey)}, ${credential.counter},
      ${credential.transports ?? []}, ${given.name.trim()}) on conflict do nothing`)
  // Held and unlocked in this very session: two proofs. The next one by a password alone asks again.
  await trx.run(sql`update sessions set asks_factor = false where id = ${actor.sessionId}::uuid`)
  await tellOfChange(trx, actor.id, 'passkey')
  const after = await findPasskey(trx, actor, given.id)
  if (!after) throw invalid('passkey.refused')
  return after
}

const findPasskey = (trx: Trx, actor: Actor, id: string) =>
  trx.row<Passkey>(
    sql`select id, name, created_at as "createdAt" from passkeys where id = ${id} and member_id = ${actor.id}`,
  )

export async function renamePasskey(trx: Trx, actor: Actor, id: string, name: string): Promise<Passkey> {
  await trx.run(sql`update passkeys set name = ${name.trim()} where id = ${id} and member_id = ${actor.id}`)
  const passkey = await findPasskey(trx, actor, id)
  if (!passkey) throw notFound('passkey.not_found')
  return passkey
}

/** Not the last way in: without a password and without an e-mail address nobody could come back. */
export async function removePasskey(trx: Trx, actor: Actor, id: string) {
  const other = await trx.row(sql`
    select 1 from credentials where member_id = ${actor.id}
    union all select 1 from passkeys where member_id = ${actor.id} and id <> ${id} limit 1`)
  if (!other && (await findPasskey(trx, actor, id))) throw conflict('passkey.last')
  await trx.run(sql`delete from passkeys where id = ${id} and member_id = ${actor.id}`)
  return done
}

/** No account is named: the device offers the passkeys it holds for this address. */
export async function beginPasskeySignIn(
  trx: Trx,
  publicUrl: string,
): Promise<{ challengeId: string; options: Json }> {
  const options = await generateAuthenticationOptions({
    rpID: houseOf(publicUrl).name,
    userVerification: 'required',
  })
  const challengeId = await openChallenge(trx, 'passkey', null, options.challenge)
  return { challengeId, options: { ...options } }
}

interface StoredPasskey {
  id: string
  memberId: string
  credentialId: string
  publicKey: Buffer
  counter: number
}

export async function signInWithPasskey(
  database: Database,
  publicUrl: string,
  http: HttpFacts,
  given: { challengeId: string; response: Json },
): Promise<SignIn> {
  const response = given.response as unknown as AuthenticationResponseJSON
  const entered = await guess(database, { address: http.ip }, () =>
    database.transaction(async (trx) => {
      const challenge = await takeChallenge(trx, 'passkey', given.challengeId)
      const memberId = challenge ? await provenBy(trx, publicUrl, challenge.value, response) : null
      return memberId && enter(trx, memberId, http)
    }),
  )
  if (!entered) throw new Refusal(401, 'passkey.wrong')
  return entered
}

async function provenBy(
  trx: Trx,
  publicUrl: string,
  challenge: string,
  response: AuthenticationResponseJSON,
): Promise<string | null> {
  const passkey = await trx.row<StoredPasskey>(sql`
    select p.id, p.member_id as "memberId", p.credential_id as "credentialId", p.public_key as "publicKey", p.counter
    from passkeys p join members m on m.id = p.member_id and m.status = 'active'
    where p.credential_id = ${String(response.id)} for update of p`)
  if (!passkey) return null
  const { origin, name } = houseOf(publicUrl)
  const verified = await verifyAuthenticationResponse({
    response,
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: name,
    credential: {
      id: passkey.credentialId,
      publicKey: new Uint8Array(passkey.publicKey),
      counter: passkey.counter,
    },
    requireUserVerification: true,
  }).catch(() => null)
  if (!verified?.verified) return null
  await trx.run(
    sql`update passkeys set counter = ${verified.authenticationInfo.newCounter} where id = ${passkey.id}`,
  )
  return passkey.memberId
}
