import { v7 as uuid7 } from 'uuid'
import { enqueueAudienceRefresh } from '#features/audiences/server/commands.ts'
import { openOrganization } from '#features/organizations/server/commands.ts'
import { raw, sql, type Trx } from '#platform/server/db.ts'
import { expel } from '#platform/server/emit.ts'
import { words } from '#platform/server/words.ts'
import type { Counts } from '../contract.ts'
import { type DirectoryMark, isUnmoved } from './directory-mark.ts'
import { countPlan, makePlan, newOrganizations } from './plan.ts'
import type { Staging } from './staging.ts'

/** One import is written at a time. */
const LOCK = 727_110_323

/** The comparison that was shown: what it counted, where the directory stood, and who was said to be outside. */
export type Compared = { counts: Counts; mark: DirectoryMark | undefined; outside: Record<string, boolean> }

/**
 * Writes all of it in the caller's transaction: a process killed half-way leaves nothing. Compared once more if
 * the directory has moved since, so that nothing is written over what somebody changed meanwhile.
 */
export async function writePlan(
  trx: Trx,
  staging: Staging,
  outside: Record<string, boolean>,
  compared: Compared,
): Promise<Counts> {
  await trx.run(sql`select pg_advisory_xact_lock(${LOCK})`)
  // Names are indexed by their letters: few large batches cost far less than many small ones.
  await trx.run(sql`set local gin_pending_list_limit = '64MB'`)
  const holds =
    JSON.stringify(outside) === JSON.stringify(compared.outside) && (await isUnmoved(trx, compared.mark))
  await openOrganizations(trx, staging, outside)
  if (!holds) await makePlan(trx, staging, outside)
  const counts = holds ? compared.counts : await countPlan(trx, staging, compared.counts.blank)
  if (counts.create > 0) await create(trx, staging)
  if (counts.update > 0) await update(trx, staging)
  if (counts.create + counts.update > 0) await enqueueAudienceRefresh(trx)
  // The directory is no longer what the planner believes; autovacuum would tell it in a minute or so.
  if (counts.create > 1000) await trx.run(sql`analyze members`)
  return counts
}

async function openOrganizations(
  trx: Trx,
  staging: Staging,
  outside: Record<string, boolean>,
): Promise<void> {
  for (const organization of await newOrganizations(trx, staging, outside))
    await openOrganization(trx, { id: uuid7(), name: organization.name, outside: organization.outside })
}

async function create(trx: Trx, staging: Staging): Promise<void> {
  const { lines, plan } = staging
  const house = await houseOf(trx, staging)
  await trx.run(sql`
    insert into members (id, organization_id, staff_number, email, given_name, family_name, phone, job, department, site,
      level, school_zone, interests, manager_id, hired_on, left_on, language)
    select p.member_id, coalesce(o.id, ${house}::uuid), l.staff_number, l.email, l.given_name, l.family_name, l.phone,
      coalesce(l.job, ''), coalesce(l.department, ''), coalesce(l.site, ''), coalesce(l.level, ''),
      coalesce(l.school_zone, ''), coalesce(l.interests, '{}'), p.manager_id, l.hired_on, l.left_on, l.language
    from ${plan} p join ${lines} l on l.line = p.line left join organizations o on lower(o.name) = lower(l.organization)
    where p.verdict = 'create'`)
}

/** The organisation of those for whom the file names none: the first of the house. */
async function houseOf(trx: Trx, { lines, plan }: Staging): Promise<string | null> {
  const wanted = await trx.row(sql`
    select 1 from ${plan} p join ${lines} l on l.line = p.line where p.verdict = 'create' and l.organization is null limit 1`)
  if (!wanted) return null
  const known = await trx.row<{ id: string }>(
    sql`select id from organizations where not outside order by created_at, id limit 1`,
  )
  if (known) return known.id
  // Nothing is set up yet: it can be renamed afterwards.
  const network = await trx.row<{ name: string }>(sql`select name from network`)
  const id = uuid7()
  await openOrganization(trx, { id, name: network?.name ?? words('fr')('imports.house'), outside: false })
  return id
}

/** An empty cell keeps what is known; `changed` says what the comparison found really different. */
async function update(trx: Trx, { lines, plan }: Staging): Promise<void> {
  const takes = (field: string) => raw(`'${field}' = any(p.changed)`)
  const moved = await trx.rows<{ id: string }>(sql`
    update members m set
      staff_number = coalesce(m.staff_number, l.staff_number),
      email = case when ${takes('email')} then l.email::citext else m.email end,
      given_name = l.given_name, family_name = l.family_name,
      job = coalesce(l.job, m.job), department = coalesce(l.department, m.department), site = coalesce(l.site, m.site),
      level = coalesce(l.level, m.level), school_zone = coalesce(l.school_zone, m.school_zone),
      hired_on = coalesce(l.hired_on, m.hired_on), left_on = coalesce(l.left_on, m.left_on),
      phone = case when ${takes('phone')} then l.phone else m.phone end,
      interests = case when ${takes('interests')} then l.interests else m.interests end,
      language = case when ${takes('language')} then l.language else m.language end,
      organization_id = case when ${takes('organization')} then o.id else m.organization_id end,
      manager_id = case when ${takes('manager')} then p.manager_id else m.manager_id end
    from ${plan} p join ${lines} l on l.line = p.line left join organizations o on lower(o.name) = lower(l.organization)
    where p.verdict = 'update' and m.id = p.member_id
    returning case when ${takes('organization')} then m.id end as id`)
  await closeScreens(
    trx,
    moved.flatMap(({ id }) => id ?? []),
  )
}

/** What those who changed organisation may follow has changed: their screens come back with the new rights. */
async function closeScreens(trx: Trx, moved: string[]): Promise<void> {
  if (moved.length === 0) return
  const rows = await trx.rows<{ id: string }>(
    sql`select distinct member_id as id from sessions where member_id = any(${moved}::uuid[])`,
  )
  for (const { id } of rows) expel(trx, id, {})
}
