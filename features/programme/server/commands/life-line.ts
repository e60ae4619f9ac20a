import type { Actor } from '#platform/server/actor.ts'
import { sql, type Trx } from '#platform/server/db.ts'
import { inform } from '#platform/server/emit.ts'
import { conflict, notFound } from '#platform/server/errors.ts'
import { seatAmbassador } from '#features/spaces/server/commands.ts'
import { ambassadorMoved, type AmbassadorState } from '../../contract.ts'
import { isServing, mayBecome } from '../../rules/lifecycle.ts'

/**
 * One step of a life line, for the features after this one too: the caller has decided that `by` may take it. Dated,
 * with who and why; the seat in the community follows. `by` null: the calendar, or a departure.
 */
export async function moveAmbassador(
  trx: Trx,
  by: Actor | null,
  ambassadorId: string,
  to: AmbassadorState,
  why = '',
): Promise<void> {
  const row = await trx.row<{
    state: AmbassadorState
    memberId: string
    programmeId: string
    spaceId: string
  }>(sql`
    select a.state, a.member_id as "memberId", a.programme_id as "programmeId", g.space_id as "spaceId"
    from ambassadors a join programmes g on g.id = a.programme_id where a.id = ${ambassadorId} for update of a`)
  if (!row) throw notFound('ambassador.not_found')
  if (row.state === to) return
  if (!mayBecome(row.state, to)) throw conflict('ambassador.step')
  await trx.run(sql`
    update ambassadors set state = ${to},
      waiting_since = case when ${to} = 'agreed' then waiting_since end,
      onboarding_since = case when ${to} = 'onboarding' and state <> 'paused' then now() else onboarding_since end,
      active_since = case when ${to} = 'active' then coalesce(active_since, now()) when ${to} in ('candidate', 'nominated') then null else active_since end,
      paused_until = case when ${to} = 'paused' then paused_until end
    where id = ${ambassadorId}`)
  await trx.run(sql`
    insert into ambassador_steps (ambassador_id, from_state, to_state, by_id, why)
    values (${ambassadorId}, ${row.state}, ${to}, ${by?.id ?? null}, ${why})`)
  if (isServing(to) !== isServing(row.state))
    await seatAmbassador(trx, by, row.spaceId, row.memberId, isServing(to))
  await inform(trx, by, ambassadorMoved, row.spaceId, {
    programmeId: row.programmeId,
    ambassadorId,
    memberId: row.memberId,
    from: row.state,
    to,
  })
}
