import { addDays, yearBefore } from './days.ts'

/** Weeks without a figure (too few people to be told) are left out. */
export interface WeekCount {
  /** Its Monday. */
  week: string
  acts: number
  /** Who held a seat at its end. */
  members: number
}

/** Acts by a hundred members: a community that grows does more without being livelier. */
const rate = ({ acts, members }: WeekCount) => (acts * 100) / Math.max(1, members)

/** The level is that of the last weeks, cleared of their season. */
export const LEVEL_WEEKS = 10
/** Less says nothing. */
export const LEAST_WEEKS = 4
/** Weeks forecast after the one under way. */
export const AHEAD = 8
/** How much of what happened in the same week last year is believed at most; the rest is the calendar alone. */
export const OWN_SHARE = 0.5
/** A week of so many acts is believed by half of that: a few people make a noise, not a season. */
const NOISE = 100
/** Nobody's last year moves a week more than this, down or up. */
const OWN_BOUNDS = [0.4, 1.8] as const
/** Under this the season of a week is too near nothing to divide by. */
const LEAST_SEASON = 0.2

export type SeasonOf = (week: string) => number

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

/** What an ordinary week counts now, by a hundred members: recent weeks count more. Null when there are too few. */
export function levelOf(history: readonly WeekCount[], seasonOf: SeasonOf): number | null {
  const told = history.filter((one) => seasonOf(one.week) >= LEAST_SEASON).slice(-LEVEL_WEEKS)
  if (told.length < LEAST_WEEKS) return null
  const weights = told.map((_, index) => 0.85 ** (told.length - 1 - index))
  const sum = told.reduce(
    (total, one, index) => total + (rate(one) / seasonOf(one.week)) * (weights[index] ?? 0),
    0,
  )
  return sum / weights.reduce((total, weight) => total + weight, 0)
}

/**
 * What the community's own last year says of a week that the calendar does not: that week (and its neighbours) against
 * the level around it then. 1 without a year of history.
 */
export function ownSeason(history: readonly WeekCount[], seasonOf: SeasonOf, week: string): number {
  const byWeek = new Map(history.map((one) => [one.week, one]))
  const then = yearBefore(week)
  const cleared = (at: string) => {
    const known = byWeek.get(at)
    const season = seasonOf(at)
    return known === undefined || season < LEAST_SEASON ? null : rate(known) / season
  }
  const told = (from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, index) => cleared(addDays(then, (from + index) * 7))).filter(
      (value) => value !== null,
    )
  const centre = cleared(then)
  const near = told(-1, 1)
  const wide = told(-6, 6)
  if (centre === null || wide.length < 9) return 1
  const level = mean(wide)
  if (level <= 0) return 1
  const ratio = (0.5 * centre + 0.5 * mean(near)) / level
  const acts = byWeek.get(then)?.acts ?? 0
  const believed = (OWN_SHARE * acts) / (acts + NOISE)
  return Math.min(OWN_BOUNDS[1], Math.max(OWN_BOUNDS[0], ratio)) ** believed
}

/** Acts expected in each of these weeks of so many members, from what is known before them; null when that is too little. */
export function predict(
  history: readonly WeekCount[],
  seasonOf: SeasonOf,
  weeks: readonly string[],
  members: number,
): number[] | null {
  const level = levelOf(history, seasonOf)
  if (level === null) return null
  return weeks.map((week) => ((level * members) / 100) * seasonOf(week) * ownSeason(history, seasonOf, week))
}
