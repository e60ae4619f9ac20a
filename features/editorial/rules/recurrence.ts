import { addDays, addMonths, type Day, daysBetween, firstOfMonth, mondayOf, weekdayOf } from './days.ts'

export interface Rhythm {
  every: 'week' | 'fortnight' | 'month'
  /** 1 is Monday. */
  weekday: number
  /** Of the month: 1 to 4, 5 is the last; null for weeks. */
  nth: number | null
  startsOn: Day
  endsOn: Day | null
}

/** The days a rhythm gives from one day to another, both included. */
export function occurrences(rhythm: Rhythm, from: Day, to: Day): Day[] {
  const first = from > rhythm.startsOn ? from : rhythm.startsOn
  const last = rhythm.endsOn && rhythm.endsOn < to ? rhythm.endsOn : to
  if (first > last) return []
  return rhythm.every === 'month' ? monthly(rhythm, first, last) : weekly(rhythm, first, last)
}

function weekly({ every, weekday, startsOn }: Rhythm, first: Day, last: Day): Day[] {
  const step = every === 'week' ? 7 : 14
  const anchor = addDays(mondayOf(startsOn), weekday - 1)
  // A fortnight counts from the first occurrence, which may be in the week after the start.
  const start = anchor < startsOn ? addDays(anchor, 7) : anchor
  const ahead = Math.max(0, Math.ceil(daysBetween(start, first) / step))
  const days: Day[] = []
  for (let day = addDays(start, ahead * step); day <= last; day = addDays(day, step)) days.push(day)
  return days
}

function monthly({ weekday, nth }: Rhythm, first: Day, last: Day): Day[] {
  const days: Day[] = []
  for (let month = firstOfMonth(first); month <= last; month = addMonths(month, 1)) {
    const day = nthWeekday(month, weekday, nth ?? 1)
    if (day >= first && day <= last) days.push(day)
  }
  return days
}

/** `nth` 5: the last one, the fourth or the fifth. */
export function nthWeekday(month: Day, weekday: number, nth: number): Day {
  const first = addDays(month, (weekday - weekdayOf(month) + 7) % 7)
  const day = addDays(first, (nth - 1) * 7)
  return day.slice(0, 7) === month.slice(0, 7) ? day : addDays(day, -7)
}
