import type { Database } from '#platform/server/db.ts'
import { sql } from '#platform/server/db.ts'
import type { Jobs } from '#platform/server/jobs.ts'
import { findNetwork } from '#features/network/server/queries.ts'
import { ALUMNI_MONTHS, CANDIDATE_MONTHS } from '../rules/periods.ts'
import { endPause } from './commands/keeping.ts'
import { leaveAllOf } from './commands/departures.ts'

export function jobs(jobs: Jobs) {
  jobs.every('20 3 * * *', 'end-pauses', endPauses)
  jobs.every('40 3 * * *', 'forget-old-files', forgetOldFiles)
  jobs.on<{ spaceId: string; memberId: string }>('leave-programmes', (database, { spaceId, memberId }) =>
    database.transaction((trx) => leaveAllOf(trx, spaceId, memberId)),
  )
}

/** The last day of a pause is over: each in a transaction of its own, so that one does not hold back the others. */
async function endPauses(database: Database): Promise<void> {
  const { timeZone } = await findNetwork(database.db)
  const rows = await database.db.rows<{ id: string }>(sql`
    select id from ambassadors where state = 'paused' and paused_until < (now() at time zone ${timeZone})::date order by paused_until, id`)
  for (const { id } of rows) await database.transaction((trx) => endPause(trx, null, id))
}

/** What the screen of each one promises: refusals and names without an answer, then files of past service. */
async function forgetOldFiles(database: Database): Promise<void> {
  await database.transaction((trx) =>
    trx.run(sql`
      delete from ambassadors a where (a.state in ('declined', 'nominated') or (a.state = 'alumni' and not a.wall))
        and coalesce((select max(st.at) from ambassador_steps st where st.ambassador_id = a.id), a.created_at)
          < now() - make_interval(months => case when a.state = 'alumni' then ${ALUMNI_MONTHS}::int else ${CANDIDATE_MONTHS}::int end)`),
  )
}
