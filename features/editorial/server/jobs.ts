import type { Jobs } from '#platform/server/jobs.ts'
import { askAgain, publishDue } from './commands/publishing.ts'
import { layAll } from './commands/series.ts'
import { PUBLISH } from './commands/slots.ts'

export function jobs(jobs: Jobs) {
  jobs.on<{ slotId: string }>(PUBLISH, (database, { slotId }) => publishDue(database, slotId))
  jobs.every('*/5 * * * *', 'publish-late-slots', (database) => askAgain(database))
  jobs.every('11 1 * * *', 'lay-series', (database) => layAll(database))
}
