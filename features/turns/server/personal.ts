import { part, type PersonalOffer } from '#platform/server/personal.ts'
import { sql } from '#platform/server/db.ts'

export const personal: PersonalOffer = {
  parts: [
    part(
      'turns.held',
      ['turns.member_id', 'turns.passed_by'],
      (me) => sql`
      select t.starts_on as day, t.ends_on as until, g.name as programme, case when t.member_id = ${me} then t.state else 'passed' end as state,
        case when t.member_id = ${me} then t.note else '' end as note, case when t.member_id = ${me} then t.words else '' end as words
      from turns t join programmes g on g.id = t.programme_id where t.member_id = ${me} or ${me} = any(t.passed_by) order by t.starts_on`,
    ),
    part(
      'turns.code',
      ['turn_code_acceptances.member_id'],
      (me) => sql`
      select c.accepted_at as at, g.name as programme, c.version from turn_code_acceptances c join programmes g on g.id = c.programme_id
      where c.member_id = ${me} order by c.accepted_at`,
    ),
    part(
      'turns.swaps',
      ['turn_swaps.asked_by', 'turn_swaps.asked_to'],
      (me) => sql`
      select w.asked_at as at, case when w.asked_by = ${me} then 'asked' else 'was_asked' end as role, b.given_name || ' ' || b.family_name as person,
        w.state, w.answered_at as "doneAt"
      from turn_swaps w join members b on b.id = case when w.asked_by = ${me} then w.asked_to else w.asked_by end
      where w.asked_by = ${me} or w.asked_to = ${me} order by w.asked_at`,
    ),
    part(
      'turns.posts',
      ['turn_posts.author_id'],
      (me) => sql`
      select p.planned_for as at, c.network, c.name, p.text as words, p.link, p.state, p.url as address, p.published_at as "doneAt" from turn_posts p
      join connections c on c.id = p.connection_id where p.author_id = ${me} order by p.planned_for`,
    ),
    part(
      'turns.duty',
      [
        'rosters.on_duty_id',
        'turn_incidents.opened_by',
        'turn_incidents.closed_by',
        'turn_incident_lines.by_id',
      ],
      (me) => sql`
      select r.made_at as at, 'on_duty' as kind, g.name as programme, r.on_duty_hours as words from rosters r join programmes g on g.id = r.programme_id
        where r.on_duty_id = ${me}
      union all select i.opened_at, 'opened', g.name, '' from turn_incidents i join programmes g on g.id = i.programme_id where i.opened_by = ${me}
      union all select i.closed_at, 'closed', g.name, '' from turn_incidents i join programmes g on g.id = i.programme_id where i.closed_by = ${me}
      union all select l.at, l.kind, g.name, l.words from turn_incident_lines l join turn_incidents i on i.id = l.incident_id
        join programmes g on g.id = i.programme_id where l.by_id = ${me} order by 1`,
    ),
  ],
  withheld: {
    'roster_accounts.connection_id':
      'the accounts that a roster holds are those of the company, about nobody',
    'turn_posts.connection_id':
      'said of an account of the company; what its author wrote is given to its author',
  },
}
