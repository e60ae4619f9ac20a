import { sql, type Trx } from '#platform/server/db.ts'
import { moveAmbassador, restOf } from './life-line.ts'

/** Somebody left the community: their role there ends, their seat goes to the next. Who came back meanwhile keeps it. */
export async function leaveAllOf(trx: Trx, spaceId: string, memberId: string): Promise<void> {
  const back = await trx.row(sql`select 1 from seats where space_id = ${spaceId} and member_id = ${memberId}`)
  if (back) return
  const rows = await trx.rows<{ id: string }>(sql`
    select a.id from ambassadors a join programmes g on g.id = a.programme_id
    where g.space_id = ${spaceId} and a.member_id = ${memberId} and a.state not in ('alumni', 'declined') order by a.id`)
  for (const { id } of rows) await moveAmbassador(trx, null, id, await restOf(trx, id))
}
