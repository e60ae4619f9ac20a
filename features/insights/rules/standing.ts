import { daysBetween } from './days.ts'
import type { Projection } from './projection.ts'

export const STANDINGS = ['silent', 'upcoming', 'reached', 'over', 'starting', 'on_track', 'late'] as const
export type Standing = (typeof STANDINGS)[number]

export interface ObjectiveFacts {
  /** A share, 0 to 1. */
  target: number
  reached: number
  of: number
  silent: boolean
  today: string
  startsOn: string
  deadline: string
  projection: Projection | null
}

/** People needed for the target to be met. */
export const needed = (target: number, of: number): number => Math.ceil(target * of - 1e-9)

/** Where an objective stands. `on_track` when the projection meets the target at the deadline. */
export function standingOf(facts: ObjectiveFacts): Standing {
  if (facts.silent) return 'silent'
  if (facts.today < facts.startsOn) return 'upcoming'
  if (facts.reached >= needed(facts.target, facts.of)) return 'reached'
  if (facts.today > facts.deadline) return 'over'
  if (!facts.projection) return facts.today === facts.deadline ? 'late' : 'starting'
  // Half a person short of it is not late.
  return facts.projection.atDeadline + 0.5 >= needed(facts.target, facts.of) ? 'on_track' : 'late'
}

/** A projection that ends at nine tenths of the target or better is within reach. */
const AT_RISK_FROM = 0.9

/** Late, and still within reach: said "to watch" wherever the objective is shown. Both are shares. */
export const isWithinReach = (target: number, atDeadline: number | null): boolean =>
  atDeadline !== null && atDeadline >= target * AT_RISK_FROM - 1e-9

/** How many a week it would take from now on; null once the deadline is there. */
export function neededPace(
  facts: Pick<ObjectiveFacts, 'target' | 'reached' | 'of' | 'today' | 'deadline'>,
): number | null {
  const left = daysBetween(facts.today, facts.deadline)
  const missing = needed(facts.target, facts.of) - facts.reached
  return left > 0 ? Math.max(0, (missing / left) * 7) : null
}
