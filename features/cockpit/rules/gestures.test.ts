import { expect, test } from 'vitest'
import { awayDays, dayList, GESTURES, minutesFor, MOST_GESTURES } from './gestures.ts'

const found = (kinds: (typeof GESTURES)[number][], count = 1) => kinds.map((kind) => ({ kind, count }))

test('people come first: somebody hurt, somebody new, somebody waiting for an answer, then letters', () => {
  const list = dayList(
    found(['letters', 'questions', 'welcome', 'bounced', 'reports', 'remind', 'requests']),
    new Set(),
  )
  expect(list.map((gesture) => gesture.kind)).toEqual([
    'reports',
    'welcome',
    'questions',
    'requests',
    'bounced',
    'remind',
    'letters',
  ])
  expect(list.length).toBeLessThanOrEqual(MOST_GESTURES)
})

test('what asks for nothing, or was put aside, is not on the list', () => {
  const gestures = [...found(['welcome', 'questions']), ...found(['letters'], 0)]
  expect(dayList(gestures, new Set(['welcome'])).map((gesture) => gesture.kind)).toEqual(['questions'])
  expect(dayList([], new Set())).toEqual([])
})

test('minutes grow with the people, up to what one sitting holds', () => {
  expect(minutesFor('welcome', 1)).toBe(4)
  expect(minutesFor('welcome', 5)).toBe(8)
  expect(minutesFor('welcome', 400)).toBe(10)
  expect(minutesFor('remind', 50)).toBe(2)
})

test('seven at most, and people before weeks ahead', () => {
  const list = dayList(found([...GESTURES]), new Set())
  expect(list.map((gesture) => gesture.kind)).toEqual([
    'reports',
    'welcome',
    'questions',
    'requests',
    'fading',
    'loop',
    'gathering',
  ])
})

test('what was said not to be for us comes after the rest, and stays away longer each time', () => {
  const list = dayList(
    found(['fading', 'gap', 'dip']),
    new Set(),
    new Map([
      ['fading', 2],
      ['gap', 1],
    ]),
  )
  expect(list.map((gesture) => gesture.kind)).toEqual(['dip', 'gap', 'fading'])
  expect([1, 2, 3, 9].map(awayDays)).toEqual([14, 42, 180, 180])
})
