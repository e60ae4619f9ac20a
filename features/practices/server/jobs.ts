import type { Jobs } from '#platform/server/jobs.ts'
import { keepStates } from './commands.ts'

export function jobs(jobs: Jobs) {
  jobs.every('30 2 * * *', 'keep-practices', (database) => keepStates(database))
}
