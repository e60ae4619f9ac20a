import { count, percent, practice, say, share } from './practice.ts'

export interface B7Facts {
  /** People thanked by a kudos, an accepted answer or a thank-you for a mission, in thirty days; null: too few. */
  recognised: number | null
  /** Recognitions in thirty days, and ever. */
  recognitions: number
  ever: boolean
  /** The part of them that went to the three most recognised; null when too few. */
  topThree: number | null
}

/** Reward: many people recognised, and not always the same. A thank-you said aloud, a gift or a promotion is not known here. */
export const b7 = practice({
  limits: { people: count(5), topThree: share(0.5) },
  judge(facts: B7Facts, limit) {
    const { recognised, recognitions, ever, topThree } = facts
    const thank = { key: 'b7.thank', page: 'publish' } as const
    if (recognitions === 0)
      return {
        state: ever ? 'slipping' : 'not_started',
        evidence: [say(ever ? 'b7.no_more' : 'b7.none')],
        action: thank,
      }
    const evidence = [say('b7.recognitions', { count: recognitions })]
    if (recognised === null) return { state: 'in_progress', evidence, action: thank }
    evidence.push(say('b7.people', { count: recognised }))
    const narrow = topThree !== null && topThree > limit.topThree
    if (narrow && topThree !== null) evidence.push(say('b7.narrow', { share: percent(topThree) }))
    return {
      state: narrow ? 'slipping' : recognised >= limit.people ? 'alive' : 'in_progress',
      evidence,
      action: narrow ? { key: 'b7.others', page: 'today' } : thank,
    }
  },
})
