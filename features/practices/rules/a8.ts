import { type Action, count, hours, percent, practice, say, share } from './practice.ts'

export interface A8Facts {
  /** Came in between two and thirty days ago; those welcomed within forty-eight hours. */
  newcomers: number
  welcomed: number
  /** From a question to its first answer, in thirty days; null without any. */
  medianAnswerHours: number | null
  unanswered: number
  /** Weeks of the next four with something prepared. */
  weeksCovered: number
  /** Activity of the last full week over what the season lets expect; null when it cannot be told. */
  againstSeason: number | null
}

const ACTIONS: Record<'welcome' | 'answer' | 'publish' | 'season', Action> = {
  welcome: { key: 'a8.welcome', page: 'today' },
  answer: { key: 'a8.answer', page: 'today' },
  publish: { key: 'a8.publish', page: 'calendar' },
  season: { key: 'a8.season', page: 'season' },
}

/** Community management all year: welcome, answer, publish, and hold through the dips. */
export const a8 = practice({
  limits: { welcomed: share(0.8), answer: hours(24), weeks: count(3, 4), season: share(0.8) },
  judge(facts: A8Facts, limit) {
    const { newcomers, welcomed, medianAnswerHours, unanswered, weeksCovered, againstSeason } = facts
    const evidence = []
    const lacks: (keyof typeof ACTIONS)[] = []
    if (newcomers > 0) {
      const part = welcomed / newcomers
      evidence.push(say('a8.welcomed', { share: percent(part), count: newcomers }))
      if (part < limit.welcomed) lacks.push('welcome')
    }
    if (medianAnswerHours !== null) {
      evidence.push(say('a8.answer', { count: Math.max(1, Math.round(medianAnswerHours)) }))
      if (medianAnswerHours > limit.answer) lacks.push('answer')
    }
    if (unanswered > 0) evidence.push(say('a8.unanswered', { count: unanswered }))
    evidence.push(say('a8.weeks', { count: weeksCovered }))
    if (weeksCovered < limit.weeks) lacks.push('publish')
    if (againstSeason !== null) {
      evidence.push(say('a8.season', { share: percent(againstSeason) }))
      if (againstSeason < limit.season) lacks.push('season')
    }
    const began = newcomers > 0 || medianAnswerHours !== null || weeksCovered > 0
    const first = lacks[0]
    return {
      state: !began
        ? 'not_started'
        : lacks.length === 0
          ? 'alive'
          : lacks.length > 1
            ? 'slipping'
            : 'in_progress',
      evidence,
      action: first ? ACTIONS[first] : { key: 'a8.go_on', page: 'today' },
    }
  },
})
