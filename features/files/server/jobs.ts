import { sql } from '#platform/server/db.ts'
import { enqueue, type Jobs } from '#platform/server/jobs.ts'
import type { Services } from '#platform/server/services.ts'
import { DRAFT_FILE_DAYS, IMPORT_FILE_DAYS, UNWORN_PORTRAIT_DAYS } from '../rules/periods.ts'
import { sweepUploads } from './uploads.ts'

export function jobs(list: Jobs, services: Services) {
  list.on<{ keys: string[] }>('forget-bytes', async (_database, { keys }) => {
    for (const key of keys) await services.storage.remove(key)
  })
  /** Uploads never finished, HR exports after a day, pictures of drafts forgotten for a month. */
  list.every('20 3 * * *', 'sweep-files', async (database) => {
    await sweepUploads(services.dataDir)
    await database.transaction(async (trx) => {
      const rows = await trx.rows<{ key: string; variants: Record<string, { key: string }> }>(sql`
        delete from files f where (use = 'import' and created_at < now() - make_interval(days => ${IMPORT_FILE_DAYS}))
          or (use = 'content' and space_id is null and created_at < now() - make_interval(days => ${DRAFT_FILE_DAYS}))
          or (use = 'portrait' and created_at < now() - make_interval(days => ${UNWORN_PORTRAIT_DAYS}) and not exists (select 1 from members m where m.photo_file_id = f.id))
        returning storage_key as key, variants`)
      const keys = rows.flatMap((row) => [
        row.key,
        ...Object.values(row.variants).map((variant) => variant.key),
      ])
      if (keys.length > 0) await enqueue(trx, 'forget-bytes', { keys })
    })
  })
}
