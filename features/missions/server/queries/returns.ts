import type { Actor } from '#platform/server/actor.ts'
import { type Db, empty, sql } from '#platform/server/db.ts'
import { allow, notFound } from '#platform/server/errors.ts'
import { pageOf, readCursor, writeCursor } from '#platform/server/page.ts'
import type { Return } from '../../contract.ts'
import { missionFor } from '../policy.ts'

const LIMIT = 20

/** By name, for those who keep the programme: to thank, and to lend a hand. */
export async function returnsPage(
  db: Db,
  actor: Actor,
  missionId: string,
  { cursor, limit = LIMIT }: { cursor?: string; limit?: number },
) {
  const found = await missionFor(db, actor, missionId)
  // Whoever does not keep the programme learns nothing of who took what.
  if (!found.keeps) throw notFound('mission.not_found')
  const after = readCursor(cursor, 1)
  // What a test said is for its team; a keeper reads that it was handed in.
  const told = found.facts.kind !== 'test'
  const rows = await db.rows<Return>(sql`
    select t.id, t.taken_at as "takenAt", t.returned_at as "returnedAt",
      case when ${told} then t.returned_words else '' end as words, case when ${told} then t.returned_link else '' end as link,
      t.thanked_at as "thankedAt", t.thanks_words as "thanksWords", by.given_name || ' ' || by.family_name as "thankedBy",
      coalesce(m.language, 'fr') as language,
      jsonb_build_object('id', m.id, 'givenName', m.given_name, 'familyName', m.family_name, 'photoFileId', m.photo_file_id) as person
    from mission_takings t join members m on m.id = t.member_id left join members by on by.id = t.thanked_by
    where t.mission_id = ${missionId} ${after ? sql`and t.id < ${after[0]}::uuid` : empty}
    order by t.id desc limit ${limit + 1}`)
  return pageOf(rows, limit, (row) => writeCursor(row.id))
}

/** What teams said, grouped: never by whom it was brought back. */
export async function answersPage(
  db: Db,
  actor: Actor,
  missionId: string,
  { cursor, limit = LIMIT }: { cursor?: string; limit?: number },
) {
  const found = await missionFor(db, actor, missionId)
  allow(found.shapes, 'mission.shape')
  const after = readCursor(cursor, 1)
  const rows = await db.rows<{ id: string; people: number; answer: string }>(sql`
    select r.id, r.people, r.answer from relays r join mission_takings t on t.id = r.taking_id
    where t.mission_id = ${missionId} and r.answer <> '' ${after ? sql`and r.id < ${after[0]}::uuid` : empty}
    order by r.id desc limit ${limit + 1}`)
  return pageOf(rows, limit, (row) => writeCursor(row.id))
}
