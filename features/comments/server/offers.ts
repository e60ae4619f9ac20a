import { sql, type Trx } from '#platform/server/db.ts'
import { uncount } from './commands.ts'

/** For moderation: hides a comment or shows it again; false when nothing changed. Counts follow. */
export async function hideComment(trx: Trx, id: string, hidden: boolean): Promise<boolean> {
  const row = await trx.row<{ parentId: string | null; subjectId: string }>(sql`
    update comments set hidden_at = case when ${hidden}::boolean then now() end
    where id = ${id} and withdrawn_at is null and (hidden_at is null) = ${hidden}::boolean
    returning parent_id as "parentId", subject_id as "subjectId"`)
  if (!row) return false
  await uncount(trx, row, hidden ? -1 : 1)
  return true
}

/** For features whose gestures answer somebody: the actor comments, with the same rules as on the screen. */
export { publishComment } from './commands.ts'
