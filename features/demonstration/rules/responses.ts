import type { DemoPost, PollOption } from '../content/post.ts'
import { random, type Random } from './random.ts'
import type { DemoPerson } from './workforce.ts'

export type ReactionKind = 'like' | 'bravo' | 'useful' | 'thanks' | 'same'
export type Reaction = { person: DemoPerson; kind: ReactionKind; at: Date }

const liked: Record<DemoPost['kind'], readonly (readonly [ReactionKind, number])[]> = {
  message: [
    ['like', 60],
    ['bravo', 14],
    ['same', 14],
    ['thanks', 8],
    ['useful', 4],
  ],
  question: [
    ['same', 62],
    ['useful', 20],
    ['like', 18],
  ],
  practice: [
    ['useful', 62],
    ['bravo', 18],
    ['thanks', 12],
    ['like', 8],
  ],
  idea: [
    ['like', 40],
    ['same', 34],
    ['bravo', 16],
    ['useful', 10],
  ],
  kudos: [
    ['bravo', 70],
    ['like', 18],
    ['thanks', 12],
  ],
  poll: [
    ['like', 60],
    ['thanks', 22],
    ['bravo', 18],
  ],
}

const share: Record<DemoPost['kind'], number> = {
  kudos: 0.07,
  practice: 0.06,
  idea: 0.045,
  message: 0.04,
  poll: 0.02,
  question: 0.015,
}

type Occasion = { kind: DemoPost['kind']; at: Date; author: DemoPerson; lively: number }

/** Who reacted, each once; the number grows slower than the room, as it does in life. */
export function reactionsTo(
  occasion: Occasion,
  present: readonly DemoPerson[],
  now: Date,
  draw: Random,
): Reaction[] {
  const room = Math.min(present.length, 200 + present.length / 2)
  const wished = Math.round(room * share[occasion.kind] * occasion.lively * (0.3 + draw.next() * 1.4))
  const until = Math.min(now.getTime(), occasion.at.getTime() + 3 * 86_400_000)
  return some(willing(present), wished, draw)
    .filter((person) => person !== occasion.author)
    .map((person) => ({
      person,
      kind: draw.weighted(liked[occasion.kind]),
      at: new Date(occasion.at.getTime() + (until - occasion.at.getTime()) * draw.next() ** 2.5),
    }))
}

/** Who voted for what: the shares written with the poll, over a fifth of the room or so. */
export function votesOn(
  options: readonly PollOption[],
  choice: 'single' | 'multiple',
  present: readonly DemoPerson[],
  draw: Random,
): { label: string; voters: DemoPerson[] }[] {
  const voters = some(willing(present), Math.round(present.length * (0.18 + draw.next() * 0.14)), draw)
  if (choice === 'multiple') {
    return options.map(({ label, share: part }) => ({
      label,
      voters: some(voters, Math.round((voters.length * part * 1.6) / 100), draw),
    }))
  }
  let taken = 0
  return options.map(({ label, share: part }, index) => {
    const count =
      index === options.length - 1 ? voters.length - taken : Math.round((voters.length * part) / 100)
    taken += count
    return { label, voters: voters.slice(taken - count, taken) }
  })
}

/** People who tried a good practice themselves. */
export const adopters = (author: string, present: readonly DemoPerson[], draw: Random): DemoPerson[] =>
  some(willing(present), draw.int(3, 14), draw).filter((person) => person.slug !== author)

// In every community many read and never press anything: one in so many of those without a name in the story.
const WILLING = 0.55
const known = new WeakMap<DemoPerson, boolean>()

const willing = (people: readonly DemoPerson[]): DemoPerson[] => people.filter(isWilling)

function isWilling(person: DemoPerson): boolean {
  const before = known.get(person)
  if (before !== undefined) return before
  const own = person.slug !== null || random(`willing/${person.staffNumber}`).chance(WILLING)
  known.set(person, own)
  return own
}

// Drawing a few out of a thousand must not shuffle the thousand.
function some(people: readonly DemoPerson[], count: number, draw: Random): DemoPerson[] {
  if (count >= people.length / 2) return draw.sample(people, count)
  const chosen = new Set<DemoPerson>()
  while (chosen.size < count) chosen.add(draw.pick(people))
  return [...chosen]
}
