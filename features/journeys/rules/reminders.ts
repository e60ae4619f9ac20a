/** Days before the due day from which it is announced, and the least between two reminders of any step. */
export const BEFORE_DAYS = 2
export const BETWEEN_DAYS = 7

const DAY = 86_400_000

export interface Waiting {
  dueAt: Date | null
  remindedBefore: boolean
  remindedAfter: boolean
}

/** Before the due day, and once after; never twice the same. The hours are kept by the network's working hours. */
export function reminderDue(step: Waiting, now: Date): 'before' | 'after' | null {
  if (!step.dueAt) return null
  const left = step.dueAt.getTime() - now.getTime()
  if (left < 0) return step.remindedAfter ? null : 'after'
  return left <= BEFORE_DAYS * DAY && !step.remindedBefore ? 'before' : null
}

/** At most one a week, whatever waits. */
export const mayRemind = (last: Date | null, now: Date): boolean =>
  last === null || now.getTime() - last.getTime() >= BETWEEN_DAYS * DAY
