import { addDays, daysBetween, daysOf, isWorkday } from './days.ts'

/** Less than a week says nothing about the next one. */
export const LEAST_DAYS = 7
/** The recent past that the projection prolongs. */
export const LOOK_BACK = 28
/** Each week to come keeps this much of the pace: those who come easily came first. */
export const WEEKLY_DAMPING = 0.9

export interface Progress {
  /** One number a day, cumulated, from the first day to today. */
  reached: readonly number[]
  startsOn: string
  /** People the objective is about. */
  of: number
  deadline: string
}

export interface Projection {
  /** From today, where the line starts, to the deadline; people, not rounded. */
  points: { day: string; reached: number }[]
  atDeadline: number
  /** People a week, over the days looked at. */
  recentPace: number
}

/**
 * If nothing changes: on each working day the same share of those who are still missing comes. That share is measured
 * over the last four weeks (all who came, over all who were missing at the start of each working day), and each week to
 * come keeps nine tenths of it. It never passes the number of people there are. Null when it is too early, or over.
 */
export function project({ reached, startsOn, of, deadline }: Progress): Projection | null {
  const today = addDays(startsOn, reached.length - 1)
  const now = reached.at(-1) ?? 0
  if (reached.length <= LEAST_DAYS || today >= deadline || of <= 0) return null
  const looked = Math.min(LOOK_BACK, reached.length - 1)
  const before = reached.length - 1 - looked
  const came = now - (reached[before] ?? 0)
  const missing = daysOf(addDays(startsOn, before + 1), today).reduce(
    (sum, day, index) => sum + (isWorkday(day) ? Math.max(0, of - (reached[before + index] ?? 0)) : 0),
    0,
  )
  const share = missing > 0 ? Math.min(1, came / missing) : 0
  const points = [{ day: today, reached: now }]
  let count = now
  for (const day of daysOf(addDays(today, 1), deadline)) {
    const week = Math.floor((daysBetween(today, day) - 1) / 7)
    if (isWorkday(day)) count += Math.max(0, of - count) * share * WEEKLY_DAMPING ** week
    points.push({ day, reached: count })
  }
  return { points, atDeadline: count, recentPace: (came / looked) * 7 }
}
