import { expect, test } from 'vitest'
import { dateToFind, launchesCircle, nextDue, shownCount } from './gatherings.ts'

const now = new Date('2026-11-27T09:00:00Z')

test('a circle is launched by its founding gathering, once two people have met', () => {
  expect(launchesCircle({ kind: 'founding', circleId: 'c', came: 1 })).toBe(false)
  expect(launchesCircle({ kind: 'founding', circleId: 'c', came: 2 })).toBe(true)
  expect(launchesCircle({ kind: 'regular', circleId: 'c', came: 12 })).toBe(false)
  expect(launchesCircle({ kind: 'founding', circleId: null, came: 12 })).toBe(false)
})

test('four gatherings a year: the next one is due about ninety-one days after the last', () => {
  expect(nextDue(4, '2026-09-01T09:00:00Z', now)).toBe('2026-12-01T15:00:00.000Z')
  expect(nextDue(4, null, now)).toBe(now.toISOString())
  expect(nextDue(0, null, now)).toBeNull()
})

test('a date is looked for three weeks before, and no more once one is planned', () => {
  const due = (days: number) => new Date(now.getTime() + days * 86_400_000).toISOString()
  expect([dateToFind(due(21), false, now), dateToFind(due(22), false, now)]).toEqual([true, false])
  expect(dateToFind(due(-5), true, now)).toBe(false)
  expect(dateToFind(null, false, now)).toBe(false)
})

test('how many came stays silent under the threshold of the network', () => {
  expect(shownCount(7, 9, 10)).toBeNull()
  expect(shownCount(7, 10, 10)).toBe(7)
})
