import { days, percent, practice, say, share } from './practice.ts'

export interface A4Facts {
  /** Came in within ninety days, and those of them who have written. */
  newcomers: number
  contributed: number
  /** From the arrival to the first contribution; null when nobody has made one. */
  medianDays: number | null
  /** People without an e-mail address: invited, and in. */
  letters: number
  lettersIn: number
  silent: boolean
}

/**
 * Simple tools: a newcomer finds their way without a manual, with or without an e-mail address. Which device people
 * use is not followed; how easy they find it will come from surveys.
 */
export const a4 = practice({
  limits: { days: days(14), contributed: share(0.3) },
  judge(facts: A4Facts, limit) {
    const { newcomers, contributed, medianDays, letters, lettersIn, silent } = facts
    if (newcomers === 0)
      return {
        state: 'not_started',
        evidence: [say('a4.nobody')],
        action: { key: 'a4.invite', page: 'today' },
      }
    if (silent || medianDays === null)
      return {
        state: 'in_progress',
        evidence: [say(silent ? 'silent' : 'a4.no_first')],
        action: { key: 'a4.welcome', page: 'today' },
      }
    const part = contributed / newcomers
    const evidence = [
      say('a4.first', { count: Math.round(medianDays) }),
      say('a4.contributed', { share: percent(part), count: newcomers }),
    ]
    if (letters > 0) evidence.push(say('a4.letters', { share: percent(lettersIn / letters), count: letters }))
    const easy = medianDays <= limit.days && part >= limit.contributed
    return {
      state: easy ? 'alive' : 'slipping',
      evidence,
      action: { key: easy ? 'a4.letters' : 'a4.welcome', page: 'today' },
    }
  },
})
