import { proveActor, type Standing } from '#platform/server/actor.ts'
import { type Db, join, sql } from '#platform/server/db.ts'
import { readable } from '#features/spaces/server/policy.ts'

interface Facts {
  id: string
  standing: Standing
  outside: boolean
}

/** Those of these members who may read the space, by the one rule of spaces: each is asked as themselves. */
export async function readersAmong(db: Db, spaceId: string, memberIds: string[]): Promise<string[]> {
  if (memberIds.length === 0) return []
  const members = await db.rows<Facts>(sql`
    select m.id, m.standing, m.standing = 'guest' or o.outside as outside from members m join organizations o on o.id = m.organization_id
    where m.id = any(${memberIds}::uuid[]) and m.status <> 'closed'`)
  if (members.length === 0) return []
  const asked = members.map((member) => {
    const actor = proveActor({ ...member, language: 'fr', sessionId: null })
    return sql`select ${member.id}::uuid as id from spaces s where s.id = ${spaceId} and ${readable(actor)}`
  })
  const rows = await db.rows<{ id: string }>(join(asked, ' union all '))
  return rows.map((row) => row.id)
}
