import { proveActor, type Actor } from '#platform/server/actor.ts'
import { type Database, sql } from '#platform/server/db.ts'
import { Refusal } from '#platform/server/errors.ts'
import type { Jobs } from '#platform/server/jobs.ts'
import type { Logger } from '#platform/server/log.ts'
import type { Services } from '#platform/server/services.ts'
import { IMPORT_DAYS } from '../rules/periods.ts'
import { UnreadableFile } from '../rules/unreadable-file.ts'
import { APPLY, READ } from './commands.ts'
import { findRow } from './queries.ts'
import { closeStaging, stagingOf } from './staging.ts'
import { applyImport, beating, Overtaken, readImport } from './steps.ts'
import { withStoredFile } from './stored-file.ts'

export function jobs(list: Jobs, services: Services) {
  list.on<{ importId: string; round: number }>(READ, async (database, { importId, round }, log) => {
    const row = await findRow(database.db, importId)
    if (row.round !== round || (row.state !== 'reading' && row.state !== 'interrupted')) return
    const memberId = row.createdById
    await failing(database, log, importId, () =>
      beating(database, { id: importId, memberId }, (onProgress) =>
        withStoredFile(services.storage, row.storageKey, async (path) => {
          if (path === null) throw new UnreadableFile('file.damaged', 'the stored file is gone')
          const { mapping, outside } = row
          await readImport(database, { id: importId, path, round, mapping, named: [], outside }, onProgress)
        }),
      ),
    )
  })

  list.on<{ importId: string }>(APPLY, async (database, { importId }, log) => {
    const row = await findRow(database.db, importId)
    const actor = await actorOf(database, row.appliedBy)
    await failing(database, log, importId, () =>
      beating(database, { id: importId, memberId: row.appliedBy }, (onProgress) =>
        withStoredFile(services.storage, row.storageKey, (path) =>
          applyImport(database, { id: importId, actor, path }, onProgress),
        ),
      ),
    )
  })

  /** What files said of people is not kept: a day, like the files themselves. */
  list.every('40 3 * * *', 'sweep-imports', async (database) => {
    await database.transaction(async (trx) => {
      const rows = await trx.rows<{ id: string }>(sql`
        update imports set state = case when state = 'applied' then state else 'discarded' end, columns = '[]', storage_key = null
        where created_at < now() - make_interval(days => ${IMPORT_DAYS}) and beat_at < now() - interval '1 hour' and state <> 'discarded'
          and (state <> 'applied' or storage_key is not null) returning id`)
      for (const { id } of rows) await closeStaging(trx, stagingOf(id))
    })
  })
}

/** The transaction left nothing: the import says why it stopped, and may be asked for again. */
async function failing(
  database: Database,
  log: Logger,
  importId: string,
  work: () => Promise<unknown>,
): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (error instanceof Overtaken) return
    const problem =
      error instanceof UnreadableFile ? error.code : error instanceof Refusal ? error.code : 'import.failed'
    if (problem === 'import.failed') log.error({ message: messageOf(error), importId }, 'an import failed')
    await database.transaction((trx) =>
      trx.run(sql`
        update imports set problem = ${problem}, progress = null,
          state = case when state = 'applying' and ${problem} <> 'import.read_again' then 'ready' else 'failed' end
        where id = ${importId} and state in ('reading', 'applying')`),
    )
  }
}

/** PostgreSQL repeats rows in its details: only its message is logged. */
const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error))

async function actorOf(database: Database, memberId: string | null): Promise<Actor | null> {
  if (memberId === null) return null
  const row = await database.db.row<{ id: string; standing: Actor['standing']; language: 'fr' | 'en' }>(sql`
    select id, standing, coalesce(language, 'fr') as language from members where id = ${memberId}`)
  return row ? proveActor({ ...row, outside: false, sessionId: null }) : null
}
