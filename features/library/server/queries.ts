import type { Actor } from '#platform/server/actor.ts'
import { type Db, empty, sql, type Sql } from '#platform/server/db.ts'
import { notFound } from '#platform/server/errors.ts'
import { pageOf, readCursor, writeCursor } from '#platform/server/page.ts'
import { powerOf, seatInCommunity } from '#features/communities/server/policy.ts'
import { inFeeds } from '#features/posts/server/policy.ts'
import { atLeast, type Role } from '#features/spaces/rules/roles.ts'
import { canAnimate, readable, readOnly } from '#features/spaces/server/policy.ts'
import type { LibraryPractice, Result, Theme } from '../contract.ts'
import { LIMITS } from '../rules/limits.ts'
import { placeOfPractice, shelvesOf } from './policy.ts'

interface Row extends Omit<LibraryPractice, 'can'> {
  openness: 'open' | 'closed' | 'secret'
  readOnly: boolean
  own: Role | null
  above: Role | null
}

const face = (
  of: Sql,
): Sql => sql`jsonb_build_object('id', ${of}.id, 'givenName', ${of}.given_name, 'familyName', ${of}.family_name,
  'job', ${of}.job, 'site', ${of}.site, 'photoFileId', ${of}.photo_file_id)`
const M = sql`m`

/** `where` and `order` speak of `posts p`, `members m` and `library_cards card`. */
const practiceRows = (db: Db, actor: Actor, where: Sql, order: Sql): Promise<Row[]> =>
  db.rows<Row>(sql`
    select p.id as "postId", p.space_id as "spaceId", s.name as "spaceName", p.title,
      coalesce(p.details ->> 'concern', '') as concern, coalesce(p.details ->> 'gesture', '') as gesture,
      coalesce(p.details ->> 'gain', '') as gain, case when m.id is not null then ${face(M)} end as author,
      p.published_at as "publishedAt", p.adoption_count as "adoptionCount",
      exists (select 1 from adoptions d where d.post_id = p.id and d.member_id = ${actor.id}) as adopted,
      picture.id as "imageFileId", coalesce(picture.alt, '') as "imageAlt",
      coalesce((select jsonb_agg(jsonb_build_object('id', t.id, 'name', t.name) order by t.name) from library_card_themes ct
        join library_themes t on t.id = ct.theme_id where ct.post_id = p.id), '[]') as themes,
      coalesce(card.jobs, '{}') as jobs, coalesce(card.before_words, '') as before, coalesce(card.after_words, '') as after,
      (select count(*)::int from library_results r where r.post_id = p.id) as "resultCount",
      (select jsonb_build_object('before', r.before_words, 'after', r.after_words, 'words', r.words)
        from library_results r where r.post_id = p.id and r.member_id = ${actor.id}) as mine,
      s.openness, ${readOnly} as "readOnly", seat.role as own, up.role as above
    from posts p join spaces s on s.id = p.space_id
    left join seats seat on seat.member_id = ${actor.id} and seat.space_id = s.id
    left join seats up on up.member_id = ${actor.id} and up.space_id = s.parent_id
    left join members m on m.id = p.author_id
    left join library_cards card on card.post_id = p.id
    left join lateral (select f.id, a.alt from attachments a join files f on f.id = a.file_id
      where a.post_id = p.id and f.media_type like 'image/%' order by a.position limit 1) picture on true
    where ${where} ${order}`)

function toPractice({ openness, readOnly: closed, own, above, ...row }: Row, actor: Actor): LibraryPractice {
  const role = powerOf(openness, own, above)
  const takesPart = role !== null && !closed
  const arranges = row.author?.id === actor.id || atLeast(role, 'moderator')
  return { ...row, can: { adopt: takesPart, arrange: takesPart && arranges } }
}

export async function findPractice(db: Db, actor: Actor, postId: string): Promise<LibraryPractice> {
  const [found] = await practiceRows(
    db,
    actor,
    sql`p.id = ${postId} and p.kind = 'practice' and ${inFeeds} and ${readable(actor)}`,
    empty,
  )
  if (!found) throw notFound('practice.not_found')
  return toPractice(found, actor)
}

interface Asked {
  cursor?: string
  limit?: number
  search?: string
  themeId?: string
  job?: string
  order?: 'recent' | 'adopted'
}

