import { part, type PersonalOffer } from '#platform/server/personal.ts'
import { sql } from '#platform/server/db.ts'

export const personal: PersonalOffer = {
  parts: [
    part(
      'cockpit.welcomes',
      ['welcomes.member_id', 'welcomes.welcomed_by'],
      (me) => sql`
      select w.at, s.name as place, case when w.member_id = ${me} then 'welcomed' else 'welcomer' end as role from welcomes w
      join spaces s on s.id = w.space_id where w.member_id = ${me} or w.welcomed_by = ${me} order by w.at`,
    ),
    part(
      'cockpit.gestures',
      ['cockpit_choices.member_id', 'cockpit_tastes.member_id'],
      (me) => sql`
      select s.name as place, c.gesture as title, c.until, null::int as count from cockpit_choices c join spaces s on s.id = c.space_id
      where c.member_id = ${me}
      union all select s.name, t.gesture, null, t.times from cockpit_tastes t join spaces s on s.id = t.space_id where t.member_id = ${me} order by 1, 2`,
    ),
    part(
      'cockpit.mails',
      ['cockpit_refusals.member_id', 'cockpit_sent.member_id'],
      (me) => sql`
      select s.name as place, r.mail as kind, 'refused' as state, null::date as day from cockpit_refusals r join spaces s on s.id = r.space_id
      where r.member_id = ${me}
      union all select s.name, c.mail, 'sent', c.period from cockpit_sent c join spaces s on s.id = c.space_id where c.member_id = ${me} order by 1, 4`,
    ),
  ],
}
