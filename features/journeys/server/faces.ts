import { type Db, raw, sql, type Sql } from '#platform/server/db.ts'
import type { Face } from '../contract.ts'

/** A person as cards show them, over an alias of `members`. */
export const face = (alias: string): Sql => {
  const m = raw(alias)
  return sql`jsonb_build_object('id', ${m}.id, 'givenName', ${m}.given_name, 'familyName', ${m}.family_name,
    'photoFileId', ${m}.photo_file_id, 'job', ${m}.job, 'site', ${m}.site)`
}

export async function facesOf(db: Db, ids: string[]): Promise<Face[]> {
  const rows = await db.rows<{ face: Face }>(sql`
    select ${face('m')} as face from members m where m.id = any(${ids}::uuid[]) and m.status <> 'closed'
    order by m.family_name, m.given_name, m.id`)
  return rows.map((row) => row.face)
}
