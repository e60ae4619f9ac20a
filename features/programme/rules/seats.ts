/**
 * How many ambassadors an audience calls for: one for a hundred people where the change is settled, one for forty
 * where it has to take (between 1 and 3 % of users). Sources: reference of the field, Microsoft's and Prosci's champion
 * programmes; the case of 80 for 2,000 stands at 4 %.
 */
export const PEOPLE_PER_AMBASSADOR = { settled: 100, starting: 40 } as const
/** Beyond this many, people of one circle no longer know each other. */
export const MOST_IN_CIRCLE = 15

export interface SeatsAdvice {
  least: number
  most: number
  /** How many circles these seats call for. */
  circles: number
}

export function seatsAdvice(audience: number, seats: number | null): SeatsAdvice {
  const least = Math.max(1, Math.ceil(audience / PEOPLE_PER_AMBASSADOR.settled))
  const most = Math.max(least, Math.ceil(audience / PEOPLE_PER_AMBASSADOR.starting))
  return { least, most, circles: circlesFor(seats ?? most) }
}

export const circlesFor = (people: number): number => Math.max(1, Math.ceil(people / MOST_IN_CIRCLE))
export const isCrowded = (people: number): boolean => people > MOST_IN_CIRCLE
/** Share of the audience that serves, 0 to 1. */
export const shareOf = (seats: number, audience: number): number => (audience > 0 ? seats / audience : 0)
