import type { Query } from '#platform/contract/endpoint.ts'
import type { Actor } from '#platform/server/actor.ts'
import { type Db, sql, type Sql } from '#platform/server/db.ts'
import { notFound } from '#platform/server/errors.ts'
import { pageOf, readCursor, writeCursor } from '#platform/server/page.ts'
import type { Campaign, readCampaigns } from '../../contract.ts'
import { invitingIn } from '../policy.ts'
import { COUNTS } from './invitations.ts'

interface CampaignRow extends Omit<Campaign, 'by'> {
  byId: string | null
  byGivenName: string | null
  byFamilyName: string | null
}

const rowsWhere = (where: Sql, limit: number): Sql => sql`
  select k.id, k.space_id as "spaceId", k.audience_id as "audienceId", a.name as "audienceName", k.message,
    k.created_at as "createdAt", by.id as "byId", by.given_name as "byGivenName", by.family_name as "byFamilyName", counts.*
  from (select * from campaigns k where ${where} order by k.created_at desc, k.id desc limit ${limit}) k
  left join audiences a on a.id = k.audience_id
  left join members by on by.id = k.created_by
  cross join lateral (select ${COUNTS}, count(*) filter (where ${unwritten})::int as "toWrite"
    from invitations i where i.campaign_id = k.id) counts
  order by k.created_at desc, k.id desc`

/** An invitation by e-mail whose letter is not written yet; a new invitation after a withdrawal is written anew. */
export const unwritten = sql`(i.channel = 'email' and i.state = 'sent' and not exists (
  select 1 from mails written where written.about_id = i.id and written.purpose = 'invitation' and written.created_at >= i.invited_at))`

function toCampaign({ byId, byGivenName, byFamilyName, ...row }: CampaignRow): Campaign {
  const by = byId ? { memberId: byId, givenName: byGivenName ?? '', familyName: byFamilyName ?? '' } : null
  return { ...row, by }
}

export async function findCampaign(db: Db, id: string): Promise<Campaign> {
  const row = await db.row<CampaignRow>(rowsWhere(sql`k.id = ${id}`, 1))
  if (!row) throw notFound('campaign.not_found')
  return toCampaign(row)
}

const LIMIT = 20

export async function campaignsPage(
  db: Db,
  actor: Actor,
  spaceId: string,
  query: Query<typeof readCampaigns>,
) {
  await invitingIn(db, actor, spaceId)
  const limit = query.limit ?? LIMIT
  const after = readCursor(query.cursor, 2)
  const older = after ? sql`and (k.created_at, k.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql``
  const rows = await db.rows<CampaignRow>(rowsWhere(sql`k.space_id = ${spaceId} ${older}`, limit + 1))
  const page = pageOf(rows, limit, (row) => writeCursor(row.createdAt, row.id))
  return { items: page.items.map(toCampaign), next: page.next }
}
