import type { Database } from '#platform/server/db.ts'
import { type Db, sql } from '#platform/server/db.ts'
import type { Storage } from '#platform/server/storage.ts'
import type { DemoAccount } from '../contract.ts'
import { groups, type SpaceKey } from '../content/spaces.ts'
import { type Cast, castOf } from './cast.ts'
import { loadDemonstration, type LoadOptions, SEED } from './load.ts'

export { insertRows, type Row } from './rows.ts'
export { castOf, type Cast } from './cast.ts'

export type Aubrelle = {
  accounts: DemoAccount[]
  /** Who and where, by the keys of the content. */
  cast: Cast
  spaceIds: ReadonlyMap<SpaceKey, string>
}

/** A whole company for tests and benches; fewer everyday posts make it quick. */
export async function seedAubrelle(
  database: Database,
  storage: Storage,
  { seed = SEED, now = new Date(), tailPosts = 60, ...more }: LoadOptions,
): Promise<Aubrelle> {
  const accounts = await loadDemonstration(database, storage, { seed, now, tailPosts, ...more })
  const cast = castOf({ seed, now, tailPosts })
  const keys: SpaceKey[] = ['tempo', ...groups.map((group) => group.key)]
  return { accounts, cast, spaceIds: new Map(keys.map((key) => [key, cast.spaceId(key)])) }
}

/** Counters that do not say what the rows they count say; none, when the load is sound. */
export async function wrongCounters(db: Db): Promise<string[]> {
  const wrong: string[] = []
  for (const [name, query] of Object.entries(RECOUNTS)) {
    const row = await db.row<{ count: number }>(sql`select count(*)::int as count from (${query}) wrong`)
    if (row && row.count > 0) wrong.push(`${name}: ${row.count}`)
  }
  return wrong
}

const shown = sql`c.withdrawn_at is null and c.hidden_at is null`
const kindsOf = (id: ReturnType<typeof sql>) => sql`
  (select coalesce(jsonb_object_agg(kind, count), '{}') from (
    select r.kind, count(*) from reactions r where r.subject_id = ${id} group by r.kind) kinds)`

const RECOUNTS = {
  'comments of a post': sql`
    select 1 from posts p where comment_count <> (select count(*) from comments c where c.subject_id = p.id and ${shown})`,
  'replies of a comment': sql`
    select 1 from comments p where reply_count <> (select count(*) from comments c where c.parent_id = p.id and ${shown})`,
  'reactions of a post': sql`
    select 1 from posts p where reaction_total <> (select count(*) from reactions r where r.subject_id = p.id)
      or reaction_counts <> ${kindsOf(sql`p.id`)}`,
  'reactions of a comment': sql`
    select 1 from comments p where reaction_total <> (select count(*) from reactions r where r.subject_id = p.id)
      or reaction_counts <> ${kindsOf(sql`p.id`)}`,
  'adoptions of a practice': sql`
    select 1 from posts p where adoption_count <> (select count(*) from adoptions a where a.post_id = p.id)`,
  'attachments of a post': sql`
    select 1 from posts p where attachment_count <> (select count(*) from attachments a where a.post_id = p.id)`,
  'keeps of a post': sql`
    select 1 from posts p where save_count <> (select count(*) from saved_posts s where s.post_id = p.id)`,
  'voters of a poll': sql`
    select 1 from posts p where voter_count <> (select count(*) from poll_ballots b where b.post_id = p.id)`,
  'votes of an option': sql`
    select 1 from poll_options o join posts p on p.id = o.post_id and p.details ->> 'anonymous' = 'false'
    where votes <> (select count(*) from poll_ballots b where b.post_id = o.post_id and o.id = any(b.option_ids))`,
  'posts of a space': sql`
    select 1 from space_heads h where posts <> (select count(*) from posts p where p.space_id = h.space_id)
      or posts <> (select coalesce(max(number), 0) from posts p where p.space_id = h.space_id)`,
  'order of the numbers': sql`
    select 1 from (select number, row_number() over (partition by space_id order by published_at, id) as place from posts) p
    where number <> place`,
  'marks beyond the head': sql`
    select 1 from read_marks mark join space_heads head using (space_id) where mark.posts > head.posts`,
  'an answer from elsewhere': sql`
    select 1 from posts p join comments c on c.id = p.accepted_comment_id where c.subject_id <> p.id or p.kind <> 'question'`,
  'words before their author came': sql`
    select 1 from posts p join seats s on s.member_id = p.author_id and s.space_id = p.space_id where s.joined_at > p.published_at`,
  'words of somebody without a seat': sql`
    select 1 from posts p where not exists (select 1 from seats s where s.member_id = p.author_id and s.space_id = p.space_id)
    union all
    select 1 from comments c where not exists (select 1 from seats s where s.member_id = c.author_id and s.space_id = c.space_id)`,
  'what is still to come': sql`
    select 1 from posts where published_at > now() union all select 1 from comments where created_at > now()
    union all select 1 from reactions where at > now() union all select 1 from notifications where created_at > now()
    union all select 1 from seats where joined_at > now() union all select 1 from adoptions where adopted_at > now()`,
}
