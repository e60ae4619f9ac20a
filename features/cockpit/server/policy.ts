import type { Actor } from '#platform/server/actor.ts'
import { type Db, sql, type Sql } from '#platform/server/db.ts'
import { allow } from '#platform/server/errors.ts'
import { seatInCommunity } from '#features/communities/server/policy.ts'
import { canAnimate, readable, type SeatFacts } from '#features/spaces/server/policy.ts'

/** The cockpit is for those who animate the community. */
export async function animating(db: Db, actor: Actor, spaceId: string): Promise<void> {
  allow(canAnimate(await seatInCommunity(db, actor, spaceId)), 'cockpit')
}

/** Invitations are followed by name across the directory: never by somebody from outside. */
export const seesInvitations = (actor: Actor) => !actor.outside

/** The community and those of its groups the actor may read: a secret one stays out of their day. */
export const scopeOf = (actor: Actor, spaceId: string): Sql =>
  sql`select s.id from spaces s where (s.id = ${spaceId} or s.parent_id = ${spaceId}) and ${readable(actor)}`

/** The report is addressed to sponsors and leads; those who animate read it too. */
export const receivesReport = (seat: SeatFacts) => seat.own === 'sponsor' || seat.own === 'lead'
export async function readingReport(db: Db, actor: Actor, spaceId: string): Promise<SeatFacts> {
  const seat = await seatInCommunity(db, actor, spaceId)
  allow(canAnimate(seat) || receivesReport(seat), 'report')
  return seat
}
