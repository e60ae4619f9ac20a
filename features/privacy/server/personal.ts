import { part, type PersonalOffer } from '#platform/server/personal.ts'
import { sql } from '#platform/server/db.ts'

export const personal: PersonalOffer = {
  parts: [
    part(
      'privacy.exports',
      ['personal_exports.member_id'],
      (me) => sql`select asked_at as at, state from personal_exports where member_id = ${me}`,
    ),
  ],
}
