import type { Actor } from '#platform/server/actor.ts'
import { sql, type Trx } from '#platform/server/db.ts'
import { emit } from '#platform/server/emit.ts'
import { allow, invalid, notFound } from '#platform/server/errors.ts'
import { done } from '#platform/contract/schema.ts'
import { canAnimate, knownMembers } from '#features/spaces/server/policy.ts'
import { communityChanged, type Part, type Stakeholder } from '../../contract.ts'
import { seatInCommunity } from '../policy.ts'
import { stakeholdersOf } from '../queries/communities.ts'

export interface StakeholderDraft {
  part: Part
  memberId?: string | null
  name?: string
  expectation?: string
}

export async function nameStakeholder(
  trx: Trx,
  actor: Actor,
  spaceId: string,
  id: string,
  draft: StakeholderDraft,
): Promise<Stakeholder> {
  allow(canAnimate(await seatInCommunity(trx, actor, spaceId)), 'community.shape')
  const memberId = draft.memberId ?? null
  const name = memberId ? '' : (draft.name?.trim() ?? '')
  if (!memberId && !name) throw invalid('stakeholder.who', { field: 'name' })
  if (memberId) {
    const known = await trx.row(
      sql`select 1 from members m where m.id = ${memberId} and ${knownMembers(actor)}`,
    )
    if (!known) throw notFound('member.not_found', { field: 'memberId' })
  }
  await trx.run(sql`
    insert into stakeholders (id, space_id, part, member_id, name, expectation)
    values (${id}, ${spaceId}, ${draft.part}, ${memberId}, ${name}, ${draft.expectation?.trim() ?? ''})
    on conflict (id) do update set part = excluded.part, member_id = excluded.member_id, name = excluded.name, expectation = excluded.expectation
    where stakeholders.space_id = excluded.space_id`)
  const saved = (await stakeholdersOf(trx, spaceId)).find((stakeholder) => stakeholder.id === id)
  if (!saved) throw notFound('stakeholder.not_found')
  await emit(trx, actor, communityChanged, spaceId, {})
  return saved
}

export async function dropStakeholder(trx: Trx, actor: Actor, spaceId: string, id: string) {
  allow(canAnimate(await seatInCommunity(trx, actor, spaceId)), 'community.shape')
  const gone = await trx.run(sql`delete from stakeholders where id = ${id} and space_id = ${spaceId}`)
  if (gone > 0) await emit(trx, actor, communityChanged, spaceId, {})
  return done
}
