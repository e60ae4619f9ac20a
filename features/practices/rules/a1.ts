import { count, percent, practice, say, share } from './practice.ts'

export interface A1Facts {
  /** Seats offered; null: nobody set how many. */
  seats: number | null
  serving: number
  /** Posts of ambassadors in ninety days; those that got an answer, a keep or a thank-you. */
  contributions: number
  regarded: number
  /** Ambassadors are fewer than the threshold: the share stays unsaid. */
  silent: boolean
}

/** Few contributors, quality over quantity: seats kept to a cap, and contributions that somebody takes up. */
export const a1 = practice({
  limits: { regarded: share(0.6), enough: count(5) },
  judge(facts: A1Facts, limit) {
    const { seats, serving, contributions, regarded, silent } = facts
    if (seats === null)
      return {
        state: 'not_started',
        evidence: [say('a1.no_seats')],
        action: { key: 'a1.set_seats', page: 'programme_settings' },
      }
    const taken = say('a1.seats', { serving, count: seats })
    if (serving > seats)
      return {
        state: 'slipping',
        evidence: [taken, say('a1.too_many', { count: serving - seats })],
        action: { key: 'a1.see_board', page: 'board' },
      }
    if (silent || contributions < limit.enough)
      return {
        state: 'in_progress',
        evidence: [taken, silent ? say('silent') : say('a1.few', { count: contributions })],
        action: { key: 'a1.propose_missions', page: 'missions' },
      }
    const part = regarded / contributions
    return {
      state: part >= limit.regarded ? 'alive' : 'slipping',
      evidence: [taken, say('a1.regarded', { share: percent(part), count: contributions })],
      action:
        part >= limit.regarded
          ? { key: 'a1.show_best', page: 'library' }
          : { key: 'a1.answer', page: 'today' },
    }
  },
})
