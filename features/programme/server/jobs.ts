import type { Database } from '#platform/server/db.ts'
import { sql } from '#platform/server/db.ts'
import type { Jobs } from '#platform/server/jobs.ts'
import { findNetwork } from '#features/network/server/queries.ts'
import { ALUMNI_MONTHS, CANDIDATE_MONTHS } from '../rules/periods.ts'
import { endPause } from './commands/keeping.ts'
import { leaveAllOf } from './commands/departures.ts'
import { moveAmbassador } from './commands/life-line.ts'

export function jobs(jobs: Jobs) {
  // Each hour: midnight comes at its own time in each network.
  jobs.every('20 * * * *', 'end-pauses', endPauses)
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
  await letNamesRest(database)
  await database.transaction((trx) =>
    trx.run(sql`
      delete from ambassadors a where (a.state in ('declined', 'nominated') or (a.state = 'alumni' and not a.wall))
        and coalesce((select max(st.at) from ambassador_steps st where st.ambassador_id = a.id), a.created_at)
          < now() - make_interval(months => case when ${hasServed} then ${ALUMNI_MONTHS}::int else ${CANDIDATE_MONTHS}::int end)`),
  )
}

/** Over `ambassadors a`: a refusal since does not shorten the time of a file of past service. */
const hasServed = sql`(a.state = 'alumni' or exists (
  select 1 from ambassador_steps s where s.ambassador_id = a.id and s.to_state = 'alumni'))`

/** Named again after having served, and no answer for so long: what they were before. */
async function letNamesRest(database: Database): Promise<void> {
  const rows = await database.db.rows<{ id: string }>(sql`
    select a.id from ambassadors a where a.state = 'nominated' and ${hasServed}
      and (select max(st.at) from ambassador_steps st where st.ambassador_id = a.id) < now() - make_interval(months => ${CANDIDATE_MONTHS}::int)
    order by a.id`)
  for (const { id } of rows) await database.transaction((trx) => moveAmbassador(trx, null, id, 'alumni'))
}
