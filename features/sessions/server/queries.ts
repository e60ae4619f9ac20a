import { type Actor, proveActor, type Standing } from '#platform/server/actor.ts'
import { type Db, sql } from '#platform/server/db.ts'
import { digest } from '#platform/server/seal.ts'

export const COOKIE = 'elan'

interface ActorRow {
  session_id: string
  member_id: string
  standing: Standing
  outside: boolean
  language: 'fr' | 'en'
}

/** From the cookie to a proven actor. Nothing is written: when somebody comes back is not kept. */
export async function actorOfCookies(db: Db, cookies: Record<string, string | undefined>): Promise<Actor | null> {
  const token = cookies[COOKIE]
  if (!token) return null
  const row = await db.row<ActorRow>(sql`
    select session.id as session_id, m.id as member_id, m.standing, m.standing = 'guest' or o.outside as outside,
      coalesce(m.language, n.language, 'fr') as language
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
  })
}
