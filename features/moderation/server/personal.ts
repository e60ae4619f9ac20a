import { part, type PersonalOffer } from '#platform/server/personal.ts'
import { sql } from '#platform/server/db.ts'

/** Whoever reports is protected: those who are reported read why, and what was decided, never by whom nor in which words. */
export const personal: PersonalOffer = {
  parts: [
    part(
      'moderation.reported',
      ['reports.reporter_id'],
      (me) => sql`
      select r.created_at as at, s.name as place, r.subject_kind as about, r.reason, r.note as words, r.state from reports r
      join spaces s on s.id = r.space_id where r.reporter_id = ${me} order by r.created_at`,
    ),
    part(
      'moderation.about',
      ['reports.subject_id'],
      (me) => sql`
      select r.created_at as at, s.name as place, r.subject_kind as about, r.reason, r.state, r.settled_at as "doneAt" from reports r
      join spaces s on s.id = r.space_id
      where (r.subject_kind = 'post' and exists (select 1 from posts p where p.id = r.subject_id and p.author_id = ${me}))
        or (r.subject_kind = 'comment' and exists (select 1 from comments c where c.id = r.subject_id and c.author_id = ${me}))
      order by r.created_at`,
    ),
    part(
      'moderation.settled',
      ['reports.settled_by'],
      (me) => sql`
      select r.settled_at as at, s.name as place, r.subject_kind as about, r.state from reports r join spaces s on s.id = r.space_id
      where r.settled_by = ${me} order by r.settled_at`,
    ),
  ],
}
