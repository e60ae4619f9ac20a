import type { Role } from '#features/spaces/rules/roles.ts'
import type { Trx } from '#platform/server/db.ts'
import { tempo } from '../content/communities.ts'
import { groups, type DemoGroup, type SpaceKey } from '../content/spaces.ts'
import type { Arrival } from '../rules/arrivals.ts'
import { isHome } from './audiences.ts'
import type { Cast } from './cast.ts'
import { insertRows, type Row } from './rows.ts'

export async function insertSpaces(trx: Trx, cast: Cast): Promise<void> {
  await insertRows(trx, 'spaces', [communityRow(cast), ...groups.map((group) => groupRow(cast, group))])
}

/** Public for the house since the launch; the groups since they were opened, under it. */
function communityRow(cast: Cast): Row {
  return {
    id: cast.spaceId('tempo'),
    kind: 'community',
    parent_id: null,
    openness: 'open',
    name: tempo.name,
    description: tempo.preview.lead,
    created_by: cast.memberId(cast.bySlug('nadia')),
    created_at: cast.opened,
    published_at: cast.launched,
  }
}

function groupRow(cast: Cast, group: DemoGroup): Row {
  return {
    id: cast.spaceId(group.key),
    kind: 'group',
    parent_id: cast.spaceId('tempo'),
    openness: group.openness,
    name: group.name,
    description: group.purpose,
    created_by: cast.memberId(cast.bySlug(group.animators[0] ?? 'nadia')),
    created_at: cast.opened,
    published_at: cast.opened,
  }
}

export async function insertSeats(trx: Trx, cast: Cast): Promise<void> {
  const rows = [...cast.story.seats].flatMap(([space, seats]) =>
    seats.map((arrival) => seatRow(cast, space, arrival)),
  )
  await insertRows(trx, 'seats', rows)
}

const AN_HOUR = 3_600_000

function seatRow(cast: Cast, space: SpaceKey, { person }: Arrival): Row {
  const group = groups.find((one) => one.key === space)
  const arrived = cast.arrivedAt(person)?.getTime() ?? cast.now.getTime()
  // A group is joined on arrival when one belongs there, within the hour when one has looked around.
  const delay =
    !group || isHome(group.key, person) ? 0 : AN_HOUR * cast.draw(`${space}/${person.staffNumber}`).next()
  return {
    member_id: cast.memberId(person),
    space_id: cast.spaceId(space),
    role: group ? roleInGroup(group, person) : person.role,
    via: viaOf(group, person),
    joined_at: new Date(Math.min(arrived + delay, cast.now.getTime())),
  }
}

function roleInGroup(group: DemoGroup, { slug, role }: Arrival['person']): Role {
  const rank = slug ? group.animators.indexOf(slug) : -1
  if (rank >= 0) return rank === 0 ? 'lead' : 'animator'
  return role === 'lead' ? 'member' : role
}

function viaOf(group: DemoGroup | undefined, person: Arrival['person']): string {
  if (!group) return person.slug === 'nadia' ? 'creator' : 'invitation'
  if (isHome(group.key, person)) return 'audience'
  return group.openness === 'open' ? 'self' : 'hand'
}
