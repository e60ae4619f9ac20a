import type { Jobs } from '#platform/server/jobs.ts'
import { forgetMarks } from './commands.ts'

export function jobs(jobs: Jobs) {
  // Each hour: midnight comes at its own time in each network.
  jobs.every('4 * * * *', 'forget-visit-marks', (database) => database.transaction(forgetMarks))
}
