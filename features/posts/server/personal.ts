import { part, type PersonalOffer } from '#platform/server/personal.ts'
import { sql } from '#platform/server/db.ts'

export const personal: PersonalOffer = {
  parts: [
    part(
      'posts.written',
      ['posts.author_id'],
      (me) => sql`
      select p.published_at as at, s.name as place, p.kind, p.title, p.body_text as words, p.details, p.edited_at as "editedAt",
        p.withdrawn_at as "withdrawnAt", p.hidden_at as "hiddenAt"
      from posts p join spaces s on s.id = p.space_id where p.author_id = ${me} order by p.published_at`,
    ),
    part(
      'posts.before',
      [],
      (me) => sql`
      select v.replaced_at as at, s.name as place, v.title, v.body as words from post_revisions v join posts p on p.id = v.post_id
      join spaces s on s.id = p.space_id where p.author_id = ${me} order by v.replaced_at`,
    ),
    part(
      'posts.kudos',
      ['post_recipients.member_id'],
      (me) => sql`
      select p.published_at as at, s.name as place, p.kind, a.given_name || ' ' || a.family_name as person, p.title, p.body_text as words
      from post_recipients r join posts p on p.id = r.post_id join spaces s on s.id = p.space_id left join members a on a.id = p.author_id
      where r.member_id = ${me} and p.withdrawn_at is null order by p.published_at`,
    ),
    part(
      'posts.ballots',
      ['poll_ballots.member_id'],
      (me) => sql`
      select p.published_at as at, p.title, (select string_agg(o.label, ', ' order by o.position) from poll_options o
        where o.post_id = p.id and o.id = any(b.option_ids)) as answer
      from poll_ballots b join posts p on p.id = b.post_id where b.member_id = ${me} order by p.published_at`,
    ),
    part(
      'posts.drafts',
      ['drafts.member_id'],
      (me) => sql`
      select d.updated_at as at, s.name as place, d.content as words from drafts d left join spaces s on s.id = d.space_id
      where d.member_id = ${me} order by d.updated_at`,
    ),
    part(
      'posts.saved',
      ['saved_posts.member_id'],
      (me) => sql`
      select k.saved_at as at, s.name as place, p.title from saved_posts k join posts p on p.id = k.post_id join spaces s on s.id = p.space_id
      where k.member_id = ${me} order by k.saved_at`,
    ),
    part(
      'posts.adopted',
      ['adoptions.member_id'],
      (me) => sql`
      select k.adopted_at as at, s.name as place, p.title from adoptions k join posts p on p.id = k.post_id join spaces s on s.id = p.space_id
      where k.member_id = ${me} order by k.adopted_at`,
    ),
  ],
}
