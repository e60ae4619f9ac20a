import { v7 as uuid7 } from 'uuid'
import type { Language } from '#platform/contract/schema.ts'
import { type Db, join, sql, type Trx } from '#platform/server/db.ts'
import { tell } from '#platform/server/emit.ts'
import type { NotificationKind } from '../contract.ts'

export interface Word {
  kind: NotificationKind
  spaceId: string | null
  postId?: string | null
  commentId?: string | null
  actorId: string | null
  details?: { outcome?: string; reason?: string; note?: string; says?: string; path?: string }
}

/** The notice that wakes a member's own screens. */
export const NOTICE = 'notification'

/**
 * Addresses a word to members, for features below this one too. The caller answers for their right to know; nobody is
 * told of their own act.
 */
export async function notify(trx: Trx, memberIds: string[], word: Word): Promise<void> {
  const told = [...new Set(memberIds)].filter((id) => id !== word.actorId)
  if (told.length === 0) return
  const rows = told.map(
    (
      memberId,
    ) => sql`(${uuid7()}::uuid, ${memberId}::uuid, ${word.kind}::text, ${word.spaceId}::uuid, ${word.postId ?? null}::uuid,
      ${word.commentId ?? null}::uuid, ${word.actorId}::uuid, ${JSON.stringify(word.details ?? {})}::jsonb)`,
  )
  await trx.run(sql`
    insert into notifications (id, member_id, kind, space_id, post_id, comment_id, actor_id, details) values ${join(rows)}`)
  tell(trx, told, NOTICE)
}

/** A sentence in the reader's own language, and where it leads ('/programmes/…'). */
export interface News {
  memberId: string
  says: (language: Language) => string
  path: string
  note?: string
}

/**
 * News about one's own role, one's own things: each in the language of its reader. The caller answers for their right
 * to know; `spaceId` null when the news outlives their seat.
 */
export async function notifyNews(
  trx: Trx,
  news: News[],
  about: { spaceId: string | null; actorId: string | null },
): Promise<void> {
  const languages = await languagesOf(
    trx,
    news.map(({ memberId }) => memberId),
  )
  for (const { memberId, says, path, note } of news) {
    const language = languages.get(memberId)
    if (!language) continue
    const details = { says: says(language), path, ...(note ? { note } : {}) }
    await notify(trx, [memberId], { kind: 'news', ...about, details })
  }
}

/** The language each of these members reads; those whose account is closed are left out. */
export async function languagesOf(trx: Db, memberIds: string[]): Promise<Map<string, Language>> {
  const rows = await trx.rows<{ id: string; language: Language }>(sql`
    select m.id, coalesce(m.language, n.language, 'fr') as language from members m left join network n on true
    where m.id = any(${memberIds}::uuid[]) and m.status <> 'closed'`)
  return new Map(rows.map((row) => [row.id, row.language]))
}
