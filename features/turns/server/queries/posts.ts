import type { Language } from '#platform/contract/schema.ts'
import { type Db, sql, type Sql } from '#platform/server/db.ts'
import { LENGTHS } from '#features/publishing/rules/lengths.ts'
import { type Problem, problemWords } from '#features/publishing/server/queries/publications.ts'
import type { ResultCard, TurnPost, Voice } from '../../contract.ts'

interface Row extends Omit<TurnPost, 'problem' | 'voice'> {
  voice: Omit<Voice, 'limit'> & { textLimit: number | null }
  code: string | null
  values: Problem['values'] | null
}

export const toVoice = ({ textLimit, ...voice }: Row['voice']): Voice => ({
  ...voice,
  limit: textLimit ?? LENGTHS[voice.network],
})

export const voiceJson: Sql = sql`jsonb_build_object('id', c.id, 'network', c.network, 'mode', c.mode, 'name', c.name,
  'accountUrl', c.account_url, 'textLimit', c.text_limit, 'state', c.state)`

/** Where a post stands: the publication says it, or the hand that pasted its address. Over turn_posts x, publications p. */
export const stateSql: Sql = sql`case when x.mode = 'api' then coalesce(p.state, 'cancelled')
  when x.state = 'published' then 'sent' when x.state = 'cancelled' then 'cancelled' else 'to_do' end`
export const isSent: Sql = sql`(p.state = 'sent' or (x.mode = 'assisted' and x.state = 'published'))`
export const isUnsent: Sql = sql`(p.state in ('queued', 'held', 'failed') or (x.mode = 'assisted' and x.state = 'planned'))`

export async function postsWhere(
  db: Db,
  language: Language,
  where: Sql,
  order: Sql = sql`x.planned_for, x.id`,
): Promise<TurnPost[]> {
  const rows = await db.rows<Row>(sql`
    select x.id, x.turn_id as "turnId", ${voiceJson} as voice, x.text, x.link, x.file_id as "fileId", x.alt,
      coalesce(p.publish_at, x.planned_for) as "plannedFor", ${stateSql} as state, p.problem as code, p.problem_values as values,
      p.retry_at as "retryAt", coalesce(p.url, x.url) as url, coalesce(p.sent_at, x.published_at) as "publishedAt", x.stopped,
      (p.remove_asked_at is not null and p.state = 'sent') as hiding,
      p.likes, p.reposts, p.replies, p.clicks, p.views
    from turn_posts x join turns t on t.id = x.turn_id join connections c on c.id = x.connection_id
    left join publications p on p.id = x.id
    where ${where} order by ${order}`)
  return rows.map(({ voice, code, values, ...row }) => ({
    ...row,
    hiding: row.hiding ?? false,
    voice: toVoice(voice),
    problem: problemWords(language, { code, values: values ?? {} }),
  }))
}

interface Told {
  posts: number
  views: number | null
  likes: number | null
  replies: number | null
  clicks: number | null
  toldViews: number | null
  toldLikes: number | null
  toldReplies: number | null
  toldClicks: number | null
  words: string
}

/** What the networks count, and what the holder noted of those that say nothing. */
export async function resultOf(db: Db, turnId: string): Promise<ResultCard & { toldFigures: ToldFigures }> {
  const row = await db.row<Told>(sql`
    select count(*) filter (where ${isSent})::int as posts, sum(p.views)::int as views, sum(p.likes)::int as likes,
      sum(p.replies)::int as replies, sum(p.clicks)::int as clicks, t.told_views as "toldViews", t.told_likes as "toldLikes",
      t.told_replies as "toldReplies", t.told_clicks as "toldClicks", t.words
    from turns t left join turn_posts x on x.turn_id = t.id left join publications p on p.id = x.id
    where t.id = ${turnId} group by t.id`)
  // What the holder noted is what no network tells us: both add up.
  const pick = (counted: number | null | undefined, typed: number | null | undefined) =>
    counted == null && typed == null ? null : (counted ?? 0) + (typed ?? 0)
  const told = [row?.toldViews, row?.toldLikes, row?.toldReplies, row?.toldClicks].some((one) => one != null)
  return {
    posts: row?.posts ?? 0,
    views: pick(row?.views, row?.toldViews),
    likes: pick(row?.likes, row?.toldLikes),
    replies: pick(row?.replies, row?.toldReplies),
    clicks: pick(row?.clicks, row?.toldClicks),
    words: row?.words ?? '',
    told,
    toldFigures: {
      views: row?.toldViews ?? null,
      likes: row?.toldLikes ?? null,
      replies: row?.toldReplies ?? null,
      clicks: row?.toldClicks ?? null,
    },
  }
}

export interface ToldFigures {
  views: number | null
  likes: number | null
  replies: number | null
  clicks: number | null
}
