import { addDays, daysBetween, type Day } from './days.ts'

/** Where somebody stands in what was agreed with them: never against anybody else. */
export const FOLLOW_STATES = ['thriving', 'on_track', 'fading', 'silent'] as const
export type FollowState = (typeof FOLLOW_STATES)[number]

/** Why, as a sentence will say it; null state: nothing is worked out now. */
export const REASONS = [
  'objected',
  'not_active',
  'paused',
  'newcomer',
  'away',
  'nothing_asked',
  'thriving',
  'as_agreed',
  'as_usual',
  'below_usual',
  'below_agreed',
  'below_both',
  'lighter_kinds',
  'nothing',
] as const
export type ReasonCode = (typeof REASONS)[number]

export interface Done {
  day: Day
  weight: number
}

export interface RhythmFacts {
  today: Day
  lifeState: string
  activeSince: Day | null
  /** What was done before that day is no longer kept; null: everything is. */
  keptFrom: Day | null
  /** Their own lighter figure, or that of the programme. */
  agreedPerMonth: number
  /** What counts, in any order. */
  done: readonly Done[]
  /** The share, 0 to 1, of a period (both days included) in which one could be expected to take part. */
  workingShare: (from: Day, to: Day) => number
  objected: boolean
}

export interface Standing {
  state: FollowState | null
  code: ReasonCode
  /** Contributions of the window, what they usually do in such a time, what was agreed for it; all for this season. */
  done: number
  usual: number | null
  agreed: number
  since: Day
}

export const NEWCOMER_DAYS = 42
const DAYS_PER_MONTH = 365.25 / 12
/** What somebody did in this many windows before the present one is their own rhythm… */
const PAST_WINDOWS = 6
/** …once they have had as much as two whole windows to show it. */
const LEAST_PAST = 2
/** With less than half of a window to take part in, nothing can be said about it. */
export const LEAST_SHARE = 0.5
/** Kept, near enough: three quarters. Half: too little to be called kept, whatever one's habit. */
const NEAR = 0.75
const HALF = 0.5
const MORE = 1.5

/** Four weeks; eight for those who agreed to less than two a month: one evening missed is not a sign. */
export const windowDays = (agreedPerMonth: number): number => (agreedPerMonth >= 2 ? 28 : 56)

interface Window {
  from: Day
  /** The first of its days about which something can be said. */
  start: Day
  to: Day
  weighted: number
  count: number
  share: number
}

function windowBack(facts: RhythmFacts, days: number, back: number): Window {
  const to = addDays(facts.today, -days * back)
  const from = addDays(to, 1 - days)
  const own = facts.done.filter((one) => one.day >= from && one.day <= to)
  // Before they took up the role nothing was expected, and before what is kept nothing is known.
  const start = [from, facts.activeSince, facts.keptFrom].reduce<Day>(
    (latest, day) => (day && day > latest ? day : latest),
    from,
  )
  const share = start > to ? 0 : facts.workingShare(start, to) * ((daysBetween(start, to) + 1) / days)
  return { from, start, to, weighted: own.reduce((sum, one) => sum + one.weight, 0), count: own.length, share }
}

/** Contributions in a whole window of theirs: weighted, and simply counted. */
function habitOf(past: readonly Window[]): { weighted: number; count: number } | null {
  const shares = past.reduce((sum, one) => sum + one.share, 0)
  if (shares < LEAST_PAST) return null
  return {
    weighted: past.reduce((sum, one) => sum + one.weighted, 0) / shares,
    count: past.reduce((sum, one) => sum + one.count, 0) / shares,
  }
}

const UNFOLLOWED: Record<string, ReasonCode> = { paused: 'paused' }

/**
 * Against what was agreed, against their own rhythm, and with the season: what was agreed and what is usual are both
 * brought down to the share of the window in which one could take part. Counted, never timed: presence is not followed.
 */
export function standingOf(facts: RhythmFacts): Standing {
  const days = windowDays(facts.agreedPerMonth)
  const now = windowBack(facts, days, 0)
  const past = Array.from({ length: PAST_WINDOWS }, (_, index) => windowBack(facts, days, index + 1))
  const habit = habitOf(past)
  const agreed = (facts.agreedPerMonth * days * now.share) / DAYS_PER_MONTH
  const usual = habit && habit.weighted * now.share
  const says = (state: FollowState | null, code: ReasonCode): Standing => ({
    state,
    code,
    done: now.count,
    usual: habit && Math.round(habit.count * now.share),
    agreed: Math.round(agreed),
    since: now.from,
  })
  if (facts.objected) return says(null, 'objected')
  if (facts.lifeState !== 'active') return says(null, UNFOLLOWED[facts.lifeState] ?? 'not_active')
  if (thrives(now, agreed, usual)) return says('thriving', 'thriving')
  if (!facts.activeSince || daysBetween(facts.activeSince, facts.today) < NEWCOMER_DAYS)
    return says('on_track', 'newcomer')
  if (now.share < LEAST_SHARE) return says('on_track', 'away')
  if (facts.agreedPerMonth === 0) return says('on_track', 'nothing_asked')
  return judged(now, past, { agreed, usual, usualCount: habit && habit.count * now.share }, says)
}

const thrives = (now: Window, agreed: number, usual: number | null) =>
  now.weighted >= 1 && now.weighted >= agreed * MORE && (usual === null || now.weighted >= usual)

function judged(
  now: Window,
  past: readonly Window[],
  marks: { agreed: number; usual: number | null; usualCount: number | null },
  says: (state: FollowState, code: ReasonCode) => Standing,
): Standing {
  const { agreed, usual, usualCount } = marks
  const before = past[0]
  if (now.count === 0 && before?.count === 0 && before.share >= LEAST_SHARE)
    return { ...says('silent', 'nothing'), since: before.start }
  const dropped = usual !== null && now.weighted < usual * HALF
  if (now.weighted >= agreed * NEAR && !dropped) return says('on_track', 'as_agreed')
  const steady = usual !== null && now.weighted >= usual * NEAR
  if (steady && now.weighted >= agreed * HALF) return says('on_track', 'as_usual')
  // As many as ever, and lighter ones: the sentence would be puzzling without saying so.
  if (dropped && usualCount !== null && now.count >= usualCount) return says('fading', 'lighter_kinds')
  if (now.weighted >= agreed * NEAR) return says('fading', 'below_usual')
  return says('fading', dropped ? 'below_both' : 'below_agreed')
}
