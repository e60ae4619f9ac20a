import { sql, type Trx } from '#platform/server/db.ts'
import type { Jobs } from '#platform/server/jobs.ts'
import { words } from '#platform/server/words.ts'
import { findNetwork } from '#features/network/server/queries.ts'
import { notifyNews } from '#features/notifications/server/offers.ts'
import { quietDay } from '#features/seasons/server/queries.ts'
import { readersAmong } from '#features/spaces/server/policy.ts'

/** In the morning of a working day, where the network lives. */
const FROM = 8
const UNTIL = 18

export function jobs(jobs: Jobs) {
  jobs.every('25 * * * *', 'tell-late-actions', (database) => database.transaction((trx) => tellLate(trx)))
}

interface Late {
  id: string
  spaceId: string
  ownerId: string
  title: string
}

/** Each owner is told once that an action of theirs is late; never at night, on a week-end, a holiday or a closed day. */
export async function tellLate(trx: Trx, at: Date = new Date()): Promise<void> {
  const { timeZone } = await findNetwork(trx)
  const clock = await trx.row<{ today: string; hour: number }>(sql`
    select (${at}::timestamptz at time zone ${timeZone})::date as today,
      extract(hour from ${at}::timestamptz at time zone ${timeZone})::int as hour`)
  if (!clock || clock.hour < FROM || clock.hour >= UNTIL || (await quietDay(trx, clock.today))) return
  const late = await trx.rows<Late>(sql`
    update plan_actions p set told_late_on = ${clock.today} from spaces s
    where s.id = p.space_id and s.archived_at is null and p.ends_on < ${clock.today} and p.state in ('todo', 'doing')
      and p.told_late_on is null and p.owner_id is not null
    returning p.id, p.space_id as "spaceId", p.owner_id as "ownerId", p.title`)
  for (const one of late) {
    if ((await readersAmong(trx, one.spaceId, [one.ownerId])).length === 0) continue
    await notifyNews(
      trx,
      [
        {
          memberId: one.ownerId,
          says: (language) => words(language)('plan.news.late', { title: one.title }),
          path: `/communautes/${one.spaceId}/plan`,
        },
      ],
      { spaceId: one.spaceId, actorId: null },
    )
  }
}
