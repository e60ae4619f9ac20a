import type { Actor } from '#platform/server/actor.ts'
import { type Db, sql, type Sql } from '#platform/server/db.ts'
import { notFound } from '#platform/server/errors.ts'
import { pageOf, readCursor, writeCursor } from '#platform/server/page.ts'
import type { Query } from '#platform/contract/endpoint.ts'
import type { FollowUp, Invitation, readInvitations } from '../../contract.ts'
import { invitingIn } from '../policy.ts'

interface InvitationRow extends Omit<Invitation, 'invitee' | 'reminders'> {
  memberId: string
  givenName: string
  familyName: string
  job: string
  site: string
  photoFileId: string | null
  guest: boolean
  reminders: Invitation['reminders']
}

const rowsWhere = (where: Sql): Sql => sql`
  select i.id, i.campaign_id as "campaignId", i.channel, i.state, i.invited_at as "invitedAt", i.accepted_at as "acceptedAt",
    m.id as "memberId", m.given_name as "givenName", m.family_name as "familyName", m.job, m.site,
    m.photo_file_id as "photoFileId", m.standing = 'guest' as guest, m.email,
    (select max(c.expires_at) from codes c where c.invitation_id = i.id and c.withdrawn_at is null
      and c.expires_at > now() and c.uses < c.max_uses) as "openUntil",
    coalesce((select json_agg(json_build_object('day', r.day, 'state', r.state,
        'dueAt', to_char(r.due_at, 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')) order by r.day)
      from reminders r where r.invitation_id = i.id), '[]') as reminders
  from invitations i join members m on m.id = i.member_id
  where ${where}`

function toInvitation(row: InvitationRow): Invitation {
  const { memberId, givenName, familyName, job, site, photoFileId, guest, ...rest } = row
  return { ...rest, invitee: { memberId, givenName, familyName, job, site, photoFileId, guest } }
}

export async function findInvitation(db: Db, id: string): Promise<Invitation> {
  const row = await db.row<InvitationRow>(rowsWhere(sql`i.id = ${id}`))
  if (!row) throw notFound('invitation.not_found')
  return toInvitation(row)
}

const LIMIT = 50

/** What bounced first, then who is awaited, newest sending first; those who came close the list. */
const ORDER = sql`case i.state when 'bounced' then 0 when 'sent' then 1 when 'accepted' then 2 else 3 end`

export async function invitationsPage(
  db: Db,
  actor: Actor,
  spaceId: string,
  query: Query<typeof readInvitations>,
) {
  await invitingIn(db, actor, spaceId)
  const limit = query.limit ?? LIMIT
  const after = readCursor(query.cursor, 3)
  const search = query.search?.trim()
  const where = sql`i.space_id = ${spaceId}
    and (${query.state ?? null}::text is null or i.state = ${query.state ?? null})
    and (${query.channel ?? null}::text is null or i.channel = ${query.channel ?? null})
    and (${query.campaignId ?? null}::uuid is null or i.campaign_id = ${query.campaignId ?? null})
    and (${query.site ?? null}::text is null or m.site = ${query.site ?? null})
    and (${search ?? null}::text is null or m.search like plain(${`%${likeText(search)}%`}) or m.email::text ilike ${`${likeText(search)}%`})
    ${after ? sql`and (${ORDER}, m.search, i.id) > (${after[0]}::int, ${after[1]}, ${after[2]}::uuid)` : sql``}`
  const rows = await db.rows<InvitationRow & { rank: number; search: string }>(sql`
    select listed.*, ranked.rank, ranked.search from (
      select i.id, ${ORDER} as rank, m.search from invitations i join members m on m.id = i.member_id
      where ${where} order by rank, m.search, i.id limit ${limit + 1}) ranked
    join lateral (${rowsWhere(sql`i.id = ranked.id`)}) listed on true
    order by ranked.rank, ranked.search, ranked.id`)
  const page = pageOf(rows, limit, (row) => writeCursor(row.rank, row.search, row.id))
  return {
    items: page.items.map(({ rank: _rank, search: _search, ...row }) => toInvitation(row)),
    next: page.next,
  }
}

const likeText = (text: string | undefined) => (text ?? '').replace(/[\\%_]/g, (sign) => `\\${sign}`)

/** Counts over invitations `i`, in one reading. */
export const COUNTS = sql`
  count(*) filter (where i.state <> 'withdrawn')::int as invited,
  count(*) filter (where i.state = 'accepted')::int as arrived,
  count(*) filter (where i.state = 'sent')::int as waiting,
  count(*) filter (where i.state = 'bounced')::int as bounced,
  count(*) filter (where i.state = 'withdrawn')::int as withdrawn,
  count(*) filter (where i.state <> 'withdrawn' and i.channel = 'email')::int as "byEmail",
  count(*) filter (where i.state <> 'withdrawn' and i.channel = 'letter')::int as "byLetter",
  count(*) filter (where i.state = 'sent' and exists (
    select 1 from reminders r where r.invitation_id = i.id and r.state = 'planned'))::int as "remindersPlanned"`

export async function followUp(db: Db, actor: Actor, spaceId: string): Promise<FollowUp> {
  await invitingIn(db, actor, spaceId)
  const counts = await db.row<Omit<FollowUp, 'letters'>>(
    sql`select ${COUNTS} from invitations i where i.space_id = ${spaceId}`,
  )
  const letters = await db.rows<{ site: string; people: number }>(sql`
    select m.site, count(*)::int as people from invitations i join members m on m.id = i.member_id
    where i.space_id = ${spaceId} and i.channel = 'letter' and i.state = 'sent' group by m.site order by m.site`)
  if (!counts) throw new Error('a count always answers')
  return { ...counts, letters }
}
