import { part, type PersonalOffer } from '#platform/server/personal.ts'
import { sql } from '#platform/server/db.ts'

/** What a file said of somebody lies in tables of its own and is gone within the day; once applied it is the profile. */
export const personal: PersonalOffer = {
  parts: [
    part(
      'imports.made',
      ['imports.created_by', 'imports.applied_by'],
      (me) => sql`
      select created_at as at, file_name as name, state, case when applied_by = ${me} then applied_at end as "doneAt" from imports
      where created_by = ${me} or applied_by = ${me} order by created_at`,
    ),
  ],
}
