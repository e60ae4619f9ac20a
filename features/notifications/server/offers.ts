import { v7 as uuid7 } from 'uuid'
import { join, sql, type Trx } from '#platform/server/db.ts'
import { tell } from '#platform/server/emit.ts'
import type { NotificationKind } from '../contract.ts'

export interface Word {
  kind: NotificationKind
  spaceId: string | null
  postId?: string | null
  commentId?: string | null
  actorId: string | null
  details?: { outcome?: string; reason?: string; note?: string }
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
