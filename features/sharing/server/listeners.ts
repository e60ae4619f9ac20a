import type { Listeners } from '#platform/server/emit.ts'
import { ambassadorMoved } from '#features/programme/contract.ts'
import { isServing } from '#features/programme/rules/lifecycle.ts'
import { publicationSettled } from '#features/publishing/contract.ts'
import { shareLeft } from './commands/by-account.ts'
import { forget } from './commands/mine.ts'

export function listeners(on: Listeners) {
  // Who serves no longer shares no longer: nothing of it is kept.
  on.on(ambassadorMoved, async (trx, { payload }) => {
    if (!isServing(payload.to)) await forget(trx, payload.memberId, payload.programmeId)
  })
  on.on(publicationSettled, async (trx, { payload }) => {
    if (payload.state === 'sent') await shareLeft(trx, payload.publicationId)
  })
}
