import { isWorkingTime } from '#features/network/rules/working-hours.ts'
import { findNetwork } from '#features/network/server/queries.ts'
import { quietDay } from '#features/seasons/rules/calendar.ts'
import { addDays } from '#features/seasons/rules/days.ts'
import { calendarOf } from '#features/seasons/server/queries.ts'
import { servingIn } from '#features/programme/server/policy.ts'
import { type Database, sql, type Trx } from '#platform/server/db.ts'
import type { Jobs } from '#platform/server/jobs.ts'
import { words } from '#platform/server/words.ts'
import { announcedOn, FURTHEST_DAYS } from '../rules/announcing.ts'
import { TURN_POST_MONTHS } from '../rules/periods.ts'
import { dayWords, passOn, tell } from './commands/holding.ts'
import { stir } from './commands/roster.ts'
import { isUnsent } from './queries/posts.ts'

/** How far ahead somebody's leave gives a turn to the next. */
const DAYS_AHEAD = 60

export function jobs(jobs: Jobs) {
  jobs.every('4 * * * *', 'tell-turns', (database) => tellTurns(database))
  jobs.every('54 3 * * *', 'forget-turn-posts', forgetTurnPosts)
  jobs.every('30 6 * * 1-5', 'pass-turns-on', passTurnsOn)
}

/** What was said in a turn that is long over; that it was held, and by whom, stays with the roster. */
export const forgetTurnPosts = (database: Database): Promise<void> =>
  database.transaction(async (trx) => {
    await trx.run(sql`
      delete from turn_posts x using turns t where t.id = x.turn_id and t.ends_on < now() - make_interval(months => ${TURN_POST_MONTHS})`)
  })

interface Row {
  id: string
  programmeId: string
  spaceId: string
  memberId: string
  startsOn: string
  endsOn: string
  passedBy: string[]
  unsent: number
}

/**
 * Somebody's turn is announced on the last working day before it begins, or as soon as people work again when it was
 * confirmed later than that; once it is over, that its card waits, and what was not sent. Never at night, at week-ends,
 * on public holidays nor on days when the company is closed.
 */
export async function tellTurns(database: Database, now = new Date()): Promise<void> {
  const { timeZone } = await findNetwork(database.db)
  if (!isWorkingTime(now, timeZone)) return
  await database.transaction(async (trx) => {
    const clock = await trx.row<{ today: string }>(
      sql`select (${now.toISOString()}::timestamptz at time zone ${timeZone})::date as today`,
    )
    if (!clock) return
    const { today } = clock
    const calendar = await calendarOf(trx, addDays(today, -FURTHEST_DAYS), addDays(today, FURTHEST_DAYS))
    if (quietDay(today, calendar)) return
    for (const turn of await coming(trx, today)) {
      if (today < announcedOn(turn.startsOn, calendar)) continue
      await trx.run(sql`update turns set begun_told_at = now() where id = ${turn.id}`)
      await tell(trx, null, turn, [turn.memberId], (language) =>
        words(language)(today < turn.startsOn ? 'turns.news.ahead' : 'turns.news.begins', {
          from: dayWords(language, turn.startsOn),
          day: dayWords(language, turn.endsOn),
        }),
      )
    }
    for (const turn of await over(trx, today)) {
      await trx.run(sql`update turns set closed_at = now() where id = ${turn.id}`)
      await tell(trx, null, turn, [turn.memberId], (language) =>
        turn.unsent > 0
          ? words(language)('turns.news.leftovers', { count: turn.unsent })
          : words(language)('turns.news.over'),
      )
    }
  })
}

const columns = sql`t.id, t.programme_id as "programmeId", r.space_id as "spaceId", t.member_id as "memberId",
  t.starts_on as "startsOn", t.ends_on as "endsOn", t.passed_by as "passedBy"`

const coming = (trx: Trx, today: string) =>
  trx.rows<Row>(sql`
    select ${columns}, 0 as unsent from turns t join rosters r on r.programme_id = t.programme_id
    where t.state = 'confirmed' and t.member_id is not null and t.ends_on >= ${today} and t.starts_on <= ${today}::date + ${FURTHEST_DAYS}::int
      and t.begun_told_at is null for update of t skip locked`)

const over = (trx: Trx, today: string) =>
  trx.rows<Row>(sql`
    select ${columns},
      (select count(*)::int from turn_posts x left join publications p on p.id = x.id where x.turn_id = t.id and ${isUnsent}) as unsent
    from turns t join rosters r on r.programme_id = t.programme_id
    where t.state = 'confirmed' and t.member_id is not null and t.ends_on < ${today} and t.ends_on > ${today}::date - 30
      and t.closed_at is null for update of t skip locked`)

/** Leave that was declared, a pause, or a role laid down: the turn is proposed to the next, who says yes or no. */
export async function passTurnsOn(database: Database): Promise<void> {
  const { timeZone } = await findNetwork(database.db)
  await database.transaction(async (trx) => {
    const rows = await trx.rows<Row>(sql`
      select ${columns}, 0 as unsent from turns t join rosters r on r.programme_id = t.programme_id,
        (select (now() at time zone ${timeZone})::date as today) d
      where t.member_id is not null and t.starts_on > d.today and t.starts_on <= d.today + ${DAYS_AHEAD}::int and (
        exists (select 1 from ambassador_leaves l join ambassadors a on a.id = l.ambassador_id
          where a.programme_id = t.programme_id and a.member_id = t.member_id and l.starts_on <= t.ends_on and l.ends_on >= t.starts_on)
        or exists (select 1 from ambassadors a where a.programme_id = t.programme_id and a.member_id = t.member_id
          and a.state = 'paused' and (a.paused_until is null or a.paused_until >= t.starts_on))
        or t.member_id not in (${servingIn(sql`t.programme_id`)}))
      order by t.starts_on for update of t`)
    for (const turn of rows) {
      await passOn(trx, turn, turn)
      await tell(trx, null, turn, [turn.memberId], (language) =>
        words(language)('turns.news.passed_on', { day: dayWords(language, turn.startsOn) }),
      )
      await stir(trx, null, turn)
    }
  })
}
