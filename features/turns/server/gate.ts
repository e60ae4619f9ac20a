import { type Db, sql } from '#platform/server/db.ts'
import { charterStanding } from '#features/communities/server/queries/charters.ts'
import { trainingStanding } from '#features/journeys/server/queries/overview.ts'
import { servingIn } from '#features/programme/server/policy.ts'
import { type Gate, isThrough } from '../rules/gate.ts'
import type { Candidate } from '../rules/rotation.ts'

/** Where somebody stands before the only gate of a turn. */
export async function gateOf(
  db: Db,
  { programmeId, spaceId }: { programmeId: string; spaceId: string },
  memberId: string,
): Promise<Gate> {
  const charter = await charterStanding(db, spaceId, memberId)
  const training = await trainingStanding(db, programmeId, memberId)
  return { charter: charter.valid, training: training.passed }
}

/** Those of a programme who are through the gate, with what a fair share needs to know. */
export async function candidatesOf(
  db: Db,
  programme: { programmeId: string; spaceId: string },
): Promise<{ candidates: Candidate[]; serving: number }> {
  const { programmeId } = programme
  const rows = await db.rows<Candidate>(sql`
    select m.id as "memberId", count(t.id)::int as held, max(t.starts_on) as last,
      (select coalesce(jsonb_agg(jsonb_build_object('startsOn', l.starts_on, 'endsOn', l.ends_on)), '[]')
        from ambassador_leaves l where l.ambassador_id = a.id and l.ends_on >= current_date) as away
    from ambassadors a join members m on m.id = a.member_id and m.status = 'active'
    left join turns t on t.programme_id = a.programme_id and t.member_id = m.id and t.state <> 'open'
      and t.starts_on > current_date - 365
    where a.programme_id = ${programmeId} and a.state in ('onboarding', 'active', 'handing_over')
      and m.id in (${servingIn(programmeId)})
    group by m.id, a.id order by m.id`)
  const candidates: Candidate[] = []
  // One after the other: they may share the connection of a transaction.
  for (const row of rows) if (isThrough(await gateOf(db, programme, row.memberId))) candidates.push(row)
  return { candidates, serving: rows.length }
}
