import type { Listeners } from '#platform/server/emit.ts'
import { ambassadorMoved } from '#features/programme/contract.ts'
import { isServing } from '#features/programme/rules/lifecycle.ts'
import { forget } from './commands/mine.ts'

export function listeners(on: Listeners) {
  // Who serves no longer shares no longer: nothing of it is kept.
  on.on(ambassadorMoved, async (trx, { payload }) => {
    if (!isServing(payload.to)) await forget(trx, payload.memberId, payload.programmeId)
  })
}
