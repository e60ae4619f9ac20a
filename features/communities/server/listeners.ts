import { sql, type Trx } from '#platform/server/db.ts'
import type { Listeners } from '#platform/server/emit.ts'
import { conflict } from '#platform/server/errors.ts'
import type { Rule } from '#features/audiences/contract.ts'
import { matching } from '#features/audiences/server/policy.ts'
import { registerAudienceUses } from '#features/audiences/server/uses.ts'
import { memberJoined, memberLeft, roleChanged } from '#features/spaces/contract.ts'
import type { Role } from '#features/spaces/rules/roles.ts'
import { seat } from '#features/spaces/server/commands.ts'
import { contributorRoles } from '../rules/contributors.ts'
import { fillPlaces, heldPlaces, isOver } from './commands/places.ts'
import { audienceUses } from './uses.ts'

export function listeners(on: Listeners) {
  registerAudienceUses('communities', audienceUses)
  on.on(memberJoined, async (trx, event) => {
    await keepCap(trx, event.spaceId, event.payload.role)
    await settleRequest(trx, event.spaceId, event.payload.memberId)
    await seatInGroups(trx, event.spaceId, event.payload.memberId)
  })
  on.on(roleChanged, async (trx, event) => {
    await keepCap(trx, event.spaceId, event.payload.role)
    await fillPlaces(trx, event.spaceId)
  })
  on.on(memberLeft, (trx, event) => fillPlaces(trx, event.spaceId))
}

/** Whichever door was used: past the cap nobody contributes. */
async function keepCap(trx: Trx, spaceId: string, role: Role): Promise<void> {
  const capped = await trx.row(
    sql`select 1 from communities where space_id = ${spaceId} and contributor_cap is not null`,
  )
  if (!capped) return
  const places = await heldPlaces(trx, spaceId)
  if (places && contributorRoles(places.kind).includes(role) && isOver(places))
    throw conflict('community.full', { values: { count: places.cap ?? 0 } })
}

/** Somebody who asked and came in by another door waits no more. */
async function settleRequest(trx: Trx, spaceId: string, memberId: string): Promise<void> {
  await trx.run(sql`
    update join_requests set state = 'accepted', answered_at = now()
    where space_id = ${spaceId} and member_id = ${memberId} and state in ('asked', 'waiting')`)
}

interface GroupAtArrival {
  id: string
  isDefault: boolean
  rule: Rule | null
}

/** On arrival in a community: its default groups (for people of the house), and those whose audience one matches. */
async function seatInGroups(trx: Trx, communityId: string, memberId: string): Promise<void> {
  const groups = await trx.rows<GroupAtArrival>(sql`
    select s.id, g.is_default as "isDefault", a.rule from spaces s join groups g on g.space_id = s.id
    left join audiences a on a.id = g.audience_id
    where s.parent_id = ${communityId} and s.archived_at is null and (g.is_default or a.id is not null) order by s.id`)
  if (groups.length === 0) return
  const inside = await trx.row(sql`
    select 1 from members m join organizations o on o.id = m.organization_id where m.id = ${memberId} and m.standing <> 'guest' and not o.outside`)
  for (const group of groups) {
    const byRule =
      group.rule &&
      (await trx.row(sql`select 1 from members m where m.id = ${memberId} and ${matching(group.rule)}`))
    if (group.isDefault && inside) await seat(trx, null, group.id, memberId, 'member', 'default')
    else if (byRule) await seat(trx, null, group.id, memberId, 'member', 'audience')
  }
}
