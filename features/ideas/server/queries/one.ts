import type { Actor } from '#platform/server/actor.ts'
import { type Db, sql } from '#platform/server/db.ts'
import { notFound } from '#platform/server/errors.ts'
import { inFeeds } from '#features/posts/server/policy.ts'
import { canShape, serves } from '#features/programme/server/policy.ts'
import { programmeFacts } from '#features/programme/server/queries.ts'
import { readableSpace } from '#features/spaces/server/policy.ts'
import type { Face, Idea, IdeaCard } from '../../contract.ts'
import { canRevise, canVote, ideaFor, onTeam } from '../policy.ts'
import { liveRound } from './rounds.ts'
import { asTime, cardColumns, face } from './rows.ts'

type Row = IdeaCard &
  Pick<
    Idea,
    'words' | 'change' | 'post' | 'mergedInto' | 'ratedBy' | 'ratedAt' | 'thanks' | 'steps' | 'merged'
  >

export async function findIdea(db: Db, actor: Actor, ideaId: string): Promise<Idea> {
  const found = await ideaFor(db, actor, ideaId)
  const { facts, place } = found
  const round = await liveRound(db, facts.programmeId)
  const row = await db.row<Row>(sql`
    select ${cardColumns(actor, round)}, i.words, i.change,
      (select jsonb_build_object('id', p.id, 'excerpt', left(p.body_text, 1200)) from posts p
        where p.id = i.post_id and ${inFeeds} and ${readableSpace(actor, sql`p.space_id`)}) as post,
      (select jsonb_build_object('id', w.id, 'title', w.title) from ideas w where w.id = i.merged_into) as "mergedInto",
      ${face(sql`r`)} as "ratedBy", i.rated_at as "ratedAt",
      case when i.thanks_post_id is not null then jsonb_build_object('postId', i.thanks_post_id, 'published',
        exists (select 1 from posts p where p.id = i.thanks_post_id and ${inFeeds})) end as thanks,
      coalesce((select jsonb_agg(jsonb_build_object('from', s.from_status, 'to', s.to_status, 'at', ${asTime(sql`s.at`)},
          'why', s.why, 'by', ${face(sql`b`)}) order by s.id)
        from idea_steps s left join members b on b.id = s.by_id and b.status <> 'closed' where s.idea_id = i.id), '[]') as steps,
      coalesce((select jsonb_agg(jsonb_build_object('id', w.id, 'title', w.title, 'author', ${face(sql`b`)}) order by w.created_at, w.id)
        from ideas w left join members b on b.id = w.author_id and b.status <> 'closed' where w.merged_into = i.id), '[]') as merged
    from ideas i left join members a on a.id = i.author_id and a.status <> 'closed'
    left join members r on r.id = i.rated_by and r.status <> 'closed'
    where i.id = ${ideaId}`)
  if (!row) throw notFound('idea.not_found')
  const { name } = await programmeFacts(db, facts.programmeId)
  return {
    ...row,
    programmeId: facts.programmeId,
    programmeName: name,
    spaceId: place.spaceId,
    results: await resultsOf(db, ideaId),
    authors: await authorsOf(db, ideaId),
    can: {
      revise: canRevise(found, actor),
      answer: canShape(place) && facts.status !== 'merged',
      rate: facts.status !== 'merged' && (await onTeam(db, facts.programmeId, actor.id)),
      vote: row.ballot !== null && canVote(place) && serves(place),
    },
  }
}

/** In each round that ended with it: its total and its rank, silent where too few voted. */
const resultsOf = (db: Db, ideaId: string): Promise<Idea['results']> =>
  db.rows<Idea['results'][number]>(sql`
    select r.id as "roundId", r.name, r.closed_at as "closedAt", ri.votes,
      case when ri.votes is not null then
        1 + (select count(*)::int from idea_round_ideas o where o.round_id = r.id and o.votes > ri.votes) end as rank
    from idea_round_ideas ri join idea_rounds r on r.id = ri.round_id
    where ri.idea_id = ${ideaId} and r.state = 'closed' and ri.left_at is null order by r.closed_at desc, r.id`)

/** Whoever had it, and those whose idea went into it, each once. */
export const authorsOf = (db: Db, ideaId: string): Promise<Face[]> =>
  db.rows<Face>(sql`
    select m.id, m.given_name as "givenName", m.family_name as "familyName", m.photo_file_id as "photoFileId"
    from (select i.author_id, min(i.created_at) as at from ideas i
      where (i.id = ${ideaId} or i.merged_into = ${ideaId}) and i.author_id is not null group by i.author_id) had
    join members m on m.id = had.author_id and m.status <> 'closed' order by had.at, m.id`)
