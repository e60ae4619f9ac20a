/** Of a place: the share each kind of post has, against the one chosen. In percent. */
export interface MixPart<K extends string = string> {
  kind: K
  count: number
  share: number
  wanted: number
}

/** Shares are whole and add up to a hundred: the largest remainders get what rounding leaves. */
export function mixOf<K extends string>(
  kinds: readonly K[],
  counts: Partial<Record<K, number>>,
  wanted: Partial<Record<K, number>>,
): MixPart<K>[] {
  const total = kinds.reduce((sum, kind) => sum + (counts[kind] ?? 0), 0)
  const exact = kinds.map((kind) => (total === 0 ? 0 : ((counts[kind] ?? 0) * 100) / total))
  const shares = exact.map(Math.floor)
  let left = total === 0 ? 0 : 100 - shares.reduce((sum, share) => sum + share, 0)
  const byRemainder = exact
    .map((value, index) => ({ index, rest: value % 1 }))
    .sort((a, b) => b.rest - a.rest)
  for (const { index } of byRemainder) {
    if (left <= 0) break
    shares[index] = (shares[index] ?? 0) + 1
    left -= 1
  }
  return kinds.map((kind, index) => ({
    kind,
    count: counts[kind] ?? 0,
    share: shares[index] ?? 0,
    wanted: wanted[kind] ?? 0,
  }))
}

/** The kind that is furthest below what was chosen, once something was written at all. */
export function mostMissing<K extends string>(parts: readonly MixPart<K>[]): MixPart<K> | null {
  if (parts.every((part) => part.count === 0)) return null
  const [worst] = parts
    .filter((part) => part.wanted - part.share >= TOLERANCE)
    .sort((a, b) => b.wanted - b.share - (a.wanted - a.share))
  return worst ?? null
}

/** A mix is a direction, not a ration: ten points away is worth a word. */
export const TOLERANCE = 10
