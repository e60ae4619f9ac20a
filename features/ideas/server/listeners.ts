import type { Listeners } from '#platform/server/emit.ts'
import { ambassadorMoved } from '#features/programme/contract.ts'
import { isServing } from '#features/programme/rules/lifecycle.ts'
import { withdrawVotes } from './commands/votes.ts'

export function listeners(on: Listeners): void {
  on.on(ambassadorMoved, async (trx, { payload }) => {
    if (!isServing(payload.to)) await withdrawVotes(trx, payload.programmeId, payload.memberId)
  })
}
