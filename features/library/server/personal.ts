import { part, type PersonalOffer } from '#platform/server/personal.ts'
import { sql } from '#platform/server/db.ts'

export const personal: PersonalOffer = {
  parts: [
    part(
      'library.results',
      ['library_results.member_id'],
      (me) => sql`
      select r.told_at as at, p.title, r.before_words as before, r.after_words as after, r.words from library_results r join posts p on p.id = r.post_id
      where r.member_id = ${me} order by r.told_at`,
    ),
  ],
}
