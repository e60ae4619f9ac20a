import type { CurveTick } from '#ui/curve.tsx'
import type { Curve } from '../contract.ts'
import { daysOf } from '../rules/days.ts'
import { instant } from './day-words.ts'

const DAY = 86_400_000

export interface HolidayBand {
  name: string
  zones: string[]
  from: number
  to: number
}

/** Holidays of the same name that overlap are one band; it stays inside the drawing. */
export function holidayBands(holidays: Curve['holidays'], startsOn: string, deadline: string): HolidayBand[] {
  const [first, last] = [instant(startsOn), instant(deadline)]
  const bands: HolidayBand[] = []
  for (const one of holidays) {
    const from = Math.max(first, instant(one.firstDay) - DAY / 2)
    const to = Math.min(last, instant(one.lastDay) + DAY / 2)
    const same = bands.find((band) => band.name === one.name && band.to >= from)
    if (!same) bands.push({ name: one.name, zones: [one.zone], from, to })
    else Object.assign(same, { zones: [...same.zones, one.zone], to: Math.max(same.to, to) })
  }
  return bands
}

/** Both ends, and a few first days of months between them, away from the ends. */
export function dateTicks(startsOn: string, deadline: string, label: (day: string) => string): CurveTick[] {
  const [first, last] = [instant(startsOn), instant(deadline)]
  const margin = (last - first) * 0.16
  const months = daysOf(startsOn, deadline).filter((day) => day.endsWith('-01'))
  const step = Math.ceil(months.length / 3)
  const between = months.filter(
    (day, index) => index % step === 0 && instant(day) - first > margin && last - instant(day) > margin,
  )
  return [startsOn, ...between, deadline].map((day) => ({ at: instant(day), label: label(day) }))
}

/** The top of the drawing: a quarter, a half, three quarters or all, with room above the highest value. */
export const topShare = (...shares: readonly number[]): number =>
  [0.25, 0.5, 0.75, 1].find((top) => top >= Math.max(...shares) * 1.1) ?? 1

/** Round shares on the side, except where the target already says its own. */
export const shareTicks = (target: number, top: number, label: (share: number) => string): CurveTick[] =>
  (top > 0.5 ? [0, 25, 50, 75, 100] : [0, 10, 20, 30, 40, 50])
    .map((hundredths) => hundredths / 100)
    .filter((share) => share <= top && Math.abs(share - target) > top * 0.09)
    .map((at) => ({ at, label: label(at) }))

/** One row a week, and the last one. */
export const weekly = <T>(points: readonly T[]): T[] =>
  points.filter((_, index) => index === points.length - 1 || (points.length - 1 - index) % 7 === 0)
