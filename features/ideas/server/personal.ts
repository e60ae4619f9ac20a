import { part, type PersonalOffer } from '#platform/server/personal.ts'
import { sql } from '#platform/server/db.ts'

export const personal: PersonalOffer = {
  parts: [
    part(
      'ideas.had',
      ['ideas.author_id'],
      (me) => sql`
      select i.created_at as at, g.name as programme, i.title, i.words, i.change, i.status as state from ideas i join programmes g on g.id = i.programme_id
      where i.author_id = ${me} order by i.created_at`,
    ),
    part(
      'ideas.votes',
      ['idea_ballots.member_id', 'idea_votes.round_id+member_id', 'idea_votes.member_id'],
      (me) => sql`
      select r.name as title, i.title as about, v.votes as count from idea_ballots b join idea_rounds r on r.id = b.round_id
      left join idea_votes v on v.round_id = b.round_id and v.member_id = b.member_id left join ideas i on i.id = v.idea_id
      where b.member_id = ${me} order by r.created_at, i.title`,
    ),
    part(
      'ideas.team',
      ['idea_team.member_id'],
      (me) => sql`
      select k.named_at as at, g.name as programme from idea_team k join programmes g on g.id = k.programme_id where k.member_id = ${me} order by 1`,
    ),
    part(
      'ideas.made',
      ['ideas.rated_by', 'ideas.created_by', 'idea_steps.by_id', 'idea_rounds.created_by'],
      (me) => sql`
      select i.created_at as at, 'idea' as kind, i.title, '' as words from ideas i where i.created_by = ${me} and i.author_id is distinct from ${me}
      union all select i.rated_at, 'rating', i.title, i.rating_words from ideas i where i.rated_by = ${me}
      union all select t.at, t.to_status, i.title, t.why from idea_steps t join ideas i on i.id = t.idea_id where t.by_id = ${me}
      union all select r.created_at, 'round', r.name, '' from idea_rounds r where r.created_by = ${me} order by 1`,
    ),
  ],
}
