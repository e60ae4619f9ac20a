import { expect, test } from 'vitest'
import { mondayFrom, overlaps, weekOf } from './days.ts'
import { type Candidate, fairRoster, isAway, nextFor, slotsFrom } from './rotation.ts'

const one = (
  memberId: string,
  held = 0,
  last: string | null = null,
  away: Candidate['away'] = [],
): Candidate => ({
  memberId,
  held,
  last,
  away,
})
const [week = { startsOn: '', endsOn: '' }] = slotsFrom('2026-11-30', 7, 1)

test('turns follow each other without a gap', () => {
  expect(slotsFrom('2026-11-30', 7, 2)).toEqual([
    { startsOn: '2026-11-30', endsOn: '2026-12-06' },
    { startsOn: '2026-12-07', endsOn: '2026-12-13' },
  ])
})

test('who held fewest turns is next, then whose last is furthest', () => {
  expect(nextFor(week, [one('a', 2), one('b', 1), one('c', 3)])?.memberId).toBe('b')
  expect(nextFor(week, [one('a', 1, '2026-10-01'), one('b', 1, '2026-06-01')])?.memberId).toBe('b')
})

test('nobody speaks two turns running while somebody else can', () => {
  expect(nextFor(week, [one('a', 0), one('b', 5)], { previous: 'a' })?.memberId).toBe('b')
  expect(nextFor(week, [one('a', 0)], { previous: 'a' })?.memberId).toBe('a')
})

test('whoever is away or said no is passed over; a turn nobody can take stays open', () => {
  const away = [{ startsOn: '2026-12-06', endsOn: '2026-12-20' }]
  expect(isAway(one('a', 0, null, away), week)).toBe(true)
  expect(nextFor(week, [one('a', 0, null, away), one('b', 4)])?.memberId).toBe('b')
  expect(nextFor(week, [one('a', 0, null, away), one('b')], { passed: ['b'] })).toBeNull()
})

test('a roster is shared out evenly', () => {
  const chosen = fairRoster(slotsFrom('2026-11-30', 7, 9), [one('a'), one('b'), one('c')])
  const counts = ['a', 'b', 'c'].map((id) => chosen.filter((memberId) => memberId === id).length)
  expect(counts).toEqual([3, 3, 3])
  expect(chosen.some((memberId, index) => index > 0 && memberId === chosen[index - 1])).toBe(false)
})

test('weeks are those of the calendar', () => {
  expect(weekOf('2026-01-26')).toBe(5)
  expect(weekOf('2026-12-31')).toBe(53)
  expect(mondayFrom('2026-11-27')).toBe('2026-11-30')
  expect(mondayFrom('2026-11-30')).toBe('2026-11-30')
  expect(
    overlaps(
      { startsOn: '2026-01-01', endsOn: '2026-01-07' },
      { startsOn: '2026-01-07', endsOn: '2026-01-08' },
    ),
  ).toBe(true)
})
