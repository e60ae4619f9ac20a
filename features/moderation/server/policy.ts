import type { Actor } from '#platform/server/actor.ts'
import { sql, type Sql } from '#platform/server/db.ts'
import { readable } from '#features/spaces/server/policy.ts'

const MODERATING = sql`('moderator', 'animator', 'lead')`

/** The spaces whose reports the actor settles: their own, and the groups, save secret ones, of a community they moderate. */
export const moderatedSpaces = (actor: Actor): Sql => sql`
  select s.id from spaces s where ${readable(actor)} and (
    exists (select 1 from seats mine where mine.member_id = ${actor.id} and mine.space_id = s.id and mine.role in ${MODERATING})
    or (s.openness <> 'secret' and exists (
      select 1 from seats above where above.member_id = ${actor.id} and above.space_id = s.parent_id and above.role in ${MODERATING})))`

/** The other way round: who settles the reports of one space. */
export const moderatorsOf = (spaceId: string): Sql => sql`
  select seat.member_id as id from spaces s join seats seat on seat.role in ${MODERATING}
    and (seat.space_id = s.id or (s.openness <> 'secret' and seat.space_id = s.parent_id))
  where s.id = ${spaceId}`
