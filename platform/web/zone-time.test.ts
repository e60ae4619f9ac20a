import { expect, test } from 'vitest'
import { dayIn, fromZoned, toZoned } from './zone-time.ts'

test('a field means the clock of the network, whatever the device thinks, on both sides of a change of clocks', () => {
  expect(fromZoned('2026-01-15T09:00', 'Europe/Paris')).toBe('2026-01-15T08:00:00.000Z')
  expect(fromZoned('2026-07-15T09:00', 'Europe/Paris')).toBe('2026-07-15T07:00:00.000Z')
  expect(fromZoned('2026-10-25T08:00', 'Europe/Paris')).toBe('2026-10-25T07:00:00.000Z')
  expect(fromZoned('2026-01-15T09:00', 'America/Martinique')).toBe('2026-01-15T13:00:00.000Z')
  expect(toZoned(new Date('2026-07-15T07:00:00Z'), 'Europe/Paris')).toBe('2026-07-15T09:00')
})

test('half typed, it means nothing yet', () => {
  for (const typed of ['', '2026-01-', '2026-01-05', '2026-01-05T', '2026-02-30T25:00'])
    expect(fromZoned(typed, 'Europe/Paris')).toBeNull()
})

test('a day is that of the network, whatever the device thinks', () => {
  const late = new Date('2026-11-30T23:30:00Z')
  expect(dayIn(late, 'Europe/Paris')).toBe('2026-12-01')
  expect(dayIn(late, 'Indian/Reunion')).toBe('2026-12-01')
  expect(dayIn(new Date('2026-12-01T02:00:00Z'), 'America/Martinique')).toBe('2026-11-30')
})
