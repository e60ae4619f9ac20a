import { expect, test } from 'vitest'
import { isWorkingTime, publicHolidays } from './working-hours.ts'

const paris = (iso: string) => isWorkingTime(new Date(iso), 'Europe/Paris')

test('the eleven public holidays of France, those that move with Easter included', () => {
  expect(publicHolidays(2026)).toEqual([
    '2026-01-01',
    '2026-04-06',
    '2026-05-01',
    '2026-05-08',
    '2026-05-14',
    '2026-05-25',
    '2026-07-14',
    '2026-08-15',
    '2026-11-01',
    '2026-11-11',
    '2026-12-25',
  ])
  expect(publicHolidays(2027)).toContain('2027-03-29')
})

test('nobody is reminded before nine, from five on, at the week-end nor on a public holiday', () => {
  expect(paris('2026-11-27T07:59:59Z')).toBe(false)
  expect(paris('2026-11-27T08:00:00Z')).toBe(true)
  expect(paris('2026-11-27T15:59:59Z')).toBe(true)
  expect(paris('2026-11-27T16:00:00Z')).toBe(false)
  expect(paris('2026-11-28T10:00:00Z')).toBe(false)
  expect(paris('2026-11-29T10:00:00Z')).toBe(false)
  expect(paris('2026-11-11T10:00:00Z')).toBe(false)
})

test('the hour is that of the network, in summer as in winter', () => {
  expect(paris('2026-07-15T07:30:00Z')).toBe(true)
  expect(isWorkingTime(new Date('2026-07-14T15:00:00Z'), 'America/Montreal')).toBe(true)
})
