/**
 * How much one address may ask in a minute, whoever they say they are. A company often leaves by a single address:
 * each session has a measure of its own, and this bounds them all, forged ones included. Counted by process.
 */
export class Ceiling {
  readonly #most: number
  readonly #windowMs: number
  #counts = new Map<string, number>()
  #since = 0

  constructor(most: number, windowMs: number) {
    this.#most = most
    this.#windowMs = windowMs
  }

  /** Milliseconds to wait; 0 when this one may pass. */
  waitFor(address: string, now = Date.now()): number {
    if (now - this.#since >= this.#windowMs) {
      this.#counts = new Map()
      this.#since = now
    }
    const count = (this.#counts.get(address) ?? 0) + 1
    this.#counts.set(address, count)
    return count > this.#most ? this.#since + this.#windowMs - now : 0
  }
}
