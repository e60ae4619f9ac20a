import { expect, test } from 'vitest'
import {
  activityWeight,
  addDays,
  easter,
  isWorkingDay,
  monthOf,
  monthsBefore,
  parisInstant,
  publicHolidays,
  season,
} from './season.ts'

test('Easter and the holidays that follow it fall on their day', () => {
  expect([easter(2025), easter(2026), easter(2027)]).toEqual(['2025-04-20', '2026-04-05', '2027-03-28'])
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
})

test('a week-end and a holiday are quiet', () => {
  expect(isWorkingDay('2026-11-11')).toBe(false)
  expect(activityWeight('2026-11-14')).toBeLessThan(activityWeight('2026-11-13') / 3)
  expect(activityWeight('2026-05-15')).toBeLessThan(activityWeight('2026-05-22') / 2)
})

test('activity dips after summer and after Christmas, in February and in May', () => {
  const working = season('2026-11-22').filter(({ day }) => isWorkingDay(day))
  const mean = (month: number) => {
    const days = working.filter(({ day }) => monthOf(day) === month)
    return days.reduce((sum, { weight }) => sum + weight, 0) / days.length
  }
  for (const low of [1, 2, 5, 8, 9]) expect(mean(low)).toBeLessThan(0.85)
  for (const high of [3, 6, 10, 11]) expect(mean(high)).toBeGreaterThan(0.95)
})

test('the history covers eighteen months and ends today, whatever today is', () => {
  for (const today of ['2026-11-22', '2027-08-31', '2028-02-29']) {
    const days = season(today)
    expect(days.at(-1)?.day).toBe(today)
    expect(days[0]?.day).toBe(monthsBefore(today, 18))
    expect(days.length).toBeGreaterThan(545)
  }
  expect(monthsBefore('2027-08-31', 18)).toBe('2026-02-28')
})

test('clocks in Paris change in March and in October', () => {
  expect(parisInstant('2026-01-27', 500).toISOString()).toBe('2026-01-27T07:20:00.000Z')
  expect(parisInstant('2026-07-14', 500).toISOString()).toBe('2026-07-14T06:20:00.000Z')
  expect(addDays('2026-10-24', 1)).toBe('2026-10-25')
  expect(parisInstant('2026-10-25', 720).toISOString()).toBe('2026-10-25T11:00:00.000Z')
})
