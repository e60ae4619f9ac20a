import { network } from '../content/communities.ts'
import { groups, type SpaceKey } from '../content/spaces.ts'
import { launchDay } from '../rules/arrivals.ts'
import { random, uuid7, type Random } from '../rules/random.ts'
import {
  addDays,
  dayInParis,
  MONTHS_OF_HISTORY,
  monthsBefore,
  parisInstant,
  type Day,
} from '../rules/season.ts'
import { story, type Story, type StoryOptions } from '../rules/story.ts'
import type { DemoPerson } from '../rules/workforce.ts'

/** The story with the identifiers and instants that the database wants: what every part of the load is told. */
export type Cast = {
  story: Story
  seed: string
  now: Date
  today: Day
  /** The morning when the pilot began, and that of the launch. */
  opened: Date
  launched: Date
  memberId: (person: DemoPerson) => string
  /** The first sign-in; null for those still awaited. */
  arrivedAt: (person: DemoPerson) => Date | null
  invitedAt: (person: DemoPerson) => Date
  spaceId: (key: SpaceKey) => string
  organizationId: (name: string) => string
  bySlug: (slug: string) => DemoPerson
  /** A stream of its own for each part, so that one does not move the others. */
  draw: (part: string) => Random
}

const SPACES: readonly SpaceKey[] = ['tempo', ...groups.map((group) => group.key)]
const NINE = 540
const WORKING_HOURS = 600

export function castOf(options: StoryOptions): Cast {
  const { seed, now } = options
  const told = story(options)
  const today = dayInParis(now)
  const opening = monthsBefore(today, MONTHS_OF_HISTORY)
  const imported = parisInstant(addDays(opening, -30), NINE)
  const ids = new Map(told.people.map((one) => [one, uuid7(`${seed}/member/${one.staffNumber}`, imported)]))
  const spaces = new Map(SPACES.map((key) => [key, uuid7(`${seed}/space/${key}`, imported)]))
  const slugs = new Map(told.people.map((person) => [person.slug, person]))
  const came = new Map(told.arrivals.map((arrival) => [arrival.person, arrival]))
  const draw = random(`${seed}/first sign-in`)
  const arrived = new Map(
    told.arrivals.map(({ person, arrivedOn }) => [
      person,
      arrivedOn ? parisInstant(arrivedOn, NINE + 5 + draw.next() * WORKING_HOURS) : null,
    ]),
  )
  return {
    story: told,
    seed,
    now,
    today,
    opened: parisInstant(opening, NINE),
    launched: parisInstant(launchDay(today), NINE),
    memberId: (person) => known(ids, person),
    arrivedAt: (person) => arrived.get(person) ?? null,
    invitedAt: (person) => parisInstant(known(came, person).invitedOn, NINE),
    spaceId: (key) => known(spaces, key),
    organizationId: (name) => uuid7(`${seed}/organization/${name}`, imported),
    bySlug: (slug) => known(slugs, slug),
    draw: (part) => random(`${seed}/load/${part}`),
  }
}

function known<K, V>(map: ReadonlyMap<K, V>, key: K): V {
  const value = map.get(key)
  if (value === undefined) throw new RangeError(`${network.name} does not know ${String(key)}`)
  return value
}
