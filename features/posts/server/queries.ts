import type { Actor } from '#platform/server/actor.ts'
import { type Db, empty, join, raw, sql } from '#platform/server/db.ts'
import { allow, notFound } from '#platform/server/errors.ts'
import { pageOf, readCursor, writeCursor } from '#platform/server/page.ts'
import type { RichDoc } from '#platform/contract/rich-text.ts'
import { readableSpace } from '#features/spaces/server/policy.ts'
import type { Draft, Post, Practice, Revision } from '../contract.ts'
import { LIMITS } from '../rules/limits.ts'
import { canReadRevisions, inFeeds, placeOfPost } from './policy.ts'
import { postRows, practiceOf, toPost } from './post-rows.ts'

export async function findPost(db: Db, actor: Actor, id: string): Promise<Post> {
  const [row] = await postRows(
    db,
    actor,
    sql`select p.id, p.published_at as at, 0 as place from posts p
      where p.id = ${id} and p.withdrawn_at is null and ${readableSpace(actor, sql`p.space_id`)}`,
  )
  const post = row && toPost(row, actor)
  if (!post || (post.hidden && post.author?.id !== actor.id && !post.can.moderate))
    throw notFound('post.not_found')
  return post
}

interface Pages {
  cursor?: string
  limit?: number
}

export async function savedPage(db: Db, actor: Actor, query: Pages) {
  const limit = query.limit ?? LIMITS.page
  const after = readCursor(query.cursor, 2)
  const rows = await postRows(
    db,
    actor,
    sql`select p.id, kept.saved_at as at, 0 as place from saved_posts kept join posts p on p.id = kept.post_id
      where kept.member_id = ${actor.id} and ${inFeeds} and ${readableSpace(actor, sql`p.space_id`)}
      ${after ? sql`and (kept.saved_at, kept.post_id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : empty}
      order by kept.saved_at desc, kept.post_id desc limit ${raw(String(limit + 1))}`,
  )
  const { items, next } = pageOf(rows, limit, (row) => writeCursor(row.at, row.id))
  return { items: items.map((row) => toPost(row, actor)), next }
}

export async function revisionsOf(db: Db, actor: Actor, id: string): Promise<Revision[]> {
  const place = await placeOfPost(db, actor, id)
  allow(canReadRevisions(place), 'post.revisions')
  const rows = await db.rows<{
    number: number
    title: string
    body: RichDoc
    details: Partial<Practice>
    replacedAt: string
  }>(sql`
    select number, title, body, details, replaced_at as "replacedAt" from post_revisions where post_id = ${id}
    order by number desc limit ${LIMITS.revisions}`)
  return rows.map(({ details, ...row }) => ({
    ...row,
    practice: place.post.kind === 'practice' ? practiceOf(details) : null,
  }))
}

interface Adopter {
  memberId: string
  givenName: string
  familyName: string
  job: string
  site: string
  photoFileId: string | null
  at: string
}

export async function adoptersPage(db: Db, actor: Actor, id: string, query: Pages) {
  await placeOfPost(db, actor, id)
  const limit = query.limit ?? 50
  const after = readCursor(query.cursor, 2)
  const rows = await db.rows<Adopter>(sql`
    select m.id as "memberId", m.given_name as "givenName", m.family_name as "familyName", m.job, m.site, m.photo_file_id as "photoFileId",
      d.adopted_at as at
    from adoptions d join members m on m.id = d.member_id where d.post_id = ${id}
    ${after ? sql`and (d.adopted_at, d.member_id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : empty}
    order by d.adopted_at desc, d.member_id desc limit ${limit + 1}`)
  return pageOf(rows, limit, (row) => writeCursor(row.at, row.memberId))
}

export async function draftsPage(db: Db, actor: Actor, query: Pages) {
  const limit = query.limit ?? LIMITS.page
  const after = readCursor(query.cursor, 2)
  const rows = await db.rows<Draft>(sql`
    select id, space_id as "spaceId", content, updated_at as "updatedAt" from drafts where member_id = ${actor.id}
    ${after ? sql`and (updated_at, id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : empty}
    order by updated_at desc, id desc limit ${limit + 1}`)
  return pageOf(rows, limit, (row) => writeCursor(row.updatedAt, row.id))
}

export interface BarePost {
  id: string
  spaceId: string
  authorId: string | null
  title: string
  text: string
  publishedAt: string
  hidden: boolean
}

/** Bare facts for features that act on posts, whoever may read them; withdrawn ones are gone. */
export const postFacts = (db: Db, ids: string[]): Promise<BarePost[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : db.rows<BarePost>(sql`
      select p.id, p.space_id as "spaceId", p.author_id as "authorId", p.title, p.body_text as text, p.published_at as "publishedAt",
        p.hidden_at is not null as hidden
      from posts p where p.id in (${join(ids)}) and p.withdrawn_at is null`)
