import { part, type PersonalOffer } from '#platform/server/personal.ts'
import { sql } from '#platform/server/db.ts'

export const personal: PersonalOffer = {
  parts: [
    part(
      'editorial.slots',
      [
        'editorial_slots.owner_id',
        'editorial_slots.written_by',
        'editorial_slots.pen_id',
        'editorial_slots.pen_asked_by',
        'editorial_slots.created_by',
      ],
      (me) => sql`
      select t.day, s.name as place, t.title, t.state, concat_ws(', ', case when t.owner_id = ${me} then 'owner' end,
        case when t.written_by = ${me} then 'writer' end, case when t.created_by = ${me} then 'creator' end,
        case when t.pen_id = ${me} then 'pen' end, case when t.pen_asked_by = ${me} then 'pen_asked' end) as role,
        case when t.written_by = ${me} then t.content end as words
      from editorial_slots t join spaces s on s.id = t.space_id
      where ${me} in (t.owner_id, t.written_by, t.created_by, t.pen_id, t.pen_asked_by) order by t.day, t.title`,
    ),
    part(
      'editorial.versions',
      ['editorial_versions.written_by'],
      (me) => sql`
      select v.written_at as at, t.title, v.content as words from editorial_versions v join editorial_slots t on t.id = v.slot_id
      where v.written_by = ${me} order by v.written_at`,
    ),
    part(
      'editorial.remarks',
      ['editorial_remarks.author_id', 'editorial_remarks.asks_id'],
      (me) => sql`
      select r.at, t.title, b.given_name || ' ' || b.family_name as person, r.text as words, r.done_at as "doneAt" from editorial_remarks r
      join editorial_slots t on t.id = r.slot_id left join members b on b.id = r.author_id where r.author_id = ${me} or r.asks_id = ${me} order by r.at`,
    ),
    part(
      'editorial.feeds',
      ['editorial_feeds.member_id'],
      (me) => sql`
      select f.created_at as at, s.name as place from editorial_feeds f join spaces s on s.id = f.space_id where f.member_id = ${me} order by 1`,
    ),
    part(
      'editorial.committees',
      ['editorial_committee_members.member_id'],
      (me) => sql`
      select c.held_on as day, s.name as place, c.state from editorial_committee_members k join editorial_committees c on c.id = k.committee_id
      join spaces s on s.id = c.space_id where k.member_id = ${me} order by c.held_on`,
    ),
    part(
      'editorial.tasks',
      ['editorial_decisions.owner_id'],
      (me) => sql`
      select d.at, d.text as words, d.due_on as until, d.done_at as "doneAt" from editorial_decisions d where d.owner_id = ${me} order by d.at`,
    ),
    part(
      'editorial.made',
      [
        'editorial_series.owner_id',
        'editorial_series.created_by',
        'editorial_committees.created_by',
        'editorial_starters.created_by',
      ],
      (me) => sql`
      select created_at as at, 'series' as kind, title from editorial_series where created_by = ${me} or owner_id = ${me}
      union all select created_at, 'committee', held_on::text from editorial_committees where created_by = ${me}
      union all select created_at, 'starter', title from editorial_starters where created_by = ${me} order by 1`,
    ),
  ],
}
