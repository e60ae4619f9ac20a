import { findByIdentifier, type Identity } from '#features/people/server/queries.ts'
import type { Actor } from '#platform/server/actor.ts'
import type { HttpFacts } from '#platform/server/app.ts'
import { type Database, sql, type Trx } from '#platform/server/db.ts'
import { forbidden, invalid, Refusal } from '#platform/server/errors.ts'
import { digest } from '#platform/server/seal.ts'
import type { SignIn } from '../contract.ts'
import { openChallenge } from './challenges.ts'
import { openSession } from './commands.ts'
import { guess } from './guesses.ts'
import { passwordFits } from './hashing.ts'
import { isForAdministrator } from './password-rules.ts'
import { COOKIE, isFresh, passwordHash } from './queries.ts'
import { proveFactor } from './second-factor.ts'

/** The same sentence, after the same work, whether the account exists, is closed, or has no password. */
const wrong = () => new Refusal(401, 'session.wrong')

export async function signIn(
  database: Database,
  http: HttpFacts,
  { identifier, password }: { identifier: string; password: string },
): Promise<SignIn> {
  const person = await findByIdentifier(database.db, identifier)
  const account = `password:${person?.id ?? identifier.trim().toLowerCase()}`
  const proven = await guess(database, { account, address: http.ip }, () => prove(database, person, password))
  if (!proven) throw wrong()
  return database.transaction(async (trx) => {
    // Chosen before its length was noted: now it is known.
    await trx.run(sql`
      update credentials set for_administrator = ${isForAdministrator(password)} where member_id = ${proven.id} and for_administrator is null`)
    return welcome(trx, proven.id, http)
  })
}

async function prove(
  database: Database,
  person: Identity | undefined,
  password: string,
): Promise<Identity | null> {
  // Asked in all cases: the same number of questions to the database tells nothing either.
  const hash = await passwordHash(database.db, person?.id ?? '00000000-0000-0000-0000-000000000000')
  const fits = await passwordFits(password, hash)
  return fits && person?.status === 'active' ? person : null
}

/** Proven by password: a session, unless a second factor is on. The former session of this browser ends. */
export async function welcome(trx: Trx, memberId: string, http: HttpFacts): Promise<SignIn> {
  const factor = await trx.row(
    sql`select 1 from second_factors where member_id = ${memberId} and confirmed_at is not null`,
  )
  if (factor) return { signedIn: false, challengeId: await openChallenge(trx, 'second-factor', memberId) }
  return enter(trx, memberId, http, { asksFactor: true })
}

/** By a passkey or with a second factor; by a password alone, the session asks for one where it is wanted. */
export async function enter(
  trx: Trx,
  memberId: string,
  http: HttpFacts,
  opening: { asksFactor?: boolean } = {},
): Promise<SignIn> {
  const former = http.cookies[COOKIE]
  if (former) await trx.run(sql`delete from sessions where token_hash = ${digest(former)}`)
  await openSession(trx, memberId, http, opening)
  return { signedIn: true, challengeId: null }
}

export async function giveSecondFactor(
  database: Database,
  http: HttpFacts,
  { challengeId, code }: { challengeId: string; code: string },
): Promise<SignIn> {
  const challenge = await database.db.row<{ member_id: string }>(sql`
    select challenge.member_id from challenges challenge join members m on m.id = challenge.member_id and m.status = 'active'
    where challenge.id = ${challengeId} and purpose = 'second-factor' and expires_at > now()`)
  if (!challenge) throw new Refusal(401, 'session.too_late')
  const memberId = challenge.member_id
  const proven = await guess(database, { account: `factor:${memberId}`, address: http.ip }, () =>
    database.transaction(async (trx) => ((await proveFactor(trx, memberId, code)) ? memberId : null)),
  )
  if (!proven) throw invalid('second_factor.wrong', { field: 'code' })
  return database.transaction(async (trx) => {
    const count = await trx.run(sql`delete from challenges where id = ${challengeId}`)
    if (count === 0) throw new Refusal(401, 'session.too_late')
    return enter(trx, memberId, http)
  })
}

/** Before a key is added or changed: a session opened a moment ago, or the password once more. */
export async function proveAgain(
  database: Database,
  actor: Actor,
  http: HttpFacts,
  password: string | undefined,
): Promise<void> {
  if (password === undefined && (await isFresh(database.db, actor))) return
  if (password === undefined) throw forbidden('session.prove_again')
  const hash = await passwordHash(database.db, actor.id)
  const keys = { account: `password:${actor.id}`, address: http.ip }
  const proven = await guess(database, keys, async () => ((await passwordFits(password, hash)) ? true : null))
  if (!proven) throw invalid('password.wrong', { field: 'current' })
}
