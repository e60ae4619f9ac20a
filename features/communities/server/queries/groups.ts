import type { Actor } from '#platform/server/actor.ts'
import { type Db, empty, sql, type Sql } from '#platform/server/db.ts'
import { notFound } from '#platform/server/errors.ts'
import { pageOf, readCursor, writeCursor } from '#platform/server/page.ts'
import { atLeast, type Role } from '#features/spaces/rules/roles.ts'
import { readable, visible } from '#features/spaces/server/policy.ts'
import type { Group, MyRequest } from '../../contract.ts'
import { doorOffers } from '../../rules/door.ts'
import { doorColumns, type DoorRow, powerOf, seatInCommunity, toDoor } from '../policy.ts'
import { myRequestJson, shownCover, stillTrue } from './people.ts'

interface GroupRow extends DoorRow {
  id: string
  communityId: string
  name: string
  description: string
  coverFileId: string | null
  isDefault: boolean
  audienceId: string | null
  audienceName: string | null
  above: Role | null
  seats: number | null
  request: MyRequest | null
}

const groupRows = (actor: Actor, where: Sql): Sql => sql`
  select s.id, s.parent_id as "communityId", s.name, s.description, ${shownCover(actor)} as "coverFileId", g.is_default as "isDefault",
    a.id as "audienceId", a.name as "audienceName", up.role as above, ${doorColumns(actor)}, ${myRequestJson(actor.id)} as request,
    case when ${readable(actor)} then (select count(*)::int from seats n where n.space_id = s.id) end as seats
  from groups g join spaces s on s.id = g.space_id
  left join communities c on c.space_id = s.id
  left join audiences a on a.id = g.audience_id
  left join seats own on own.space_id = s.id and own.member_id = ${actor.id}
  left join seats up on up.space_id = s.parent_id and up.member_id = ${actor.id}
  where ${visible(actor)} and ${where}`

/** Secret groups are listed to those who sit in them, and to nobody else. */
export async function groupsPage(
  db: Db,
  actor: Actor,
  communityId: string,
  query: { cursor?: string; limit?: number },
) {
  await seatInCommunity(db, actor, communityId)
  const limit = query.limit ?? 50
  const after = readCursor(query.cursor, 2)
  const rows = await db.rows<GroupRow>(
    groupRows(
      actor,
      sql`s.parent_id = ${communityId} ${after ? sql`and (lower(s.name), s.id) > (${after[0]}, ${after[1]}::uuid)` : empty}
        order by lower(s.name), s.id limit ${limit + 1}`,
    ),
  )
  const page = pageOf(rows, limit, (row) => writeCursor(row.name.toLowerCase(), row.id))
  return { items: page.items.map((row) => toGroup(row, actor)), next: page.next }
}

export async function findGroup(db: Db, actor: Actor, communityId: string, groupId: string): Promise<Group> {
  const row = await db.row<GroupRow>(
    groupRows(actor, sql`s.id = ${groupId} and s.parent_id = ${communityId}`),
  )
  if (!row) throw notFound('space.not_found')
  return toGroup(row, actor)
}

function toGroup(row: GroupRow, actor: Actor): Group {
  const animates = atLeast(powerOf(row.openness, row.own, row.above), 'animator')
  const { audienceId, audienceName } = row
  return {
    id: row.id,
    communityId: row.communityId,
    name: row.name,
    description: row.description,
    coverFileId: row.coverFileId,
    openness: row.openness,
    isDefault: row.isDefault,
    audience: animates && audienceId && audienceName ? { id: audienceId, name: audienceName } : null,
    role: row.own,
    seats: row.seats,
    request: stillTrue(row.request),
    can: { animate: animates, leave: row.own !== null, ...doorOffers(toDoor(row, actor)) },
  }
}
