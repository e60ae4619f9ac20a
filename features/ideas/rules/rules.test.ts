import { expect, test } from 'vitest'
import { quadrantOf } from './chart.ts'
import { hasEnded, isOpen, mayBecome, STATUSES } from './statuses.ts'
import { following, lackOf, left, ranked, roomOn } from './votes.ts'

const RULE = { votesEach: 5, mostOnOne: 3 }

test('five votes: the last one may be given, a sixth may not', () => {
  const votes = [{ ideaId: 'a', votes: 3 }]
  expect(left(RULE, votes)).toBe(2)
  expect(lackOf(RULE, votes, { ideaId: 'b', votes: 2 })).toBeNull()
  expect(lackOf(RULE, votes, { ideaId: 'b', votes: 3 })).toBe('none_left')
})

test('three on one idea, not four, and votes already there are moved rather than added', () => {
  const votes = [
    { ideaId: 'a', votes: 3 },
    { ideaId: 'b', votes: 2 },
  ]
  expect(lackOf(RULE, [], { ideaId: 'a', votes: 3 })).toBeNull()
  expect(lackOf(RULE, [], { ideaId: 'a', votes: 4 })).toBe('too_many_on_one')
  expect(lackOf(RULE, votes, { ideaId: 'b', votes: 2 })).toBeNull()
  expect(lackOf(RULE, votes, { ideaId: 'b', votes: 3 })).toBe('none_left')
  expect(roomOn(RULE, votes, 'b')).toBe(2)
  expect(roomOn(RULE, votes, 'c')).toBe(0)
})

test('votes follow a merge up to what one idea may hold', () => {
  expect(following(RULE, 2, 2)).toBe(3)
  expect(following(RULE, 0, 2)).toBe(2)
  expect(following(RULE, 1, 2)).toBe(3)
})

test('equal totals share their rank; what is silent has none', () => {
  const ranks = ranked([{ votes: 8 }, { votes: 8 }, { votes: 3 }, { votes: null }]).map((one) => one.rank)
  expect(ranks).toEqual([1, 1, 3, null])
})

test('votes come back from what ended, not from what waits; what was merged stays so', () => {
  expect(STATUSES.filter(hasEnded)).toEqual(['shipped', 'declined', 'merged'])
  expect(STATUSES.filter(isOpen)).toEqual(['new', 'considered', 'planned', 'building'])
  expect(mayBecome('merged', 'planned')).toBe(false)
  expect(mayBecome('declined', 'considered')).toBe(true)
  expect(mayBecome('planned', 'planned')).toBe(false)
  expect(mayBecome('planned', 'new')).toBe(false)
})

test('the quadrants part at three, on the side of what is dear', () => {
  expect(quadrantOf({ effort: 2, value: 3 })).toBe('quick')
  expect(quadrantOf({ effort: 3, value: 3 })).toBe('big')
  expect(quadrantOf({ effort: 2, value: 2 })).toBe('small')
  expect(quadrantOf({ effort: 3, value: 2 })).toBe('later')
})
