import type { Actor } from '#platform/server/actor.ts'
import { type Db, sql } from '#platform/server/db.ts'
import type { UseFound } from '#features/audiences/server/uses.ts'
import { readable } from '#features/spaces/server/policy.ts'

/** Sendings to these audiences that still wait for somebody, by the name of the community; nameless to who may not read it. */
export const audienceUses = (db: Db, actor: Actor, audienceIds: string[]): Promise<UseFound[]> =>
  db.rows<UseFound>(sql`
    select k.audience_id as "audienceId", 'campaign' as kind, k.id, case when ${readable(actor)} then s.name else '' end as name
    from campaigns k join spaces s on s.id = k.space_id
    where k.audience_id = any(${audienceIds}::uuid[])
      and exists (select 1 from invitations i where i.campaign_id = k.id and i.state in ('sent', 'bounced'))
    order by s.name, k.created_at, k.id`)
