import { type Calendar, quietDay } from '#features/seasons/rules/calendar.ts'
import { addDays, daysOf } from '#features/seasons/rules/days.ts'

/** A closure longer than this is not looked through. */
export const FURTHEST_DAYS = 31

/** The day on which a turn is announced: the last one before it begins when people work. */
export function announcedOn(startsOn: string, calendar: Calendar): string {
  const eve = addDays(startsOn, -1)
  const before = daysOf(addDays(startsOn, -FURTHEST_DAYS), eve).reverse()
  return before.find((day) => !quietDay(day, calendar)) ?? eve
}
