import type { Actor } from '#platform/server/actor.ts'
import { type Db, sql, type Trx } from '#platform/server/db.ts'
import { notFound } from '#platform/server/errors.ts'
import {
  type AmbassadorFile,
  canKeep,
  placeIn,
  type ProgrammePlace,
} from '#features/programme/server/policy.ts'

/** The follow-up of a programme is known to its keepers; for anybody else there is none. */
export async function keeping(db: Db, actor: Actor, programmeId: string): Promise<ProgrammePlace> {
  const place = await placeIn(db, actor, programmeId)
  if (!canKeep(place)) throw notFound('follow_up.not_found')
  return place
}

/** A keeper proposes nothing to themselves: another keeper does. */
export const canPropose = (file: AmbassadorFile) => canKeep(file.place) && !file.own

export interface OwnLine {
  id: string
  ambassadorId: string
  programmeId: string
  kind: string
  state: 'counted' | 'waiting' | 'declined' | 'left_out'
  sourceKind: string
}

/** A line about the actor themselves; those about others do not exist for them. */
export async function ownLine(trx: Trx, actor: Actor, id: string): Promise<OwnLine> {
  const row = await trx.row<OwnLine>(sql`
    select c.id, c.ambassador_id as "ambassadorId", a.programme_id as "programmeId", c.kind, c.state, c.source_kind as "sourceKind"
    from contributions c join ambassadors a on a.id = c.ambassador_id
    where c.id = ${id} and a.member_id = ${actor.id} for update of c`)
  if (!row) throw notFound('contribution.not_found')
  return row
}
