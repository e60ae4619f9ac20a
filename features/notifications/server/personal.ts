import { part, type PersonalOffer } from '#platform/server/personal.ts'
import { sql } from '#platform/server/db.ts'

export const personal: PersonalOffer = {
  parts: [
    part(
      'notifications.received',
      ['notifications.member_id'],
      (me) => sql`
      select n.created_at as at, n.kind, s.name as place, n.details ->> 'says' as words, n.read_at as "readAt" from notifications n
      left join spaces s on s.id = n.space_id where n.member_id = ${me} order by n.created_at`,
    ),
  ],
  withheld: {
    'notifications.actor_id':
      'the notice belongs to whoever received it; the act it tells of is in the other parts',
  },
}
