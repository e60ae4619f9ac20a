import type { Actor } from '#platform/server/actor.ts'
import { type Db, empty, sql } from '#platform/server/db.ts'
import { NEWCOMER_DAYS } from '../rules/gestures.ts'
import { scopeOf } from './policy.ts'

export interface NewcomerRow {
  id: string
  givenName: string
  familyName: string
  photoFileId: string | null
  joinedAt: string
  /** Their first post here, when it can be answered. */
  postId: string | null
  total: number
}

/**
 * Who came in lately and was never welcomed: no welcome, no mention (both leave a row in `welcomes`), no answer to
 * their first post. Those who wrote come first, then those who have waited longest.
 */
export const newcomersToWelcome = (
  db: Db,
  actor: Actor,
  spaceId: string,
  limit: number,
): Promise<NewcomerRow[]> => rows(db, actor, spaceId, { limit })

/** Members of the community among these, with their first post, whether welcomed or not. */
export const membersAmong = (db: Db, actor: Actor, spaceId: string, ids: string[]): Promise<NewcomerRow[]> =>
  rows(db, actor, spaceId, { limit: ids.length, ids })

const rows = (
  db: Db,
  actor: Actor,
  spaceId: string,
  { limit, ids }: { limit: number; ids?: string[] },
): Promise<NewcomerRow[]> =>
  db.rows<NewcomerRow>(sql`
    with scope as materialized (${scopeOf(actor, spaceId)}),
    met as materialized (
      select seat.member_id, seat.joined_at from seats seat where seat.space_id = ${spaceId} and seat.member_id <> ${actor.id}
      ${
        ids
          ? sql`and seat.member_id = any(${ids}::uuid[])`
          : sql`and seat.joined_at > now() - make_interval(days => ${NEWCOMER_DAYS}) and seat.role not in ('animator', 'lead')
            and not exists (select 1 from welcomes w where w.space_id = seat.space_id and w.member_id = seat.member_id)`
      })
    select m.id, m.given_name as "givenName", m.family_name as "familyName", m.photo_file_id as "photoFileId",
      met.joined_at as "joinedAt", case when first.open then first.id end as "postId", count(*) over ()::int as total
    from met join members m on m.id = met.member_id and m.status = 'active'
    left join lateral (
      select p.id, p.comments_closed_at is null as open, exists (
        select 1 from comments c where c.subject_id = p.id and c.author_id <> m.id and c.withdrawn_at is null and c.hidden_at is null) as answered
      from posts p where p.author_id = m.id and p.space_id = any((select array_agg(id) from scope)::uuid[]) and p.withdrawn_at is null and p.hidden_at is null
      order by p.published_at, p.id limit 1) first on true
    ${ids ? empty : sql`where not coalesce(first.answered, false) order by first.id is null, met.joined_at, m.id`} limit ${limit}`)
