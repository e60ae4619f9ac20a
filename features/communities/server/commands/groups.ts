import type { Actor } from '#platform/server/actor.ts'
import { sql, type Trx } from '#platform/server/db.ts'
import { emit } from '#platform/server/emit.ts'
import { allow, notFound } from '#platform/server/errors.ts'
import { enqueueAudienceRefresh } from '#features/audiences/server/commands.ts'
import { canWriteAudiences } from '#features/audiences/server/policy.ts'
import { openSpace, seat, setOpenness } from '#features/spaces/server/commands.ts'
import { canAnimate, seatIn } from '#features/spaces/server/policy.ts'
import { type Group, groupOpened } from '../../contract.ts'
import { canHide, canOpenGroup, seatInCommunity } from '../policy.ts'
import { findGroup } from '../queries/groups.ts'

export interface GroupDraft {
  name: string
  description?: string
  openness: 'open' | 'closed' | 'secret'
  isDefault?: boolean
  audienceId?: string | null
}

/** An audience is chosen by those who may write them, and must still be there. */
export async function checkAudience(trx: Trx, actor: Actor, audienceId: string): Promise<void> {
  allow(canWriteAudiences(actor), 'audience')
  const found = await trx.row(sql`select 1 from audiences where id = ${audienceId} for share`)
  if (!found) throw notFound('audience.not_found', { field: 'audienceId' })
}

export async function openGroup(
  trx: Trx,
  actor: Actor,
  communityId: string,
  groupId: string,
  draft: GroupDraft,
): Promise<Group> {
  allow(canOpenGroup(await seatInCommunity(trx, actor, communityId)), 'group.open')
  if (draft.audienceId) await checkAudience(trx, actor, draft.audienceId)
  const isNew = await openSpace(trx, actor, {
    id: groupId,
    kind: 'group',
    parentId: communityId,
    openness: draft.openness,
    name: draft.name.trim(),
    description: draft.description?.trim() ?? '',
    published: true,
  })
  if (isNew) {
    await trx.run(sql`
      insert into groups (space_id, is_default, audience_id) values (${groupId}, ${draft.isDefault ?? false}, ${draft.audienceId ?? null})`)
    await seat(trx, actor, groupId, actor.id, 'lead', 'creator')
    // A secret group is announced to nobody.
    if (draft.openness !== 'secret') await emit(trx, actor, groupOpened, communityId, { groupId })
    if (draft.audienceId) await enqueueAudienceRefresh(trx)
  }
  return findGroup(trx, actor, communityId, groupId)
}

export async function shapeGroup(
  trx: Trx,
  actor: Actor,
  communityId: string,
  groupId: string,
  change: { openness?: GroupDraft['openness']; isDefault?: boolean; audienceId?: string | null },
): Promise<Group> {
  const place = await seatIn(trx, actor, groupId)
  if (place.parentId !== communityId) throw notFound('space.not_found')
  allow(canAnimate(place), 'group.shape')
  if (change.openness === 'secret') allow(canHide(place), 'group.hide')
  if (change.audienceId) await checkAudience(trx, actor, change.audienceId)
  if (change.openness) await setOpenness(trx, groupId, change.openness)
  await trx.run(sql`
    update groups set is_default = coalesce(${change.isDefault ?? null}, is_default),
      audience_id = case when ${change.audienceId !== undefined} then ${change.audienceId ?? null}::uuid else audience_id end
    where space_id = ${groupId}`)
  if (change.audienceId) await enqueueAudienceRefresh(trx)
  return findGroup(trx, actor, communityId, groupId)
}
