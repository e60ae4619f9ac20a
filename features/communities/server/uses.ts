import type { Actor } from '#platform/server/actor.ts'
import { type Db, sql } from '#platform/server/db.ts'
import type { UseFound } from '#features/audiences/server/uses.ts'
import { readable } from '#features/spaces/server/policy.ts'

/** Communities and groups built on these audiences; nameless when the actor may not read them. */
export const audienceUses = (db: Db, actor: Actor, audienceIds: string[]): Promise<UseFound[]> =>
  db.rows<UseFound>(sql`
    select coalesce(c.audience_id, g.audience_id) as "audienceId", s.kind, s.id, case when ${readable(actor)} then s.name else '' end as name
    from spaces s left join communities c on c.space_id = s.id left join groups g on g.space_id = s.id
    where c.audience_id = any(${audienceIds}::uuid[]) or g.audience_id = any(${audienceIds}::uuid[])
    order by s.parent_id nulls first, s.name`)
