const FIRST_CAPACITY = 1 << 12
const EMPTY = 0

/**
 * Numbers by key, for hundreds of thousands of keys in a few megabytes: it keeps 64 bits of each key and not
 * its text. Two different keys among 460,000 meet by chance once in a hundred million imports; the seed keeps
 * them from meeting on purpose.
 */
export class KeyTable {
  readonly #seed = (Math.random() * 0xffffffff) >>> 0
  #size = 0
  #high = new Uint32Array(FIRST_CAPACITY)
  #low = new Uint32Array(FIRST_CAPACITY)
  #values = new Uint32Array(FIRST_CAPACITY)

  get(key: string): number | undefined {
    const [high, low] = this.#hash(key)
    const value = this.#values[this.#slot(high, low)] ?? EMPTY
    return value === EMPTY ? undefined : value - 1
  }

  set(key: string, value: number): void {
    if (this.#size * 2 >= this.#values.length) this.#grow()
    const [high, low] = this.#hash(key)
    this.#put(high, low, value + 1)
    this.#size += 1
  }

  #put(high: number, low: number, stored: number): void {
    const slot = this.#slot(high, low)
    this.#high[slot] = high
    this.#low[slot] = low
    this.#values[slot] = stored
  }

  /** Where this key is, or the free place where it would go. */
  #slot(high: number, low: number): number {
    const mask = this.#values.length - 1
    let slot = low & mask
    while (this.#values[slot] !== EMPTY && (this.#low[slot] !== low || this.#high[slot] !== high)) {
      slot = (slot + 1) & mask
    }
    return slot
  }

  #grow(): void {
    const [highs, lows, values] = [this.#high, this.#low, this.#values]
    const capacity = values.length * 2
    this.#high = new Uint32Array(capacity)
    this.#low = new Uint32Array(capacity)
    this.#values = new Uint32Array(capacity)
    values.forEach((stored, at) => {
      if (stored !== EMPTY) this.#put(highs[at] ?? 0, lows[at] ?? 0, stored)
    })
  }

  /** cyrb53's two halves, kept whole. */
  #hash(key: string): [number, number] {
    let high = 0xdeadbeef ^ this.#seed
    let low = 0x41c6ce57 ^ this.#seed
    for (let at = 0; at < key.length; at++) {
      const code = key.charCodeAt(at)
      high = Math.imul(high ^ code, 2654435761)
      low = Math.imul(low ^ code, 1597334677)
    }
    high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909)
    low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909)
    return [high >>> 0, low >>> 0]
  }
}
