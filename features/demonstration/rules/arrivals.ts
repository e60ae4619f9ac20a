import { sites, type SiteKey } from '../content/sites.ts'
import { random, type Random } from './random.ts'
import { activityWeight, addDays, daysBetween, MONTHS_OF_HISTORY, monthsBefore, type Day } from './season.ts'
import type { DemoPerson } from './workforce.ts'

export type CampaignKey = 'pilot' | 'launch'

export type Arrival = {
  person: DemoPerson
  campaign: CampaignKey
  channel: 'email' | 'letter' | 'poster'
  invitedOn: Day
  /** First successful sign-in; null for those still awaited. */
  arrivedOn: Day | null
  bounced: boolean
  /** False for the five of the last days to whom nobody has said hello yet. */
  welcomed: boolean
}

type Cohort = { invited: number; arrived: number }

/** The launch was two months ago and its objective runs for three. */
export const LAUNCHED_DAYS_AGO = 61
export const OBJECTIVE_DAYS = 91
export const OBJECTIVE_TARGET = 0.8
const BOUNCES = 11

// Both cohorts stand at 64 %, like their sum: 1,306 of 2,040. By site: 75, 72, 65, 61, 47 and 41 %.
const pilot: Record<SiteKey, Cohort> = {
  cholet: { invited: 130, arrived: 96 },
  nantes: { invited: 70, arrived: 48 },
  castres: { invited: 60, arrived: 40 },
  champagnole: { invited: 56, arrived: 36 },
  valence: { invited: 46, arrived: 20 },
  lieusaint: { invited: 38, arrived: 16 },
}

const arrivedInAll: Record<SiteKey, number> = {
  cholet: 459,
  nantes: 279,
  castres: 196,
  champagnole: 167,
  valence: 119,
  lieusaint: 86,
}

export const launchDay = (today: Day): Day => addDays(today, -LAUNCHED_DAYS_AGO)
export const objectiveDeadline = (today: Day): Day => addDays(launchDay(today), OBJECTIVE_DAYS)

/** Who was invited when, and who came: exact by site, the same for the same seed and day. */
export function arrivals(seed: string, today: Day, people: readonly DemoPerson[]): Arrival[] {
  const draw = random(`${seed}/arrivals`)
  const all = sites.flatMap((site) => siteArrivals(site.key, today, people, draw))
  bounceSome(all, draw)
  return all
}

function siteArrivals(site: SiteKey, today: Day, people: readonly DemoPerson[], draw: Random): Arrival[] {
  const here = people.filter((person) => person.site === site)
  const first = here.filter((person) => mustBeThere(person))
  const late = here.filter((person) => person.newcomer)
  const others = draw.shuffle(here.filter((person) => !mustBeThere(person) && !person.newcomer))
  const cohort = pilot[site]
  const inPilot = [...first, ...others].slice(0, cohort.invited)
  const inLaunch = [...late, ...[...first, ...others].slice(cohort.invited)]
  return [
    ...inPilot.map((person, rank) => pilotArrival(person, rank < cohort.arrived, today, draw)),
    ...inLaunch.map((person, rank) =>
      launchArrival(person, rank < arrivedInAll[site] - cohort.arrived, today, draw),
    ),
  ]
}

// Ambassadors and the people who speak in the written posts were there from the pilot.
const mustBeThere = (person: DemoPerson) =>
  !person.newcomer && (person.slug !== null || person.role !== 'member')

function pilotArrival(person: DemoPerson, comes: boolean, today: Day, draw: Random): Arrival {
  const opening = monthsBefore(today, MONTHS_OF_HISTORY)
  const early = mustBeThere(person)
  const invitedOn = addDays(opening, early ? 0 : draw.pick([0, 45, 120, 210]))
  const arrivedOn = comes
    ? addDays(invitedOn, early ? draw.int(0, 2) : Math.floor(draw.next() ** 2 * 80))
    : null
  return { ...invited(person, 'pilot', invitedOn, draw), arrivedOn }
}

function launchArrival(person: DemoPerson, comes: boolean, today: Day, draw: Random): Arrival {
  const start = launchDay(today)
  const invitedOn = addDays(
    start,
    draw.weighted([
      [0, 60],
      [1, 15],
      [7, 15],
      [14, 10],
    ] as const),
  )
  const base = invited(person, 'launch', invitedOn, draw)
  if (person.newcomer) return { ...base, arrivedOn: addDays(today, -1), welcomed: false }
  return { ...base, arrivedOn: comes ? launchArrivalDay(invitedOn, today, draw) : null }
}

function invited(person: DemoPerson, campaign: CampaignKey, invitedOn: Day, draw: Random): Arrival {
  const channel = person.email ? 'email' : draw.chance(0.7) ? 'letter' : 'poster'
  return { person, campaign, channel, invitedOn, arrivedOn: null, bounced: false, welcomed: true }
}

// Half of those who come do so within a fortnight; reminders lift the days after D+1, D+2, D+7 and D+14.
function launchArrivalDay(invitedOn: Day, today: Day, draw: Random): Day {
  const last = daysBetween(invitedOn, today) - 1
  const choices = Array.from({ length: last + 1 }, (_, delay) => {
    const reminder = [1, 2, 7, 14].includes(delay) ? 1.7 : 1
    const day = addDays(invitedOn, delay)
    return [day, (Math.exp(-delay / 16) + 0.16) * reminder * (activityWeight(day) + 0.05)] as const
  })
  return draw.weighted(choices)
}

function bounceSome(all: Arrival[], draw: Random) {
  const awaited = all.filter(
    (each) => each.channel === 'email' && each.campaign === 'launch' && !each.arrivedOn,
  )
  for (const each of draw.sample(awaited, BOUNCES)) each.bounced = true
}

/** Invited and arrived so far, day by day since the launch, for the cohort of the launch. */
export function adoptionCurve(
  all: readonly Arrival[],
  today: Day,
): { day: Day; invited: number; arrived: number }[] {
  const cohort = all.filter((each) => each.campaign === 'launch')
  return Array.from({ length: LAUNCHED_DAYS_AGO + 1 }, (_, index) => {
    const day = addDays(launchDay(today), index)
    const arrived = cohort.filter((each) => each.arrivedOn !== null && each.arrivedOn <= day).length
    return { day, invited: cohort.filter((each) => each.invitedOn <= day).length, arrived }
  })
}
