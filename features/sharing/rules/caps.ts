import { addDays } from '#features/seasons/rules/days.ts'

/** How many shares a person makes at most, all kits together, in a day and in seven days. */
export interface Caps {
  perDay: number
  perWeek: number
}

const WEEK = 7

/** The most that any seven days around a day hold. */
function busiestWeek(taken: readonly string[], day: string): number {
  const counts = Array.from({ length: WEEK }, (_, shift) => {
    const last = addDays(day, shift)
    const first = addDays(last, 1 - WEEK)
    return taken.filter((one) => one >= first && one <= last).length
  })
  return Math.max(...counts)
}

/** How many more fit on a day; `taken` are the days of those that were shared, and of those that wait for theirs. */
export const roomOn = (caps: Caps, taken: readonly string[], day: string): number =>
  Math.max(
    0,
    Math.min(caps.perDay - taken.filter((one) => one === day).length, caps.perWeek - busiestWeek(taken, day)),
  )

/** What one more on that day would pass; null while there is room. */
export function capPassed(caps: Caps, taken: readonly string[], day: string): 'day' | 'week' | null {
  if (roomOn(caps, taken, day) > 0) return null
  return taken.filter((one) => one === day).length >= caps.perDay ? 'day' : 'week'
}
