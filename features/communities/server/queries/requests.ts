import type { Actor } from '#platform/server/actor.ts'
import { type Db, empty, sql, type Sql } from '#platform/server/db.ts'
import { allow, notFound } from '#platform/server/errors.ts'
import { pageOf, readCursor, writeCursor } from '#platform/server/page.ts'
import { canAnimate, seatIn } from '#features/spaces/server/policy.ts'
import type { JoinRequest } from '../../contract.ts'
import { personJson } from './people.ts'

const requestRows = (where: Sql): Sql => sql`
  select r.id, r.space_id as "spaceId", s.name as "spaceName", ${personJson} as member, r.note, r.state, r.asked_at as "askedAt"
  from join_requests r join spaces s on s.id = r.space_id join members m on m.id = r.member_id where ${where}`

/** Of the space, and of those of its groups that its animators animate too: all but the secret ones. */
export async function requestsPage(
  db: Db,
  actor: Actor,
  query: { spaceId: string; state?: 'asked' | 'waiting'; cursor?: string; limit?: number },
) {
  allow(canAnimate(await seatIn(db, actor, query.spaceId)), 'request.answer')
  const limit = query.limit ?? 30
  const after = readCursor(query.cursor, 2)
  const states = query.state ? [query.state] : ['asked', 'waiting']
  const rows = await db.rows<JoinRequest>(
    requestRows(sql`r.state = any(${states}::text[]) and m.status <> 'closed'
      and (s.id = ${query.spaceId} or (s.parent_id = ${query.spaceId} and s.openness <> 'secret' and s.archived_at is null))
      ${after ? sql`and (r.asked_at, r.id) > (${after[0]}::timestamptz, ${after[1]}::uuid)` : empty}
      order by r.asked_at, r.id limit ${limit + 1}`),
  )
  return pageOf(rows, limit, (row) => writeCursor(row.askedAt, row.id))
}

export async function findRequest(db: Db, requestId: string): Promise<JoinRequest> {
  const row = await db.row<JoinRequest>(requestRows(sql`r.id = ${requestId}`))
  if (!row) throw notFound('request.not_found')
  return row
}
