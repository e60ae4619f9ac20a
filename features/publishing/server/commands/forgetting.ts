import { sql, type Trx } from '#platform/server/db.ts'
import { OWN_KEPT_MONTHS } from '../../rules/own.ts'
import { disconnectAllOf } from './connections.ts'
import { forgetClosed } from './own.ts'

/**
 * Each night: what a member published themselves is forgotten after a year, and the accounts of those who left the house,
 * however that came about, are disconnected.
 */
export async function forgetOwnPublications(trx: Trx): Promise<void> {
  await trx.run(sql`
    delete from publications p using connections c where c.id = p.connection_id and c.member_id is not null
      and p.state in ('sent', 'failed', 'cancelled', 'removed')
      and coalesce(p.sent_at, p.publish_at) < now() - make_interval(months => ${OWN_KEPT_MONTHS})`)
  const left = await trx.rows<{ id: string }>(sql`
    select distinct m.id from connections c join members m on m.id = c.member_id and m.status = 'closed' where c.state <> 'closed'`)
  for (const { id } of left) await disconnectAllOf(trx, id)
  await forgetClosed(trx, sql`true`)
}
