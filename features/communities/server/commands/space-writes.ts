import type { Actor } from '#platform/server/actor.ts'
import { sql, type Trx } from '#platform/server/db.ts'
import { emit, expel } from '#platform/server/emit.ts'
import { memberLeft } from '#features/spaces/contract.ts'

// What communities and groups change of their own spaces, in one place: openness, publication, seats given by a rule.

export async function setOpenness(
  trx: Trx,
  spaceId: string,
  openness: 'open' | 'closed' | 'secret',
): Promise<void> {
  await trx.run(sql`update spaces set openness = ${openness} where id = ${spaceId}`)
}

export async function publish(trx: Trx, spaceId: string): Promise<void> {
  await trx.run(sql`update spaces set published_at = coalesce(published_at, now()) where id = ${spaceId}`)
}

/** Takes back a seat that a rule gave; leaving a community leaves its groups too. */
export async function unseat(
  trx: Trx,
  actor: Actor | null,
  spaceId: string,
  memberId: string,
): Promise<void> {
  const rows = await trx.rows<{ space_id: string }>(sql`
    delete from seats where member_id = ${memberId} and space_id in (select id from spaces where id = ${spaceId} or parent_id = ${spaceId})
    returning space_id`)
  // The community first, then its groups: the order in which joining takes the same locks.
  rows.sort((one, other) => Number(other.space_id === spaceId) - Number(one.space_id === spaceId))
  for (const row of rows) {
    await emit(trx, actor, memberLeft, row.space_id, { memberId })
    expel(trx, memberId, { spaceId: row.space_id })
  }
}
