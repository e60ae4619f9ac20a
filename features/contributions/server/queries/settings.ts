import type { Actor } from '#platform/server/actor.ts'
import { type Db, sql } from '#platform/server/db.ts'
import { canShape, placeIn } from '#features/programme/server/policy.ts'
import type { WhatCounts } from '../../contract.ts'
import { LEDGER_MONTHS, PROPOSAL_MONTHS, type Weight, weightsOf } from '../../rules/kinds.ts'

export interface Kept {
  ledgerMonths: number
  proposalMonths: number
}

/** Columns of `programmes g left join follow_up_settings f`. */
export const keptColumns = sql`coalesce(f.ledger_months, ${LEDGER_MONTHS}::int) as "ledgerMonths",
  coalesce(f.proposal_months, ${PROPOSAL_MONTHS}::int) as "proposalMonths"`

export const weightsIn = async (db: Db, programmeId: string): Promise<Weight[]> =>
  weightsOf(
    await db.rows<Weight>(
      sql`select kind, weight, counted from contribution_weights where programme_id = ${programmeId}`,
    ),
  )

export async function whatCounts(db: Db, actor: Actor, programmeId: string): Promise<WhatCounts> {
  const place = await placeIn(db, actor, programmeId)
  const row = await db.row<Kept & { contributionsPerMonth: number; peerConfirmation: boolean }>(sql`
    select ${keptColumns}, g.contributions_per_month as "contributionsPerMonth", g.peer_confirmation as "peerConfirmation"
    from programmes g left join follow_up_settings f on f.programme_id = g.id where g.id = ${programmeId}`)
  return {
    items: await weightsIn(db, programmeId),
    ledgerMonths: row?.ledgerMonths ?? LEDGER_MONTHS,
    proposalMonths: row?.proposalMonths ?? PROPOSAL_MONTHS,
    contributionsPerMonth: row?.contributionsPerMonth ?? 0,
    peerConfirmation: row?.peerConfirmation ?? false,
    can: { shape: canShape(place) },
  }
}
