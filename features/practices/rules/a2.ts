import { days, practice, say, share } from './practice.ts'

export interface A2Facts {
  journey: boolean
  /** Null: fewer than the threshold, and not nobody. */
  underWay: number | null
  complete: number
  /** From acceptance to the last step; null when fewer than the threshold have finished. */
  medianDays: number | null
  /** People who wait at a step for a week or more; null where the number would say who. */
  stalled: number | null
}

/** Personal onboarding into the role: short enough, and nobody left waiting at a step. */
export const a2 = practice({
  limits: { days: days(30), stalled: share(0.34) },
  judge(facts: A2Facts, limit) {
    const { journey, underWay, complete, medianDays, stalled } = facts
    if (!journey)
      return {
        state: 'not_started',
        evidence: [say('a2.no_journey')],
        action: { key: 'a2.choose', page: 'journey' },
      }
    const evidence = [underWay === null ? say('silent') : say('a2.under_way', { count: underWay })]
    if (medianDays === null || complete === 0)
      return { state: 'in_progress', evidence, action: { key: 'a2.follow', page: 'journey' } }
    evidence.push(say('a2.median', { count: Math.round(medianDays) }))
    if (stalled !== null && stalled > 0) evidence.push(say('a2.stalled', { count: stalled }))
    const slow = medianDays > limit.days
    const stuck = underWay !== null && stalled !== null && underWay > 0 && stalled / underWay > limit.stalled
    return {
      state: slow || stuck ? 'slipping' : 'alive',
      evidence,
      action: stuck ? { key: 'a2.unblock', page: 'journey' } : { key: 'a2.follow', page: 'journey' },
    }
  },
})
