import type { Db } from '#platform/server/db.ts'
import { schoolHolidays } from '#features/network/server/queries.ts'
import { addDays, isWeekend, type Day } from '../rules/days.ts'
import { shareOfPeriod, type Span } from '../rules/season.ts'

export interface Whereabouts {
  zone: string
  site: string
}

export interface Season {
  workingShare: (at: Whereabouts, away: readonly Span[], from: Day, to: Day) => number
  nextWorkingDay: (day: Day) => Day
}

const SCHOOL_SHARE = 0.75

/** The season of this network, read once for a whole list of people. */
export async function seasonOf(_db: Db): Promise<Season> {
  const shares = new Map<string, number>()
  const dayShare = (day: Day, zone: string) => {
    const key = `${zone} ${day}`
    const known = shares.get(key)
    if (known !== undefined) return known
    const share = schoolHolidays([zone], day, day).length > 0 ? SCHOOL_SHARE : 1
    shares.set(key, share)
    return share
  }
  return {
    workingShare: ({ zone }, away, from, to) => shareOfPeriod((day) => dayShare(day, zone), away, from, to),
    nextWorkingDay: (day) => {
      let next = day
      while (isWeekend(next)) next = addDays(next, 1)
      return next
    },
  }
}
