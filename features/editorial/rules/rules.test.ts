import { expect, test } from 'vitest'
import { clockAt, instantOf } from './clock.ts'
import { addMonths } from './days.ts'
import { isCovered, isEmpty, weeksOf } from './gaps.ts'
import { mixOf, mostMissing } from './mix.ts'
import { penFor } from './pen.ts'
import { nthWeekday, occurrences, type Rhythm } from './recurrence.ts'
import { mayMove } from './states.ts'

const PARIS = 'Europe/Paris'
const rhythm = (more: Partial<Rhythm>): Rhythm => ({
  every: 'week',
  weekday: 2,
  nth: null,
  startsOn: '2026-03-01',
  endsOn: null,
  ...more,
})

test('nine o’clock stays nine o’clock when clocks change', () => {
  const days = occurrences(rhythm({ weekday: 1 }), '2026-03-20', '2026-04-01')
  expect(days).toEqual(['2026-03-23', '2026-03-30'])
  expect(days.map((day) => instantOf(day, 540, PARIS).toISOString())).toEqual([
    '2026-03-23T08:00:00.000Z',
    '2026-03-30T07:00:00.000Z',
  ])
  expect(instantOf('2026-10-24', 540, PARIS).toISOString()).toBe('2026-10-24T07:00:00.000Z')
  expect(instantOf('2026-10-25', 540, PARIS).toISOString()).toBe('2026-10-25T08:00:00.000Z')
})

test('a time that the clock jumps over, or shows twice, is still one instant', () => {
  // 29 March: 2:30 does not exist in Paris. 25 October: it happens twice, the first is meant.
  expect(instantOf('2026-03-29', 150, PARIS).toISOString()).toBe('2026-03-29T01:30:00.000Z')
  expect(instantOf('2026-10-25', 150, PARIS).toISOString()).toBe('2026-10-25T00:30:00.000Z')
  expect(instantOf('2026-03-29', 119, PARIS).toISOString()).toBe('2026-03-29T00:59:00.000Z')
  expect(instantOf('2026-03-29', 180, PARIS).toISOString()).toBe('2026-03-29T01:00:00.000Z')
})

test('the clock is read back as it was written, on every hour of a year, in several zones', () => {
  for (const zone of [PARIS, 'America/New_York', 'Australia/Lord_Howe', 'UTC', 'Asia/Kathmandu'])
    for (
      let at = Date.parse('2026-01-01T00:00:00Z');
      at < Date.parse('2027-01-01T00:00:00Z');
      at += 7_200_000
    ) {
      const { day, minutes } = clockAt(new Date(at), zone)
      const again = clockAt(instantOf(day, minutes, zone), zone)
      expect(again).toEqual({ day, minutes })
    }
})

test('every two weeks counts from its first day, whatever part of it is looked at', () => {
  const fortnight = rhythm({ every: 'fortnight', startsOn: '2026-09-02', weekday: 2 })
  const all = occurrences(fortnight, '2026-09-01', '2026-11-30')
  expect(all.slice(0, 3)).toEqual(['2026-09-08', '2026-09-22', '2026-10-06'])
  expect(occurrences(fortnight, '2026-10-01', '2026-10-31')).toEqual(['2026-10-06', '2026-10-20'])
})

test('once a month: the first Monday, the last Thursday', () => {
  expect(nthWeekday('2026-02-01', 1, 1)).toBe('2026-02-02')
  expect(nthWeekday('2026-04-01', 4, 5)).toBe('2026-04-30')
  expect(nthWeekday('2026-02-01', 4, 5)).toBe('2026-02-26')
  expect(occurrences(rhythm({ every: 'month', weekday: 1, nth: 1 }), '2026-03-03', '2026-06-01')).toEqual([
    '2026-04-06',
    '2026-05-04',
    '2026-06-01',
  ])
  expect(occurrences(rhythm({ endsOn: '2026-03-10' }), '2026-03-01', '2026-05-01')).toEqual([
    '2026-03-03',
    '2026-03-10',
  ])
})

test('a month later is never past the end of the month', () => {
  expect(addMonths('2026-01-31', 1)).toBe('2026-02-28')
  expect(addMonths('2026-03-15', -3)).toBe('2025-12-15')
})

test('an idea fills no week; a week closed altogether asks for nothing', () => {
  const weeks = weeksOf(
    [
      { day: '2026-03-03', state: 'scheduled' },
      { day: '2026-03-08', state: 'drafted' },
      { day: '2026-03-10', state: 'idea' },
      { day: '2026-03-11', state: 'dropped' },
      { day: null, state: 'ready' },
    ],
    {
      from: '2026-03-04',
      to: '2026-03-22',
      cadence: 2,
      blocked: [{ firstDay: '2026-03-16', lastDay: '2026-03-20' }],
    },
  )
  expect(weeks).toEqual([
    { monday: '2026-03-02', planned: 2, wanted: 2 },
    { monday: '2026-03-09', planned: 0, wanted: 2 },
    { monday: '2026-03-16', planned: 0, wanted: 0 },
  ])
  expect(weeks.map(isCovered)).toEqual([true, false, true])
  expect(weeks.map(isEmpty)).toEqual([false, true, false])
})

test('shares of a mix add up to a hundred, and a word is said from ten points on', () => {
  const parts = mixOf(
    ['question', 'practice', 'kudos'],
    { question: 1, practice: 1, kudos: 1 },
    { practice: 50 },
  )
  expect(parts.map((part) => part.share).reduce((sum, share) => sum + share)).toBe(100)
  expect(mostMissing(parts)?.kind).toBe('practice')
  expect(mostMissing(mixOf(['question', 'kudos'], { question: 41, kudos: 59 }, { question: 50 }))).toBeNull()
  expect(mostMissing(mixOf(['question', 'kudos'], { question: 40, kudos: 60 }, { question: 50 }))?.kind).toBe(
    'question',
  )
  expect(mostMissing(mixOf(['question'], {}, { question: 100 }))).toBeNull()
})

test('the pen is held while words come, and silent from the second minute on', () => {
  const at = '2026-03-01T09:00:00.000Z'
  const now = Date.parse(at)
  expect(penFor({ holderId: null, at: null }, 'me', now)).toBe('free')
  expect(penFor({ holderId: 'me', at }, 'me', now + 600_000)).toBe('mine')
  expect(penFor({ holderId: 'she', at }, 'me', now + 119_999)).toBe('held')
  expect(penFor({ holderId: 'she', at }, 'me', now + 120_000)).toBe('silent')
})

test('nobody sets a slot to published, and what was published stays', () => {
  expect(mayMove('scheduled', 'published')).toBe(false)
  expect(mayMove('published', 'dropped')).toBe(false)
  expect(mayMove('dropped', 'idea')).toBe(true)
  expect(mayMove('idea', 'scheduled')).toBe(true)
})
