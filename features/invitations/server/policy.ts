import { canAnimate, readableSpace, seatIn, type SeatFacts } from '#features/spaces/server/policy.ts'
import type { Actor } from '#platform/server/actor.ts'
import { type Db, sql } from '#platform/server/db.ts'
import { allow, invalid, notFound } from '#platform/server/errors.ts'

/** Invitations are followed by name, across the directory: by those of the house who animate the community, nobody else. */
export const canInvite = (actor: Actor, seat: SeatFacts) => canAnimate(seat) && !actor.outside

export async function invitingIn(db: Db, actor: Actor, spaceId: string): Promise<void> {
  const seat = await seatIn(db, actor, spaceId)
  allow(canInvite(actor, seat), 'invitation')
  if (seat.kind !== 'community') throw invalid('invitation.communities_only')
}

/** The community of an invitation, a sending or a code that the actor may manage. */
async function spaceOf(
  db: Db,
  actor: Actor,
  table: 'invitations' | 'campaigns' | 'codes',
  id: string,
  missing: string,
) {
  const tables = { invitations: sql`invitations`, campaigns: sql`campaigns`, codes: sql`codes` }
  const row = await db.row<{ spaceId: string }>(sql`
    select thing.space_id as "spaceId" from ${tables[table]} thing
    where thing.id = ${id} and ${readableSpace(actor, sql`thing.space_id`)}`)
  if (!row) throw notFound(missing)
  await invitingIn(db, actor, row.spaceId)
  return row.spaceId
}

export const spaceOfInvitation = (db: Db, actor: Actor, id: string) =>
  spaceOf(db, actor, 'invitations', id, 'invitation.not_found')
export const spaceOfCampaign = (db: Db, actor: Actor, id: string) =>
  spaceOf(db, actor, 'campaigns', id, 'campaign.not_found')
export const spaceOfCode = (db: Db, actor: Actor, id: string) =>
  spaceOf(db, actor, 'codes', id, 'code.not_found')
