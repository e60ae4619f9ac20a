import ICAL from 'ical.js'
import { clockAt, instantOf } from '../rules/clock.ts'
import { addDays, type Day } from '../rules/days.ts'
import { LIMITS } from '../rules/limits.ts'

/** One event of another calendar, by the clock of the network. `minutes` null: all day. */
export interface IncomingEvent {
  uid: string
  title: string
  day: Day
  minutes: number | null
}

export interface IncomingFile {
  events: IncomingEvent[]
  left: number
  unreadable: number
}

export interface Window {
  from: Day
  to: Day
  timeZone: string
}

interface Walk extends Window {
  steps: number
  file: IncomingFile
}

/** The events of an .ics file inside a window, recurrences expanded; throws when it is no calendar at all. */
export function eventsIn(text: string, window: Window): IncomingFile {
  const calendars = [ICAL.parse(text)].flatMap((one: unknown) =>
    typeof (one as unknown[])[0] === 'string' ? [one] : (one as unknown[]),
  )
  const walk: Walk = { ...window, steps: 0, file: { events: [], left: 0, unreadable: 0 } }
  for (const jcal of calendars) {
    const calendar = new ICAL.Component(jcal as [])
    if (calendar.name !== 'vcalendar') throw new Error('not a calendar')
    readCalendar(calendar, walk)
  }
  walk.file.events.sort((a, b) => a.day.localeCompare(b.day) || (a.minutes ?? 0) - (b.minutes ?? 0))
  const over = walk.file.events.splice(LIMITS.importedSlots)
  walk.file.left += over.length
  return walk.file
}

function readCalendar(calendar: ICAL.Component, walk: Walk): void {
  const parts = calendar.getAllSubcomponents('vevent')
  const exceptions = Map.groupBy(
    parts.filter((part) => part.hasProperty('recurrence-id')),
    (part) => String(part.getFirstPropertyValue('uid')),
  )
  const masters = parts.filter((part) => !part.hasProperty('recurrence-id'))
  const known = new Set(masters.map((part) => String(part.getFirstPropertyValue('uid'))))
  for (const part of masters)
    attempt(walk, () =>
      readEvent(part, exceptions.get(String(part.getFirstPropertyValue('uid'))) ?? [], walk),
    )
  // An occurrence sent alone, without what it is an exception of.
  for (const [uid, alone] of exceptions)
    if (!known.has(uid)) for (const part of alone) attempt(walk, () => readEvent(part, [], walk))
}

/** One event that cannot be read does not take the others with it. */
function attempt(walk: Walk, read: () => void): void {
  try {
    read()
  } catch {
    walk.file.unreadable += 1
  }
}

function readEvent(part: ICAL.Component, exceptions: ICAL.Component[], walk: Walk): void {
  if (String(part.getFirstPropertyValue('status') ?? '').toUpperCase() === 'CANCELLED') return
  const event = new ICAL.Event(part, { exceptions, strictExceptions: false })
  if (!event.uid || !event.startDate) throw new Error('without an identity or a date')
  const zone = zoneOf(part)
  if (!event.isRecurring()) {
    const of = part.getFirstPropertyValue('recurrence-id')
    return take(walk, of ? `${event.uid}#${String(of)}` : event.uid, event.summary, event.startDate, zone)
  }
  const times = event.iterator()
  for (let time = times.next(); time; time = times.next()) {
    walk.steps += 1
    if (walk.steps > LIMITS.importedSteps) {
      walk.file.left += 1
      return
    }
    const { item, startDate, recurrenceId } = event.getOccurrenceDetails(time)
    if (placed(startDate, zone, walk.timeZone).day > addDays(walk.to, 31)) return
    const status = String(item.component.getFirstPropertyValue('status') ?? '').toUpperCase()
    if (status !== 'CANCELLED')
      take(
        walk,
        `${event.uid}#${recurrenceId.toString()}`,
        item.summary,
        startDate,
        item === event ? zone : zoneOf(item.component),
      )
    // As far as a series with no end goes here.
    if (walk.file.events.length > LIMITS.importedSlots * 2) return
  }
}

function take(walk: Walk, uid: string, title: unknown, start: ICAL.Time, zone: string | null): void {
  const { day, minutes } = placed(start, zone, walk.timeZone)
  if (day < walk.from || day > walk.to) {
    walk.file.left += 1
    return
  }
  walk.file.events.push({ uid, title: typeof title === 'string' ? title : '', day, minutes })
}

const zoneOf = (part: ICAL.Component): string | null => {
  const name = part.getFirstProperty('dtstart')?.getParameter('tzid')
  return typeof name === 'string' && isKnown(name) ? name : null
}

function isKnown(timeZone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone })
    return true
  } catch {
    return false
  }
}

const two = (value: number) => String(value).padStart(2, '0')

/** By the clock of the network: from UTC, from a zone everybody knows, from one the file describes, or as it is. */
function placed(
  time: ICAL.Time,
  zone: string | null,
  timeZone: string,
): { day: Day; minutes: number | null } {
  const day = `${String(time.year).padStart(4, '0')}-${two(time.month)}-${two(time.day)}`
  if (time.isDate) return { day, minutes: null }
  const minutes = time.hour * 60 + time.minute
  if (zone) return clockAt(instantOf(day, minutes, zone), timeZone)
  const described = time.zone
  if (described && described.tzid !== 'floating') return clockAt(time.toJSDate(), timeZone)
  return { day, minutes }
}
