import { type Database, sql } from '#platform/server/db.ts'
import type { Jobs } from '#platform/server/jobs.ts'
import { findSettings } from '#features/network/server/queries.ts'
import { closeRound } from './commands/rounds.ts'

export function jobs(jobs: Jobs) {
  // Every quarter of an hour: six in the evening comes at its own time in each network.
  jobs.every('*/15 * * * *', 'close-idea-rounds', closeDueRounds)
}

async function closeDueRounds(database: Database): Promise<void> {
  const { network } = await findSettings(database.db)
  const rounds = await database.db.rows<{ id: string; programmeId: string }>(sql`
    select id, programme_id as "programmeId" from idea_rounds where state = 'open'
      and (closes_on + time '18:00') at time zone ${network.timeZone} <= now() order by closes_on, id`)
  for (const round of rounds) await database.transaction((trx) => closeRound(trx, null, round))
}
