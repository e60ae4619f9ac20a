import { matching } from '#features/audiences/server/policy.ts'
import { findRule } from '#features/audiences/server/queries.ts'
import { knownMembers } from '#features/spaces/server/policy.ts'
import type { Actor } from '#platform/server/actor.ts'
import { type Db, sql, type Sql } from '#platform/server/db.ts'
import type { Choice, Invitee, Preview } from '../../contract.ts'

/** Members `m` whom the choice names, whoever they are. */
async function named(db: Db, actor: Actor, choice: Choice): Promise<Sql> {
  const byHand = sql`(m.id = any(${choice.memberIds ?? []}::uuid[]) and ${knownMembers(actor)})`
  if (!choice.audienceId) return byHand
  return sql`(${byHand} or ${matching(await findRule(db, choice.audienceId))})`
}

const seated = (spaceId: string) =>
  sql`exists (select 1 from seats s where s.space_id = ${spaceId} and s.member_id = m.id)`

/** Those of them whom an invitation can reach: who left is not, nor who is in already with an account. */
export async function chosenPeople(db: Db, actor: Actor, spaceId: string, choice: Choice): Promise<Sql> {
  return sql`(m.status <> 'closed' and ${await named(db, actor, choice)}
    and not (m.status = 'active' and ${seated(spaceId)}))`
}

const SAMPLE = 6

export async function previewOf(db: Db, actor: Actor, spaceId: string, choice: Choice): Promise<Preview> {
  const people = sql`
    select m.*, m.status = 'active' and ${seated(spaceId)} as is_in,
      exists (select 1 from invitations i where i.space_id = ${spaceId} and i.member_id = m.id
        and (i.state <> 'withdrawn' or not (m.id = any(${choice.memberIds ?? []}::uuid[])))) as is_invited
    from members m where m.status <> 'closed' and ${await named(db, actor, choice)}`
  const counts = await db.row<Omit<Preview, 'sample'>>(sql`
    select count(*) filter (where not is_in and not is_invited)::int as "toInvite",
      count(*) filter (where not is_in and not is_invited and email is not null)::int as "byEmail",
      count(*) filter (where not is_in and not is_invited and email is null)::int as "byLetter",
      count(*) filter (where is_invited and not is_in)::int as "alreadyInvited", count(*) filter (where is_in)::int as "alreadyIn"
    from (${people}) p`)
  const sample = await db.rows<Invitee>(sql`
    select id as "memberId", given_name as "givenName", family_name as "familyName", job, site,
      photo_file_id as "photoFileId", standing = 'guest' as guest
    from (${people}) p where not is_in and not is_invited order by md5(id::text) limit ${SAMPLE}`)
  if (!counts) throw new Error('a count always answers')
  const guests = choice.guests ?? []
  const withEmail = guests.filter((guest) => guest.email).length
  return {
    ...counts,
    toInvite: counts.toInvite + guests.length,
    byEmail: counts.byEmail + withEmail,
    byLetter: counts.byLetter + guests.length - withEmail,
    sample,
  }
}
