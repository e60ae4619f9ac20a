import type { Actor } from '#platform/server/actor.ts'
import { type Db, sql } from '#platform/server/db.ts'
import { allow } from '#platform/server/errors.ts'
import { seatInCommunity } from '#features/communities/server/policy.ts'
import { findSettings } from '#features/network/server/queries.ts'
import { canAnimate } from '#features/spaces/server/policy.ts'
import type { Season } from '../contract.ts'
import { backtest, type Backtest, bandAt, verdictOf } from '../rules/backtest.ts'
import { addDays, mondayOf, weeksOf } from '../rules/days.ts'
import { AHEAD, levelOf, ownSeason, predict } from '../rules/forecast.ts'
import { calendarSeason, countedWeeks, nextDip, overlayOf, toldWeeks } from './queries.ts'

/** Figures about a community are for those who animate it. */
export async function seasonPage(db: Db, actor: Actor, spaceId: string): Promise<Season> {
  allow(canAnimate(await seatInCommunity(db, actor, spaceId)), 'seasons')
  const { network, threshold } = await findSettings(db)
  const space = await db.row<{ name: string; today: string }>(sql`
    select name, (now() at time zone ${network.timeZone})::date as today from spaces where id = ${spaceId}`)
  const { name = '', today = '' } = space ?? {}
  const counted = await countedWeeks(db, spaceId, today)
  const history = toldWeeks(counted, threshold)
  const monday = mondayOf(today)
  const last = addDays(monday, AHEAD * 7 + 6)
  const from = counted[0]?.week ?? addDays(monday, -56)
  const seasonOf = await calendarSeason(db, spaceId, from, last)
  const weeks = weeksOf(monday, last)
  const test = backtest(history, seasonOf)
  const level = levelOf(history, seasonOf)
  const members = counted.at(-1)?.members ?? 0
  const told = predict(history, seasonOf, weeks, members)
  const speaking = new Set(history.map((one) => one.week))
  return {
    spaceId,
    name,
    today,
    threshold,
    past: counted.map(({ week, acts }) => ({
      week,
      silent: !speaking.has(week),
      acts: speaking.has(week) ? acts : null,
      season: seasonOf(week),
    })),
    ahead: weeks.map((week, index) => ({
      week,
      season: seasonOf(week) * ownSeason(history, seasonOf, week),
      ...expectedNumbers(told?.[index], index + 1, test),
    })),
    level: level === null ? null : Math.round((level * members) / 100),
    ownYear: weeks.some((week) => ownSeason(history, seasonOf, week) !== 1),
    backtest: test && compared(test),
    dip: await nextDip(db, spaceId, today, actor.language),
    overlay: await overlayOf(db, from, last),
  }
}

function expectedNumbers(told: number | undefined, ahead: number, test: Backtest | null) {
  if (told === undefined) return { acts: null, low: null, high: null }
  const { low, high } = bandAt(told, ahead, test)
  return { acts: Math.round(told), low: Math.round(low), high: Math.round(high) }
}

const compared = ({ points, ours, naive, lastYear }: Backtest): Season['backtest'] => ({
  naive: { points, ours, theirs: naive, verdict: verdictOf(ours, naive) },
  lastYear: lastYear && { ...lastYear, verdict: verdictOf(lastYear.ours, lastYear.theirs) },
})
