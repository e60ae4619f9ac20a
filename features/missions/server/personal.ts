import { part, type PersonalOffer } from '#platform/server/personal.ts'
import { sql } from '#platform/server/db.ts'

export const personal: PersonalOffer = {
  parts: [
    part(
      'missions.taken',
      ['mission_takings.member_id'],
      (me) => sql`
      select t.taken_at as at, n.title, n.kind, t.returned_at as "doneAt", t.returned_words as words, t.returned_link as link, t.named,
        b.given_name || ' ' || b.family_name as person, t.thanks_words as answer
      from mission_takings t join missions n on n.id = t.mission_id left join members b on b.id = t.thanked_by
      where t.member_id = ${me} order by t.taken_at`,
    ),
    part(
      'missions.tests',
      ['test_answers.taking_id'],
      (me) => sql`
      select w.answered_at as at, n.title, s.title as step, w.verdict as answer, w.words, cardinality(w.file_ids) as files from test_answers w
      join mission_takings t on t.id = w.taking_id join missions n on n.id = t.mission_id join test_steps s on s.id = w.step_id
      where t.member_id = ${me} order by w.answered_at`,
    ),
    part(
      'missions.relays',
      ['relays.taking_id'],
      (me) => sql`
      select r.relayed_at as at, n.title, r.people as count, r.answer as words from relays r join mission_takings t on t.id = r.taking_id
      join missions n on n.id = t.mission_id where t.member_id = ${me} order by r.relayed_at`,
    ),
    part(
      'missions.teams',
      ['test_team.member_id'],
      (me) => sql`
      select k.named_at as at, n.title from test_team k join missions n on n.id = k.mission_id where k.member_id = ${me} order by k.named_at`,
    ),
    part(
      'missions.made',
      ['missions.created_by', 'mission_takings.thanked_by', 'test_publications.published_by'],
      (me) => sql`
      select n.created_at as at, 'mission' as kind, n.title, '' as words from missions n where n.created_by = ${me}
      union all select t.thanked_at, 'thanks', n.title, t.thanks_words from mission_takings t join missions n on n.id = t.mission_id
        where t.thanked_by = ${me}
      union all select p.published_at, 'decision', n.title, p.words from test_publications p join missions n on n.id = p.mission_id
        where p.published_by = ${me} order by 1`,
    ),
  ],
}
