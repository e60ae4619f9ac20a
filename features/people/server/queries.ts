import { knownMembers, seatIn } from '#features/spaces/server/policy.ts'
import type { Actor, Standing } from '#platform/server/actor.ts'
import { type Db, empty, sql } from '#platform/server/db.ts'
import { notFound } from '#platform/server/errors.ts'
import { pageOf, readCursor, writeCursor } from '#platform/server/page.ts'
import type { Account, Me, Person, PersonCard } from '../contract.ts'
import { nameMatches, nameRank } from './search.ts'

const CARD = sql`m.id, m.given_name as "givenName", m.family_name as "familyName", m.job, m.site, m.gender, m.photo_file_id as "photoFileId"`
const ACCOUNT = sql`${CARD}, m.department, m.level, m.email, m.staff_number as "staffNumber", m.phone, m.language,
  m.organization_id as "organizationId", o.name as "organizationName", o.outside, m.standing, m.status`

export async function findMe(db: Db, actor: Actor): Promise<Me> {
  const row = await db.row<Omit<Me, 'outside' | 'owes'>>(sql`
    select ${CARD}, m.email, m.staff_number as "staffNumber", m.phone, m.department, m.level, o.name as "organizationName",
      m.standing, m.language, m.theme, m.about, m.interests
    from members m join organizations o on o.id = m.organization_id where m.id = ${actor.id}`)
  if (!row) throw notFound('person.not_found')
  return { ...row, outside: actor.outside, owes: actor.owes ?? null }
}

interface PersonRow extends Omit<Person, 'manager'> {
  managerId: string | null
}

export async function findPerson(db: Db, actor: Actor, id: string): Promise<Person> {
  const row = await db.row<PersonRow>(sql`
    select ${CARD}, m.department, m.level, o.name as "organizationName", m.about, m.interests, m.email, m.phone,
      m.manager_id as "managerId"
    from members m join organizations o on o.id = m.organization_id
    where m.id = ${id} and m.status <> 'closed' and ${knownMembers(actor)}`)
  if (!row) throw notFound('person.not_found')
  const { managerId, ...person } = row
  // A colleague is reached at work; somebody from outside writes to them here.
  const reach = actor.outside && actor.id !== id ? { email: null, phone: null } : {}
  return { ...person, ...reach, manager: managerId ? await findManager(db, actor, managerId) : null }
}

async function findManager(db: Db, actor: Actor, id: string): Promise<Person['manager']> {
  const row = await db.row<NonNullable<Person['manager']>>(sql`
    select m.id, m.given_name as "givenName", m.family_name as "familyName" from members m
    where m.id = ${id} and m.status <> 'closed' and ${knownMembers(actor)}`)
  return row ?? null
}

interface Sorted {
  id: string
  rank: number
  family: string
  given: string
}

const sorted = <R extends object>(row: R & Sorted) => writeCursor(row.rank, row.family, row.given, row.id)

/** Those whose name begins with the words first, then by family name. */
async function pageByName<R extends object>(
  db: Db,
  query: { cursor?: string; limit?: number; search?: string },
  select: { columns: typeof CARD; from: typeof CARD; where: typeof CARD },
): Promise<{ items: R[]; next: string | null }> {
  const limit = query.limit ?? 30
  const after = readCursor(query.cursor, 4)
  const rank = nameRank(query.search)
  // Without words every rank is the same: left out, the index on names gives the order.
  const ranked = Boolean(query.search?.trim())
  const order = sql`${ranked ? sql`${rank}, ` : empty}plain(m.family_name), plain(m.given_name), m.id`
  const rows = await db.rows<R & Sorted>(sql`
    select ${select.columns}, ${rank} as rank, plain(m.family_name) as family, plain(m.given_name) as given
    from ${select.from}
    where ${select.where} ${nameMatches(query.search)}
    ${after ? sql`and (${order}) > (${ranked ? sql`${after[0]}::int, ` : empty}${after[1]}, ${after[2]}, ${after[3]}::uuid)` : empty}
    order by ${order} limit ${limit + 1}`)
  return pageOf<R & Sorted>(rows, limit, sorted)
}

export async function peoplePage(
  db: Db,
  actor: Actor,
  query: { cursor?: string; limit?: number; search?: string; spaceId?: string },
): Promise<{ items: PersonCard[]; next: string | null }> {
  if (query.spaceId) await seatIn(db, actor, query.spaceId)
  const inSpace = query.spaceId
    ? sql`and exists (select 1 from seats seat where seat.space_id = ${query.spaceId} and seat.member_id = m.id)`
    : empty
  return pageByName<PersonCard>(db, query, {
    columns: CARD,
    from: sql`members m`,
    where: sql`m.status <> 'closed' and ${knownMembers(actor)} ${inSpace}`,
  })
}

export const accountsPage = (
  db: Db,
  query: {
    cursor?: string
    limit?: number
    search?: string
    status?: string
    standing?: string
    organizationId?: string
  },
) =>
  pageByName<Account>(db, query, {
    columns: ACCOUNT,
    from: sql`members m join organizations o on o.id = m.organization_id`,
    where: sql`true
      ${query.status ? sql`and m.status = ${query.status}` : empty}
      ${query.standing ? sql`and m.standing = ${query.standing}` : empty}
      ${query.organizationId ? sql`and m.organization_id = ${query.organizationId}` : empty}`,
  })

export async function findAccount(db: Db, id: string): Promise<Account> {
  const row = await db.row<Account>(
    sql`select ${ACCOUNT} from members m join organizations o on o.id = m.organization_id where m.id = ${id}`,
  )
  if (!row) throw notFound('person.not_found')
  return row
}

export interface Identity {
  id: string
  givenName: string
  familyName: string
  email: string | null
  staffNumber: string | null
  standing: Standing
  status: Account['status']
  language: 'fr' | 'en'
}

const IDENTITY = sql`m.id, m.given_name as "givenName", m.family_name as "familyName", m.email, m.staff_number as "staffNumber",
  m.standing, m.status, coalesce(m.language, n.language, 'fr') as language from members m left join network n on true`

/** Who signs in under this identifier: an e-mail address or a staff number, never two people. */
export const findByIdentifier = (db: Db, identifier: string): Promise<Identity | undefined> =>
  db.row<Identity>(sql`
    select ${IDENTITY} where m.email = ${identifier.trim()} or lower(m.staff_number) = lower(${identifier.trim()})
    order by m.email = ${identifier.trim()} desc nulls last limit 1`)

export const findIdentity = (db: Db, id: string): Promise<Identity | undefined> =>
  db.row<Identity>(sql`select ${IDENTITY} where m.id = ${id}`)
