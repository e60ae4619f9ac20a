import type { Actor } from '#platform/server/actor.ts'
import type { Db } from '#platform/server/db.ts'
import { allow } from '#platform/server/errors.ts'
import { seatInCommunity } from '#features/communities/server/policy.ts'
import { canAnimate, type SeatFacts } from '#features/spaces/server/policy.ts'

/** Those who animate the community follow its practices; its sponsors read them. */
export const canFollow = (seat: SeatFacts) => canAnimate(seat) || seat.own === 'sponsor'
export const canSet = (seat: SeatFacts) => canAnimate(seat)

export async function following(db: Db, actor: Actor, spaceId: string): Promise<SeatFacts> {
  const seat = await seatInCommunity(db, actor, spaceId)
  allow(canFollow(seat), 'practices')
  return seat
}
