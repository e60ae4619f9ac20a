import { expect, test } from 'vitest'
import { roundTop } from './curve-geometry.ts'

test('a scale ends on a round number at or above what is counted, and its half is whole', () => {
  expect([386, 18, 1200, 7, 10, 11, 1, 0].map(roundTop)).toEqual([400, 20, 1200, 8, 10, 12, 2, 2])
})
