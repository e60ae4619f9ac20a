import { placeOf, takePlace } from '#features/communities/server/commands/places.ts'
import type { Actor } from '#platform/server/actor.ts'
import { sql, type Trx } from '#platform/server/db.ts'
import { notFound } from '#platform/server/errors.ts'
import type { Arrival } from '../../contract.ts'
import { answerInvitation } from './follow-up.ts'

/** The person invited is signed in: who they are is proved, the code is not needed. */
export async function acceptInvitation(trx: Trx, actor: Actor, id: string): Promise<Arrival> {
  const row = await trx.row<{ spaceId: string; state: string }>(sql`
    select i.space_id as "spaceId", i.state from invitations i join spaces s on s.id = i.space_id and s.archived_at is null
    where i.id = ${id} and i.member_id = ${actor.id} and i.state <> 'withdrawn' for update of i`)
  if (!row) throw notFound('invitation.not_found')
  // Accepted once: who left since comes back by another door.
  if (row.state === 'accepted')
    return { spaceId: row.spaceId, state: (await placeOf(trx, row.spaceId, actor.id)) ?? 'seated' }
  const state = await takePlace(trx, row.spaceId, actor.id, 'invitation')
  await answerInvitation(trx, row.spaceId, actor.id)
  return { spaceId: row.spaceId, state }
}
