import { percent, practice, say, share } from './practice.ts'

export interface A7Facts {
  serving: number
  /** Ambassadors with a mission letter. */
  letters: number
  roster: boolean
  turnsHeld: number
  /** Published outside in ninety days, none through an approval. */
  published: number
}

/** Give the role its value: letters for the HR file, the company's voice handed round, trust without approval. */
export const a7 = practice({
  limits: { letters: share(0.8) },
  judge(facts: A7Facts, limit) {
    const { serving, letters, roster, turnsHeld, published } = facts
    if (serving === 0 || (letters === 0 && turnsHeld === 0 && !roster))
      return {
        state: 'not_started',
        evidence: [say('a7.nothing')],
        action: { key: 'a7.letters', page: 'board' },
      }
    const part = Math.min(1, letters / serving)
    const evidence = [say('a7.letters', { count: letters, serving })]
    if (roster) evidence.push(say('a7.turns', { count: turnsHeld }))
    if (published > 0) evidence.push(say('a7.published', { count: published }))
    const quiet = roster && turnsHeld === 0
    const enough = part >= limit.letters
    return {
      state: quiet ? 'slipping' : enough ? 'alive' : 'in_progress',
      evidence: enough ? evidence : [...evidence, say('a7.share', { share: percent(part) })],
      action: quiet ? { key: 'a7.roster', page: 'turns' } : { key: 'a7.letters', page: 'board' },
    }
  },
})
