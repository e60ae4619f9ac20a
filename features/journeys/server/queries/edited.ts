import type { Actor } from '#platform/server/actor.ts'
import { type Db, sql } from '#platform/server/db.ts'
import { allow } from '#platform/server/errors.ts'
import { findSettings } from '#features/network/server/queries.ts'
import { canKeep, canShape, placeIn } from '#features/programme/server/policy.ts'
import type { EditedJourney, EditedStep } from '../../contract.ts'

export async function editedJourney(db: Db, actor: Actor, programmeId: string): Promise<EditedJourney> {
  const place = await placeIn(db, actor, programmeId)
  allow(canShape(place), 'journey.shape')
  const head = await db.row<{ name: string; underWay: number }>(sql`
    select g.name, (select count(*)::int from ambassadors a where a.programme_id = g.id and a.state = 'onboarding') as "underWay"
    from programmes g where g.id = ${programmeId}`)
  const steps = await db.rows<EditedStep>(sql`
    select id, kind, title, words, due_days as "dueDays", compulsory, minutes, details
    from journey_steps where programme_id = ${programmeId} and removed_at is null order by position, id`)
  const { threshold } = await findSettings(db)
  const underWay = head?.underWay ?? 0
  const told = canKeep(place) || underWay === 0 || underWay >= threshold
  return { programmeId, programme: head?.name ?? '', underWay: told ? underWay : null, steps }
}
