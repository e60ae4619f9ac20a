import type { Actor } from '#platform/server/actor.ts'
import { type Db, sql } from '#platform/server/db.ts'
import type { MyInvitation } from '../../contract.ts'

type Row = Omit<MyInvitation, 'by'> & { givenName: string | null; familyName: string | null }

export async function invitationsOf(db: Db, actor: Actor): Promise<{ items: MyInvitation[] }> {
  const rows = await db.rows<Row>(sql`
    select i.id, i.space_id as "spaceId", s.name as community, coalesce(c.value_proposition, '') as "valueProposition",
      k.message, i.invited_at as "invitedAt", by.given_name as "givenName", by.family_name as "familyName"
    from invitations i join spaces s on s.id = i.space_id and s.archived_at is null
    join campaigns k on k.id = i.campaign_id
    left join communities c on c.space_id = i.space_id
    left join members by on by.id = k.created_by
    where i.member_id = ${actor.id} and i.state in ('sent', 'bounced') order by i.invited_at desc, i.id limit 100`)
  return {
    items: rows.map(({ givenName, familyName, ...row }) => ({
      ...row,
      by: givenName === null ? null : { givenName, familyName: familyName ?? '' },
    })),
  }
}
