import { notify } from '#features/notifications/server/offers.ts'
import type { Actor } from '#platform/server/actor.ts'
import { sql, type Trx } from '#platform/server/db.ts'

const AT_ONCE = 1000

/** Those who have an account see the invitation in Élan too. */
export async function tellInvited(
  trx: Trx,
  actor: Actor,
  campaignId: string,
  spaceId: string,
): Promise<void> {
  const rows = await trx.rows<{ id: string }>(sql`
    select m.id from invitations i join members m on m.id = i.member_id
    where i.campaign_id = ${campaignId} and i.state = 'sent' and m.status = 'active' order by m.id`)
  const ids = rows.map((row) => row.id)
  for (let from = 0; from < ids.length; from += AT_ONCE)
    await notify(trx, ids.slice(from, from + AT_ONCE), { kind: 'invitation', spaceId, actorId: actor.id })
}
