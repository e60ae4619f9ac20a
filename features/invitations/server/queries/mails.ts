import { type Db, sql, type Sql } from '#platform/server/db.ts'
import { unseal } from '#platform/server/seal.ts'
import type { MailFacts } from '../mails.ts'
import { unwritten } from './campaigns.ts'
import { addressOfCode } from './codes.ts'

type MailRow = Omit<MailFacts, 'url'> & { sealed: string; reminderId: string | null; day: number | null }

const factsWhere = (picked: Sql): Sql => sql`
  select picked."reminderId", picked.day, i.id as "invitationId", m.id as "memberId", m.email::text as email, m.given_name as "givenName",
    coalesce(m.language, n.language, 'fr') as language, m.status = 'active' as active, s.name as community,
    coalesce(c.value_proposition, '') as "valueProposition", k.message,
    coalesce(by.given_name || ' ' || by.family_name, '') as "byName", coalesce(n.time_zone, 'Europe/Paris') as "timeZone",
    code.sealed, code."expiresAt"
  from (${picked}) picked
  join invitations i on i.id = picked.id
  join members m on m.id = i.member_id and m.email is not null and m.status <> 'closed'
  join spaces s on s.id = i.space_id and s.archived_at is null
  join campaigns k on k.id = i.campaign_id
  left join communities c on c.space_id = i.space_id
  left join members by on by.id = k.created_by
  left join network n on true
  join lateral (select c.code_sealed as sealed, c.expires_at as "expiresAt" from codes c
    where c.invitation_id = i.id and c.withdrawn_at is null and c.expires_at > now() and c.uses < c.max_uses
    order by c.created_at desc limit 1) code on true`

const toFacts = (publicUrl: string, { sealed, ...row }: MailRow) => ({
  ...row,
  url: addressOfCode(publicUrl, unseal(sealed)),
})

/** Invitations of a sending whose letter is still to be written; others doing the same work take other ones. */
export async function unwrittenOf(db: Db, publicUrl: string, campaignId: string, limit: number) {
  const rows = await db.rows<MailRow>(
    factsWhere(sql`
    select i.id, null::uuid as "reminderId", null::int as day from invitations i
    join members addressee on addressee.id = i.member_id and addressee.email is not null and addressee.status <> 'closed'
    where i.campaign_id = ${campaignId} and ${unwritten} and exists (
      select 1 from codes c where c.invitation_id = i.id and c.withdrawn_at is null and c.expires_at > now() and c.uses < c.max_uses)
    order by i.id limit ${limit} for update of i skip locked`),
  )
  return rows.map((row) => toFacts(publicUrl, row))
}

export async function mailFactsOf(db: Db, publicUrl: string, invitationId: string) {
  const [row] = await db.rows<MailRow>(
    factsWhere(sql`select ${invitationId}::uuid as id, null::uuid as "reminderId", null::int as day`),
  )
  return row ? toFacts(publicUrl, row) : undefined
}

/** What each of these reminders says; those that have nobody to speak to any more are missing. */
export async function reminderFacts(db: Db, publicUrl: string, reminderIds: string[]) {
  const rows = await db.rows<MailRow>(
    factsWhere(sql`
    select r.invitation_id as id, r.id as "reminderId", r.day from reminders r
    join invitations i on i.id = r.invitation_id and i.state = 'sent' where r.id = any(${reminderIds}::uuid[])`),
  )
  return rows.map((row) => toFacts(publicUrl, row))
}
