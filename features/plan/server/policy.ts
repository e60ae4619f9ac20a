import type { Actor } from '#platform/server/actor.ts'
import { type Db, sql } from '#platform/server/db.ts'
import { allow, notFound } from '#platform/server/errors.ts'
import { seatInCommunity } from '#features/communities/server/policy.ts'
import { canAnimate, type SeatFacts } from '#features/spaces/server/policy.ts'

export interface PlanPlace {
  spaceId: string
  seat: SeatFacts
  /** Those who animate the community. */
  shape: boolean
  /** They, its sponsors and those named as its stakeholders read all of it; an owner of actions reads those. */
  scope: 'all' | 'own'
}

/** Somebody's place in the plan of a community they may read; members without a part in it are refused. */
export async function planPlace(db: Db, actor: Actor, spaceId: string): Promise<PlanPlace> {
  const seat = await seatInCommunity(db, actor, spaceId)
  const shape = canAnimate(seat)
  if (shape || seat.own === 'sponsor') return { spaceId, seat, shape, scope: 'all' }
  const part = await db.row<{ named: boolean; owns: boolean }>(sql`
    select exists (select 1 from stakeholders h where h.space_id = ${spaceId} and h.member_id = ${actor.id}) as named,
      exists (select 1 from plan_actions p where p.space_id = ${spaceId} and p.owner_id = ${actor.id}) as owns`)
  allow(Boolean(part?.named || part?.owns), 'plan')
  return { spaceId, seat, shape, scope: part?.named ? 'all' : 'own' }
}

export async function shapingPlan(db: Db, actor: Actor, spaceId: string): Promise<PlanPlace> {
  const seat = await seatInCommunity(db, actor, spaceId)
  allow(canAnimate(seat), 'plan.shape')
  return { spaceId, seat, shape: true, scope: 'all' }
}

/** An action that the actor may read; any other does not exist for them. */
export async function actionPlace(
  db: Db,
  actor: Actor,
  id: string,
): Promise<PlanPlace & { ownerId: string | null }> {
  const row = await db.row<{ spaceId: string; ownerId: string | null }>(
    sql`select space_id as "spaceId", owner_id as "ownerId" from plan_actions where id = ${id}`,
  )
  if (!row) throw notFound('plan_action.not_found')
  const place = await planPlace(db, actor, row.spaceId).catch(() => null)
  if (!place || (place.scope === 'own' && row.ownerId !== actor.id)) throw notFound('plan_action.not_found')
  return { ...place, ownerId: row.ownerId }
}
