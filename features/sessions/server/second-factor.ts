import { randomInt } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import QRCode from 'qrcode'
import { findNetwork } from '#features/network/server/queries.ts'
import { findIdentity } from '#features/people/server/queries.ts'
import { done } from '#platform/contract/schema.ts'
import type { Actor } from '#platform/server/actor.ts'
import { audit } from '#platform/server/audit.ts'
import type { HttpFacts } from '#platform/server/app.ts'
import { type Database, sql, type Trx } from '#platform/server/db.ts'
import { conflict, forbidden, invalid, notFound } from '#platform/server/errors.ts'
import { mark, seal, unseal } from '#platform/server/seal.ts'
import { guess } from './guesses.ts'
import { tellOfChange } from './letters.ts'

const PERIOD = 30
const RECOVERY_CODES = 10
const SIGNS = '23456789abcdefghjkmnpqrstuvwxyz'

const authenticator = (secret: string) =>
  new TOTP({ secret: Secret.fromBase32(secret), digits: 6, period: PERIOD })
const plainCode = (code: string) => code.toLowerCase().replace(/[^0-9a-z]/g, '')
const recoveryMark = (memberId: string, code: string) =>
  mark(`recovery:${memberId}:${plainCode(code)}`).toString('base64url')

/** A secret that counts for nothing until its first code is given back. */
export async function beginSecondFactor(trx: Trx, actor: Actor) {
  const secret = new Secret({ size: 20 }).base32
  const count = await trx.run(sql`
    insert into second_factors as f (member_id, secret_sealed) values (${actor.id}, ${seal(secret)})
    on conflict (member_id) do update set secret_sealed = excluded.secret_sealed, last_step = 0 where f.confirmed_at is null`)
  if (count === 0) throw conflict('second_factor.already')
  const network = await findNetwork(trx)
  const me = await findIdentity(trx, actor.id)
  const label = me?.email ?? me?.staffNumber ?? me?.givenName ?? ''
  const address = new TOTP({
    issuer: network.name || 'Élan',
    label,
    secret: Secret.fromBase32(secret),
    period: PERIOD,
  }).toString()
  const svg = await QRCode.toString(address, { type: 'svg', margin: 2, errorCorrectionLevel: 'M' })
  return { secret, address, qr: `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}` }
}

/** The code of now, or of the half minute before or after; each one works once. */
async function spendStep(trx: Trx, memberId: string, code: string, confirmed: boolean): Promise<boolean> {
  const row = await trx.row<{ secret_sealed: string }>(sql`
    select secret_sealed from second_factors where member_id = ${memberId} and (confirmed_at is not null) = ${confirmed}`)
  if (!row || !/^\d{6}$/.test(plainCode(code))) return false
  const now = Date.now()
  const delta = authenticator(unseal(row.secret_sealed)).validate({
    token: plainCode(code),
    window: 1,
    timestamp: now,
  })
  if (delta === null) return false
  const step = Math.floor(now / 1000 / PERIOD) + delta
  return (
    (await trx.run(
      sql`update second_factors set last_step = ${step} where member_id = ${memberId} and last_step < ${step}`,
    )) === 1
  )
}

async function spendRecoveryCode(trx: Trx, memberId: string, code: string): Promise<boolean> {
  const given = recoveryMark(memberId, code)
  const count = await trx.run(sql`
    update second_factors set recovery_hashes = array_remove(recovery_hashes, ${given})
    where member_id = ${memberId} and confirmed_at is not null and ${given} = any(recovery_hashes)`)
  return count === 1
}

export const proveFactor = async (trx: Trx, memberId: string, code: string): Promise<boolean> =>
  (await spendStep(trx, memberId, code, true)) || spendRecoveryCode(trx, memberId, code)

function newCodes(): string[] {
  const sign = () => SIGNS[randomInt(SIGNS.length)]
  const half = () => Array.from({ length: 5 }, sign).join('')
  return Array.from({ length: RECOVERY_CODES }, () => `${half()}-${half()}`)
}

/** Shown once: only their marks are kept. */
async function giveRecoveryCodes(trx: Trx, memberId: string): Promise<{ codes: string[] }> {
  const codes = newCodes()
  const hashes = codes.map((code) => recoveryMark(memberId, code))
  await trx.run(sql`
    update second_factors set confirmed_at = coalesce(confirmed_at, now()), recovery_hashes = ${hashes} where member_id = ${memberId}`)
  return { codes }
}

type Proof = (trx: Trx, memberId: string, code: string) => Promise<boolean>

/** Does something with the second factor of somebody who just gave a code of it. */
async function withCode<T>(
  database: Database,
  facts: { actor: Actor; http: HttpFacts; code: string },
  proof: Proof,
  act: (trx: Trx) => Promise<T>,
): Promise<T> {
  const { actor, http, code } = facts
  const result = await guess(database, { account: `factor:${actor.id}`, address: http.ip }, () =>
    database.transaction(async (trx) =>
      (await proof(trx, actor.id, code)) ? { value: await act(trx) } : null,
    ),
  )
  if (!result) throw invalid('second_factor.wrong', { field: 'code' })
  return result.value
}

type Facts = Parameters<typeof withCode>[1]

export const confirmSecondFactor = (database: Database, facts: Facts) =>
  withCode(
    database,
    facts,
    (trx, memberId, code) => spendStep(trx, memberId, code, false),
    async (trx) => {
      const codes = await giveRecoveryCodes(trx, facts.actor.id)
      await tellOfChange(trx, facts.actor.id, 'second_factor_on')
      return codes
    },
  )

export const renewRecoveryCodes = (database: Database, facts: Facts) =>
  withCode(database, facts, proveFactor, (trx) => giveRecoveryCodes(trx, facts.actor.id))

export const stopSecondFactor = (database: Database, facts: Facts) =>
  withCode(database, facts, proveFactor, async (trx) => {
    await forget(trx, facts.actor.id)
    return done
  })

async function forget(trx: Trx, memberId: string): Promise<boolean> {
  const count = await trx.run(sql`delete from second_factors where member_id = ${memberId}`)
  if (count === 1) await tellOfChange(trx, memberId, 'second_factor_off')
  return count === 1
}

/** For somebody who lost their telephone and their codes. Never for oneself: a stolen session must not suffice. */
export async function liftSecondFactor(trx: Trx, actor: Actor, memberId: string) {
  if (memberId === actor.id) throw forbidden('second_factor.own')
  if (!(await findIdentity(trx, memberId))) throw notFound('person.not_found')
  if (await forget(trx, memberId))
    await audit(trx, actor, 'second_factor.lifted', { kind: 'member', id: memberId })
  return done
}
