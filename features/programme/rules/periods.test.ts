import { expect, test } from 'vitest'
import { isPauseDay } from './periods.ts'

test('a pause ends tomorrow at the earliest, and within a year', () => {
  expect(isPauseDay('2026-11-27', '2026-11-27')).toBe(false)
  expect(isPauseDay('2026-11-28', '2026-11-27')).toBe(true)
  expect(isPauseDay('2027-11-28', '2026-11-27')).toBe(true)
  expect(isPauseDay('2027-11-29', '2026-11-27')).toBe(false)
})
