import { part, type PersonalOffer } from '#platform/server/personal.ts'
import { sql } from '#platform/server/db.ts'

export const personal: PersonalOffer = {
  parts: [
    part(
      'reactions.given',
      ['reactions.member_id'],
      (me) => sql`
      select r.at, r.kind, r.subject_kind as about, s.name as place from reactions r join spaces s on s.id = r.space_id
      where r.member_id = ${me} order by r.at`,
    ),
  ],
}
