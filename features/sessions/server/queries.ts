import { type Actor, type Owed, proveActor, type Standing } from '#platform/server/actor.ts'
import { type Db, sql } from '#platform/server/db.ts'
import { digest } from '#platform/server/seal.ts'
import type { Passkey, Session } from '../contract.ts'
import { leastLength } from './password-rules.ts'

export const COOKIE = 'elan'

interface ActorRow {
  session_id: string
  member_id: string
  standing: Standing
  outside: boolean
  language: 'fr' | 'en'
  owes: Owed | null
}

/** From the cookie to a proven actor. Nothing is written: when somebody comes back is not kept. */
export async function actorOfCookies(
  db: Db,
  cookies: Record<string, string | undefined>,
): Promise<Actor | null> {
  const token = cookies[COOKIE]
  if (!token) return null
  const row = await db.row<ActorRow>(sql`
    select session.id as session_id, m.id as member_id, m.standing, m.standing = 'guest' or o.outside as outside,
      coalesce(m.language, n.language, 'fr') as language,
      case when m.standing = 'administrator' then case
        when exists (select 1 from credentials c where c.member_id = m.id and c.for_administrator = false) then 'password'
        when session.asks_factor and n.administrators_need_factor and not exists (
          select 1 from second_factors f where f.member_id = m.id and f.confirmed_at is not null) then 'factor'
      end end as owes
    from sessions session
    join members m on m.id = session.member_id and m.status = 'active'
    join organizations o on o.id = m.organization_id
    left join network n on true
    where session.token_hash = ${digest(token)} and session.expires_at > now()`)
  if (!row) return null
  return proveActor({
    id: row.member_id,
    standing: row.standing,
    outside: row.outside,
    language: row.language,
    sessionId: row.session_id,
    owes: row.owes,
  })
}

export const sessionsOf = (db: Db, actor: Actor): Promise<Session[]> =>
  db.rows<Session>(sql`
    select id, device, created_at as "createdAt", id is not distinct from ${actor.sessionId}::uuid as current from sessions
    where member_id = ${actor.id} and expires_at > now() order by current desc, created_at desc`)

export async function passwordHash(db: Db, memberId: string): Promise<string | null> {
  const row = await db.row<{ password_hash: string }>(
    sql`select password_hash from credentials where member_id = ${memberId}`,
  )
  return row?.password_hash ?? null
}

export async function passwordFacts(db: Db, actor: Actor) {
  return { set: (await passwordHash(db, actor.id)) !== null, least: leastLength(actor.standing) }
}

/** Opened a moment ago: who holds it has just proved who they are. */
export async function isFresh(db: Db, actor: Actor): Promise<boolean> {
  const row = await db.row(
    sql`select 1 from sessions where id = ${actor.sessionId} and created_at > now() - interval '15 minutes'`,
  )
  return row !== undefined
}

export const passkeysOf = (db: Db, actor: Actor): Promise<Passkey[]> =>
  db.rows<Passkey>(sql`
    select id, name, created_at as "createdAt" from passkeys where member_id = ${actor.id} order by created_at, id`)

export async function secondFactorOf(db: Db, actor: Actor) {
  const row = await db.row<{ codes: number }>(sql`
    select cardinality(recovery_hashes) as codes from second_factors where member_id = ${actor.id} and confirmed_at is not null`)
  return {
    on: row !== undefined,
    recoveryCodes: row?.codes ?? 0,
    wanted: actor.standing === 'administrator' && !row,
  }
}
