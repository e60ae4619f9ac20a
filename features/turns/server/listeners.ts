import { publicationSettled } from '#features/publishing/contract.ts'
import { ambassadorMoved } from '#features/programme/contract.ts'
import { isServing } from '#features/programme/rules/lifecycle.ts'
import type { Listeners } from '#platform/server/emit.ts'
import { layDown } from './commands/holding.ts'
import { takeDownLate } from './commands/incidents.ts'
import { countPublished } from './counting.ts'

export function listeners(listeners: Listeners) {
  listeners.on(publicationSettled, async (trx, { payload }) => {
    if (payload.state !== 'sent') return
    await countPublished(trx, payload.publicationId)
    await takeDownLate(trx, payload.publicationId)
  })
  listeners.on(ambassadorMoved, async (trx, { spaceId, payload: { programmeId, memberId, to } }) => {
    if (!isServing(to)) await layDown(trx, { programmeId, spaceId }, memberId)
  })
}
