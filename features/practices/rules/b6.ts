import { count, practice, say } from './practice.ts'

export interface B6Facts {
  /** Gatherings held, events published, hosted missions, tests and rounds of ideas in thirty days; how many kinds; and in the sixty before. */
  activities: number
  kinds: number
  before: number
}

/** Regular activities: several a month, and not always the same. What happens outside Élan counts once it has its slot. */
export const b6 = practice({
  limits: { activities: count(2, 60), kinds: count(2, 5) },
  judge(facts: B6Facts, limit) {
    const { activities, kinds, before } = facts
    const action = { key: 'b6.plan', page: 'calendar' } as const
    if (activities === 0)
      return {
        state: before > 0 ? 'slipping' : 'not_started',
        evidence: [before > 0 ? say('b6.no_more', { count: before }) : say('b6.none')],
        action,
      }
    return {
      state: activities >= limit.activities && kinds >= limit.kinds ? 'alive' : 'in_progress',
      evidence: [say('b6.month', { count: activities, kinds })],
      action,
    }
  },
})
