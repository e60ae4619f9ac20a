import { expect, test } from 'vitest'
import { problemText } from './words.ts'

const COUNTED = [
  'share.cap_day',
  'share.cap_week',
  'mission.quota',
  'publication.too_long',
  'idea_round.most',
  'idea_round.most_each',
]

test.each(COUNTED)('the refusal %s says its own sentence, for one and for several, in both languages', (code) => {
  for (const language of ['fr', 'en'] as const) {
    const said = (count: number) => problemText(language, code, { count, limit: 300 })
    const refused = problemText(language, 'platform.refused', {})
    expect([said(1), said(2)]).not.toContain(refused)
    expect(said(1)).not.toContain('1')
    expect(said(2)).toMatch(/\b2\b/)
  }
})
