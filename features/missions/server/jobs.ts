import { sql } from '#platform/server/db.ts'
import type { Jobs } from '#platform/server/jobs.ts'
import { releasePictures } from '#features/files/server/commands.ts'
import { KEPT_MONTHS } from '../rules/kinds.ts'

/** What somebody did is kept a year, as in the ledger; the decision of a test names nobody and stays. */
export function jobs(list: Jobs) {
  list.every('50 3 * * *', 'forget-missions', (database) =>
    database.transaction(async (trx) => {
      const old = sql`select t.id from mission_takings t join missions n on n.id = t.mission_id
        where coalesce(t.returned_at, n.ended_at) < now() - make_interval(months => ${KEPT_MONTHS})`
      const pictures = await trx.rows<{ id: string }>(
        sql`select unnest(a.file_ids) as id from test_answers a where a.taking_id in (${old})`,
      )
      await releasePictures(
        trx,
        pictures.map((one) => one.id),
      )
      await trx.run(sql`delete from mission_takings where id in (${old})`)
    }),
  )
}
