import { addDays, type Day } from './days.ts'

/** People are written to between these hours of a working day, where the network is. */
export const OPENS = 8
export const CLOSES = 18
/** What waited for the morning leaves then. */
const LEAVES = 9

const formats = new Map<string, Intl.DateTimeFormat>()

/** The day and the hour that clocks show there. */
export function clockOf(at: Date, timeZone: string): { day: Day; hour: number } {
  const format =
    formats.get(timeZone) ??
    new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' })
  formats.set(timeZone, format)
  const [day = '', time = '0'] = format.format(at).split(' ')
  return { day, hour: Number(time.slice(0, 2)) }
}

/** The instant at which clocks there show that hour of that day. */
export function instantOf(day: Day, hour: number, timeZone: string): Date {
  const wanted = Date.parse(`${day}T${String(hour).padStart(2, '0')}:00:00Z`)
  // The offset is read where the clock stands; a second look settles a change of hour in between.
  return [0, 1].reduce((guess) => {
    const shown = clockOf(guess, timeZone)
    const seen = Date.parse(`${shown.day}T${String(shown.hour).padStart(2, '0')}:00:00Z`)
    return new Date(guess.getTime() + wanted - seen)
  }, new Date(wanted))
}

/** When a message to somebody leaves: at once in working hours, else the next working morning. */
export function leavingAt(
  now: Date,
  timeZone: string,
  nextWorkingDay: (day: Day) => Day,
): { at: Date; now: boolean } {
  const { day, hour } = clockOf(now, timeZone)
  const working = nextWorkingDay(day) === day
  if (working && hour >= OPENS && hour < CLOSES) return { at: now, now: true }
  const next = working && hour < OPENS ? day : nextWorkingDay(addDays(day, 1))
  return { at: instantOf(next, LEAVES, timeZone), now: false }
}
