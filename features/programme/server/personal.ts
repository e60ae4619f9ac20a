import { part, type PersonalOffer } from '#platform/server/personal.ts'
import { sql } from '#platform/server/db.ts'

/** The file of an ambassador, whole: its person reads first what keepers read. */
export const personal: PersonalOffer = {
  parts: [
    part(
      'programme.role',
      ['ambassadors.member_id', 'ambassadors.successor_id'],
      (me) => sql`
      select a.created_at as at, g.name as programme, a.state, a.entered_by as how, n.given_name || ' ' || n.family_name as "namedBy", a.words, a.likes as tastes,
        c.name as circle, a.waiting_since as "waitingSince", a.onboarding_since as "onboardingSince", a.active_since as "activeSince",
        a.paused_until as "pausedUntil", a.contributions_per_month as "contributionsPerMonth", a.hours_per_month as "hoursPerMonth",
        (select m.given_name || ' ' || m.family_name from ambassadors s join members m on m.id = s.member_id where s.id = a.successor_id) as successor,
        a.wall, a.wall_words as "wallWords"
      from ambassadors a join programmes g on g.id = a.programme_id left join circles c on c.id = a.circle_id left join members n on n.id = a.named_by
      where a.member_id = ${me} order by a.created_at`,
    ),
    part(
      'programme.steps',
      ['ambassador_steps.ambassador_id'],
      (me) => sql`
      select t.at, g.name as programme, t.from_state as "from", t.to_state as state, b.given_name || ' ' || b.family_name as person, t.why as reason
      from ambassador_steps t join ambassadors a on a.id = t.ambassador_id join programmes g on g.id = a.programme_id
      left join members b on b.id = t.by_id where a.member_id = ${me} order by t.id`,
    ),
    part(
      'programme.leaves',
      ['ambassador_leaves.ambassador_id'],
      (me) => sql`
      select l.created_at as at, g.name as programme, l.starts_on as day, l.ends_on as until from ambassador_leaves l
      join ambassadors a on a.id = l.ambassador_id join programmes g on g.id = a.programme_id where a.member_id = ${me} order by l.starts_on`,
    ),
    part(
      'programme.agreements',
      ['manager_agreements.ambassador_id', 'manager_agreements.letter_id'],
      (me) => sql`
      select r.asked_at as at, g.name as programme, r.manager_name as person, r.agreed, r.words, r.answered_at as "doneAt", r.expires_at as until
      from manager_agreements r join ambassadors a on a.id = r.ambassador_id join programmes g on g.id = a.programme_id
      where a.member_id = ${me} order by r.asked_at`,
    ),
    part(
      'programme.letters',
      ['mission_letters.ambassador_id'],
      (me) => sql`
      select l.issued_at as at, g.name as programme, l.facts as words, l.text_hash as proof, l.signed_by_ambassador_at as "doneAt"
      from mission_letters l join ambassadors a on a.id = l.ambassador_id join programmes g on g.id = a.programme_id
      where a.member_id = ${me} order by l.issued_at`,
    ),
    part(
      'programme.gatherings',
      ['gathering_answers.member_id'],
      (me) => sql`
      select g.starts_at as at, g.title, w.answer, w.came from gathering_answers w join gatherings g on g.id = w.gathering_id
      where w.member_id = ${me} order by g.starts_at`,
    ),
    part(
      'programme.keeping',
      ['programme_keepers.member_id'],
      (me) => sql`
      select k.named_at as at, g.name as programme from programme_keepers k join programmes g on g.id = k.programme_id
      where k.member_id = ${me} order by k.named_at`,
    ),
    // Of others, only that I did it: their file is theirs.
    part(
      'programme.made',
      [
        'programmes.created_by',
        'gatherings.host_id',
        'ambassadors.named_by',
        'ambassador_steps.by_id',
        'mission_letters.issued_by',
        'manager_agreements.manager_id',
      ],
      (me) => sql`
      select g.created_at as at, 'programme' as kind, g.name as title from programmes g where g.created_by = ${me}
      union all select t.starts_at, 'gathering', t.title from gatherings t where t.host_id = ${me}
      union all select a.created_at, 'nomination', g.name from ambassadors a join programmes g on g.id = a.programme_id where a.named_by = ${me}
      union all select t.at, 'step', g.name from ambassador_steps t join ambassadors a on a.id = t.ambassador_id join programmes g on g.id = a.programme_id
        where t.by_id = ${me} and a.member_id <> ${me}
      union all select l.issued_at, 'letter', g.name from mission_letters l join ambassadors a on a.id = l.ambassador_id
        join programmes g on g.id = a.programme_id where l.issued_by = ${me}
      union all select coalesce(r.answered_at, r.asked_at), 'agreement', g.name from manager_agreements r join ambassadors a on a.id = r.ambassador_id
        join programmes g on g.id = a.programme_id where r.manager_id = ${me}
      order by 1`,
    ),
  ],
}
