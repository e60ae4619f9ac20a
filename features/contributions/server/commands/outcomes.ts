import type { Actor } from '#platform/server/actor.ts'
import type { Trx } from '#platform/server/db.ts'
import { moveAmbassador } from '#features/programme/server/commands/life-line.ts'
import type { Terms } from '../../contract.ts'
import type { ProposalKind } from '../../rules/proposals.ts'

/** What a keeper does once the person has said yes: through the life line of the programme, dated, with who. */
export async function carryOut(
  trx: Trx,
  actor: Actor,
  { kind, ambassadorId }: { kind: ProposalKind; ambassadorId: string; terms: Terms; wall: boolean | null },
): Promise<void> {
  if (kind === 'pause') await moveAmbassador(trx, actor, ambassadorId, 'paused')
  if (kind === 'hand_over') await moveAmbassador(trx, actor, ambassadorId, 'handing_over')
  if (kind === 'thanks') await moveAmbassador(trx, actor, ambassadorId, 'alumni')
}
