import type { Jobs } from '#platform/server/jobs.ts'
import { countActivity, waitingForCount } from './count.ts'

export function jobs(jobs: Jobs) {
  // Each hour looks for communities not counted today: one transaction each, so that a cut loses one count only.
  jobs.every('12 * * * *', 'count-activity', async (database) => {
    const waiting = await database.transaction(waitingForCount)
    for (const spaceId of waiting) await database.transaction((trx) => countActivity(trx, spaceId))
  })
}
