import type { Actor } from '#platform/server/actor.ts'
import { audit } from '#platform/server/audit.ts'
import { sql, type Trx } from '#platform/server/db.ts'
import { expel } from '#platform/server/emit.ts'
import { enqueue } from '#platform/server/jobs.ts'
import { conflict } from '#platform/server/errors.ts'
import type { Organization } from '../contract.ts'
import { findOrganization } from './queries.ts'

/** True when it is new; the set-up page, imports and the demonstration call it. */
export async function openOrganization(
  trx: Trx,
  organization: { id: string; name: string; outside: boolean },
): Promise<boolean> {
  const { id, outside } = organization
  const name = organization.name.trim()
  const count = await trx.run(sql`
    insert into organizations (id, name, outside) values (${id}, ${name}, ${outside}) on conflict do nothing`)
  if (count === 1) return true
  await refuseTaken(trx, id, name)
  return false
}

export async function createOrganization(
  trx: Trx,
  actor: Actor,
  organization: { id: string; name: string; outside: boolean },
): Promise<Organization> {
  const isNew = await openOrganization(trx, organization)
  if (isNew)
    await audit(
      trx,
      actor,
      'organization.created',
      { kind: 'organization', id: organization.id },
      { outside: organization.outside },
    )
  return findOrganization(trx, organization.id)
}

export async function changeOrganization(
  trx: Trx,
  actor: Actor,
  id: string,
  change: { name?: string; outside?: boolean },
): Promise<Organization> {
  const before = await findOrganization(trx, id)
  if (change.name) await refuseTaken(trx, id, change.name.trim())
  const crosses = change.outside !== undefined && change.outside !== before.outside
  if (crosses && change.outside) await refuseAdministrators(trx, id)
  await trx.run(sql`
    update organizations set name = coalesce(${change.name?.trim() ?? null}, name), outside = coalesce(${change.outside ?? null}, outside)
    where id = ${id}`)
  if (crosses) {
    await closeScreens(trx, id)
    // Who matches an audience changes too: its seats are looked at again (the job is kept by communities).
    await enqueue(trx, 'refresh-audience-seats', {}, { key: 'refresh-audience-seats' })
  }
  await audit(trx, actor, 'organization.changed', { kind: 'organization', id }, change)
  return findOrganization(trx, id)
}

async function refuseTaken(trx: Trx, id: string, name: string): Promise<void> {
  const taken = await trx.row(
    sql`select 1 from organizations where lower(name) = lower(${name}) and id <> ${id}`,
  )
  if (taken) throw conflict('organization.name_taken', { field: 'name' })
}

/** An administrator from outside would rule over what they may not see. */
async function refuseAdministrators(trx: Trx, id: string): Promise<void> {
  const found = await trx.row(sql`
    select 1 from members where organization_id = ${id} and standing = 'administrator' and status <> 'closed' limit 1`)
  if (found) throw conflict('organization.has_administrators', { field: 'outside' })
}

/** What its people may follow changed: their screens come back with the new rights. */
async function closeScreens(trx: Trx, id: string): Promise<void> {
  const rows = await trx.rows<{ id: string }>(sql`
    select m.id from members m where m.organization_id = ${id} and exists (select 1 from sessions where member_id = m.id)`)
  for (const row of rows) expel(trx, row.id, {})
}
