import type { Actor } from '#platform/server/actor.ts'
import { sql, type Trx } from '#platform/server/db.ts'
import { emit } from '#platform/server/emit.ts'
import { allow, invalid, notFound } from '#platform/server/errors.ts'
import { done } from '#platform/contract/schema.ts'
import { canAnimate } from '#features/spaces/server/policy.ts'
import { communityChanged, type Objective } from '../../contract.ts'
import { seatInCommunity } from '../policy.ts'
import { objectivesOf } from '../queries/communities.ts'

export async function setObjective(
  trx: Trx,
  actor: Actor,
  spaceId: string,
  id: string,
  draft: Omit<Objective, 'id'>,
): Promise<Objective> {
  allow(canAnimate(await seatInCommunity(trx, actor, spaceId)), 'community.shape')
  if (draft.deadline <= draft.startsOn) throw invalid('objective.dates', { field: 'deadline' })
  await trx.run(sql`
    insert into objectives (id, space_id, measure, target, starts_on, deadline)
    values (${id}, ${spaceId}, ${draft.measure}, ${draft.target}, ${draft.startsOn}, ${draft.deadline})
    on conflict (id) do update set measure = excluded.measure, target = excluded.target, starts_on = excluded.starts_on, deadline = excluded.deadline
    where objectives.space_id = excluded.space_id`)
  const saved = (await objectivesOf(trx, spaceId)).find((objective) => objective.id === id)
  if (!saved) throw notFound('objective.not_found')
  await emit(trx, actor, communityChanged, spaceId, {})
  return saved
}

export async function dropObjective(trx: Trx, actor: Actor, spaceId: string, id: string) {
  allow(canAnimate(await seatInCommunity(trx, actor, spaceId)), 'community.shape')
  const gone = await trx.run(sql`delete from objectives where id = ${id} and space_id = ${spaceId}`)
  if (gone > 0) await emit(trx, actor, communityChanged, spaceId, {})
  return done
}
