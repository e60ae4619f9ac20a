import { randomBytes } from 'node:crypto'
import { v7 as uuid7 } from 'uuid'
import type { HttpFacts } from '#platform/server/app.ts'
import { sql, type Trx } from '#platform/server/db.ts'
import { digest } from '#platform/server/seal.ts'
import { COOKIE } from './queries.ts'

const SESSION_DAYS = 60

/** Opens a session for somebody who just proved who they are, and keeps the date of their very first arrival. */
export async function openSession(trx: Trx, memberId: string, http: Pick<HttpFacts, 'device' | 'setCookie'>): Promise<void> {
  const token = randomBytes(32).toString('base64url')
  await trx.run(sql`
    insert into sessions (id, member_id, token_hash, device, expires_at)
    values (${uuid7()}, ${memberId}, ${digest(token)}, ${http.device}, now() + make_interval(days => ${SESSION_DAYS}))`)
  await trx.run(sql`update members set arrived_at = now() where id = ${memberId} and arrived_at is null`)
  http.setCookie(COOKIE, token, SESSION_DAYS * 86_400)
}
