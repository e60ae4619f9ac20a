import type { Actor } from '#platform/server/actor.ts'
import { audit } from '#platform/server/audit.ts'
import { sql, type Trx } from '#platform/server/db.ts'
import { allow, invalid } from '#platform/server/errors.ts'
import { canShape, placeIn } from '#features/programme/server/policy.ts'
import type { WhatCounts } from '../../contract.ts'
import {
  LEAST_LEDGER_MONTHS,
  MOST_LEDGER_MONTHS,
  MOST_PROPOSAL_MONTHS,
  MOST_WEIGHT,
  type Weight,
} from '../../rules/kinds.ts'
import { whatCounts } from '../queries/settings.ts'

interface Change {
  items?: Weight[]
  ledgerMonths?: number
  proposalMonths?: number
}

/** From now on: lines already written keep the weight that was announced on their day. */
export async function setWhatCounts(
  trx: Trx,
  actor: Actor,
  programmeId: string,
  change: Change,
): Promise<WhatCounts> {
  const place = await placeIn(trx, actor, programmeId)
  allow(canShape(place), 'what_counts')
  refuseWrong(change)
  for (const { kind, weight, counted } of change.items ?? [])
    await trx.run(sql`
      insert into contribution_weights (programme_id, kind, weight, counted) values (${programmeId}, ${kind}, ${weight}, ${counted})
      on conflict (programme_id, kind) do update set weight = excluded.weight, counted = excluded.counted`)
  const before = await whatCounts(trx, actor, programmeId)
  await trx.run(sql`
    insert into follow_up_settings (programme_id, ledger_months, proposal_months)
    values (${programmeId}, ${change.ledgerMonths ?? before.ledgerMonths}, ${change.proposalMonths ?? before.proposalMonths})
    on conflict (programme_id) do update set ledger_months = excluded.ledger_months, proposal_months = excluded.proposal_months`)
  await audit(trx, actor, 'follow_up.settings', { kind: 'programme', id: programmeId }, { ...change })
  return whatCounts(trx, actor, programmeId)
}

function refuseWrong({ items = [], ledgerMonths, proposalMonths }: Change): void {
  if (items.some(({ weight }) => weight < 0 || weight > MOST_WEIGHT))
    throw invalid('what_counts.weight', { field: 'items', values: { most: MOST_WEIGHT } })
  if (ledgerMonths !== undefined && (ledgerMonths < LEAST_LEDGER_MONTHS || ledgerMonths > MOST_LEDGER_MONTHS))
    throw invalid('what_counts.ledger_months', {
      field: 'ledgerMonths',
      values: { least: LEAST_LEDGER_MONTHS, most: MOST_LEDGER_MONTHS },
    })
  if (proposalMonths !== undefined && (proposalMonths < 1 || proposalMonths > MOST_PROPOSAL_MONTHS))
    throw invalid('what_counts.proposal_months', {
      field: 'proposalMonths',
      values: { most: MOST_PROPOSAL_MONTHS },
    })
}
