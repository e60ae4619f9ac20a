import type { Actor } from '#platform/server/actor.ts'
import { type Db, sql } from '#platform/server/db.ts'
import { allow, notFound } from '#platform/server/errors.ts'
import { canShape, placeIn, type ProgrammePlace, serves } from '#features/programme/server/policy.ts'

/** Ambassadors who serve may share; whoever animates makes the kits. Who did share is nobody's to read. */
export const canShare = (place: ProgrammePlace) => serves(place)

export interface KitPlace {
  kitId: string
  place: ProgrammePlace
  state: 'draft' | 'published' | 'ended'
}

/** A kit that the actor may know of; drafts exist for those who animate alone. */
export async function kitIn(db: Db, actor: Actor, kitId: string): Promise<KitPlace> {
  const row = await db.row<{ programmeId: string; state: KitPlace['state'] }>(
    sql`select programme_id as "programmeId", state from share_kits where id = ${kitId}`,
  )
  if (!row) throw notFound('kit.not_found')
  const place = await placeIn(db, actor, row.programmeId).catch(() => null)
  if (!place || (row.state === 'draft' && !canShape(place))) throw notFound('kit.not_found')
  return { kitId, place, state: row.state }
}

/** The same for those who work on it. */
export async function workshopIn(db: Db, actor: Actor, kitId: string): Promise<KitPlace> {
  const kit = await kitIn(db, actor, kitId)
  allow(canShape(kit.place), 'kit.shape')
  return kit
}
