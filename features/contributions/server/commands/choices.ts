import type { Actor } from '#platform/server/actor.ts'
import { sql, type Trx } from '#platform/server/db.ts'
import { allow } from '#platform/server/errors.ts'
import { words } from '#platform/server/words.ts'
import { notifyNews } from '#features/notifications/server/offers.ts'
import { ambassadorFile, keepersOf } from '#features/programme/server/policy.ts'
import type { FollowUp } from '../../contract.ts'
import { followUpOf } from '../queries/files.ts'

/** What its person decides: whether what they share counts; and whether they are followed at all. */
export async function chooseFollowUp(
  trx: Trx,
  actor: Actor,
  ambassadorId: string,
  { countSharing, objection }: { countSharing?: boolean; objection?: string | null },
): Promise<FollowUp> {
  const file = await ambassadorFile(trx, actor, ambassadorId)
  allow(file.own, 'follow_up.choose')
  await trx.run(
    sql`insert into follow_up_choices (ambassador_id) values (${ambassadorId}) on conflict do nothing`,
  )
  if (countSharing !== undefined) await chooseSharing(trx, ambassadorId, countSharing)
  if (objection !== undefined) {
    const changed = await trx.run(sql`
      update follow_up_choices set objection = ${objection?.trim() ?? ''},
        objected_at = case when ${objection === null} then null else coalesce(objected_at, now()) end
      where ambassador_id = ${ambassadorId} and (objected_at is null) = ${objection !== null}`)
    if (changed > 0 && objection !== null) {
      // What was written and has not left is recalled with it.
      await trx.run(sql`delete from proposals where ambassador_id = ${ambassadorId} and stage = 'planned'`)
      await tellKeepers(trx, actor, file.place, ambassadorId)
    }
  }
  return followUpOf(trx, actor, ambassadorId)
}

/** Taken back, what was counted of it is forgotten too. */
async function chooseSharing(trx: Trx, ambassadorId: string, count: boolean): Promise<void> {
  await trx.run(
    sql`update follow_up_choices set count_sharing = ${count} where ambassador_id = ${ambassadorId}`,
  )
  if (!count)
    await trx.run(sql`delete from contributions where ambassador_id = ${ambassadorId} and kind = 'sharing'`)
}

async function tellKeepers(
  trx: Trx,
  actor: Actor,
  place: { programmeId: string; spaceId: string },
  ambassadorId: string,
): Promise<void> {
  const row = await trx.row<{ name: string }>(sql`
    select given_name || ' ' || family_name as name from members where id = ${actor.id}`)
  const name = row?.name ?? ''
  const keepers = await keepersOf(trx, place.programmeId)
  await notifyNews(
    trx,
    keepers.map((memberId) => ({
      memberId,
      says: (language) => words(language)('contributions.news.objected', { name }),
      path: `/programmes/${place.programmeId}/ambassadeurs/${ambassadorId}`,
    })),
    { spaceId: place.spaceId, actorId: actor.id },
  )
}
