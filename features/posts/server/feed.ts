import type { Actor } from '#platform/server/actor.ts'
import { type Db, empty, join, raw, sql, type Sql } from '#platform/server/db.ts'
import { pageOf, readCursor, writeCursor } from '#platform/server/page.ts'
import { readable, readableSpaces, seatIn } from '#features/spaces/server/policy.ts'
import type { FeedQuery, PostKind } from '../contract.ts'
import { LIMITS } from '../rules/limits.ts'
import { postRows, type PostRow, toPost } from './post-rows.ts'
import { inFeeds } from './policy.ts'

/** Written in full, so that the planner sees which partial index holds the kind. */
const OF_KIND: Record<PostKind, Sql> = {
  message: sql`and p.kind = 'message'`,
  question: sql`and p.kind = 'question'`,
  practice: sql`and p.kind = 'practice'`,
  idea: sql`and p.kind = 'idea'`,
  kudos: sql`and p.kind = 'kudos'`,
  poll: sql`and p.kind = 'poll'`,
}

const cursorOf = (row: PostRow) => writeCursor(row.at, row.id)

interface Cut {
  after: string[] | null
  limit: number
}

/**
 * Latest first: the same two columns as the indexes of feeds. The number is written out: with a parameter the server
 * cannot tell that the page is short, and plans anew at each reading, which costs more than reading.
 */
const latest = ({ limit }: Cut): Sql =>
  sql`order by p.published_at desc, p.id desc limit ${raw(String(limit + 1))}`
const beyond = ({ after }: Cut): Sql =>
  after ? sql`and (p.published_at, p.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : empty

function narrowed(query: FeedQuery): Sql {
  const parts: Sql[] = []
  if (query.kind) parts.push(OF_KIND[query.kind])
  if (query.unanswered) parts.push(sql`and p.kind = 'question' and p.comment_count = 0`)
  if (query.pinned) parts.push(sql`and p.pinned_at is not null`)
  if (query.authorId) parts.push(sql`and p.author_id = ${query.authorId}`)
  if (query.hashtag)
    parts.push(
      sql`and p.hashtags @> array[${query.hashtag.replace(/^#/, '').toLowerCase()}]::text[] and p.hashtags <> '{}'`,
    )
  if (query.q?.trim())
    parts.push(
      sql`and to_tsvector('french', p.title || ' ' || p.body_text) @@ websearch_to_tsquery('french', ${query.q.replaceAll('\0', '')})`,
    )
  return parts.length > 0 ? join(parts, ' ') : empty
}

/** One page, in one query over (id, at, place), and its details. */
async function page(db: Db, actor: Actor, cut: Cut, ids: Sql) {
  const rows = await postRows(db, actor, ids)
  const { items, next } = pageOf(rows, cut.limit, cursorOf)
  return { items: items.map((row) => toPost(row, actor)), next }
}

export async function feedPage(db: Db, actor: Actor, query: FeedQuery) {
  const limit = query.limit ?? LIMITS.page
  if (query.spaceId) await seatIn(db, actor, query.spaceId)
  if (query.order === 'missed') return page(db, actor, { after: null, limit }, missed(actor, query, limit))
  const cut: Cut = { after: readCursor(query.cursor, 2), limit }
  if (query.spaceId) return page(db, actor, cut, ofSpace(query, cut))
  const everywhere = query.q?.trim() || query.hashtag || query.authorId
  return page(
    db,
    actor,
    cut,
    everywhere ? ofReadableSpaces(actor, query, cut) : ofMySpaces(actor, query, cut),
  )
}

const ofSpace = (query: FeedQuery, cut: Cut): Sql => sql`
  select p.id, p.published_at as at, 0 as place from posts p
  where p.space_id = ${query.spaceId} and ${inFeeds} ${narrowed(query)} ${beyond(cut)} ${latest(cut)}`

/**
 * Read, never copied to readers: the newest of each of my spaces by its index, merged and cut.
 * The cost follows the number of my spaces, not of the people or posts in them.
 */
const ofMySpaces = (actor: Actor, query: FeedQuery, cut: Cut): Sql => sql`
  select p.id, p.published_at as at, 0 as place
  from seats seated
  join spaces s on s.id = seated.space_id and ${readable(actor)}
  cross join lateral (
    select p.id, p.published_at from posts p
    where p.space_id = seated.space_id and ${inFeeds} ${narrowed(query)} ${beyond(cut)} ${latest(cut)}) p
  where seated.member_id = ${actor.id} ${latest(cut)}`

const ofReadableSpaces = (actor: Actor, query: FeedQuery, cut: Cut): Sql => sql`
  select p.id, p.published_at as at, 0 as place from posts p
  where p.space_id in (${readableSpaces(actor)}) and ${inFeeds} ${narrowed(query)} ${beyond(cut)} ${latest(cut)}`

/** What a colleague's gesture says: kept for later or done too, then answered, then a word. One gesture counts for each. */
const WEIGHT = { kept: 3, answered: 2, reacted: 1 } as const

const CANDIDATES = raw(String(LIMITS.missedCandidates))

/**
 * Unread posts of others in my spaces, by the colleagues who found them worth it: each person once, by their strongest
 * gesture. Only the newest unread ones are weighed, so that a long absence costs no more than a short one.
 */
const missed = (actor: Actor, query: FeedQuery, limit: number): Sql => sql`
  select worth.id, worth.at, (row_number() over (order by worth.score desc, worth.at desc, worth.id desc))::int as place
  from (
    select fresh.id, fresh.at, case when fresh.echoes > 0 then ${echo} else 0 end as score
    from (
      select p.id, p.published_at as at, p.author_id, p.echoes
      from seats seated
      join spaces s on s.id = seated.space_id and ${readable(actor)}
      left join read_marks mark on mark.member_id = ${actor.id} and mark.space_id = seated.space_id
      cross join lateral (
        select p.id, p.published_at, p.author_id, p.reaction_total + p.comment_count + p.save_count + p.adoption_count as echoes from posts p
        where p.space_id = seated.space_id and ${inFeeds} and p.number > coalesce(mark.posts, 0) and p.author_id is distinct from ${actor.id}
        ${narrowed(query)} order by p.published_at desc, p.id desc limit ${CANDIDATES}) p
      where seated.member_id = ${actor.id} ${query.spaceId ? sql`and seated.space_id = ${query.spaceId}` : empty}
      order by p.published_at desc, p.id desc limit ${CANDIDATES}) fresh) worth
  order by place limit ${raw(String(limit))}`

const echo: Sql = sql`(
  select coalesce(sum(weight), 0)::int from (
    select member_id, max(weight) as weight from (
      select r.member_id, ${WEIGHT.reacted}::int as weight from reactions r where r.subject_id = fresh.id
      union all select c.author_id, ${WEIGHT.answered}::int from comments c where c.subject_id = fresh.id and c.withdrawn_at is null and c.hidden_at is null
      union all select kept.member_id, ${WEIGHT.kept}::int from saved_posts kept where kept.post_id = fresh.id
      union all select d.member_id, ${WEIGHT.kept}::int from adoptions d where d.post_id = fresh.id) gestures
    where member_id is distinct from fresh.author_id and member_id is not null group by member_id) people)`
