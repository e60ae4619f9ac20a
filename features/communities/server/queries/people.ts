import { type Db, sql, type Sql } from '#platform/server/db.ts'
import type { Actor } from '#platform/server/actor.ts'
import { readable } from '#features/spaces/server/policy.ts'
import type { MyRequest, Person } from '../../contract.ts'

export const personColumns: Sql = sql`m.id, m.given_name as "givenName", m.family_name as "familyName", m.job, m.photo_file_id as "photoFileId"`

/** As JSON, for a person inside another row. */
export const personJson: Sql = sql`jsonb_build_object('id', m.id, 'givenName', m.given_name, 'familyName', m.family_name, 'job', m.job, 'photoFileId', m.photo_file_id)`

/** My last request for a space while I have no seat there, over `spaces s`. */
export const myRequestJson = (memberId: string): Sql => sql`(
  select jsonb_build_object('id', r.id, 'state', r.state, 'answer', r.answer) from join_requests r
  where r.space_id = s.id and r.member_id = ${memberId} and own.role is null
  order by r.asked_at desc, r.id desc limit 1)`

/** An acceptance whose seat was left since then is an old story. */
export const stillTrue = (request: MyRequest | null): MyRequest | null =>
  request?.state === 'accepted' ? null : request

/** Who leads, animates or sponsors: the faces of a community. */
export const facesOf = (db: Db, spaceId: string) =>
  db.rows<Person & { role: 'lead' | 'animator' | 'sponsor' }>(sql`
    select ${personColumns}, seat.role from seats seat join members m on m.id = seat.member_id
    where seat.space_id = ${spaceId} and seat.role in ('lead', 'animator', 'sponsor') and m.status <> 'closed'
    order by array_position(array['lead', 'animator', 'sponsor'], seat.role), seat.joined_at, m.id limit 8`)

/** The cover, to those who may download it: readers of `spaces s`, or everybody once it is public. */
export const shownCover = (actor: Actor): Sql => sql`
  case when ${readable(actor)} or exists (select 1 from files f where f.id = s.cover_file_id and f.use = 'public') then s.cover_file_id end`
