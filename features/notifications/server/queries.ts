import type { Actor } from '#platform/server/actor.ts'
import { type Db, empty, sql, type Sql } from '#platform/server/db.ts'
import { pageOf, readCursor, writeCursor } from '#platform/server/page.ts'
import { excerpt } from '#platform/contract/rich-text.ts'
import { readableSpace } from '#features/spaces/server/policy.ts'
import type { Notification } from '../contract.ts'

const LIMITS = { page: 30, counted: 100 } as const

interface Row {
  id: string
  kind: Notification['kind']
  spaceId: string | null
  spaceName: string | null
  postId: string | null
  commentId: string | null
  actorId: string | null
  givenName: string
  familyName: string
  photoFileId: string | null
  words: string | null
  details: { outcome?: string; reason?: string; note?: string; says?: string; path?: string }
  createdAt: string
  read: boolean
}

/**
 * What is still there to be read: in a space they may read (an invitation precedes that), and neither withdrawn nor
 * hidden, except the word of a moderator to the author.
 */
const standing = (actor: Actor): Sql => sql`n.member_id = ${actor.id}
  and (n.space_id is null or n.kind in ('invitation', 'request') or ${readableSpace(actor, sql`n.space_id`)})
  and (n.kind = 'moderation' or n.post_id is null or exists (
    select 1 from posts p where p.id = n.post_id and p.withdrawn_at is null and p.hidden_at is null))
  and (n.kind = 'moderation' or n.comment_id is null or exists (
    select 1 from comments c where c.id = n.comment_id and c.withdrawn_at is null and c.hidden_at is null))`

export async function notificationsPage(
  db: Db,
  actor: Actor,
  query: { cursor?: string; limit?: number; unread?: boolean },
) {
  const limit = query.limit ?? LIMITS.page
  const after = readCursor(query.cursor, 2)
  const rows = await db.rows<Row>(sql`
    select n.id, n.kind, n.space_id as "spaceId", around.name as "spaceName", n.post_id as "postId", n.comment_id as "commentId",
      m.id as "actorId", m.given_name as "givenName", m.family_name as "familyName", m.photo_file_id as "photoFileId",
      coalesce(c.body_text, nullif(p.title, ''), left(p.body_text, 400)) as words, n.details, n.created_at as "createdAt",
      n.read_at is not null as read
    from notifications n
    left join spaces around on around.id = n.space_id
    left join posts p on p.id = n.post_id
    left join comments c on c.id = n.comment_id
    left join members m on m.id = n.actor_id
    where ${standing(actor)} ${query.unread ? sql`and n.read_at is null` : empty}
    ${after ? sql`and (n.created_at, n.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : empty}
    order by n.created_at desc, n.id desc limit ${limit + 1}`)
  const { items, next } = pageOf(rows, limit, (row) => writeCursor(row.createdAt, row.id))
  return { items: items.map(toNotification), next }
}

function toNotification(row: Row): Notification {
  return {
    id: row.id,
    kind: row.kind,
    spaceId: row.spaceId,
    spaceName: row.spaceName ?? '',
    postId: row.postId,
    commentId: row.commentId,
    actor: row.actorId
      ? {
          id: row.actorId,
          givenName: row.givenName,
          familyName: row.familyName,
          photoFileId: row.photoFileId,
        }
      : null,
    excerpt: row.details.says ?? excerpt(row.words ?? '', 140),
    outcome: row.details.outcome ?? '',
    reason: row.details.reason ?? '',
    note: row.details.note ?? '',
    path: row.details.path ?? '',
    createdAt: row.createdAt,
    read: row.read,
  }
}

/** Counted up to a hundred: the screen says "99+". */
export async function unreadCount(db: Db, actor: Actor): Promise<number> {
  const row = await db.row<{ unread: number }>(sql`
    select count(*)::int as unread from (
      select 1 from notifications n where ${standing(actor)} and n.read_at is null limit ${LIMITS.counted}) waiting`)
  return row?.unread ?? 0
}
