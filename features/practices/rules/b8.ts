import { days, practice, say } from './practice.ts'

export interface B8Facts {
  /** Since the last poll, test campaign or round of ideas; null: never. */
  askedDaysAgo: number | null
  /** Answers in ninety days; null under the threshold. */
  answers: number | null
  /** Tests that ended without their decision published; decisions on tests and ideas told in ninety days. */
  awaited: number
  decided: number
}

/** Ask for feedback: questions are put, and what was decided comes back to those who answered. A poll closes without a word of what it changed: nobody can say whether it was followed. */
export const b8 = practice({
  limits: { asked: days(90) },
  judge(facts: B8Facts, limit) {
    const { askedDaysAgo, answers, awaited, decided } = facts
    const ask = { key: 'b8.ask', page: 'publish' } as const
    if (askedDaysAgo === null) return { state: 'not_started', evidence: [say('b8.never')], action: ask }
    const evidence = [say('b8.asked', { count: askedDaysAgo })]
    if (answers !== null) evidence.push(say('b8.answers', { count: answers }))
    if (decided > 0) evidence.push(say('b8.decided', { count: decided }))
    if (awaited > 0)
      return {
        state: 'slipping',
        evidence: [...evidence, say('b8.awaited', { count: awaited })],
        action: { key: 'b8.close', page: 'missions' },
      }
    if (askedDaysAgo > limit.asked) return { state: 'slipping', evidence, action: ask }
    return { state: decided > 0 ? 'alive' : 'in_progress', evidence, action: ask }
  },
})
