import type { Actor } from '#platform/server/actor.ts'
import { audit } from '#platform/server/audit.ts'
import { sql, type Trx } from '#platform/server/db.ts'
import { allow, conflict, invalid } from '#platform/server/errors.ts'
import { enqueue } from '#platform/server/jobs.ts'
import { done } from '#platform/contract/schema.ts'
import type { Audience, Rule } from '../contract.ts'
import { firstUnsound } from '../rules/clauses.ts'
import { canWriteAudiences } from './policy.ts'
import { findAudience } from './queries.ts'
import { usesOf } from './uses.ts'

export const REFRESH = 'refresh-audience-seats'

/** People changed, or a rule: seats that came by an audience are looked at again, once for all changes of the moment. */
export const enqueueAudienceRefresh = (trx: Trx) => enqueue(trx, REFRESH, {}, { key: REFRESH })

export function checkRule(rule: Rule): void {
  const clause = firstUnsound(rule)
  if (clause) throw invalid('audience.clause', { field: 'rule', values: { attribute: clause.attribute } })
}

export async function saveAudience(
  trx: Trx,
  actor: Actor,
  id: string,
  draft: { name: string; rule: Rule },
): Promise<Audience> {
  allow(canWriteAudiences(actor), 'audience')
  checkRule(draft.rule)
  const name = draft.name.trim()
  const rule = JSON.stringify(draft.rule)
  await trx.run(sql`
    insert into audiences (id, name, rule, created_by) values (${id}, ${name}, ${rule}::jsonb, ${actor.id})
    on conflict (id) do update set name = excluded.name, rule = excluded.rule`)
  await enqueueAudienceRefresh(trx)
  return findAudience(trx, actor, id)
}

export async function deleteAudience(trx: Trx, actor: Actor, id: string) {
  allow(canWriteAudiences(actor), 'audience')
  // Held until the end: nothing can be built on it meanwhile.
  await trx.row(sql`select 1 from audiences where id = ${id} for update`)
  const uses = await usesOf(trx, actor, [id])
  const names = [...new Set(uses.map((use) => use.name))].filter((name) => name !== '')
  if (names.length > 0) throw conflict('audience.used', { values: { by: names.join(', ') } })
  if (uses.length > 0) throw conflict('audience.used_elsewhere')
  const gone = await trx.run(sql`delete from audiences where id = ${id}`)
  if (gone > 0) await audit(trx, actor, 'audience.deleted', { kind: 'audience', id })
  return done
}
