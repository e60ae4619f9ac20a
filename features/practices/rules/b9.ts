import { days, practice, say } from './practice.ts'

export interface B9Facts {
  objectives: number
  /** Since the last report left for its recipients; null: none ever did. */
  reportDaysAgo: number | null
  recipients: number
  /** What changed, told in ninety days by those who did a practice too. */
  results: number
}

/**
 * Measure the impact: objectives that measure themselves, what people say changed, and a report that arrives by itself.
 * What it changed in the company's own figures (quality, turnover, sales) is in no data of Élan.
 */
export const b9 = practice({
  limits: { report: days(35) },
  judge(facts: B9Facts, limit) {
    const { objectives, reportDaysAgo, recipients, results } = facts
    if (objectives === 0)
      return {
        state: 'not_started',
        evidence: [say('b9.no_objective')],
        action: { key: 'b9.set', page: 'prepare' },
      }
    const evidence = [say('b9.objectives', { count: objectives })]
    if (results > 0) evidence.push(say('b9.results', { count: results }))
    if (reportDaysAgo === null)
      return {
        state: 'in_progress',
        evidence: [...evidence, say(recipients > 0 ? 'b9.soon' : 'b9.nobody')],
        action: {
          key: recipients > 0 ? 'b9.look' : 'b9.name',
          page: recipients > 0 ? 'measures' : 'prepare',
        },
      }
    evidence.push(say('b9.report', { count: reportDaysAgo }))
    return {
      state: reportDaysAgo <= limit.report ? 'alive' : 'slipping',
      evidence,
      action: { key: 'b9.look', page: 'measures' },
    }
  },
})
