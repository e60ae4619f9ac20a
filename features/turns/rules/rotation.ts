import { addDays, type Day } from './days.ts'

export interface Candidate {
  memberId: string
  /** Turns held or ahead in the last twelve months. */
  held: number
  /** The start of the nearest of them. */
  last: Day | null
  away: { startsOn: Day; endsOn: Day }[]
}

export interface Slot {
  startsOn: Day
  endsOn: Day
}

export const isAway = ({ away }: Pick<Candidate, 'away'>, slot: Slot): boolean =>
  away.some((leave) => leave.startsOn <= slot.endsOn && leave.endsOn >= slot.startsOn)

/** Who is next: those who held fewest turns, then those whose last is furthest; never twice running when others can. */
export function nextFor(
  slot: Slot,
  candidates: readonly Candidate[],
  { previous = null, passed = [] }: { previous?: string | null; passed?: readonly string[] } = {},
): Candidate | null {
  const able = candidates.filter((one) => !passed.includes(one.memberId) && !isAway(one, slot))
  const others = able.filter((one) => one.memberId !== previous)
  const order = (a: Candidate, b: Candidate) =>
    a.held - b.held || (a.last ?? '').localeCompare(b.last ?? '') || a.memberId.localeCompare(b.memberId)
  return (others.length > 0 ? others : able).toSorted(order)[0] ?? null
}

/** Fills slots in their order, each given to whoever is next; a slot nobody can take stays open and shows. */
export function fairRoster(
  slots: readonly Slot[],
  candidates: readonly Candidate[],
  previous: string | null = null,
): (string | null)[] {
  const state = new Map(candidates.map((one) => [one.memberId, { ...one }]))
  let before = previous
  return slots.map((slot) => {
    const chosen = nextFor(slot, [...state.values()], { previous: before })
    before = chosen?.memberId ?? null
    if (chosen) state.set(chosen.memberId, { ...chosen, held: chosen.held + 1, last: slot.startsOn })
    return chosen?.memberId ?? null
  })
}

/** So many slots of so many days, one after the other. */
export function slotsFrom(start: Day, days: number, count: number): Slot[] {
  return Array.from({ length: count }, (_, index) => {
    const startsOn = addDays(start, index * days)
    return { startsOn, endsOn: addDays(startsOn, days - 1) }
  })
}
