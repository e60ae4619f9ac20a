import { sql } from '#platform/server/db.ts'
import type { Jobs } from '#platform/server/jobs.ts'
import type { Services } from '#platform/server/services.ts'
import { EXPORT_DAYS } from '../rules/periods.ts'
import { forget, MAKE } from './commands.ts'
import { makeExport } from './personal-export.ts'

export function jobs(list: Jobs, services: Services) {
  list.on<{ id: string }>(MAKE, (database, { id }, log) => makeExport(database, services, id, log))
  list.every('45 3 * * *', 'forget-exports', (database) =>
    database.transaction(async (trx) => {
      const rows = await trx.rows<{ id: string; key: string | null }>(sql`
        select id, storage_key as key from personal_exports
        where coalesce(ready_at, asked_at) < now() - make_interval(days => ${EXPORT_DAYS}) for update skip locked`)
      for (const row of rows) await forget(trx, row)
    }),
  )
}
