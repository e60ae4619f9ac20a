import { type Calendar, workingDays } from '#features/seasons/rules/calendar.ts'
import { addDays, mondayOf } from '#features/seasons/rules/days.ts'

/** The next weeks that a plan should say something about. */
export const COVERED_WEEKS = 4

/** Of the next four weeks with working days, how many have an action (not given up) in them. */
export function coverageOf(
  actions: readonly { startsOn: string; endsOn: string; state: string }[],
  today: string,
  calendar: Calendar,
): { covered: number; of: number } {
  const weeks = Array.from({ length: COVERED_WEEKS }, (_, index) =>
    addDays(mondayOf(today), index * 7),
  ).filter((week) => workingDays(week, addDays(week, 6), calendar) > 0)
  const covered = weeks.filter((week) =>
    actions.some((one) => one.state !== 'dropped' && one.startsOn <= addDays(week, 6) && one.endsOn >= week),
  )
  return { covered: covered.length, of: weeks.length }
}
