import type { Random } from './random.ts'
import { addDays, dayInParis, parisInstant, type Day } from './season.ts'
import type { DemoPerson } from './workforce.ts'

const MINUTE = 60_000

/** When somebody of that team is likely to write, in minutes after midnight. */
const writingHours: Record<DemoPerson['team'], readonly (readonly [from: number, to: number])[]> = {
  A: [
    [330, 400],
    [555, 585],
    [765, 830],
  ],
  B: [
    [745, 800],
    [1020, 1055],
    [1225, 1260],
  ],
  nuit: [
    [1240, 1300],
    [1405, 1439],
  ],
  journée: [
    [460, 560],
    [700, 800],
    [840, 1090],
  ],
}

export function writingTime(day: Day, team: DemoPerson['team'], draw: Random): Date {
  const [from, to] = draw.pick(writingHours[team])
  return parisInstant(day, draw.int(from, to) + draw.next())
}

/** The moment of an answer: soon, by day unless one works at night, and never after now. */
export function answeredAt(asked: Date, person: DemoPerson, now: Date, draw: Random): Date {
  const delay = (3 - Math.log(1 - draw.next()) * 55) * MINUTE
  const wished = awake(new Date(asked.getTime() + delay), person.team, draw)
  if (wished < now) return wished
  const left = Math.max(0, now.getTime() - asked.getTime())
  return new Date(asked.getTime() + left * (0.05 + draw.next() * 0.25))
}

function awake(at: Date, team: DemoPerson['team'], draw: Random): Date {
  if (team === 'nuit') return at
  const day = dayInParis(at)
  const minute = (at.getTime() - parisInstant(day, 0).getTime()) / MINUTE
  if (minute < 345) return parisInstant(day, 345 + draw.next() * 150)
  if (minute > 1310) return parisInstant(addDays(day, 1), 345 + draw.next() * 150)
  return at
}
