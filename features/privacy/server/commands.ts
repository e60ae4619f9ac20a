import type { Actor } from '#platform/server/actor.ts'
import { audit } from '#platform/server/audit.ts'
import { done } from '#platform/contract/schema.ts'
import { sql, type Trx } from '#platform/server/db.ts'
import { conflict, notFound } from '#platform/server/errors.ts'
import { enqueue } from '#platform/server/jobs.ts'
import type { MyExport } from '../contract.ts'
import { STALLED_MINUTES } from '../rules/periods.ts'
import { exportOf } from './queries/exports.ts'

export const MAKE = 'make-personal-export'

interface Former {
  id: string
  key: string | null
  underWay: boolean
}

/** Asked twice with one id it is one; while one is being made, another waits. */
export async function askForExport(trx: Trx, actor: Actor, id: string): Promise<MyExport> {
  // Two screens at once: the second finds what the first has written.
  await trx.run(sql`select 1 from members where id = ${actor.id} for update`)
  const former = await trx.row<Former>(sql`
    select id, storage_key as key, state in ('asked', 'making') and asked_at > now() - make_interval(mins => ${STALLED_MINUTES}) as "underWay"
    from personal_exports where member_id = ${actor.id}`)
  if (former?.id === id) return exportOf(trx, actor.id)
  if (former?.underWay) throw conflict('export.under_way')
  const taken = await trx.row(sql`select 1 from personal_exports where id = ${id}`)
  if (taken) throw notFound('export.not_found')
  if (former) await forget(trx, former)
  await trx.run(
    sql`insert into personal_exports (id, member_id, language) values (${id}, ${actor.id}, ${actor.language})`,
  )
  await enqueue(trx, MAKE, { id }, { maxAttempts: 3 })
  await audit(trx, actor, 'personal_export.asked', { kind: 'member', id: actor.id })
  return exportOf(trx, actor.id)
}

export async function forgetExport(trx: Trx, actor: Actor, id: string) {
  const own = await trx.row<Former>(sql`
    select id, storage_key as key, false as "underWay" from personal_exports where id = ${id} and member_id = ${actor.id} for update`)
  if (!own) throw notFound('export.not_found')
  await forget(trx, own)
  return done
}

export async function forget(trx: Trx, { id, key }: { id: string; key: string | null }): Promise<void> {
  await trx.run(sql`delete from personal_exports where id = ${id}`)
  if (key) await enqueue(trx, 'forget-bytes', { keys: [key] })
}
