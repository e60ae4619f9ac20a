import { findNetwork } from '#features/network/server/queries.ts'
import { LOAD_DEMONSTRATION } from '#features/administration/server/set-up.ts'
import type { Jobs } from '#platform/server/jobs.ts'
import type { Services } from '#platform/server/services.ts'
import { loadDemonstration } from './load.ts'

export function jobs(list: Jobs, { storage, dataDir }: Services) {
  list.on(LOAD_DEMONSTRATION, async (database) => {
    // Asked for twice, or done meanwhile from the command line: there is nothing left to do.
    if ((await findNetwork(database.db)).setUp) return
    await loadDemonstration(database, storage, { dataDir })
  })
}
