import { addDays, type Day, mondayOf } from './days.ts'
import { fillsWeek, type SlotState } from './states.ts'

export interface Week {
  monday: Day
  planned: number
  /** What the cadence asks, nothing in a week closed altogether. */
  wanted: number
}

interface Placed {
  day: Day | null
  state: SlotState
}
interface Period {
  firstDay: Day
  lastDay: Day
}

const WORKING = [0, 1, 2, 3, 4]

/** Each week against the cadence: what somebody works on counts, an idea does not. */
export function weeksOf(
  slots: readonly Placed[],
  { from, to, cadence, blocked = [] }: { from: Day; to: Day; cadence: number; blocked?: readonly Period[] },
): Week[] {
  const planned = new Map<Day, number>()
  for (const { day, state } of slots) {
    if (!day || !fillsWeek(state)) continue
    const monday = mondayOf(day)
    planned.set(monday, (planned.get(monday) ?? 0) + 1)
  }
  const isBlocked = (day: Day) => blocked.some(({ firstDay, lastDay }) => firstDay <= day && day <= lastDay)
  const weeks: Week[] = []
  for (let monday = mondayOf(from); monday <= to; monday = addDays(monday, 7)) {
    const closed = WORKING.every((index) => isBlocked(addDays(monday, index)))
    weeks.push({ monday, planned: planned.get(monday) ?? 0, wanted: closed ? 0 : cadence })
  }
  return weeks
}

export const isCovered = ({ planned, wanted }: Week): boolean => planned >= wanted
/** Nothing at all where something was wanted. */
export const isEmpty = ({ planned, wanted }: Week): boolean => planned === 0 && wanted > 0
