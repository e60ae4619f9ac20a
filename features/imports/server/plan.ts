import { join, raw, sql, type Sql, type Trx } from '#platform/server/db.ts'
import type { Counts } from '../contract.ts'
import type { FieldName } from '../rules/person.ts'
import { soundsOutside } from '../rules/outside.ts'
import type { Staging } from './staging.ts'

/** Columns of the directory that the file feeds as they are; an empty cell keeps what is known. */
const PLAIN: [FieldName, string][] = [
  ['givenName', 'given_name'],
  ['familyName', 'family_name'],
  ['site', 'site'],
  ['schoolZone', 'school_zone'],
  ['department', 'department'],
  ['job', 'job'],
  ['level', 'level'],
  ['hiredOn', 'hired_on'],
  ['leftOn', 'left_on'],
]

/** What people write about themselves: theirs once they have come in, unless they left it empty. */
const THEIR_OWN: [FieldName, string, string][] = [
  ['phone', 'phone', 'm.phone is null'],
  ['interests', 'interests', "m.interests = '{}'"],
  ['language', 'language', 'm.language is null'],
]

const column = (name: string) => [raw(`l.${name}`), raw(`m.${name}`)] as const

/** Compared as plain text, in lower case as the file's are: sorting and hashing citext costs ten times more. */
const emailOf = (members: string): Sql => raw(`lower(${members}.email::text)`)

/** True where the file would change this field of somebody known. */
function differences(): [FieldName, Sql][] {
  return [
    ['staffNumber', sql`l.staff_key is not null and m.staff_number is null`],
    ['email', sql`l.email is not null and l.email is distinct from lower(m.email::text)`],
    ...PLAIN.map(([field, name]): [FieldName, Sql] => {
      const [ours, theirs] = column(name)
      return [field, sql`${ours} is not null and ${ours} is distinct from ${theirs}`]
    }),
    ...THEIR_OWN.map(([field, name, empty]): [FieldName, Sql] => {
      const [ours, theirs] = column(name)
      return [
        field,
        sql`${ours} is not null and ${ours} is distinct from ${theirs} and (m.status = 'expected' or ${raw(empty)})`,
      ]
    }),
    [
      'organization',
      sql`l.organization is not null and o.id is distinct from m.organization_id and not kept_organization`,
    ],
    [
      'manager',
      sql`(b.manager_id is not null or l.manager_ref = '') and b.manager_id is distinct from m.manager_id`,
    ],
  ]
}

/** Organisations of the file that are not in the directory, as they would be opened. */
export async function newOrganizations(
  trx: Trx,
  { lines }: Staging,
  chosen: Record<string, boolean>,
): Promise<{ name: string; outside: boolean; people: number }[]> {
  const rows = await trx.rows<{ name: string; people: number }>(sql`
    select min(l.organization) as name, count(*)::int as people from ${lines} l
    where l.problems is null and l.organization is not null
      and not exists (select 1 from organizations o where lower(o.name) = lower(l.organization))
    group by lower(l.organization) order by 1`)
  return rows.map((row) => ({ ...row, outside: chosen[row.name.toLowerCase()] ?? soundsOutside(row.name) }))
}

/**
 * Line by line, what the file would do to the directory as it stands: compared in one statement, written nowhere
 * but in the table of this import. Made again when it is applied.
 */
