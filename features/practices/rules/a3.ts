import { days, practice, say } from './practice.ts'

export interface A3Facts {
  /** Days between two gatherings, as promised; null: no cadence. */
  cadenceDays: number | null
  lastHeldDaysAgo: number | null
  planned: boolean
  /** At the last one; null under the threshold. */
  onSite: number | null
  online: number | null
  circlesWaiting: number
}

/** Regular, "phygital" events: the cadence is met, on site and online together. */
export const a3 = practice({
  limits: { grace: days(15, 90) },
  judge(facts: A3Facts, limit) {
    const { cadenceDays, lastHeldDaysAgo, planned, onSite, online, circlesWaiting } = facts
    const find = { key: planned ? 'a3.prepare' : 'a3.find_date', page: 'gatherings' } as const
    if (cadenceDays === null)
      return {
        state: 'not_started',
        evidence: [say('a3.no_cadence')],
        action: { key: 'a3.set_cadence', page: 'programme_settings' },
      }
    const waiting = circlesWaiting > 0 ? [say('a3.waiting', { count: circlesWaiting })] : []
    if (lastHeldDaysAgo === null)
      return {
        state: planned ? 'in_progress' : 'not_started',
        evidence: [say(planned ? 'a3.first_planned' : 'a3.never'), ...waiting],
        action: find,
      }
    const evidence = [say('a3.last', { count: lastHeldDaysAgo, cadence: cadenceDays }), ...waiting]
    if (onSite !== null && online !== null) evidence.push(say('a3.came', { site: onSite, online }))
    const late = lastHeldDaysAgo > cadenceDays + limit.grace
    return {
      state: !late ? 'alive' : planned ? 'in_progress' : 'slipping',
      evidence,
      action: find,
    }
  },
})