/** Words are looked for in the title, the text and the three parts, accents and endings aside. */
const matching = (words: string): Sql => sql`and to_tsvector('french', p.title || ' ' || p.body_text || ' ' ||
    coalesce(p.details ->> 'concern', '') || ' ' || coalesce(p.details ->> 'gesture', '') || ' ' || coalesce(p.details ->> 'gain', ''))
  @@ websearch_to_tsquery('french', ${words})`

export async function libraryPage(db: Db, actor: Actor, spaceId: string, asked: Asked) {
  await seatInCommunity(db, actor, spaceId)
  const limit = asked.limit ?? LIMITS.page
  const byAdoption = asked.order === 'adopted'
  const after = readCursor(asked.cursor, byAdoption ? 3 : 2)
  const words = asked.search?.trim()
  const beyond = !after
    ? empty
    : byAdoption
      ? sql`and (p.adoption_count, p.published_at, p.id) < (${after[0]}::int, ${after[1]}::timestamptz, ${after[2]}::uuid)`
      : sql`and (p.published_at, p.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`
  const rows = await practiceRows(
    db,
    actor,
    sql`p.space_id in (${shelvesOf(actor, spaceId)}) and p.kind = 'practice' and ${inFeeds}
      ${words ? matching(words) : empty}
      ${asked.themeId ? sql`and exists (select 1 from library_card_themes ct where ct.post_id = p.id and ct.theme_id = ${asked.themeId})` : empty}
      ${asked.job ? sql`and (${asked.job} = any(card.jobs) or (coalesce(card.jobs, '{}') = '{}' and m.job = ${asked.job}))` : empty}
      ${beyond}`,
    byAdoption
      ? sql`order by p.adoption_count desc, p.published_at desc, p.id desc limit ${limit + 1}`
      : sql`order by p.published_at desc, p.id desc limit ${limit + 1}`,
  )
  const { items, next } = pageOf(rows, limit, (row) =>
    byAdoption
      ? writeCursor(row.adoptionCount, row.publishedAt, row.postId)
      : writeCursor(row.publishedAt, row.postId),
  )
  return { items: items.map((row) => toPractice(row, actor)), next }
}

const inLibrary = (actor: Actor, spaceId: string): Sql =>
  sql`p.space_id in (${shelvesOf(actor, spaceId)}) and p.kind = 'practice' and ${inFeeds}`

export async function shelves(db: Db, actor: Actor, spaceId: string) {
  const seat = await seatInCommunity(db, actor, spaceId)
  const themes = await db.rows<Theme>(sql`
    select t.id, t.name, (select count(*)::int from library_card_themes ct join posts p on p.id = ct.post_id
      where ct.theme_id = t.id and ${inLibrary(actor, spaceId)}) as practices
    from library_themes t where t.space_id = ${spaceId} order by plain(t.name), t.id`)
  const jobs = await db.rows<{ job: string; practices: number }>(sql`
    select job, count(*)::int as practices from (
      select unnest(case when coalesce(card.jobs, '{}') = '{}' then array[m.job] else card.jobs end) as job
      from posts p left join library_cards card on card.post_id = p.id left join members m on m.id = p.author_id
      where ${inLibrary(actor, spaceId)}) told
    where job <> '' group by job order by practices desc, job limit ${LIMITS.jobs}`)
  return { themes, jobs, can: { arrange: canAnimate(seat) } }
}

export async function findTheme(db: Db, actor: Actor, spaceId: string, themeId: string): Promise<Theme> {
  const { themes } = await shelves(db, actor, spaceId)
  const theme = themes.find(({ id }) => id === themeId)
  if (!theme) throw notFound('theme.not_found')
  return theme
}

export async function resultsPage(
  db: Db,
  actor: Actor,
  postId: string,
  query: { cursor?: string; limit?: number },
) {
  await placeOfPractice(db, actor, postId)
  const limit = query.limit ?? LIMITS.page
  const after = readCursor(query.cursor, 2)
  const rows = await db.rows<Result>(sql`
    select ${face(M)} as member, r.before_words as before, r.after_words as after, r.words, r.told_at as "toldAt",
      r.member_id = ${actor.id} as mine
    from library_results r join members m on m.id = r.member_id
    where r.post_id = ${postId} ${after ? sql`and (r.told_at, r.member_id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : empty}
    order by r.told_at desc, r.member_id desc limit ${limit + 1}`)
  return pageOf(rows, limit, (row) => writeCursor(row.toldAt, row.member.id))
}
