import { audit } from '#platform/server/audit.ts'
import { type Database, sql, type Trx } from '#platform/server/db.ts'
import type { Jobs } from '#platform/server/jobs.ts'
import { sendProposal } from './commands/proposals.ts'
import { keptColumns, type Kept } from './queries/settings.ts'

export function jobs(jobs: Jobs) {
  jobs.on<{ id: string }>('send-proposal', (database, { id }) =>
    database.transaction((trx) => sendProposal(trx, id)),
  )
  jobs.every('23 2 * * *', 'forget-follow-up', (database) => forgetFollowUp(database))
}

/** What is past its time goes, programme by programme, and the log says how much: never whose. */
export async function forgetFollowUp(database: Database): Promise<void> {
  const programmes = await database.db.rows<Kept & { id: string }>(sql`
    select g.id, ${keptColumns} from programmes g left join follow_up_settings f on f.programme_id = g.id order by g.id`)
  for (const programme of programmes) await database.transaction((trx) => forgetIn(trx, programme))
}

async function forgetIn(
  trx: Trx,
  { id, ledgerMonths, proposalMonths }: Kept & { id: string },
): Promise<void> {
  const lines = await trx.run(sql`
    delete from contributions c using ambassadors a where a.id = c.ambassador_id and a.programme_id = ${id}
      and c.at < now() - make_interval(months => ${ledgerMonths}::int)`)
  // While they serve, as long as the ledger; after that, so long from their last step.
  const proposals = await trx.run(sql`
    delete from proposals o using ambassadors a where a.id = o.ambassador_id and a.programme_id = ${id}
      and o.stage not in ('planned', 'sent', 'answered') and o.made_at < now() - make_interval(months => ${ledgerMonths}::int)
      and a.state <> 'alumni'`)
  const left = await trx.run(sql`
    delete from proposals o using ambassadors a where a.id = o.ambassador_id and a.programme_id = ${id} and a.state in ('alumni', 'declined')
      and (select max(s.at) from ambassador_steps s where s.ambassador_id = a.id) < now() - make_interval(months => ${proposalMonths}::int)`)
  if (lines + proposals + left > 0)
    await audit(
      trx,
      null,
      'follow_up.forgotten',
      { kind: 'programme', id },
      { contributions: lines, proposals: proposals + left, ledgerMonths, proposalMonths },
    )
}
