import { part, type PersonalOffer } from '#platform/server/personal.ts'
import { sql } from '#platform/server/db.ts'

export const personal: PersonalOffer = {
  parts: [
    part(
      'practices.choices',
      ['practice_choices.set_by'],
      (me) => sql`
      select c.set_at as at, s.name as place, c.code as title, c.off_reason as words from practice_choices c join spaces s on s.id = c.space_id
      where c.set_by = ${me} order by c.set_at`,
    ),
  ],
}
