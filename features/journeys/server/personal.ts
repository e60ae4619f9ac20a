import { part, type PersonalOffer } from '#platform/server/personal.ts'
import { sql } from '#platform/server/db.ts'

/** Notes of a call are read by the two who called: both are given them, each with who wrote. */
export const personal: PersonalOffer = {
  parts: [
    part(
      'journeys.steps',
      ['journey_courses.ambassador_id', 'journey_progress.ambassador_id'],
      (me) => sql`
      select w.done_at as at, g.name as programme, t.title, t.kind from journey_progress w join journey_steps t on t.id = w.step_id
      join ambassadors a on a.id = w.ambassador_id join programmes g on g.id = a.programme_id where a.member_id = ${me}
      union all
      select c.begun_at, g.name, '', case when c.completed_at is null then 'begun' else 'completed' end from journey_courses c
      join ambassadors a on a.id = c.ambassador_id join programmes g on g.id = a.programme_id where a.member_id = ${me} order by 1`,
    ),
    part(
      'journeys.calls',
      ['call_slots.ambassador_id', 'call_slots.lead_id'],
      (me) => sql`
      select c.starts_at as at, g.name as programme, c.place as address, b.given_name || ' ' || b.family_name as person, c.booked_at as "bookedAt",
        c.held_at as "doneAt", c.withdrawn_at as "withdrawnAt"
      from call_slots c join programmes g on g.id = c.programme_id left join ambassadors a on a.id = c.ambassador_id
      left join members b on b.id = case when c.lead_id = ${me} then a.member_id else c.lead_id end
      where c.lead_id = ${me} or a.member_id = ${me} order by c.starts_at`,
    ),
    part(
      'journeys.notes',
      ['call_notes.slot_id', 'call_notes.author_id'],
      (me) => sql`
      select n.created_at as at, b.given_name || ' ' || b.family_name as person, n.body as words from call_notes n join call_slots c on c.id = n.slot_id
      left join ambassadors a on a.id = c.ambassador_id join members b on b.id = n.author_id
      where n.author_id = ${me} or c.lead_id = ${me} or a.member_id = ${me} order by n.created_at`,
    ),
    part(
      'journeys.buddies',
      ['journey_buddies.ambassador_id', 'journey_buddies.buddy_id'],
      (me) => sql`
      select j.named_at as at, case when a.member_id = ${me} then 'my_buddy' else 'i_am_buddy' end as role,
        case when a.member_id = ${me} then o.given_name || ' ' || o.family_name else s.given_name || ' ' || s.family_name end as person
      from journey_buddies j join ambassadors a on a.id = j.ambassador_id join members s on s.id = a.member_id
      join ambassadors b on b.id = j.buddy_id join members o on o.id = b.member_id where a.member_id = ${me} or b.member_id = ${me} order by j.named_at`,
    ),
    part(
      'journeys.quizzes',
      ['quiz_tries.ambassador_id'],
      (me) => sql`
      select q.at, t.title, q.passed, q.answers as details from quiz_tries q join journey_steps t on t.id = q.step_id
      join ambassadors a on a.id = q.ambassador_id where a.member_id = ${me} order by q.at`,
    ),
    part(
      'journeys.first',
      ['first_drafts.ambassador_id'],
      (me) => sql`
      select f.updated_at as at, f.title, f.body as words, f.theme as about, f.shared_at as "sharedAt", f.published_at as "doneAt" from first_drafts f
      join ambassadors a on a.id = f.ambassador_id where a.member_id = ${me} order by f.updated_at`,
    ),
    part(
      'journeys.words',
      ['draft_words.draft_id', 'draft_words.author_id'],
      (me) => sql`
      select w.at, b.given_name || ' ' || b.family_name as person, w.body as words from draft_words w join first_drafts f on f.id = w.draft_id
      join ambassadors a on a.id = f.ambassador_id join members b on b.id = w.author_id where a.member_id = ${me} or w.author_id = ${me} order by w.at`,
    ),
    part(
      'journeys.made',
      ['journeys.created_by', 'journey_buddies.named_by'],
      (me) => sql`
      select j.created_at as at, 'journey' as kind, g.name as title from journeys j join programmes g on g.id = j.programme_id where j.created_by = ${me}
      union all select b.named_at, 'buddy', '' from journey_buddies b where b.named_by = ${me} order by 1`,
    ),
  ],
}
