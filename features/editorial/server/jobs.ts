import { type Database, sql } from '#platform/server/db.ts'
import type { Jobs } from '#platform/server/jobs.ts'
import { SLOT_MONTHS } from '../rules/periods.ts'
import { letGoOfSlots } from './commands/files.ts'
import { askAgain, publishDue } from './commands/publishing.ts'
import { layAll } from './commands/series.ts'
import { PUBLISH } from './commands/slots.ts'

export function jobs(jobs: Jobs) {
  jobs.on<{ slotId: string }>(PUBLISH, (database, { slotId }) => publishDue(database, slotId))
  jobs.every('*/5 * * * *', 'publish-late-slots', (database) => askAgain(database))
  jobs.every('56 3 * * *', 'forget-slots', forgetSlots)
  jobs.every('11 1 * * *', 'lay-series', (database) => layAll(database))
}

/** Slots long published or dropped, with their texts; the posts they became stay where they are. */
export const forgetSlots = (database: Database): Promise<void> =>
  database.transaction(async (trx) => {
    const rows = await trx.rows<{ id: string }>(sql`
      select id from editorial_slots where state in ('published', 'dropped')
        and coalesce(day::timestamptz, created_at) < now() - make_interval(months => ${SLOT_MONTHS}) for update skip locked`)
    const ids = rows.map((row) => row.id)
    await letGoOfSlots(trx, ids)
    await trx.run(sql`delete from editorial_slots where id = any(${ids}::uuid[])`)
  })
