import { isWithinReach, type Standing } from '#features/insights/rules/standing.ts'

export const STATUSES = ['reached', 'on_track', 'at_risk', 'late', 'starting', 'silent'] as const
/** Where an objective of the plan stands. starting: too early to say. silent: too few people to be told. */
export type Status = (typeof STATUSES)[number]

export interface StatusFacts {
  standing: Standing
  /** Shares, 0 to 1. */
  target: number
  /** Where it leads at the deadline, if nothing changes; null when nobody can say. */
  atDeadline: number | null
}

export function statusOf({ standing, target, atDeadline }: StatusFacts): Status {
  if (standing === 'reached' || standing === 'on_track' || standing === 'silent') return standing
  if (standing === 'upcoming' || standing === 'starting') return 'starting'
  // Over, or projected under its target.
  if (standing === 'late' && isWithinReach(target, atDeadline)) return 'at_risk'
  return 'late'
}

export const ACTION_STATES = ['todo', 'doing', 'done', 'dropped'] as const
export type ActionState = (typeof ACTION_STATES)[number]

export const isSettled = (state: ActionState): boolean => state === 'done' || state === 'dropped'

export const TIMINGS = ['settled', 'late', 'now', 'ahead'] as const
export type Timing = (typeof TIMINGS)[number]

/** late: past its last day and not done. now: its days have come. */
export function timingOf(
  action: { state: ActionState; startsOn: string; endsOn: string },
  today: string,
): Timing {
  if (isSettled(action.state)) return 'settled'
  if (action.endsOn < today) return 'late'
  return action.startsOn <= today ? 'now' : 'ahead'
}
