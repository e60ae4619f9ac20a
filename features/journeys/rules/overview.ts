/** Somebody stalls once a compulsory step is this many days past its due day. */
export const STALL_DAYS = 7

export const isStalled = (dueAt: Date | null, now: Date): boolean =>
  dueAt !== null && now.getTime() - dueAt.getTime() >= STALL_DAYS * 86_400_000

/**
 * Counts for those who do not follow people by name. A count under the threshold says who it is; and beside a total, one
 * that is kept back can be worked out from the others: then all of them are.
 */
export function quietCounts<T extends { waiting: number; stalled: number }>(
  steps: T[],
  underWay: number,
  threshold: number,
): {
  underWay: number | null
  steps: (Omit<T, 'waiting' | 'stalled'> & { waiting: number | null; stalled: number | null })[]
} {
  const small = (count: number) => count > 0 && count < threshold
  const silent =
    underWay < threshold ||
    steps.some((one) => small(one.waiting) || small(one.waiting - one.stalled) || small(one.stalled))
  return {
    underWay: underWay < threshold ? null : underWay,
    steps: steps.map((one) => ({
      ...one,
      waiting: silent ? null : one.waiting,
      stalled: silent ? null : one.stalled,
    })),
  }
}

export function median(values: readonly number[]): number | null {
  if (values.length === 0) return null
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const high = sorted[middle] ?? 0
  return sorted.length % 2 === 1 ? high : ((sorted[middle - 1] ?? 0) + high) / 2
}
