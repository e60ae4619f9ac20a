import { expect, test } from 'vitest'
import { formatsOf } from './i18n.ts'

test('a day of the week and its date are told by the same clock, the network’s', () => {
  // In Paris it is still Monday; on the other side of the world, Tuesday has come.
  const at = '2026-12-07T21:30:00Z'
  expect(formatsOf('fr', 'Europe/Paris').weekdayTime(at)).toContain('lundi 7 décembre')
  expect(formatsOf('fr', 'Pacific/Noumea').weekdayTime(at)).toContain('mardi 8 décembre')
  expect(formatsOf('en', 'Pacific/Noumea').weekdayTime(at)).toContain('Tuesday')
})

test('hours are written as each language writes them', () => {
  const [morning, round] = ['2026-12-07T08:05:00Z', '2026-12-07T09:00:00Z']
  const [fr, en] = [formatsOf('fr', 'Europe/Paris'), formatsOf('en', 'Europe/Paris')]
  expect(fr.dayTime(morning)).toBe('7 décembre à 9\u00a0h\u00a005')
  expect(fr.weekdayTime(round)).toBe('lundi 7 décembre à 10\u00a0h')
  expect(en.dayTime(morning)).toBe('7 December at 09:05')
})
