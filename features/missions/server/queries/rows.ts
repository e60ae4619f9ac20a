import type { Actor } from '#platform/server/actor.ts'
import { sql, type Sql } from '#platform/server/db.ts'

/** A line of a list, over `missions n`, with somebody's place; what they said of a test is for themselves and its team. */
export const cardColumns = (memberId: Sql, own: boolean): Sql => sql`
  n.id, n.programme_id as "programmeId", n.kind, n.title, n.minutes, n.due_on as "dueOn", n.quota, n.state,
  case when n.quota is not null then greatest(0, n.quota - (select count(*) from mission_takings o where o.mission_id = n.id))::int end as "placesLeft",
  (select ${takingJson(own)} from mission_takings t left join members by on by.id = t.thanked_by
    where t.mission_id = n.id and t.member_id = ${memberId}) as mine,
  exists (select 1 from test_publications p where p.mission_id = n.id)
    and exists (select 1 from mission_takings t where t.mission_id = n.id and t.member_id = ${memberId} and t.returned_at is not null) as decided`

/** JSON of the database writes times with a space and '+00:00' otherwise than the rows do. */
export const asTime = (column: Sql): Sql =>
  sql`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`

const takingJson = (
  own: boolean,
) => sql`jsonb_build_object('id', t.id, 'takenAt', ${asTime(sql`t.taken_at`)}, 'returnedAt', ${asTime(sql`t.returned_at`)},
  'words', case when ${own}::boolean or n.kind <> 'test' then t.returned_words else '' end, 'link', t.returned_link, 'thankedAt', ${asTime(sql`t.thanked_at`)}, 'thanksWords', t.thanks_words,
  'thankedBy', by.given_name || ' ' || by.family_name)`

export const cardsFor = (actor: Actor): Sql => cardColumns(sql`${actor.id}`, true)
