import type { Role } from '#features/spaces/rules/roles.ts'
import { isLaunched, type Stage } from './stages.ts'

export interface DoorFacts {
  kind: 'community' | 'group'
  openness: 'open' | 'closed' | 'secret'
  published: boolean
  own: Role | null
  /** The one who knocks comes from outside. */
  outside: boolean
  /** Of a community; null for a group. */
  entry: 'open' | 'request' | 'invitation' | null
  stage: Stage | null
  /** No place left for one more member. */
  full: boolean
  /** Already asking or waiting. */
  pending: boolean
}

export type Outcome = 'seated' | 'asked' | 'waiting' | 'by_invitation' | 'closed'

/** What "I want in" gives. An open door leads people of the house straight in; people from outside are always answered by somebody. */
export function outcomeOf(door: DoorFacts): Outcome {
  if (door.own) return 'seated'
  if (door.kind === 'group')
    return door.openness === 'open' ? 'seated' : door.openness === 'closed' ? 'asked' : 'by_invitation'
  if (door.stage === 'closed') return 'closed'
  const entry = door.openness === 'open' && door.published ? 'open' : door.entry
  if (entry === 'request' || (entry === 'open' && door.outside)) return 'asked'
  if (entry !== 'open') return 'by_invitation'
  return door.full || !door.stage || !isLaunched(door.stage) ? 'waiting' : 'seated'
}

export function doorOffers(door: DoorFacts): { join: boolean; ask: boolean } {
  if (door.own || door.pending) return { join: false, ask: false }
  const outcome = outcomeOf(door)
  return { join: outcome === 'seated', ask: outcome === 'asked' || outcome === 'waiting' }
}

/** An open space is read by everybody, so its door is open; a secret one is known to nobody, so one is invited. */
export const entryFits = (
  openness: 'open' | 'closed' | 'secret',
  entry: 'open' | 'request' | 'invitation',
): boolean => (openness === 'open' ? entry === 'open' : openness === 'closed' || entry === 'invitation')

export const entryFor = (
  openness: 'open' | 'closed' | 'secret',
  wished: 'open' | 'request' | 'invitation',
) => {
  if (entryFits(openness, wished)) return wished
  return openness === 'open' ? ('open' as const) : ('invitation' as const)
}
