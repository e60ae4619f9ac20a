import { type Calendar, dayShare, type Whereabouts } from './calendar.ts'
import { addDays, daysOf, isWeekend } from './days.ts'

/**
 * The seasons of the source (Bartle's account of the EBG round table, 2019): contributions fall on the return from the
 * summer and from Christmas (La Poste); a vendor sees strong falls of traffic in September and January, and in France in
 * February and May too. The source gives the months and no depth: the shares are ours (docs/decisions/024-season.md),
 * gentle because public and school holidays are counted apart, and a community's own history corrects them after a year.
 * By month, from January; 1 is an ordinary month.
 */
export const SEASON_OF_MONTH = [0.85, 0.9, 1, 1, 0.9, 1, 0.9, 0.7, 0.85, 1, 1, 0.9] as const

export const seasonOf = (day: string): number => SEASON_OF_MONTH[Number(day.slice(5, 7)) - 1] ?? 1

/** How many members are where: what a community's calendar is made of. */
export interface Place extends Whereabouts {
  members: number
}

/** Members whose zone is unknown are spread over the network's zones. */
export function spread(places: readonly Place[], zones: readonly string[]): Place[] {
  if (zones.length === 0) return [...places]
  return places.flatMap((place) =>
    place.zone ? [place] : zones.map((zone) => ({ ...place, zone, members: place.members / zones.length })),
  )
}

/** Places that the calendar cannot tell apart are one: a network of a thousand sites costs what it names. */
export function gathered(places: readonly Place[], { regions, blocked }: Calendar): Place[] {
  const named = new Set([...regions, ...blocked].map((one) => one.site))
  const found = new Map<string, Place>()
  for (const { zone, site, members } of places) {
    const place = { zone, site: named.has(site) ? site : '', members }
    const key = `${zone}\n${place.site}`
    place.members += found.get(key)?.members ?? 0
    found.set(key, place)
  }
  return [...found.values()]
}

/** A day of that community against its ordinary working day. */
export function expectedDay(day: string, places: readonly Place[], calendar: Calendar): number {
  if (isWeekend(day)) return 0
  const members = places.reduce((sum, place) => sum + place.members, 0)
  const share =
    members > 0
      ? places.reduce((sum, place) => sum + place.members * dayShare(day, calendar, place), 0) / members
      : dayShare(day, calendar)
  return share * seasonOf(day)
}

/** A week, named by its Monday, against an ordinary one: working days × holidays of the members' zones × season. */
export const expectedWeek = (monday: string, places: readonly Place[], calendar: Calendar): number =>
  daysOf(monday, addDays(monday, 4)).reduce((sum, day) => sum + expectedDay(day, places, calendar), 0) / 5

/** Any period, against an ordinary one of the same length; 1 when it holds no weekday. */
export function expectedOver(from: string, to: string, places: readonly Place[], calendar: Calendar): number {
  const days = daysOf(from, to).filter((day) => !isWeekend(day))
  if (days.length === 0) return 1
  return days.reduce((sum, day) => sum + expectedDay(day, places, calendar), 0) / days.length
}
