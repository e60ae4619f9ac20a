import type { Actor } from '#platform/server/actor.ts'
import type { Trx } from '#platform/server/db.ts'
import {
  handOver,
  lightenRole,
  pauseAmbassador,
  thankAmbassador,
} from '#features/programme/server/commands/keeping.ts'
import type { Terms } from '../../contract.ts'
import type { ProposalKind } from '../../rules/proposals.ts'

interface Agreed {
  kind: ProposalKind
  ambassadorId: string
  terms: Terms
  message: string
}

/** The life line's word for why, from a message that may be longer. */
const MOST_WHY = 1000

/** What a keeper does once the person has said yes: through the life line of the programme, dated, with who. */
export async function carryOut(
  trx: Trx,
  actor: Actor,
  { kind, ambassadorId, terms, message }: Agreed,
): Promise<void> {
  if (kind === 'pause' && terms.until) await pauseAmbassador(trx, actor, ambassadorId, terms.until)
  if (kind === 'lighter')
    await lightenRole(trx, actor, ambassadorId, {
      contributionsPerMonth: terms.contributionsPerMonth ?? null,
      hoursPerMonth: terms.hoursPerMonth ?? null,
    })
  if (kind === 'hand_over') await handOver(trx, actor, ambassadorId, terms.successorId ?? null)
  if (kind === 'thanks') await thankAmbassador(trx, actor, ambassadorId, message.slice(0, MOST_WHY))
}
