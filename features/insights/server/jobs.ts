import type { Jobs } from '#platform/server/jobs.ts'
import { forgetMarks } from './commands.ts'
import { COUNT_CURVES, countCurves } from './daily-count.ts'

export function jobs(jobs: Jobs) {
  // Each hour: midnight comes at its own time in each network.
  jobs.every('4 * * * *', 'forget-visit-marks', (database) => database.transaction(forgetMarks))
  // Each hour too, soon after midnight wherever that is; an objective is counted once a day.
  jobs.every('8 * * * *', COUNT_CURVES, (database, log) => countCurves(database, log))
}
