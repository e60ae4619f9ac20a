import { expect, test } from 'vitest'
import { random, uuid7 } from './random.ts'
import { frenchSpacing } from './typography.ts'

test('the same seed draws the same numbers, another seed draws others', () => {
  const ten = (seed: string) => {
    const draw = random(seed)
    return Array.from({ length: 10 }, () => draw.next())
  }
  expect(ten('élan')).toEqual(ten('élan'))
  expect(ten('élan')).not.toEqual(ten('elan'))
})

test('a heavy choice comes out more often than a light one', () => {
  const draw = random('poids')
  const drawn = Array.from({ length: 2000 }, () =>
    draw.weighted([
      ['lourd', 9],
      ['léger', 1],
    ] as const),
  )
  const heavy = drawn.filter((each) => each === 'lourd').length
  expect(heavy).toBeGreaterThan(1700)
  expect(heavy).toBeLessThan(1900)
})

test('shuffling loses nobody', () => {
  expect(
    random('cartes')
      .shuffle([1, 2, 3, 4, 5])
      .toSorted((a, b) => a - b),
  ).toEqual([1, 2, 3, 4, 5])
})

test('an identifier is a UUID of version 7 that sorts by time and never changes', () => {
  const first = uuid7('post', new Date('2026-01-27T08:00:00Z'))
  const second = uuid7('autre', new Date('2026-01-27T08:00:01Z'))
  expect(first).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(first < second).toBe(true)
  expect(uuid7('post', new Date('2026-01-27T08:00:00Z'))).toBe(first)
})

test('French gets its unbreakable spaces', () => {
  expect(frenchSpacing('À 12 h 45 : « oui », 60 % ?')).toBe(
    'À 12\u00a0h 45\u00a0: «\u00a0oui\u00a0», 60\u00a0%\u00a0?',
  )
  expect(frenchSpacing('2 040 personnes')).toBe('2\u202f040 personnes')
})
