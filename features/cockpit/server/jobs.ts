import { sql } from '#platform/server/db.ts'
import type { Jobs } from '#platform/server/jobs.ts'
import type { Services } from '#platform/server/services.ts'
import { SENT_DAYS, WELCOME_DAYS } from '../rules/periods.ts'
import { sendMornings } from './mornings.ts'
import { keepMonths } from './report-months.ts'

export function jobs(jobs: Jobs, { publicUrl }: Services) {
  jobs.every('9 * * * *', 'send-mornings', (database) => sendMornings(database, publicUrl))
  // Each hour: a month ends at its own time in each network.
  jobs.every('19 * * * *', 'keep-months', (database) => keepMonths(database))
  jobs.every('41 2 * * *', 'forget-welcomes', async (database) => {
    await database.transaction(async (trx) => {
      // By then nobody named here is a newcomer any more.
      await trx.run(sql`delete from welcomes where at < now() - make_interval(days => ${WELCOME_DAYS})`)
      await trx.run(sql`delete from cockpit_choices where until < now()`)
      await trx.run(sql`delete from cockpit_sent where period < now()::date - ${SENT_DAYS}::int`)
    })
  })
}
