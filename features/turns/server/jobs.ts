import { findNetwork } from '#features/network/server/queries.ts'
import { servingIn } from '#features/programme/server/policy.ts'
import { type Database, sql, type Trx } from '#platform/server/db.ts'
import type { Jobs } from '#platform/server/jobs.ts'
import { words } from '#platform/server/words.ts'
import { dayWords, passOn, tell } from './commands/holding.ts'
import { stir } from './commands/roster.ts'
import { isUnsent } from './queries/posts.ts'

/** How far ahead somebody's leave gives a turn to the next. */
const DAYS_AHEAD = 60
const MORNING = 8
const EVENING = 19

export function jobs(jobs: Jobs) {
  jobs.every('4 * * * *', 'tell-turns', tellTurns)
  jobs.every('30 6 * * 1-5', 'pass-turns-on', passTurnsOn)
}

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

/** Once a turn begins, its holder is told so; once it is over, that its card waits, and what was not sent. By day only. */
export async function tellTurns(database: Database): Promise<void> {
  const { timeZone } = await findNetwork(database.db)
  await database.transaction(async (trx) => {
    const clock = await trx.row<{ today: string; hour: number }>(sql`
      select (now() at time zone ${timeZone})::date as today, extract(hour from now() at time zone ${timeZone})::int as hour`)
    if (!clock || clock.hour < MORNING || clock.hour >= EVENING) return
    for (const turn of await begun(trx, clock.today)) {
      await trx.run(sql`update turns set begun_told_at = now() where id = ${turn.id}`)
      await tell(trx, null, turn, [turn.memberId], (language) =>
        words(language)('turns.news.begins', { day: dayWords(language, turn.endsOn) }),
      )
    }
    for (const turn of await over(trx, clock.today)) {
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

const begun = (trx: Trx, today: string) =>
  trx.rows<Row>(sql`
    select ${columns}, 0 as unsent from turns t join rosters r on r.programme_id = t.programme_id
    where t.state = 'confirmed' and t.member_id is not null and ${today} between t.starts_on and t.ends_on
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
