import { type Database, type Db, sql } from '#platform/server/db.ts'
import { monthBefore } from '../rules/mornings.ts'
import { factsOfMonth, todayOf } from './report.ts'

/** No network may speak of fewer people: nothing is kept of them. */
const FEWEST = 5

/**
 * Keeps the figures of the month that has just ended, once a community: an hour of absence or a week later, whoever is
 * missing is made good. A second time changes nothing.
 */
export async function keepMonths(database: Database, now?: { today: string }): Promise<void> {
  const { today } = now ?? (await todayOf(database.db))
  const period = monthBefore(today)
  for (const { id } of await missing(database.db, period.from)) {
    const facts = await factsOfMonth(database.db, id, period)
    await database.transaction(async (trx) => {
      const {
        invited,
        arrived,
        joined,
        seats,
        active,
        posts,
        comments,
        questions,
        answered,
        practices,
        adopted,
      } = facts
      await trx.run(sql`
        insert into report_months (space_id, month, invited, arrived, joined, seats, active, posts, comments, questions, answered, practices, adopted)
        select s.id, ${period.from}, ${invited}::int, ${arrived}::int, ${joined}::int, ${seats}::int, ${active}::int, ${posts}::int, ${comments}::int,
          ${questions}::int, ${answered}::int, ${practices}::int, ${adopted}::int
        from spaces s where s.id = ${id} and ${seats}::int >= ${FEWEST} on conflict (space_id, month) do nothing`)
    })
  }
}

/** Communities with a life to tell, which were there when that month began to be told, and are not kept yet. */
const missing = (db: Db, month: string): Promise<{ id: string }[]> =>
  db.rows<{ id: string }>(sql`
    select c.space_id as id from communities c join spaces s on s.id = c.space_id
    where s.archived_at is null and c.stage in ('pilot', 'launched', 'sustained')
      and not exists (select 1 from report_months r where r.space_id = c.space_id and r.month = ${month}) order by c.space_id`)
