import type { Actor } from '#platform/server/actor.ts'
import { audit } from '#platform/server/audit.ts'
import { sql, type Trx } from '#platform/server/db.ts'
import { conflict, notFound } from '#platform/server/errors.ts'
import { done } from '#platform/contract/schema.ts'
import { leadOrphan } from '#features/spaces/server/commands.ts'

/** The last lead's account was closed: whoever administers the network names somebody of the house, and it is noted. */
export async function nameLead(trx: Trx, actor: Actor, spaceId: string, memberId: string) {
  const community = await trx.row(sql`
    select 1 from communities c join spaces s on s.id = c.space_id where s.id = ${spaceId} and s.archived_at is null`)
  if (!community) throw notFound('space.not_found')
  // Otherwise closing an account would be a way into what one may not see.
  if (memberId === actor.id) throw conflict('community.lead_oneself', { field: 'memberId' })
  const known = await trx.row(sql`
    select 1 from members m join organizations o on o.id = m.organization_id
    where m.id = ${memberId} and m.status <> 'closed' and m.standing <> 'guest' and not o.outside`)
  if (!known) throw notFound('member.not_found', { field: 'memberId' })
  if (await leadOrphan(trx, actor, spaceId, memberId))
    await audit(trx, actor, 'community.lead', { kind: 'space', id: spaceId }, { memberId })
  return done
}
