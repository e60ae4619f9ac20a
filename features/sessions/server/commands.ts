import { randomBytes } from 'node:crypto'
import { v7 as uuid7 } from 'uuid'
import { findNetwork } from '#features/network/server/queries.ts'
import { findIdentity } from '#features/people/server/queries.ts'
import { done } from '#platform/contract/schema.ts'
import type { Actor } from '#platform/server/actor.ts'
import type { HttpFacts } from '#platform/server/app.ts'
import { sql, type Trx } from '#platform/server/db.ts'
import { expel } from '#platform/server/emit.ts'
import { notFound } from '#platform/server/errors.ts'
import { digest } from '#platform/server/seal.ts'
import { SESSION_DAYS } from '../rules/periods.ts'
import { hashPassword } from './hashing.ts'
import { checkPasswordRules, isForAdministrator } from './password-rules.ts'
import { COOKIE } from './queries.ts'

/**
 * Opens a session for somebody who just proved who they are, and keeps the date of their very first arrival. Opened by a
 * password alone, it asks those who administer for a second factor, where the network wants one.
 */
export async function openSession(
  trx: Trx,
  memberId: string,
  http: Pick<HttpFacts, 'device' | 'setCookie'>,
  { asksFactor = false } = {},
): Promise<void> {
  const token = randomBytes(32).toString('base64url')
  await trx.run(sql`
    insert into sessions (id, member_id, token_hash, device, expires_at, asks_factor)
    values (${uuid7()}, ${memberId}, ${digest(token)}, ${http.device}, now() + make_interval(days => ${SESSION_DAYS}), ${asksFactor})`)
  await trx.run(sql`update members set arrived_at = now() where id = ${memberId} and arrived_at is null`)
  http.setCookie(COOKIE, token, SESSION_DAYS * 86_400)
}

/** Refuses a weak password in one sentence. The set-up page, joining and resets call it; sessions stay as they are. */
export async function setPassword(trx: Trx, memberId: string, password: string): Promise<void> {
  const person = await findIdentity(trx, memberId)
  if (!person) throw notFound('person.not_found')
  const network = await findNetwork(trx)
  const { standing, givenName, familyName, email, staffNumber } = person
  checkPasswordRules(password, {
    standing,
    words: [givenName, familyName, email ?? '', staffNumber ?? '', network.name],
  })
  const hash = await hashPassword(password)
  await trx.run(sql`
    insert into credentials (member_id, password_hash, for_administrator) values (${memberId}, ${hash}, ${isForAdministrator(password)})
    on conflict (member_id) do update set password_hash = excluded.password_hash, for_administrator = excluded.for_administrator, changed_at = now()`)
}

/** Ends somebody's sessions, all or all but one; their screens close at once. */
export async function endSessions(trx: Trx, memberId: string, except: string | null = null): Promise<void> {
  const rows = await trx.rows<{ id: string }>(sql`
    delete from sessions where member_id = ${memberId} and id is distinct from ${except}::uuid returning id`)
  for (const row of rows) expel(trx, memberId, { sessionId: row.id })
}

export async function endSession(trx: Trx, actor: Actor, id: string) {
  const count = await trx.run(sql`delete from sessions where id = ${id} and member_id = ${actor.id}`)
  if (count === 1) expel(trx, actor.id, { sessionId: id })
  return done
}

/** Also when the session has ended already: the cookie goes. */
export async function signOut(trx: Trx, actor: Actor | null, http: HttpFacts) {
  if (actor?.sessionId) await endSession(trx, actor, actor.sessionId)
  http.clearCookie(COOKIE)
  return done
}
