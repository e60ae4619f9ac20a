import { findFile } from '#features/files/server/queries.ts'
import { done } from '#platform/contract/schema.ts'
import type { Actor } from '#platform/server/actor.ts'
import { audit } from '#platform/server/audit.ts'
import { insertOnce, sql, type Trx } from '#platform/server/db.ts'
import { conflict, invalid, notFound } from '#platform/server/errors.ts'
import { enqueue } from '#platform/server/jobs.ts'
import type { Column, Import } from '../contract.ts'
import { repeatedFields } from '../rules/columns.ts'
import { findImport, findRow, type ImportRow } from './queries.ts'
import { closeStaging, stagingOf } from './staging.ts'

export const READ = 'read-import'
export const APPLY = 'apply-import'

type Mapping = Column['field'][]

export async function startImport(
  trx: Trx,
  actor: Actor,
  id: string,
  body: { fileId: string; mapping?: Mapping },
): Promise<Import> {
  refuseTwice(body.mapping)
  const file = await findFile(trx, actor, body.fileId)
  if (file.use !== 'import') throw notFound('file.not_found', { field: 'fileId' })
  const isNew = await insertOnce(trx, 'imports', {
    id,
    file_name: file.name.slice(0, 200),
    storage_key: file.key,
    mapping: body.mapping ? JSON.stringify(body.mapping) : null,
    created_by: actor.id,
  })
  if (isNew) await enqueue(trx, READ, { importId: id, round: 1 }, { maxAttempts: 1 })
  else await startAgain(trx, actor, await locked(trx, id))
  return findImport(trx, id, actor.language)
}

/** The request is repeated: nothing to do, unless the process that worked on it was killed. */
async function startAgain(trx: Trx, actor: Actor, row: ImportRow): Promise<void> {
  if (row.createdById !== actor.id) throw notFound('import.not_found')
  if (row.state === 'interrupted' && !row.counts) await readAgain(trx, row, row.mapping)
}

export async function changeImport(
  trx: Trx,
  actor: Actor,
  id: string,
  change: { mapping?: Mapping; outside?: { name: string; outside: boolean }[] },
): Promise<Import> {
  refuseTwice(change.mapping)
  const row = await locked(trx, id)
  if (!['columns', 'ready', 'failed', 'interrupted'].includes(row.state)) throw busy(row)
  if (change.outside) {
    const chosen = Object.fromEntries(change.outside.map((one) => [one.name.toLowerCase(), one.outside]))
    await trx.run(
      sql`update imports set outside = outside || ${JSON.stringify(chosen)}::jsonb where id = ${id}`,
    )
  }
  if (change.mapping) await readAgain(trx, row, change.mapping)
  return findImport(trx, id, actor.language)
}

async function readAgain(
  trx: Trx,
  { id, round, storageKey }: ImportRow,
  mapping: Mapping | null,
): Promise<void> {
  if (storageKey === null) throw conflict('import.lines_gone')
  await trx.run(sql`
    update imports set state = 'reading', round = ${round + 1}, mapping = ${mapping ? JSON.stringify(mapping) : null}::jsonb,
      counts = null, progress = null, problem = null, beat_at = now() where id = ${id}`)
  await enqueue(trx, READ, { importId: id, round: round + 1 }, { maxAttempts: 1 })
}

/** Asked twice, it is written once. */
export async function confirmImport(trx: Trx, actor: Actor, id: string): Promise<Import> {
  const row = await locked(trx, id)
  if (row.state === 'applied' || row.state === 'applying') return findImport(trx, id, actor.language)
  const ready = row.state === 'ready' || (row.state === 'interrupted' && row.counts !== null)
  if (!ready) throw row.state === 'reading' ? conflict('import.reading') : conflict('import.not_ready')
  if (row.state === 'ready' && !row.detailed) throw conflict('import.lines_gone')
  await trx.run(sql`
    update imports set state = 'applying', applied_by = ${actor.id}, progress = null, beat_at = now() where id = ${id}`)
  await enqueue(trx, APPLY, { importId: id }, { maxAttempts: 1 })
  return findImport(trx, id, actor.language)
}

export async function discardImport(trx: Trx, actor: Actor, id: string) {
  const row = await locked(trx, id)
  if (row.state === 'applied' || row.state === 'applying') throw busy(row)
  if (row.state === 'discarded') return done
  await trx.run(sql`update imports set state = 'discarded', progress = null where id = ${id}`)
  // Those of a reading under way are its own transaction's: it finds itself overtaken, and leaves none.
  if (row.state !== 'reading') await closeStaging(trx, stagingOf(id))
  await audit(trx, actor, 'import.discarded', { kind: 'import', id })
  return done
}

async function locked(trx: Trx, id: string): Promise<ImportRow> {
  await trx.row(sql`select 1 from imports where id = ${id} for update`)
  return findRow(trx, id)
}

const busy = ({ state }: ImportRow) =>
  state === 'applied' || state === 'discarded' ? conflict('import.over') : conflict('import.busy')

function refuseTwice(mapping: Mapping | undefined): void {
  const [field] = repeatedFields(mapping ?? [])
  if (field) throw invalid('import.field_twice', { field: 'mapping', values: { field } })
}
