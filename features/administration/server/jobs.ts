import { findSettings } from '#features/network/server/queries.ts'
import { audit } from '#platform/server/audit.ts'
import { type Database, sql } from '#platform/server/db.ts'
import type { Jobs } from '#platform/server/jobs.ts'

export function jobs(jobs: Jobs) {
  jobs.every('10 4 * * *', 'forget-log', forgetLog)
}

/** Lines past the months that the network keeps; the database lets none younger than half a year go. That it was done is a line. */
export const forgetLog = (database: Database): Promise<void> =>
  database.transaction(async (trx) => {
    const { logMonths } = await findSettings(trx)
    await trx.row(sql`select set_config('elan.forgetting', 'on', true)`)
    const lines = await trx.run(
      sql`delete from audit_log where at < now() - make_interval(months => ${logMonths})`,
    )
    await trx.row(sql`select set_config('elan.forgetting', 'off', true)`)
    if (lines > 0)
      await audit(trx, null, 'audit_log.forgotten', { kind: 'audit_log', id: null }, { lines, logMonths })
  })
