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
  const shareOn = remembered(calendar)
  return {
    workingShare: (at, away, from, to) => shareOfPeriod((day) => shareOn(day, at), away, from, to),
    nextWorkingDay: (day) => nextWorkingDay(day, calendar),
  }
}

/** Eighty people of six sites ask for the same days. */
function remembered(calendar: Calendar): (day: Day, at: Whereabouts) => number {
  const known = new Map<string, number>()
  return (day, at) => {
    const key = `${day} ${at.zone} ${at.site}`
    const share = known.get(key) ?? dayShare(day, calendar, at)
    known.set(key, share)
    return share
  }
}
