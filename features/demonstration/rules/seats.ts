import { commentsOf } from '../content/comments.ts'
import { posts } from '../content/posts.ts'
import { groups, type DemoGroup, type SeatRule, type SpaceKey } from '../content/spaces.ts'
import type { Arrival } from './arrivals.ts'
import { random, type Random } from './random.ts'
import type { DemoPerson } from './workforce.ts'

/** The people who sit in each space, in the order they arrived. */
export type Seats = ReadonlyMap<SpaceKey, readonly Arrival[]>

// People of an outside partner are guests: these spaces and nothing else.
const openToPartners = new Set<SpaceKey>(['tempo', 'champagnole', 'export'])

export function seats(seed: string, arrivals: readonly Arrival[]): Seats {
  const draw = random(`${seed}/seats`)
  const here = arrivals
    .filter((each) => each.arrivedOn !== null)
    .sort((a, b) => (a.arrivedOn ?? '').localeCompare(b.arrivedOn ?? ''))
  const everybody: [SpaceKey, readonly Arrival[]] = ['tempo', here]
  return new Map([everybody, ...groups.map((group) => [group.key, seatsIn(group, here, draw)] as const)])
}

function seatsIn(group: DemoGroup, here: readonly Arrival[], draw: Random): Arrival[] {
  const speaking = voicesIn(group.key)
  return here.filter(({ person }) => {
    if (person.slug && (speaking.has(person.slug) || group.animators.includes(person.slug))) return true
    if (person.organization === 'Scierie Morvannel' && !openToPartners.has(group.key)) return false
    return group.seats.some((rule) => sits(person, rule, draw))
  })
}

function sits(person: DemoPerson, rule: SeatRule, draw: Random): boolean {
  switch (rule.who) {
    case 'everybody':
      return true
    case 'site':
      return person.site === rule.site
    case 'departments':
      return rule.departments.includes(person.department) && draw.chance(rule.share)
    case 'night':
      return person.team === 'nuit'
    case 'role':
      return person.role !== 'member' && rule.roles.includes(person.role)
    case 'organizations':
      return rule.organizations.includes(person.organization)
    case 'share':
      return draw.chance(rule.share)
  }
}

// Nobody writes where they have no seat: those who speak in a group hold one.
function voicesIn(space: SpaceKey): Set<string> {
  const there = posts.filter((post) => post.in === space)
  return new Set(there.flatMap((post) => [post.by, ...commentsOf(post).map((comment) => comment.reply.by)]))
}
