import { part, type PersonalOffer } from '#platform/server/personal.ts'
import { sql } from '#platform/server/db.ts'

export const personal: PersonalOffer = {
  parts: [
    part(
      'communities.signatures',
      ['charter_signatures.member_id'],
      (me) => sql`
      select g.signed_at as at, s.name as place, c.version, g.name, g.withdrawn_at as "withdrawnAt", c.text_hash as proof
      from charter_signatures g join charters c on c.id = g.charter_id join spaces s on s.id = c.space_id
      where g.member_id = ${me} order by g.signed_at`,
    ),
    part(
      'communities.parts',
      ['stakeholders.member_id'],
      (me) => sql`
      select s.name as place, k.part as role, k.expectation as words from stakeholders k join spaces s on s.id = k.space_id
      where k.member_id = ${me} order by s.name`,
    ),
    part(
      'communities.requests',
      ['join_requests.member_id'],
      (me) => sql`
      select r.asked_at as at, s.name as place, r.note as words, r.state, r.answer, r.answered_at as "doneAt" from join_requests r
      join spaces s on s.id = r.space_id where r.member_id = ${me} order by r.asked_at`,
    ),
    part(
      'communities.answered',
      ['join_requests.answered_by'],
      (me) => sql`
      select r.answered_at as at, s.name as place, r.state, r.answer as words from join_requests r join spaces s on s.id = r.space_id
      where r.answered_by = ${me} order by r.answered_at`,
    ),
  ],
}
