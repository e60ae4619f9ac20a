import { part, type PersonalOffer } from '#platform/server/personal.ts'
import { sql } from '#platform/server/db.ts'

export const personal: PersonalOffer = {
  parts: [
    part(
      'comments.written',
      ['comments.author_id'],
      (me) => sql`
      select c.created_at as at, s.name as place, c.body_text as words, c.edited_at as "editedAt", c.withdrawn_at as "withdrawnAt", c.hidden_at as "hiddenAt"
      from comments c join spaces s on s.id = c.space_id where c.author_id = ${me} order by c.created_at`,
    ),
  ],
}
