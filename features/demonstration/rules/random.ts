import { createHash } from 'node:crypto'

/** A stream of numbers that is the same for the same seed, on every machine. */
export type Random = {
  next(): number
  int(min: number, max: number): number
  chance(probability: number): boolean
  pick<T>(items: readonly T[]): T
  weighted<T>(items: readonly (readonly [T, number])[]): T
  shuffle<T>(items: readonly T[]): T[]
  sample<T>(items: readonly T[], count: number): T[]
  fork(label: string): Random
}

export function random(seed: string): Random {
  const state = wordsOf(seed)
  const next = () => sfc32(state)
  const int = (min: number, max: number) => min + Math.floor(next() * (max - min + 1))
  const pick = <T>(items: readonly T[]): T => {
    if (items.length === 0) throw new RangeError('nothing to pick from')
    return items[Math.floor(next() * items.length)] as T
  }
  const shuffle = <T>(items: readonly T[]): T[] => {
    const copy = [...items]
    for (let last = copy.length - 1; last > 0; last--) {
      const other = Math.floor(next() * (last + 1))
      ;[copy[last], copy[other]] = [copy[other] as T, copy[last] as T]
    }
    return copy
  }
  return {
    next,
    int,
    pick,
    shuffle,
    chance: (probability) => next() < probability,
    sample: (items, count) => shuffle(items).slice(0, count),
    weighted: (items) => drawWeighted(items, next()),
    fork: (label) => random(`${seed}/${label}`),
  }
}

function drawWeighted<T>(items: readonly (readonly [T, number])[], at: number): T {
  const total = items.reduce((sum, [, weight]) => sum + weight, 0)
  let left = at * total
  for (const [item, weight] of items) {
    left -= weight
    if (left < 0) return item
  }
  const last = items.at(-1)
  if (!last) throw new RangeError('nothing to draw from')
  return last[0]
}

type State = { a: number; b: number; c: number; counter: number }

function wordsOf(seed: string): State {
  const digest = createHash('sha256').update(seed).digest()
  return { a: digest.readInt32LE(0), b: digest.readInt32LE(4), c: digest.readInt32LE(8), counter: 1 }
}

// Chris Doty-Humphrey's small fast counter: 128 bits of state, good enough to draw a company.
function sfc32(state: State): number {
  const sum = (((state.a + state.b) | 0) + state.counter) | 0
  state.counter = (state.counter + 1) | 0
  state.a = state.b ^ (state.b >>> 9)
  state.b = (state.c + (state.c << 3)) | 0
  state.c = (((state.c << 21) | (state.c >>> 11)) + sum) | 0
  return (sum >>> 0) / 4294967296
}

/** A UUIDv7 that depends only on its label and its time, so that a second load meets the same rows. */
export function uuid7(label: string, at: Date): string {
  const bytes = createHash('sha256').update(label).digest().subarray(0, 16)
  bytes.writeUIntBE(at.getTime(), 0, 6)
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f)
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f)
  const hex = bytes.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
