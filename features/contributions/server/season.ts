import type { Db } from '#platform/server/db.ts'
import {
  type Calendar,
  dayShare,
  nextWorkingDay,
  type Whereabouts,
} from '#features/seasons/rules/calendar.ts'
import { calendarOf } from '#features/seasons/server/queries.ts'
import { addDays, type Day } from '../rules/days.ts'
import { shareOfPeriod, type Span } from '../rules/season.ts'

export interface Season {
  workingShare: (at: Whereabouts, away: readonly Span[], from: Day, to: Day) => number
  nextWorkingDay: (day: Day) => Day
}

/** Seven windows of eight weeks back; as far ahead as a closure may last. */
const BACK = 400
const AHEAD = 60

/** The season of this network around a day, read once for a whole list of people. */
export async function seasonOf(db: Db, today: Day): Promise<Season> {
  const calendar = await calendarOf(db, addDays(today, -BACK), addDays(today, AHEAD))
  return {
    workingShare: sharesIn(calendar),
    nextWorkingDay: (day) => nextWorkingDay(day, calendar),
  }
}

/** Eighty people ask for the same few periods: where their days are the same, those are worked out once. */
function sharesIn(calendar: Calendar): Season['workingShare'] {
  const apart = new Set([...calendar.regions, ...calendar.blocked].map(({ site }) => site))
  const days = new Map<string, number>()
  const periods = new Map<string, number>()
  return ({ zone, site }, away, from, to) => {
    // A site that the calendar says nothing about has the days of everywhere.
    const at = { zone, site: apart.has(site) ? site : '' }
    const place = `${at.zone} ${at.site}`
    const shareOn = (day: Day) => memo(days, `${day} ${place}`, () => dayShare(day, calendar, at))
    const absent = away.filter((span) => span.from <= to && span.to >= from)
    const share = () => shareOfPeriod(shareOn, absent, from, to)
    return absent.length > 0 ? share() : memo(periods, `${from} ${to} ${place}`, share)
  }
}

function memo(known: Map<string, number>, key: string, work: () => number): number {
  const found = known.get(key) ?? work()
  known.set(key, found)
  return found
}
