import { expect, test } from 'vitest'
import { circlesFor, isCrowded, seatsAdvice } from './seats.ts'

test('one ambassador for forty to a hundred people', () => {
  expect(seatsAdvice(2000, null)).toEqual({ least: 20, most: 50, circles: 4 })
  expect(seatsAdvice(100, null)).toMatchObject({ least: 1, most: 3 })
  expect(seatsAdvice(101, null)).toMatchObject({ least: 2, most: 3 })
  expect(seatsAdvice(0, null)).toEqual({ least: 1, most: 1, circles: 1 })
})

test('sixteen people are two circles, fifteen are one', () => {
  expect([isCrowded(15), isCrowded(16)]).toEqual([false, true])
  expect([circlesFor(15), circlesFor(16), circlesFor(30), circlesFor(31)]).toEqual([1, 2, 2, 3])
  expect(seatsAdvice(2000, 80).circles).toBe(6)
})
