import type { Actor } from '#platform/server/actor.ts'
import { type Db, empty, sql, type Sql } from '#platform/server/db.ts'
import { pageOf, readCursor, writeCursor } from '#platform/server/page.ts'
import type { ReactionCounts, ReactionKind, Reactor } from '../contract.ts'
import { findSubject } from './subjects.ts'

const PAGE = 50

/** Columns hold only the kinds that happened. */
export const allCounts = (counts: Partial<ReactionCounts>): ReactionCounts => ({
  like: counts.like ?? 0,
  bravo: counts.bravo ?? 0,
  useful: counts.useful ?? 0,
  thanks: counts.thanks ?? 0,
  same: counts.same ?? 0,
})

/** Joins the reader's own word as `my_reaction.kind`. */
export const joinMyReaction = (actor: Actor, subjectId: Sql): Sql =>
  sql`left join reactions my_reaction on my_reaction.subject_id = ${subjectId} and my_reaction.member_id = ${actor.id}`

export async function reactorsPage(
  db: Db,
  actor: Actor,
  subjectId: string,
  query: { cursor?: string; limit?: number; kind?: ReactionKind },
) {
  await findSubject(db, actor, subjectId)
  const limit = query.limit ?? PAGE
  const after = readCursor(query.cursor, 2)
  const rows = await db.rows<Reactor & { at: string }>(sql`
    select m.id as "memberId", m.given_name as "givenName", m.family_name as "familyName", m.photo_file_id as "photoFileId", r.kind, r.at
    from reactions r join members m on m.id = r.member_id
    where r.subject_id = ${subjectId}
    ${query.kind ? sql`and r.kind = ${query.kind}` : empty}
    ${after ? sql`and (r.at, r.member_id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : empty}
    order by r.at desc, r.member_id desc limit ${limit + 1}`)
  return pageOf(rows, limit, (row) => writeCursor(row.at, row.memberId))
}
