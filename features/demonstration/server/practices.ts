import type { Trx } from '#platform/server/db.ts'
import { practiceStory } from '../content/practices.ts'
import { addDays } from '../rules/season.ts'
import type { Cast } from './cast.ts'
import { insertRows, type Row } from './rows.ts'

const WEEKS = 25

/** The last weeks of each practice of Tempo; this week's own state is worked out from what the network holds. */
export async function insertPractices(trx: Trx, cast: Cast): Promise<void> {
  const weekday = (new Date(`${cast.today}T12:00:00Z`).getUTCDay() + 6) % 7
  const monday = addDays(cast.today, -weekday)
  const rows: Row[] = []
  for (const [code, story] of Object.entries(practiceStory)) {
    const states = story.flatMap(([state, weeks]) => Array.from({ length: weeks }, () => state as string))
    const all = [...Array.from({ length: WEEKS - states.length }, () => 'not_started'), ...states]
    for (const [index, state] of all.entries())
      rows.push({
        space_id: cast.spaceId('tempo'),
        code,
        week: addDays(monday, -7 * (WEEKS - index)),
        state,
      })
  }
  await insertRows(trx, 'practice_weeks', rows)
}
