import { randomBytes, randomInt } from 'node:crypto'
import { v7 as uuid7 } from 'uuid'
import { findByIdentifier, findIdentity } from '#features/people/server/queries.ts'
import { done } from '#platform/contract/schema.ts'
import type { Actor } from '#platform/server/actor.ts'
import type { HttpFacts } from '#platform/server/app.ts'
import { audit } from '#platform/server/audit.ts'
import { type Database, type Db, sql, type Trx } from '#platform/server/db.ts'
import { conflict, notFound } from '#platform/server/errors.ts'
import { enqueue } from '#platform/server/jobs.ts'
import { postLetter } from '#platform/server/mail.ts'
import { digest } from '#platform/server/seal.ts'
import { words } from '#platform/server/words.ts'
import type { SignIn } from '../contract.ts'
import { endSessions, setPassword } from './commands.ts'
import { guess } from './guesses.ts'
import { tellOfChange } from './letters.ts'
import { leastLength } from './password-rules.ts'
import { passwordHash } from './queries.ts'
import { proveAgain, welcome } from './sign-in.ts'
import { RESET_HOURS } from '../rules/periods.ts'

const BY_MAIL = `${RESET_HOURS.mail} hours`
const BY_HAND = `${RESET_HOURS.hand} hours`
/** Letters to one person that still open something: more would only fill their mailbox. */
const MOST_OPEN = 3

export async function changePassword(
  database: Database,
  actor: Actor,
  http: HttpFacts,
  { current, password }: { current?: string; password: string },
) {
  const known = (await passwordHash(database.db, actor.id)) !== null
  // Who has a password gives it; who only has passkeys shows a session opened a moment ago.
  await proveAgain(database, actor, http, known ? (current ?? '') : undefined)
  await database.transaction(async (trx) => {
    await setPassword(trx, actor.id, password)
    await endSessions(trx, actor.id, actor.sessionId)
    await trx.run(sql`delete from password_resets where member_id = ${actor.id}`)
    await tellOfChange(trx, actor.id, 'password')
  })
  return done
}

/** Whoever asks for whomever, the answer and its time are the same: the letter, if any, is another's work. */
export async function askPasswordReset(trx: Trx, identifier: string) {
  const person = await findByIdentifier(trx, identifier)
  const memberId = person?.status === 'active' && person.email ? person.id : null
  await enqueue(trx, 'send-password-reset', { memberId })
  return done
}

export async function sendPasswordReset(
  database: Database,
  publicUrl: string,
  memberId: string | null,
): Promise<void> {
  if (!memberId) return
  await database.transaction(async (trx) => {
    const person = await findIdentity(trx, memberId)
    if (!person?.email || person.status !== 'active' || (await openResets(trx, memberId)) >= MOST_OPEN) return
    const code = randomBytes(32).toString('base64url')
    await keepReset(trx, memberId, code, BY_MAIL)
    const text = words(person.language)
    await postLetter(trx, {
      to: person.email,
      memberId,
      subject: text('sessions.letter.reset.subject'),
      paragraphs: [
        text('sessions.letter.hello', { name: person.givenName }),
        text('sessions.letter.reset.why'),
        text('sessions.letter.reset.not_you'),
      ],
      action: { label: text('sessions.letter.reset.action'), url: `${publicUrl}/mot-de-passe/${code}` },
      purpose: 'reset',
      language: person.language,
    })
  })
}

async function openResets(db: Db, memberId: string): Promise<number> {
  const row = await db.row<{ count: number }>(sql`
    select count(*)::int as count from password_resets where member_id = ${memberId} and used_at is null and expires_at > now()`)
  return row?.count ?? 0
}

async function keepReset(trx: Trx, memberId: string, code: string, lasts: string): Promise<string> {
  const row = await trx.row<{ expires_at: string }>(sql`
    insert into password_resets (id, member_id, code_hash, expires_at)
    values (${uuid7()}, ${memberId}, ${digest(code)}, now() + ${lasts}::interval) returning expires_at`)
  return row?.expires_at ?? ''
}

/** Read aloud or copied by hand: no sign mistaken for another. */
const SIGNS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const plainCode = (code: string) => code.toUpperCase().replace(/[^0-9A-Z]/g, '')

export async function createResetCode(
  trx: Trx,
  actor: Actor,
  memberId: string,
): Promise<{ code: string; expiresAt: string }> {
  const person = await findIdentity(trx, memberId)
  if (!person) throw notFound('person.not_found')
  if (person.status !== 'active') throw conflict('password.not_active')
  await trx.run(sql`delete from password_resets where member_id = ${memberId}`)
  const signs = Array.from({ length: 12 }, () => SIGNS[randomInt(SIGNS.length)]).join('')
  const expiresAt = await keepReset(trx, memberId, signs, BY_HAND)
  await audit(trx, actor, 'password.reset_code', { kind: 'member', id: memberId })
  return { code: signs.replace(/(.{4})(?=.)/g, '$1-'), expiresAt }
}

const openReset = (db: Db, code: string) =>
  db.row<{ id: string; member_id: string; given_name: string; standing: string }>(sql`
    select reset.id, reset.member_id, m.given_name, m.standing from password_resets reset
    join members m on m.id = reset.member_id and m.status = 'active'
    where reset.code_hash = any(${[digest(code), digest(plainCode(code))]}::bytea[]) and reset.used_at is null and reset.expires_at > now()`)

async function guessReset(database: Database, http: HttpFacts, code: string) {
  const found = await guess(
    database,
    { address: http.ip },
    async () => (await openReset(database.db, code)) ?? null,
  )
  if (!found) throw notFound('password.reset_gone')
  return found
}

export async function readPasswordReset(database: Database, http: HttpFacts, code: string) {
  const reset = await guessReset(database, http, code)
  return { givenName: reset.given_name, least: leastLength(reset.standing) }
}

export async function usePasswordReset(
  database: Database,
  http: HttpFacts,
  code: string,
  password: string,
): Promise<SignIn> {
  const reset = await guessReset(database, http, code)
  return database.transaction(async (trx) => {
    const count = await trx.run(
      sql`update password_resets set used_at = now() where id = ${reset.id} and used_at is null`,
    )
    if (count === 0) throw notFound('password.reset_gone')
    await setPassword(trx, reset.member_id, password)
    await endSessions(trx, reset.member_id)
    await trx.run(sql`delete from password_resets where member_id = ${reset.member_id} and id <> ${reset.id}`)
    await tellOfChange(trx, reset.member_id, 'password')
    return welcome(trx, reset.member_id, http)
  })
}
