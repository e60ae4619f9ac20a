export interface RoundRule {
  votesEach: number
  mostOnOne: number
}

export type Vote = { ideaId: string; votes: number }

export const spent = (votes: readonly Vote[]) => votes.reduce((sum, one) => sum + one.votes, 0)
export const left = (rule: RoundRule, votes: readonly Vote[]) => Math.max(0, rule.votesEach - spent(votes))

/** How many votes somebody may put on this idea at the very most, the others staying where they are. */
export const roomOn = (rule: RoundRule, votes: readonly Vote[], ideaId: string) =>
  Math.min(rule.mostOnOne, rule.votesEach - spent(votes.filter((one) => one.ideaId !== ideaId)))

export type VoteLack = 'too_many_on_one' | 'none_left'

export function lackOf(rule: RoundRule, votes: readonly Vote[], asked: Vote): VoteLack | null {
  if (asked.votes > rule.mostOnOne) return 'too_many_on_one'
  return asked.votes > roomOn(rule, votes, asked.ideaId) ? 'none_left' : null
}

/** Votes that follow an idea into another: as many as that one may hold, the rest is given back. */
export const following = (rule: RoundRule, onInto: number, onMerged: number) =>
  Math.min(rule.mostOnOne, onInto + onMerged)

/** Equal totals share a rank; the next one counts those before it. */
export function ranked<T extends { votes: number | null }>(
  rows: readonly T[],
): (T & { rank: number | null })[] {
  return rows.map((row) => {
    const { votes } = row
    const rank = votes === null ? null : 1 + rows.filter((other) => (other.votes ?? -1) > votes).length
    return { ...row, rank }
  })
}
