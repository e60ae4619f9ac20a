import { addDays, daysBetween, isWeekend, type Day } from './days.ts'

/** Both days included. */
export interface Span {
  from: Day
  to: Day
}

const within = (spans: readonly Span[], day: Day) => spans.some((span) => span.from <= day && day <= span.to)

/**
 * Of the ordinary working days of a period, both days included, the share in which somebody could take part: what the
 * season leaves of each day (features/seasons: public holidays, school holidays of their zone, the company's own days),
 * and nothing while they are on leave or paused.
 */
export function shareOfPeriod(
  dayShare: (day: Day) => number,
  away: readonly Span[],
  from: Day,
  to: Day,
): number {
  const days = Array.from({ length: Math.max(0, daysBetween(from, to) + 1) }, (_, index) =>
    addDays(from, index),
  )
  const week = days.filter((day) => !isWeekend(day))
  if (week.length === 0) return 0
  return week.reduce((sum, day) => sum + (within(away, day) ? 0 : dayShare(day)), 0) / week.length
}

/** Pauses out of a life line: from each step into 'paused' to the step out of it, or to `until` when it goes on. */
export function pausesOf(steps: readonly { to: string; day: Day }[], until: Day): Span[] {
  const spans: Span[] = []
  let since: Day | null = null
  for (const { to, day } of steps) {
    if (to === 'paused') since ??= day
    else if (since) {
      spans.push({ from: since, to: day })
      since = null
    }
  }
  return since ? [...spans, { from: since, to: until }] : spans
}
