/** Hours of a programme in which nothing is pushed and no kit is open. */
export interface Quiet {
  /** 'HH:MM', in the network's time zone. The same twice: no quiet hours. */
  quietFrom: string
  quietTo: string
  quietWeekends: boolean
  quietHolidays: boolean
}

export interface Clock {
  /** 'YYYY-MM-DD' and 'HH:MM' where the network lives. */
  day: string
  time: string
}

const DAY = 86_400_000
const next = (day: string) => new Date(Date.parse(`${day}T00:00:00Z`) + DAY).toISOString().slice(0, 10)
const isWeekend = (day: string) => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())

type IsHoliday = (day: string) => boolean

const isDayOff = (day: string, quiet: Quiet, isHoliday: IsHoliday) =>
  (quiet.quietWeekends && isWeekend(day)) || (quiet.quietHolidays && isHoliday(day))

/** A night may pass midnight: 19:00 to 08:30. */
function isNight(time: string, { quietFrom, quietTo }: Quiet): boolean {
  if (quietFrom === quietTo) return false
  return quietFrom < quietTo ? time >= quietFrom && time < quietTo : time >= quietFrom || time < quietTo
}

export const isQuiet = (at: Clock, quiet: Quiet, isHoliday: IsHoliday): boolean =>
  isDayOff(at.day, quiet, isHoliday) || isNight(at.time, quiet)

/** Days within which it looks for an opening. */
export const FURTHEST = 30

/** When it opens again: null when it is open now, or never within a month. */
export function opensAgain(at: Clock, quiet: Quiet, isHoliday: IsHoliday): Clock | null {
  if (!isQuiet(at, quiet, isHoliday)) return null
  let day = at.day
  for (let tries = 0; tries < FURTHEST; tries++) {
    for (const time of ['00:00', quiet.quietTo]) {
      const later = day > at.day || time > at.time
      if (later && !isQuiet({ day, time }, quiet, isHoliday)) return { day, time }
    }
    day = next(day)
  }
  return null
}

/** The first quiet minute after an open one; null when it stays open for two days. */
export function closesAfter(at: Clock, quiet: Quiet, isHoliday: IsHoliday): Clock | null {
  let day = at.day
  for (let tries = 0; tries < 3; tries++) {
    for (const time of ['00:00', quiet.quietFrom]) {
      const later = day > at.day || time > at.time
      if (later && isQuiet({ day, time }, quiet, isHoliday)) return { day, time }
    }
    day = next(day)
  }
  return null
}
