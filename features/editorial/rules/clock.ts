import type { Day } from './days.ts'

const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  formats.set(timeZone, made)
  return made
}

/** What the clock of a place shows at an instant: its day, and the minutes after midnight. */
export function clockAt(instant: Date, timeZone: string): { day: Day; minutes: number } {
  const parts: Record<string, string> = {}
  for (const { type, value } of formatOf(timeZone).formatToParts(instant)) parts[type] = value
  return {
    day: `${parts.year}-${parts.month}-${parts.day}`,
    minutes: Number(parts.hour) * 60 + Number(parts.minute),
  }
}

const DAY_MS = 86_400_000

const asUtc = ({ day, minutes }: { day: Day; minutes: number }) =>
  Date.parse(`${day}T00:00:00Z`) + minutes * 60_000

/**
 * The instant when the clock of a place shows that day and that time. Shown twice (clocks go back): the first. Never
 * shown (clocks go forward): as late after the change as it would have been after midnight.
 */
export function instantOf(day: Day, minutes: number, timeZone: string): Date {
  const wanted = asUtc({ day, minutes })
  const shift = (at: number) => asUtc(clockAt(new Date(at), timeZone)) - at
  const [before, after] = [wanted - shift(wanted - DAY_MS), wanted - shift(wanted + DAY_MS)]
  return new Date([before, after].find((at) => at + shift(at) === wanted) ?? before)
}
