import { count, practice, say } from './practice.ts'

export interface B2Facts {
  /** Of the seven parts, those held by somebody who is there; those whose holders have all left. */
  held: number
  gone: number
}

/** Stakeholders: each needed part held by somebody who is there. */
export const b2 = practice({
  limits: { held: count(5, 7) },
  judge(facts: B2Facts, limit) {
    const { held, gone } = facts
    const evidence = [say('b2.held', { count: held })]
    if (gone > 0) evidence.push(say('b2.gone', { count: gone }))
    return {
      state:
        gone > 0 ? 'slipping' : held === 0 ? 'not_started' : held >= limit.held ? 'alive' : 'in_progress',
      evidence,
      action: { key: gone > 0 ? 'b2.replace' : 'b2.name', page: 'prepare' },
    }
  },
})
