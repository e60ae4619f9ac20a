import type { Actor } from '#platform/server/actor.ts'
import { type Db, sql } from '#platform/server/db.ts'
import { allow, notFound } from '#platform/server/errors.ts'
import { seatInCommunity } from '#features/communities/server/policy.ts'
import { canAnimate } from '#features/spaces/server/policy.ts'

/** The outside accounts of a community are connected by those of the house who animate it. */
export async function connectingIn(db: Db, actor: Actor, spaceId: string): Promise<void> {
  const seat = await seatInCommunity(db, actor, spaceId)
  allow(canAnimate(seat) && !actor.outside, 'connection')
}

export interface ConnectionPlace {
  id: string
  spaceId: string | null
  memberId: string | null
  state: 'open' | 'expired' | 'closed'
}

/** A connection the actor may change: their own, or one of a community they animate. Others do not exist for them. */
export async function myConnection(db: Db, actor: Actor, id: string): Promise<ConnectionPlace> {
  const row = await db.row<ConnectionPlace>(sql`
    select id, space_id as "spaceId", member_id as "memberId", state from connections where id = ${id}`)
  if (!row || (row.memberId !== null && row.memberId !== actor.id)) throw notFound('connection.not_found')
  if (row.spaceId) await connectingIn(db, actor, row.spaceId)
  return row
}
