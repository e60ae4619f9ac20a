import { part, type PersonalOffer } from '#platform/server/personal.ts'
import { sql } from '#platform/server/db.ts'

/** Codes are doors: that there is one is said, never the code. */
export const personal: PersonalOffer = {
  parts: [
    part(
      'invitations.received',
      ['invitations.member_id', 'reminders.invitation_id'],
      (me) => sql`
      select i.invited_at as at, s.name as place, i.channel as how, i.state, i.accepted_at as "doneAt",
        (select count(*)::int from reminders r where r.invitation_id = i.id and r.state = 'sent') as reminders
      from invitations i join spaces s on s.id = i.space_id where i.member_id = ${me} order by i.invited_at`,
    ),
    part(
      'invitations.codes',
      ['codes.member_id', 'codes.invitation_id'],
      (me) => sql`
      select c.created_at as at, s.name as place, c.kind, c.uses as count, c.expires_at as until, c.withdrawn_at as "withdrawnAt" from codes c
      join spaces s on s.id = c.space_id where c.member_id = ${me} order by c.created_at`,
    ),
    part(
      'invitations.made',
      ['campaigns.created_by', 'codes.created_by'],
      (me) => sql`
      select c.created_at as at, s.name as place, 'campaign' as kind, c.message as words from campaigns c join spaces s on s.id = c.space_id
      where c.created_by = ${me}
      union all
      select c.created_at, s.name, c.kind, c.label from codes c join spaces s on s.id = c.space_id
      where c.created_by = ${me} and c.member_id is null order by 1`,
    ),
  ],
}
