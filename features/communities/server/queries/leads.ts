import { type Db, sql } from '#platform/server/db.ts'
import type { LeaderlessCommunity } from '../../contract.ts'

/** By name alone, secret ones too: nobody is left inside to ask for help. */
export const communitiesWithoutLead = (db: Db): Promise<LeaderlessCommunity[]> =>
  db.rows<LeaderlessCommunity>(sql`
    select s.id, s.name from communities c join spaces s on s.id = c.space_id
    where s.archived_at is null and not exists (select 1 from seats held where held.space_id = s.id and held.role = 'lead')
    order by lower(s.name), s.id`)
