import { sql, type Trx } from '#platform/server/db.ts'
import { showFiles } from './attachments.ts'

/** For moderation: hides a post or shows it again, its files with it; false when nothing changed. */
export async function hidePost(trx: Trx, id: string, hidden: boolean): Promise<boolean> {
  const row = await trx.row<{ spaceId: string }>(sql`
    update posts set hidden_at = case when ${hidden}::boolean then now() end, pinned_at = case when ${hidden}::boolean then null else pinned_at end
    where id = ${id} and withdrawn_at is null and (hidden_at is null) = ${hidden}::boolean returning space_id as "spaceId"`)
  if (!row) return false
  await showFiles(trx, id, hidden ? null : row.spaceId)
  return true
}

/** For features whose gestures speak in a space: the actor publishes, with the same rules as on the screen. */
export { publishPost } from './publish.ts'
