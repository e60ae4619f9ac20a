import { days, practice, say } from './practice.ts'

export interface A6Facts {
  sponsors: number
  /** Since a sponsor last published or answered here; null: never. What a sponsor says is public, and said as such. */
  lastWordDaysAgo: number | null
}

/** Embark top management: sponsors take part. Debatable, hence often left aside by choice. */
export const a6 = practice({
  limits: { days: days(30) },
  judge(facts: A6Facts, limit) {
    const { sponsors, lastWordDaysAgo } = facts
    if (sponsors === 0)
      return {
        state: 'not_started',
        evidence: [say('a6.none')],
        action: { key: 'a6.name', page: 'prepare' },
      }
    const evidence = [say('a6.sponsors', { count: sponsors })]
    if (lastWordDaysAgo === null)
      return {
        state: 'in_progress',
        evidence: [...evidence, say('a6.silent')],
        action: { key: 'a6.word', page: 'calendar' },
      }
    evidence.push(say('a6.word', { count: lastWordDaysAgo }))
    return {
      state: lastWordDaysAgo <= limit.days ? 'alive' : 'slipping',
      evidence,
      action: { key: 'a6.word', page: 'calendar' },
    }
  },
})
