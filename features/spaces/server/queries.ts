import type { Actor } from '#platform/server/actor.ts'
import { type Db, empty, sql, type Sql } from '#platform/server/db.ts'
import { notFound } from '#platform/server/errors.ts'
import { pageOf, readCursor, writeCursor } from '#platform/server/page.ts'
import type { Seat, Space } from '../contract.ts'
import { atLeast, type Role, stronger } from '../rules/roles.ts'
import { readable, readOnly, seatIn } from './policy.ts'

interface SpaceRow {
  id: string
  kind: Space['kind']
  parent_id: string | null
  openness: Space['openness']
  name: string
  description: string
  cover_file_id: string | null
  published_at: string | null
  read_only: boolean
  own: Role | null
  above: Role | null
  seats: number
  unread: number
  seq: number
}

const spaceRows = (actor: Actor, where: Sql): Sql => sql`
  select s.id, s.kind, s.parent_id, s.openness, s.name, s.description, s.cover_file_id, s.published_at, ${readOnly} as read_only,
    own.role as own, up.role as above, head.seq,
    (select count(*)::int from seats n where n.space_id = s.id) as seats,
    case when own.role is null then 0 else greatest(0, head.posts - coalesce(mark.posts + mark.own, 0)) end as unread
  from spaces s
  join space_heads head on head.space_id = s.id
  left join seats own on own.space_id = s.id and own.member_id = ${actor.id}
  left join seats up on up.space_id = s.parent_id and up.member_id = ${actor.id}
  left join read_marks mark on mark.space_id = s.id and mark.member_id = ${actor.id}
  where ${readable(actor)} ${where}`

function toSpace(row: SpaceRow): Space {
  const above = row.openness !== 'secret' && atLeast(row.above, 'moderator') ? row.above : null
  const role = stronger(row.own, above)
  return {
    id: row.id,
    kind: row.kind,
    parentId: row.parent_id,
    openness: row.openness,
    name: row.name,
    description: row.description,
    coverFileId: row.cover_file_id,
    role,
    seats: row.seats,
    unread: row.unread,
    seq: row.seq,
    can: {
      publish: role !== null && !row.read_only,
      moderate: atLeast(role, 'moderator'),
      animate: atLeast(role, 'animator'),
      join: row.own === null && row.openness === 'open' && row.published_at !== null,
      leave: row.own !== null,
    },
  }
}

/** Communities first, each followed by its groups, by name. */
export async function mySpaces(db: Db, actor: Actor): Promise<Space[]> {
  const rows = await db.rows<SpaceRow>(
    spaceRows(actor, sql`and own.role is not null order by s.parent_id nulls first, lower(s.name)`),
  )
  return rows.map(toSpace)
}

export async function findSpace(db: Db, actor: Actor, spaceId: string): Promise<Space> {
  const row = await db.row<SpaceRow>(spaceRows(actor, sql`and s.id = ${spaceId}`))
  if (!row) throw notFound('space.not_found')
  return toSpace(row)
}

const SEAT_COLUMNS = sql`m.id as "memberId", m.given_name as "givenName", m.family_name as "familyName", m.job, m.site,
  m.gender, m.photo_file_id as "photoFileId", seat.role, seat.joined_at as "joinedAt"`

export async function seatsPage(
  db: Db,
  actor: Actor,
  spaceId: string,
  query: { cursor?: string; limit?: number; search?: string; role?: Role },
) {
  await seatIn(db, actor, spaceId)
  const limit = query.limit ?? 50
  const after = readCursor(query.cursor, 3)
  const rows = await db.rows<Seat>(sql`
    select ${SEAT_COLUMNS} from seats seat join members m on m.id = seat.member_id
    where seat.space_id = ${spaceId} and m.status <> 'closed'
    ${query.role ? sql`and seat.role = ${query.role}` : empty}
    ${query.search ? sql`and m.search like '%' || plain(${query.search.replace(/[%_\\]/g, '\\$&')}) || '%'` : empty}
    ${after ? sql`and (lower(m.family_name), lower(m.given_name), m.id) > (${after[0]}, ${after[1]}, ${after[2]}::uuid)` : empty}
    order by lower(m.family_name), lower(m.given_name), m.id limit ${limit + 1}`)
  return pageOf(rows, limit, (seat) =>
    writeCursor(seat.familyName.toLowerCase(), seat.givenName.toLowerCase(), seat.memberId),
  )
}

export async function findSeat(db: Db, spaceId: string, memberId: string): Promise<Seat | undefined> {
  return db.row<Seat>(sql`
    select ${SEAT_COLUMNS} from seats seat join members m on m.id = seat.member_id
    where seat.space_id = ${spaceId} and seat.member_id = ${memberId}`)
}
