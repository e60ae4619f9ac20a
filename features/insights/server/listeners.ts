import type { Listeners } from '#platform/server/emit.ts'
import { enqueue } from '#platform/server/jobs.ts'
import { communityChanged } from '#features/communities/contract.ts'
import { COUNT_CURVES } from './daily-count.ts'

export function listeners(on: Listeners): void {
  // An objective that was set or changed is counted at once: nobody waits for the night to open its curve fast.
  on.on(communityChanged, (trx) => enqueue(trx, COUNT_CURVES, {}, { key: COUNT_CURVES }))
}
