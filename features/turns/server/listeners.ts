import { publicationSettled } from '#features/publishing/contract.ts'
import type { Listeners } from '#platform/server/emit.ts'
import { countPublished } from './counting.ts'

export function listeners(listeners: Listeners) {
  listeners.on(publicationSettled, async (trx, { payload }) => {
    if (payload.state === 'sent') await countPublished(trx, payload.publicationId)
  })
}
