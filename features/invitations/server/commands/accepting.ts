import { seat } from '#features/spaces/server/commands.ts'
import type { Actor } from '#platform/server/actor.ts'
import { sql, type Trx } from '#platform/server/db.ts'
import { notFound } from '#platform/server/errors.ts'
import { answerInvitation } from './follow-up.ts'

/** The person invited is signed in: who they are is proved, the code is not needed. */
export async function acceptInvitation(trx: Trx, actor: Actor, id: string): Promise<{ spaceId: string }> {
  const row = await trx.row<{ spaceId: string; state: string }>(sql`
    select i.space_id as "spaceId", i.state from invitations i join spaces s on s.id = i.space_id and s.archived_at is null
    where i.id = ${id} and i.member_id = ${actor.id} and i.state <> 'withdrawn' for update of i`)
  if (!row) throw notFound('invitation.not_found')
  if (row.state === 'accepted') return { spaceId: row.spaceId }
  await seat(trx, actor, row.spaceId, actor.id, 'member', 'invitation')
  await answerInvitation(trx, row.spaceId, actor.id)
  return { spaceId: row.spaceId }
}
