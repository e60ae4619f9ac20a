import { type Calendar, nextWorkingDay, quietDay, workingDays } from '#features/seasons/rules/calendar.ts'
import { addDays, daysBetween } from '#features/seasons/rules/days.ts'
import { followersOf, type Waiting } from './dependencies.ts'

export interface Dated extends Waiting {
  startsOn: string
  endsOn: string
  /** Done or given up: it stays where it is. */
  settled: boolean
}

export interface Move {
  id: string
  startsOn: string
  endsOn: string
}

/** The last day of an action of so many working days that begins on one. */
export function endAfter(startsOn: string, days: number, calendar: Calendar): string {
  let end = startsOn
  for (let left = days - 1; left > 0; left--) end = nextWorkingDay(addDays(end, 1), calendar)
  return end
}

/** The working day at or before one; a day in a closure longer than a year stays. */
function workingDayBefore(day: string, calendar: Calendar): string {
  for (let back = 0; back <= 370; back++)
    if (!quietDay(addDays(day, -back), calendar)) return addDays(day, -back)
  return day
}

/** An action moved by days: it begins on a working day and keeps its length in working days. */
export function moved(action: Dated, days: number, calendar: Calendar): Move {
  const wanted = addDays(action.startsOn, days)
  // Pulled back over a week-end or a closure it lands before it: forward it would stand still.
  const startsOn =
    days < 0 && quietDay(wanted, calendar)
      ? workingDayBefore(wanted, calendar)
      : nextWorkingDay(wanted, calendar)
  const length = Math.max(1, workingDays(action.startsOn, action.endsOn, calendar))
  return { id: action.id, startsOn, endsOn: endAfter(startsOn, length, calendar) }
}

/**
 * What a move asks of those that wait for it: later when it ends after they begin (each by what is needed and no more),
 * earlier with it when it moves back, as far as everything else they wait for allows. Those settled stay.
 */
export function followingMoves(actions: readonly Dated[], move: Move, calendar: Calendar): Move[] {
  const dates = new Map(actions.map((one) => [one.id, { startsOn: one.startsOn, endsOn: one.endsOn }]))
  const before = dates.get(move.id)
  if (!before) return []
  const pulled = daysBetween(before.endsOn, move.endsOn) < 0
  dates.set(move.id, move)
  const moves: Move[] = []
  for (const id of followersOf(actions, move.id)) {
    const action = actions.find((one) => one.id === id)
    if (!action || action.settled) continue
    const ends = action.needs.flatMap((need) => dates.get(need)?.endsOn ?? [])
    const earliest = nextWorkingDay(addDays(ends.sort().at(-1) ?? action.startsOn, 1), calendar)
    const slack = daysBetween(before.endsOn, move.endsOn)
    const wanted = pulled
      ? latest(earliest, moved(action, slack, calendar).startsOn)
      : latest(earliest, action.startsOn)
    if (wanted === action.startsOn) continue
    const next = moved(action, daysBetween(action.startsOn, wanted), calendar)
    dates.set(id, next)
    moves.push(next)
  }
  return moves
}

const latest = (one: string, other: string) => (one > other ? one : other)
