import { sql } from '#platform/server/db.ts'
import type { Jobs } from '#platform/server/jobs.ts'

export function jobs(jobs: Jobs) {
  jobs.every('41 2 * * *', 'forget-welcomes', async (database) => {
    await database.transaction(async (trx) => {
      // By then nobody named here is a newcomer any more.
      await trx.run(sql`delete from welcomes where at < now() - interval '30 days'`)
      await trx.run(sql`delete from cockpit_choices where until < now()`)
    })
  })
}
