import { part, type PersonalOffer } from '#platform/server/personal.ts'
import { sql } from '#platform/server/db.ts'

export const personal: PersonalOffer = {
  parts: [
    part(
      'audiences.made',
      ['audiences.created_by'],
      (me) => sql`
      select created_at as at, name as title from audiences where created_by = ${me} order by created_at`,
    ),
  ],
}
