import { part, type PersonalOffer } from '#platform/server/personal.ts'
import { sql } from '#platform/server/db.ts'

export const personal: PersonalOffer = {
  parts: [
    part(
      'spaces.seats',
      ['seats.member_id'],
      (me) => sql`
      select n.joined_at as at, s.name as place, n.role, n.via as how from seats n join spaces s on s.id = n.space_id
      where n.member_id = ${me} order by n.joined_at, s.name`,
    ),
    part(
      'spaces.made',
      ['spaces.created_by'],
      (me) => sql`
      select created_at as at, kind, name as title from spaces where created_by = ${me} order by created_at`,
    ),
    part(
      'spaces.marks',
      ['read_marks.member_id'],
      (me) => sql`
      select s.name as place, r.posts as count from read_marks r join spaces s on s.id = r.space_id where r.member_id = ${me} order by s.name`,
    ),
    part(
      'spaces.events',
      ['events.actor_id'],
      (me) => sql`
      select e.at, e.kind as act, s.name as place from events e join spaces s on s.id = e.space_id where e.actor_id = ${me} order by e.at`,
    ),
  ],
}
