import { expect, test } from 'vitest'
import { formatsOf } from './i18n.ts'

test('a day of the week and its date are told by the same clock, the network’s', () => {
  // In Paris it is still Monday; on the other side of the world, Tuesday has come.
  const at = '2026-12-07T21:30:00Z'
  expect(formatsOf('fr', 'Europe/Paris').weekdayTime(at)).toContain('lundi 7 décembre')
  expect(formatsOf('fr', 'Pacific/Noumea').weekdayTime(at)).toContain('mardi 8 décembre')
  expect(formatsOf('en', 'Pacific/Noumea').weekdayTime(at)).toContain('Tuesday')
})
