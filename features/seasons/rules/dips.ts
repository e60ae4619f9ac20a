import { addDays, daysBetween, mondayOf } from './days.ts'

/** A week under this share of an ordinary one is a dip. */
export const DIP_UNDER = 0.8
/** Whole weeks left to prepare once a dip is proposed. */
export const NOTICE_WEEKS = 3

export const DIP_SEASONS = [
  'winter',
  'spring',
  'summer',
  'back_to_school',
  'autumn',
  'christmas',
  'closure',
] as const
/** What the light formats and the return are about: texts 'seasons.proposals.<season>'. */
export type DipSeason = (typeof DIP_SEASONS)[number]

export interface ExpectedWeek {
  week: string
  /** Against an ordinary week of the community. */
  share: number
  /** Nobody works for most of it: the company's own closure. */
  closed?: boolean
}

export interface Dip {
  season: DipSeason
  /** Monday of its first week, Sunday of its last. */
  firstDay: string
  lastDay: string
  /** The deepest week, against an ordinary one. */
  share: number
  /** The Monday when people are back. */
  returnsOn: string
  /** From this day on there is something to prepare. */
  proposedOn: string
}

/** By the middle of its deepest week. */
export function seasonOfDip(week: string, closed = false): DipSeason {
  const day = addDays(week, 3).slice(5)
  if (day >= '12-18' || day <= '01-20') return 'christmas'
  if (closed) return 'closure'
  if (day <= '03-20') return 'winter'
  if (day <= '06-20') return 'spring'
  if (day <= '08-28') return 'summer'
  return day <= '09-30' ? 'back_to_school' : 'autumn'
}

/** Weeks in a row under the share, the nearest first. */
export function dipsIn(weeks: readonly ExpectedWeek[]): Dip[] {
  const dips: Dip[] = []
  let run: ExpectedWeek[] = []
  const end = () => {
    const [first, last] = [run[0], run.at(-1)]
    if (first && last) {
      const deepest = run.reduce((low, one) => (one.share < low.share ? one : low))
      dips.push({
        season: seasonOfDip(deepest.week, deepest.closed),
        firstDay: first.week,
        lastDay: addDays(last.week, 6),
        share: deepest.share,
        returnsOn: addDays(last.week, 7),
        proposedOn: addDays(first.week, -(NOTICE_WEEKS + 1) * 7),
      })
    }
    run = []
  }
  for (const one of weeks) {
    if (one.share < DIP_UNDER) run.push(one)
    else end()
  }
  end()
  return dips
}

/** The one to think of now: ahead, under way, or just over: the week of the return is still its own. */
export const nextOf = (dips: readonly Dip[], today: string): Dip | null =>
  dips.find((dip) => addDays(dip.lastDay, 7) >= today) ?? null

export const PHASES = ['far', 'prepare', 'during', 'return'] as const
/** far: nothing to do yet. prepare: three whole weeks or less. during. return: the week after. */
export type Phase = (typeof PHASES)[number]

export function phaseOf(dip: Dip, today: string): Phase {
  if (today < dip.proposedOn) return 'far'
  if (today < dip.firstDay) return 'prepare'
  return today <= dip.lastDay ? 'during' : 'return'
}

/** Whole weeks until it begins. */
export const weeksUntil = (dip: Dip, today: string): number =>
  Math.max(0, Math.round(daysBetween(mondayOf(today), dip.firstDay) / 7))
