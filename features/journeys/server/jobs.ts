import type { Jobs } from '#platform/server/jobs.ts'
import type { Services } from '#platform/server/services.ts'
import { remindJourneys, settleJourneys } from './reminding.ts'

export function jobs(jobs: Jobs, { publicUrl }: Pick<Services, 'publicUrl'>) {
  jobs.every('50 * * * *', 'settle-journeys', (database) => settleJourneys(database))
  jobs.every('5 * * * *', 'remind-journeys', async (database) => {
    await remindJourneys(database, publicUrl)
  })
}
