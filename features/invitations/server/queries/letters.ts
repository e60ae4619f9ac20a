import { type Db, sql } from '#platform/server/db.ts'
import { notFound } from '#platform/server/errors.ts'
import type { Language } from '#platform/contract/schema.ts'

/** What every letter of a community says, whoever it is for. */
export interface LetterHead {
  community: string
  valueProposition: string
  network: string
  color: string
  language: Language
  timeZone: string
}

export async function letterHead(db: Db, spaceId: string): Promise<LetterHead> {
  const row = await db.row<LetterHead>(sql`
    select s.name as community, coalesce(c.value_proposition, '') as "valueProposition", coalesce(n.name, 'Élan') as network,
      coalesce(n.color, '#14473a') as color, coalesce(n.language, 'fr') as language, coalesce(n.time_zone, 'Europe/Paris') as "timeZone"
    from spaces s left join communities c on c.space_id = s.id left join network n on true where s.id = ${spaceId}`)
  if (!row) throw notFound('space.not_found')
  return row
}

export interface AddresseeRow {
  invitationId: string
  givenName: string
  familyName: string
  site: string
  department: string
  language: Language | null
  message: string
  byName: string
  sealed: string
  expiresAt: string
}

export interface LetterFilter {
  site?: string | undefined
  campaignId?: string | undefined
  invitationId?: string | undefined
  /** A letter opens an account: those with rights over the network get theirs from an administrator. */
  everybody: boolean
}

/** People waiting for a letter, in the order in which a team hands them out: site, department, name. */
export function addressees(
  db: Db,
  spaceId: string,
  filter: LetterFilter,
  after: AddresseeRow | null,
  limit: number,
) {
  const further = after
    ? sql`and (m.site, m.department, m.family_name, m.given_name, i.id)
        > (${after.site}, ${after.department}, ${after.familyName}, ${after.givenName}, ${after.invitationId}::uuid)`
    : sql``
  // A person invited one by one may be handed a letter though they have an address.
  const whom = filter.invitationId ? sql`i.id = ${filter.invitationId}` : sql`i.channel = 'letter'`
  return db.rows<AddresseeRow>(sql`
    select i.id as "invitationId", m.given_name as "givenName", m.family_name as "familyName", m.site, m.department, m.language,
      k.message, coalesce(by.given_name || ' ' || by.family_name, '') as "byName", code.sealed, code."expiresAt"
    from invitations i
    join members m on m.id = i.member_id
    join campaigns k on k.id = i.campaign_id
    left join members by on by.id = k.created_by
    join lateral (select c.code_sealed as sealed, c.expires_at as "expiresAt" from codes c
      where c.invitation_id = i.id and c.withdrawn_at is null and c.expires_at > now() and c.uses < c.max_uses
      order by c.created_at desc limit 1) code on true
    where i.space_id = ${spaceId} and i.state in ('sent', 'bounced') and ${whom}
      and (${filter.everybody} or m.standing in ('member', 'guest') or m.status = 'active')
      and (${filter.site ?? null}::text is null or m.site = ${filter.site ?? null})
      and (${filter.campaignId ?? null}::uuid is null or i.campaign_id = ${filter.campaignId ?? null}) ${further}
    order by m.site, m.department, m.family_name, m.given_name, i.id limit ${limit}`)
}
