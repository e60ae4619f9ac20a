import { addDays, daysBetween, mondayOf, weeksOf } from '#features/seasons/rules/days.ts'
import type { Plan, PlanAction } from '../contract.ts'

/** Of a day, and of a row, in pixels: a row is a target of 44. */
export const DAY_WIDTH = 10
export const ROW_HEIGHT = 44

export interface Timeline {
  from: string
  to: string
  width: number
  weeks: string[]
  /** The left edge of a day. */
  left: (day: string) => number
}

/** From the Monday before everything to weeks after it: the last titles have room. */
export function timelineOf({ actions, today }: Plan): Timeline {
  const first = [today, ...actions.map((one) => one.startsOn)].sort()[0] ?? today
  const last = [today, ...actions.map((one) => one.endsOn)].sort().at(-1) ?? today
  const from = mondayOf(first)
  const to = addDays(mondayOf(last), 41)
  return {
    from,
    to,
    width: (daysBetween(from, to) + 1) * DAY_WIDTH,
    weeks: weeksOf(from, to),
    left: (day) => daysBetween(from, day) * DAY_WIDTH,
  }
}

export interface Span {
  key: string
  left: number
  width: number
}

/** A period inside the drawing; null when it is not in it. */
export function spanOf(timeline: Timeline, key: string, firstDay: string, lastDay: string): Span | null {
  const from = firstDay > timeline.from ? firstDay : timeline.from
  const to = lastDay < timeline.to ? lastDay : timeline.to
  if (from > to) return null
  return { key, left: timeline.left(from), width: (daysBetween(from, to) + 1) * DAY_WIDTH }
}

export interface Wait {
  key: string
  path: string
  /** It begins before what it waits for has ended. */
  broken: boolean
}

/** From the end of each action to the beginning of what waits for it. */
export function waitsOf(timeline: Timeline, actions: readonly PlanAction[]): Wait[] {
  const rows = new Map(actions.map((one, index) => [one.id, { one, index }]))
  return actions.flatMap((action, index) =>
    action.needs.flatMap((need) => {
      const before = rows.get(need)
      if (!before) return []
      const [x1, y1] = [timeline.left(before.one.endsOn) + DAY_WIDTH, (before.index + 0.5) * ROW_HEIGHT]
      const [x2, y2] = [timeline.left(action.startsOn), (index + 0.5) * ROW_HEIGHT]
      const turn = Math.max(x1 + 4, Math.min(x1 + 8, x2 - 4))
      return [
        {
          key: `${need} ${action.id}`,
          path: `M${x1} ${y1}H${turn}V${y2}H${x2}`,
          broken: action.startsOn <= before.one.endsOn,
        },
      ]
    }),
  )
}
