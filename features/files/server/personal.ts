import { part, type PersonalOffer } from '#platform/server/personal.ts'
import { sql } from '#platform/server/db.ts'

export const personal: PersonalOffer = {
  parts: [
    part(
      'files.own',
      ['files.owner_id'],
      (me) => sql`
      select f.created_at as at, f.name, f.media_type as kind, f.bytes, s.name as place from files f left join spaces s on s.id = f.space_id
      where f.owner_id = ${me} order by f.created_at`,
    ),
  ],
  // An import is the company's staff file: it is about others, and is gone within the day.
  files: (db, memberId) =>
    db.rows(sql`
      select f.name, f.storage_key as key, f.bytes from files f where f.owner_id = ${memberId} and f.use <> 'import' order by f.created_at, f.id`),
}
