import { practice, say } from './practice.ts'

export interface B1Facts {
  vision: boolean
  value: boolean
  audience: boolean
  /** Objectives still under way, and all of them. */
  objectivesUnderWay: number
  objectives: number
}

/** Vision and target audience: said, and with an objective that is still to reach. */
export const b1 = practice({
  limits: {},
  judge(facts: B1Facts) {
    const { vision, value, audience, objectivesUnderWay, objectives } = facts
    const missing = [
      ...(vision ? [] : [say('b1.no_vision')]),
      ...(value ? [] : [say('b1.no_value')]),
      ...(audience ? [] : [say('b1.no_audience')]),
      ...(objectives > 0 ? [] : [say('b1.no_objective')]),
    ]
    const finish = { key: 'b1.finish', page: 'prepare' } as const
    if (missing.length === 4) return { state: 'not_started', evidence: [say('b1.nothing')], action: finish }
    if (missing.length > 0) return { state: 'in_progress', evidence: missing, action: finish }
    if (objectivesUnderWay === 0)
      return {
        state: 'slipping',
        evidence: [say('b1.past', { count: objectives })],
        action: { key: 'b1.renew', page: 'plan' },
      }
    return {
      state: 'alive',
      evidence: [say('b1.all', { count: objectivesUnderWay })],
      action: { key: 'b1.look', page: 'measures' },
    }
  },
})
