import { raw, sql, type Sql, type Trx } from '#platform/server/db.ts'

/** The tables of one import: what the file says, and what it would do. */
export type Staging = { lines: Sql; plan: Sql; name: (what: string) => string }

export function stagingOf(importId: string): Staging {
  const suffix = importId.replaceAll('-', '').toLowerCase()
  if (!/^[\da-f]{32}$/.test(suffix)) throw new Error('an import is known by a UUID')
  const name = (what: string) => `${what}_${suffix}`
  return { lines: raw(`staging.${name('lines')}`), plan: raw(`staging.${name('plan')}`), name }
}

/** Unlogged: after a crash of the database the lines are gone, and the file is read again. */
export async function openStaging(trx: Trx, { lines, plan }: Staging): Promise<void> {
  await trx.run(sql`drop table if exists ${lines}, ${plan}`)
  await trx.run(sql`
    create unlogged table ${lines} (
      line int not null, id uuid not null, staff_number text, email text, given_name text, family_name text,
      phone text, organization text, site text, school_zone text, department text, job text, level text,
      manager_ref text, hired_on date, left_on date, interests text[], language text,
      warnings jsonb, problems jsonb, cells text[],
      staff_key text generated always as (lower(staff_number)) stored
    ) with (autovacuum_enabled = false)`)
}

export async function closeStaging(trx: Trx, { lines, plan }: Staging): Promise<void> {
  await trx.run(sql`drop table if exists ${lines}, ${plan}`)
}

/** Once all is copied: faster than keeping indexes while copying. */
export async function indexLines(trx: Trx, { lines, name }: Staging): Promise<void> {
  await trx.run(sql`create unique index ${raw(name('lines_line'))} on ${lines} (line)`)
  await trx.run(sql`analyze ${lines} (line, staff_key, email, manager_ref, organization, problems)`)
}