export async function makePlan(trx: Trx, staging: Staging, chosen: Record<string, boolean>): Promise<void> {
  const { lines, plan, name } = staging
  const opened = await newOrganizations(trx, staging, chosen)
  const outside = opened.filter((one) => one.outside).map((one) => one.name.toLowerCase())
  await trx.run(sql`set local work_mem = '64MB'`)
  await trx.run(sql`set local jit = off`)
  await trx.run(sql`drop table if exists ${plan}`)
  await trx.run(sql`create unlogged table ${plan} with (autovacuum_enabled = false) as
    with found as materialized (
      select l.line, l.id as fresh_id, l.staff_key, l.email,
        coalesce(s.id, case when l.staff_key is null or e.staff_number is null then e.id end) as known_id, e.id as email_id
      from ${lines} l
      left join members s on lower(s.staff_number) = l.staff_key
      left join members e on ${emailOf('e')} = l.email
      where l.problems is null),
    twice as materialized (
      select known_id, min(line) as line from found where known_id is not null group by known_id having count(*) > 1),
    judged as materialized (
      select f.*, coalesce(f.known_id, f.fresh_id) as member_id, t.line as first_line,
        case when f.email_id is not null and f.email_id is distinct from f.known_id then 'email.taken'
          when t.line < f.line then 'person.duplicate' end as problem
      from found f left join twice t on t.known_id = f.known_id),
    bosses as materialized (${bossesOf(lines)}),
    compared as (
      select j.*, b.manager_id, l.manager_ref, l.warnings, m.id is null as is_new,
        lower(l.organization) as organization_key,
        kept_organization, m.status = 'closed' as is_closed, l.left_on < current_date as has_left,
        case when m.id is null then '{}'::text[] else array_remove(array[${changedFields()}], null) end as changed
      from judged j join ${lines} l on l.line = j.line
      left join members m on m.id = j.known_id
      left join bosses b on b.manager_ref = l.manager_ref
      left join organizations o on lower(o.name) = lower(l.organization)
      cross join lateral (select m.standing in ('administrator', 'animator') and
        (o.outside or (o.id is null and lower(l.organization) = any(${outside}::text[]))) is true as kept_organization) k)
    select line, member_id, is_new, case when problem is null then manager_id end as manager_id, problem, first_line,
      case when problem is not null then 'rejected' when is_new then 'create' when changed <> '{}' then 'update'
        else 'unchanged' end as verdict,
      changed,
      case when problem is not null then '{}'::text[] else array_remove(array[
        case when is_closed then 'person.closed' end,
        case when kept_organization then 'organization.kept' end,
        case when has_left and is_closed is not true then 'left_on.past' end,
        case when manager_ref <> '' and manager_id is null then 'manager.unknown' end], null) end as notes,
      problem is null and warnings is not null as read_with_warnings,
      case when problem is not null then staff_key end as refused_staff_key, null::text as refused_email
    from compared`)
  await trx.run(sql`
    insert into ${plan} (line, verdict, changed, notes, read_with_warnings, refused_staff_key, refused_email)
    select line, 'rejected', '{}', '{}', false, staff_key, email from ${lines} where problems is not null`)
  await indexPlan(trx, plan, name)
}

/** Who each manager of the file is: somebody of the file first, else of the directory. */
const bossesOf = (lines: Sql): Sql => sql`
  select distinct on (r.manager_ref) r.manager_ref, coalesce(fs.member_id, fe.member_id, ds.id, de.id) as manager_id
  from (select distinct manager_ref from ${lines} where manager_ref <> '' and problems is null) r
  left join judged fs on fs.problem is null and fs.staff_key = lower(r.manager_ref)
  left join judged fe on fe.problem is null and fe.email = lower(r.manager_ref)
  left join members ds on lower(ds.staff_number) = lower(r.manager_ref)
  left join members de on ${emailOf('de')} = lower(r.manager_ref)`

const changedFields = (): Sql =>
  join(differences().map(([field, differs]) => sql`case when ${differs} then ${raw(`'${field}'`)} end`))

async function indexPlan(trx: Trx, plan: Sql, name: (what: string) => string): Promise<void> {
  await trx.run(sql`create index ${raw(name('plan_verdict'))} on ${plan} (verdict, line)`)
  await trx.run(sql`create index ${raw(name('plan_member'))} on ${plan} (member_id)`)
  await trx.run(
    sql`create index ${raw(name('plan_refused_staff'))} on ${plan} (refused_staff_key) where refused_staff_key is not null`,
  )
  await trx.run(
    sql`create index ${raw(name('plan_refused_email'))} on ${plan} (refused_email) where refused_email is not null`,
  )
  await trx.run(
    sql`create index ${raw(name('plan_noted'))} on ${plan} (line) where read_with_warnings or notes <> '{}'`,
  )
  await trx.run(sql`analyze ${plan} (line, member_id, verdict, refused_staff_key, refused_email)`)
}

/** A member whom the file does not name, not even on a rejected line; guests are never in such a file. */
export const isAbsent = (plan: Sql): Sql => sql`
  m.status <> 'closed' and m.standing <> 'guest'
  and not exists (select 1 from ${plan} p where p.member_id = m.id)
  and not exists (select 1 from ${plan} p where p.refused_staff_key = lower(m.staff_number))
  and not exists (select 1 from ${plan} p where p.refused_email = ${emailOf('m')})`

export async function countPlan(trx: Trx, { plan }: Staging, blank: number): Promise<Counts> {
  const row = await trx.row<Omit<Counts, 'absent' | 'blank'>>(sql`
    select (count(*) filter (where verdict = 'create'))::int as "create",
      (count(*) filter (where verdict = 'update'))::int as "update",
      (count(*) filter (where verdict = 'unchanged'))::int as "unchanged",
      (count(*) filter (where verdict = 'rejected'))::int as "rejected",
      (count(*) filter (where read_with_warnings or notes <> '{}'))::int as "warnings",
      (count(*) filter (where 'left_on.past' = any(notes)))::int as "left"
    from ${plan}`)
  const absent = await trx.row<{ count: number }>(
    sql`select count(*)::int as count from members m where ${isAbsent(plan)}`,
  )
  const none = { create: 0, update: 0, unchanged: 0, rejected: 0, warnings: 0, left: 0 }
  return { ...none, ...row, absent: absent?.count ?? 0, blank }
}
