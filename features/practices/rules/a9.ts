import { count, practice, say } from './practice.ts'

export interface A9Facts {
  /** Polls and kudos in thirty days, and in the thirty before. */
  moments: number
  momentsBefore: number
  /** How many different people took part; null under the threshold. */
  people: number | null
}

/** Fun: playful moments, and people who take part in them. A post that made people laugh cannot be told from another. */
export const a9 = practice({
  limits: { moments: count(3, 60) },
  judge(facts: A9Facts, limit) {
    const { moments, momentsBefore, people } = facts
    if (moments === 0)
      return {
        state: momentsBefore > 0 ? 'slipping' : 'not_started',
        evidence: [say(momentsBefore > 0 ? 'a9.no_more' : 'a9.none')],
        action: { key: 'a9.propose', page: 'calendar' },
      }
    const evidence = [say('a9.moments', { count: moments })]
    if (people !== null) evidence.push(say('a9.people', { count: people }))
    return {
      state: moments >= limit.moments ? 'alive' : 'in_progress',
      evidence,
      action: { key: 'a9.propose', page: 'calendar' },
    }
  },
})
