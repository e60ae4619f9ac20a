import { AHEAD, LEAST_WEEKS, predict, type SeasonOf, type WeekCount } from './forecast.ts'
import { addDays, yearBefore } from './days.ts'

/** Origins replayed: half a year of Mondays. */
export const ORIGINS = 26
/** Fewer replayed weeks say nothing about the errors to come. */
export const LEAST_POINTS = 12

export interface Errors {
  /** Mean absolute error, in acts. */
  mae: number
  /** Sum of absolute errors over sum of what happened: a percentage that quiet weeks do not blow up. */
  wape: number
  /** Mean of absolute percentages, over weeks when something happened. */
  mape: number
}

export interface Backtest {
  /** Forecasts compared with what happened. */
  points: number
  ours: Errors
  /** "As last week." */
  naive: Errors
  /** "As the same week last year", over the points where there is one. */
  lastYear: { points: number; ours: Errors; theirs: Errors } | null
  /**
   * Relative errors by number of weeks ahead, 1 to AHEAD + 1, sorted, had the number of members been known: the band is
   * made of them, since a forecast supposes that members stay as they are. The errors above know nothing of the sort.
   */
  residuals: number[][]
}

interface Point {
  ahead: number
  actual: number
  ours: number
  /** Had one known how many members there would be. */
  oursWithMembers: number
  naive: number
  lastYear: number | null
}

export function errorsOf(pairs: readonly (readonly [actual: number, told: number])[]): Errors {
  const misses = pairs.map(([actual, told]) => Math.abs(actual - told))
  const sum = misses.reduce((total, miss) => total + miss, 0)
  const actual = pairs.reduce((total, [value]) => total + value, 0)
  const shares = pairs.flatMap(([value], index) => (value > 0 ? [(misses[index] ?? 0) / value] : []))
  return {
    mae: pairs.length ? sum / pairs.length : 0,
    wape: actual > 0 ? sum / actual : 0,
    mape: shares.length ? shares.reduce((total, share) => total + share, 0) / shares.length : 0,
  }
}

/** From each of the last weeks, what would have been forecast knowing only what came before it. */
export function replay(history: readonly WeekCount[], seasonOf: SeasonOf): Point[] {
  const byWeek = new Map(history.map((one) => [one.week, one]))
  const first = Math.max(LEAST_WEEKS, history.length - ORIGINS)
  const points: Point[] = []
  for (let origin = first; origin < history.length; origin++) {
    const known = history.slice(0, origin)
    const next = history[origin]?.week ?? ''
    const weeks = Array.from({ length: AHEAD + 1 }, (_, index) => addDays(next, index * 7))
    const last = known.at(-1)
    const told = last && predict(known, seasonOf, weeks, last.members)
    if (!told) continue
    for (const [index, week] of weeks.entries()) {
      const actual = byWeek.get(week)
      if (actual === undefined) continue
      const then = yearBefore(week)
      // What happened a year ago is known only if it is before the origin.
      const yearAgo = then < next ? (byWeek.get(then)?.acts ?? null) : null
      const ours = told[index] ?? 0
      points.push({
        ahead: index + 1,
        actual: actual.acts,
        ours,
        oursWithMembers: (ours * actual.members) / Math.max(1, last.members),
        naive: last.acts,
        lastYear: yearAgo,
      })
    }
  }
  return points
}

/** Null when too little happened to judge. */
export function backtest(history: readonly WeekCount[], seasonOf: SeasonOf): Backtest | null {
  const points = replay(history, seasonOf)
  if (points.length < LEAST_POINTS) return null
  const seen = points.filter((point) => point.lastYear !== null)
  const residuals = Array.from({ length: AHEAD + 1 }, (_, index) =>
    points
      .filter((point) => point.ahead === index + 1 && point.oursWithMembers > 0)
      .map((point) => point.actual / point.oursWithMembers - 1)
      .sort((a, b) => a - b),
  )
  return {
    points: points.length,
    ours: errorsOf(points.map((point) => [point.actual, point.ours])),
    naive: errorsOf(points.map((point) => [point.actual, point.naive])),
    lastYear:
      seen.length < LEAST_POINTS
        ? null
        : {
            points: seen.length,
            ours: errorsOf(seen.map((point) => [point.actual, point.ours])),
            theirs: errorsOf(seen.map((point) => [point.actual, point.lastYear ?? 0])),
          },
    residuals,
  }
}

export const VERDICTS = ['better', 'even', 'worse'] as const
export type Verdict = (typeof VERDICTS)[number]

/** A difference under one twentieth is no difference. */
export function verdictOf(ours: Errors, theirs: Errors): Verdict {
  if (ours.wape < theirs.wape * 0.95) return 'better'
  return ours.wape > theirs.wape * 1.05 ? 'worse' : 'even'
}

/** Eight weeks in ten fell between these shares of the forecast. */
const INSIDE = 0.8
/** Until there are errors of its own to look at. */
const UNKNOWN_BAND = 0.35

const quantile = (sorted: readonly number[], at: number): number =>
  sorted[Math.min(sorted.length - 1, Math.max(0, Math.round(at * (sorted.length - 1))))] ?? 0

/** Lowest and highest of a forecast so many weeks ahead (1 is the week under way). A band never narrows with time. */
export function bandAt(told: number, ahead: number, test: Backtest | null): { low: number; high: number } {
  let [low, high] = [-0.1, 0.1]
  for (let step = 1; step <= ahead; step++) {
    const sorted = test?.residuals[step - 1] ?? []
    const own = sorted.length >= LEAST_POINTS / 2
    low = Math.min(low, own ? quantile(sorted, (1 - INSIDE) / 2) : -UNKNOWN_BAND)
    high = Math.max(high, own ? quantile(sorted, (1 + INSIDE) / 2) : UNKNOWN_BAND)
  }
  return { low: Math.max(0, told * (1 + low)), high: told * (1 + high) }
}
