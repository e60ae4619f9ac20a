import { expect, test } from 'vitest'
import { isFirstWorkingDay, isMorning, mondayOf, monthBefore, monthNamed, ideaDay } from './mornings.ts'

const holidays = new Set(['2026-04-06', '2026-05-01', '2026-05-02', '2026-05-03'])
const quiet = (day: string) => holidays.has(day)

test('the list leaves on Monday, or on Tuesday when Monday is Easter', () => {
  expect(isFirstWorkingDay(mondayOf('2026-11-23'), '2026-11-23', quiet)).toBe(true)
  expect(isFirstWorkingDay(mondayOf('2026-11-24'), '2026-11-24', quiet)).toBe(false)
  expect(isFirstWorkingDay(mondayOf('2026-04-06'), '2026-04-06', quiet)).toBe(false)
  expect(isFirstWorkingDay(mondayOf('2026-04-07'), '2026-04-07', quiet)).toBe(true)
})

test('the report leaves on the first working day of the month, and tells the month before', () => {
  expect(isFirstWorkingDay('2026-05-01', '2026-05-04', quiet)).toBe(true)
  expect(isFirstWorkingDay('2026-05-01', '2026-05-05', quiet)).toBe(false)
  expect(monthBefore('2026-03-02')).toEqual({ from: '2026-02-01', to: '2026-02-28' })
  expect(monthBefore('2027-01-04')).toEqual({ from: '2026-12-01', to: '2026-12-31' })
  expect(monthNamed('2028-02')).toEqual({ from: '2028-02-01', to: '2028-02-29' })
})

test('in the morning only: not at night, and no more from eleven', () => {
  expect([6, 7, 10, 11, 23].map(isMorning)).toEqual([false, true, true, false, false])
})

test('an idea is laid on the Tuesday of its week, and never in what is past', () => {
  expect(ideaDay('2026-12-07', '2026-11-27')).toBe('2026-12-08')
  expect(ideaDay('2026-12-10', '2026-11-27')).toBe('2026-12-10')
  expect(ideaDay('2026-11-23', '2026-11-26')).toBe('2026-11-27')
  expect(ideaDay('2026-11-23', '2026-11-29')).toBe('2026-11-29')
})
