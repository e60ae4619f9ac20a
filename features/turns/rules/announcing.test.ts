import { expect, test } from 'vitest'
import type { Calendar } from '#features/seasons/rules/calendar.ts'
import { announcedOn } from './announcing.ts'

const PLAIN: Calendar = { regions: [], school: [], blocked: [] }
const closed = (firstDay: string, lastDay: string): Calendar => ({
  ...PLAIN,
  blocked: [{ id: 'a', label: 'Fermeture', kind: 'closed', site: '', firstDay, lastDay }],
})

test('a turn that begins on Monday is announced on Friday; one of Wednesday, the day before', () => {
  expect(announcedOn('2026-11-30', PLAIN)).toBe('2026-11-27')
  expect(announcedOn('2026-12-02', PLAIN)).toBe('2026-12-01')
})

test('a public holiday is not a day to announce anything', () => {
  // Friday 25 December.
  expect(announcedOn('2026-12-28', PLAIN)).toBe('2026-12-24')
  // Easter Monday.
  expect(announcedOn('2026-04-07', PLAIN)).toBe('2026-04-03')
})

test('a company that is closed is told before it closes; after a very long closure, the eve', () => {
  expect(announcedOn('2026-08-24', closed('2026-08-03', '2026-08-21'))).toBe('2026-07-31')
  expect(announcedOn('2026-08-24', closed('2026-06-01', '2026-08-23'))).toBe('2026-08-23')
})
