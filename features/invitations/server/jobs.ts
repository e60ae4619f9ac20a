import type { Database, Trx } from '#platform/server/db.ts'
import type { Jobs } from '#platform/server/jobs.ts'
import type { Services } from '#platform/server/services.ts'
import { writeInvitations } from './commands/writing.ts'
import { sendDueReminders } from './commands/reminding.ts'

export function jobs(jobs: Jobs, services: Services) {
  const { publicUrl } = services
  jobs.on<{ campaignId: string }>('write-invitations', (database, { campaignId }) =>
    untilNone(database, (trx) => writeInvitations(trx, publicUrl, campaignId)),
  )
  jobs.every('7 * * * *', 'send-reminders', (database) =>
    untilNone(database, (trx) => sendDueReminders(trx, publicUrl)),
  )
}

/** Small transactions: a job that is cut goes on where it stood. */
async function untilNone(database: Database, step: (trx: Trx) => Promise<number>) {
  while ((await database.transaction(step)) > 0);
}
