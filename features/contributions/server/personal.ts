import { part, type PersonalOffer } from '#platform/server/personal.ts'
import { sql } from '#platform/server/db.ts'

/**
 * All that is followed. A message that waits for the next working morning is not given: until it leaves, whoever writes
 * it may recall it (docs/decisions/033-all-about-me.md).
 */
export const personal: PersonalOffer = {
  parts: [
    part(
      'contributions.ledger',
      ['contributions.ambassador_id', 'declarations.contribution_id'],
      (me) => sql`
      select c.at, g.name as programme, c.kind, c.weight, c.state, d.what as about, d.words, d.people as count,
        c.title, p.given_name || ' ' || p.family_name as person, d.answered_at as "doneAt", d.peer_words as answer
      from contributions c join ambassadors a on a.id = c.ambassador_id join programmes g on g.id = a.programme_id
      left join declarations d on d.contribution_id = c.id left join members p on p.id = d.peer_id where a.member_id = ${me} order by c.at`,
    ),
    part(
      'contributions.conversations',
      ['proposals.ambassador_id'],
      (me) => sql`
      select coalesce(o.sent_at, o.made_at) as at, g.name as programme, o.kind, o.stage as state, o.reason, b.given_name || ' ' || b.family_name as person,
        o.message as words, o.terms as details, o.note, o.until, o.answer, o.answer_words as "answerWords", o.answered_at as "answeredAt", o.outcome,
        o.settled_at as "doneAt"
      from proposals o join ambassadors a on a.id = o.ambassador_id join programmes g on g.id = a.programme_id left join members b on b.id = o.by_id
      where a.member_id = ${me} and o.stage <> 'planned' order by o.made_at`,
    ),
    part(
      'contributions.choices',
      ['follow_up_choices.ambassador_id'],
      (me) => sql`
      select f.objected_at as at, g.name as programme, f.count_sharing as "countSharing", f.objection as words from follow_up_choices f
      join ambassadors a on a.id = f.ambassador_id join programmes g on g.id = a.programme_id where a.member_id = ${me}`,
    ),
    part(
      'contributions.confirmed',
      ['declarations.peer_id'],
      (me) => sql`
      select d.answered_at as at, d.what as about, d.peer_words as words from declarations d where d.peer_id = ${me} order by d.answered_at`,
    ),
    // The words of a keeper about somebody else are in that person's export: here, that they were written.
    part(
      'contributions.kept',
      ['proposals.by_id', 'proposals.settled_by'],
      (me) => sql`
      select o.made_at as at, g.name as programme, o.kind, o.stage as state from proposals o join ambassadors a on a.id = o.ambassador_id
      join programmes g on g.id = a.programme_id where (o.by_id = ${me} or o.settled_by = ${me}) and a.member_id <> ${me} order by o.made_at`,
    ),
  ],
}
