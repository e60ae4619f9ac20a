import { expect, test } from 'vitest'
import { Ceiling } from './ceiling.ts'

test('an address has its measure a minute, another one its own, and a new minute begins again', () => {
  const ceiling = new Ceiling(2, 60_000)
  expect([1, 2, 3].map(() => ceiling.waitFor('10.0.0.1', 100_000))).toEqual([0, 0, 60_000])
  expect(ceiling.waitFor('10.0.0.2', 130_000)).toBe(0)
  expect(ceiling.waitFor('10.0.0.1', 130_000)).toBe(30_000)
  expect(ceiling.waitFor('10.0.0.1', 160_000)).toBe(0)
})
