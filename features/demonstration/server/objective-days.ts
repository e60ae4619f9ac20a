import { objectivesOf } from '#features/communities/server/queries/communities.ts'
import { addDays, daysOf, earlier } from '#features/insights/rules/days.ts'
import { project } from '#features/insights/rules/projection.ts'
import { counted, peopleIn } from '#features/insights/server/counts.ts'
import { pointsOf } from '#features/insights/server/curve.ts'
import { groundIn } from '#features/insights/server/policy.ts'
import { sql, type Trx } from '#platform/server/db.ts'
import type { Cast } from './cast.ts'
import { insertRows, type Row } from './rows.ts'

/** What the job of each night would have kept since each objective began: its value at the end of the day. */
export async function insertObjectiveDays(trx: Trx, cast: Cast): Promise<void> {
  const spaces = await trx.rows<{ id: string }>(
    sql`select distinct space_id as id from objectives order by 1`,
  )
  const rows: Row[] = []
  for (const { id } of spaces) {
    const ground = await groundIn(trx, id)
    for (const objective of await objectivesOf(trx, id)) {
      const { startsOn, deadline } = objective
      const end = earlier(deadline, addDays(cast.today, -1))
      if (end < startsOn) continue
      const counts = await counted(trx, ground, objective, end)
      const seated = peopleIn(counts)
      const points = pointsOf(objective, end, seated, counts)
      for (const [index, day] of daysOf(startsOn, end).entries()) {
        const past = points.slice(0, index + 1)
        const now = past.at(-1)
        const of = objective.measure === 'arrived' ? (now?.invited ?? 0) : seated
        if (!now || of < 5) continue
        const reached = past.map((point) => point.reached)
        rows.push({
          objective_id: objective.id,
          space_id: id,
          day,
          measure: objective.measure,
          target: objective.target,
          starts_on: startsOn,
          deadline,
          reached: now.reached,
          people: of,
          projected: project({ reached, startsOn, of, deadline })?.atDeadline ?? null,
        })
      }
    }
  }
  await insertRows(trx, 'objective_days', rows)
}
