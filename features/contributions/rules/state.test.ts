import { expect, test } from 'vitest'
import { addDays } from './days.ts'
import { NEWCOMER_DAYS, type RhythmFacts, standingOf, windowDays } from './state.ts'

const today = '2026-11-27'
const ago = (days: number) => addDays(today, -days)

/** So many contributions in each window of four weeks, the present one first. */
const rhythm = (counts: number[], weight = 1, days = 28) =>
  counts.flatMap((count, window) =>
    Array.from({ length: count }, (_, index) => ({ day: ago(window * days + index), weight })),
  )

/** So many lately, so many in each of the six windows before. */
const lately = (now: number, usual: number) => rhythm([now, ...Array.from({ length: 6 }, () => usual)])

const facts = (more: Partial<RhythmFacts> = {}): RhythmFacts => ({
  today,
  lifeState: 'active',
  activeSince: ago(500),
  keptFrom: null,
  agreedPerMonth: 4,
  done: [],
  workingShare: () => 1,
  objected: false,
  ...more,
})
const state = (more: Partial<RhythmFacts>) => {
  const { state: found, code } = standingOf(facts(more))
  return [found, code]
}

test('doing what was agreed is being on track, from three quarters of it', () => {
  // Four a month are 3.68 in four weeks: three are enough, two are not.
  expect(state({ done: lately(3, 3) })).toEqual(['on_track', 'as_agreed'])
  expect(state({ done: lately(2, 4) })).toEqual(['fading', 'below_agreed'])
})

test('under what was agreed and as ever is on track, down to half of it', () => {
  expect(state({ done: rhythm([2, 2, 2, 2, 2, 2, 2]) })).toEqual(['on_track', 'as_usual'])
  expect(state({ done: rhythm([1, 1, 1, 1, 1, 1, 1]) })).toEqual(['fading', 'below_agreed'])
})

test('half of one’s own rhythm is a sign, even when what was agreed is kept', () => {
  expect(state({ agreedPerMonth: 2, done: rhythm([2, 5, 5, 5, 5, 5, 5]) })).toEqual(['fading', 'below_usual'])
  expect(state({ agreedPerMonth: 2, done: rhythm([3, 5, 5, 5, 5, 5, 5]) })).toEqual(['on_track', 'as_agreed'])
})

test('below both, the sentence speaks of what is usual', () => {
  expect(standingOf(facts({ done: rhythm([1, 5, 5, 5, 5, 5, 5]) }))).toMatchObject({
    state: 'fading',
    code: 'below_both',
    done: 1,
    usual: 5,
    agreed: 4,
    since: ago(27),
  })
})

test('half as much again as agreed, without falling under one’s own rhythm, is thriving', () => {
  expect(state({ done: lately(6, 3) })).toEqual(['thriving', 'thriving'])
  expect(state({ done: lately(5, 3) })).toEqual(['on_track', 'as_agreed'])
  expect(state({ done: lately(6, 8) })).toEqual(['on_track', 'as_agreed'])
})

test('weights count: as many small gestures as ever may weigh half as much', () => {
  const done = [...rhythm([4], 0.5), ...rhythm([0, 4, 4, 4, 4, 4, 4], 2)]
  expect(state({ done })).toEqual(['fading', 'lighter_kinds'])
  expect(state({ done: [...rhythm([2], 2), ...rhythm([0, 4, 4, 4])] })).toEqual(['on_track', 'as_agreed'])
})

test('nothing in two windows is silence, and one contribution is not', () => {
  expect(standingOf(facts({ done: rhythm([0, 0, 4, 4]) }))).toMatchObject({
    state: 'silent',
    code: 'nothing',
    since: ago(55),
  })
  expect(state({ done: rhythm([0, 1, 4, 4]) })).toEqual(['fading', 'below_both'])
})

test('nobody fades in their first six weeks, and may well thrive', () => {
  expect(state({ activeSince: ago(NEWCOMER_DAYS - 1) })).toEqual(['on_track', 'newcomer'])
  expect(state({ activeSince: null })).toEqual(['on_track', 'newcomer'])
  expect(state({ activeSince: ago(10), done: rhythm([6]) })).toEqual(['thriving', 'thriving'])
  expect(state({ activeSince: ago(NEWCOMER_DAYS), done: rhythm([1]) })).toEqual(['fading', 'below_agreed'])
})

test('of somebody recent, nothing is expected for the days before they took up the role', () => {
  // Six weeks: the window before the present one was theirs for two weeks only, half of it.
  expect(state({ activeSince: ago(42) })).toEqual(['silent', 'nothing'])
  expect(standingOf(facts({ activeSince: ago(42) })).usual).toBeNull()
})

test('the season lowers what is expected', () => {
  const summer = (share: number) => ({
    workingShare: (_from: string, to: string) => (to > ago(28) ? share : 1),
  })
  expect(state({ done: lately(2, 4), ...summer(1) })).toEqual(['fading', 'below_agreed'])
  expect(state({ done: lately(2, 4), ...summer(0.6) })).toEqual(['on_track', 'as_agreed'])
})

test('with less than half of the time to take part in, nothing is said', () => {
  const share = (value: number) => ({
    workingShare: (_from: string, to: string) => (to > ago(28) ? value : 1),
  })
  expect(state({ done: rhythm([0, 4, 4]), ...share(0.49) })).toEqual(['on_track', 'away'])
  expect(state({ done: rhythm([0, 4, 4]), ...share(0.5) })).toEqual(['fading', 'below_both'])
})

test('two windows spent mostly away are not silence', () => {
  const away = { workingShare: (_from: string, to: string) => (to <= ago(28) && to > ago(56) ? 0.4 : 1) }
  expect(state({ done: rhythm([0, 0, 4]), ...away })).toEqual(['fading', 'below_both'])
})

test('one’s own rhythm is known from two whole windows on', () => {
  expect(standingOf(facts({ activeSince: ago(28 * 3 - 1), done: rhythm([3, 3, 3]) })).usual).toBe(3)
  expect(standingOf(facts({ activeSince: ago(28 * 3 - 2), done: rhythm([3, 3, 3]) })).usual).toBeNull()
})

test('a past pause weighs neither for nor against: what was done is over the time there was', () => {
  const paused = { workingShare: (_from: string, to: string) => (to <= ago(56) && to > ago(112) ? 0 : 1) }
  expect(standingOf(facts({ done: rhythm([4, 4, 0, 0, 4, 4, 4]), ...paused })).usual).toBe(4)
})

test('days whose contributions are no longer kept weigh neither for nor against', () => {
  // Three months of ledger: the habit is read in what is left, and lighter than it is nowhere.
  const kept = { keptFrom: ago(28 * 4 - 1), done: rhythm([2, 5, 5, 5]), agreedPerMonth: 2 }
  expect(standingOf(facts(kept)).usual).toBe(5)
  expect(state(kept)).toEqual(['fading', 'below_usual'])
  // Eight weeks at a time: of the window before, not half is kept, and nothing is said of it.
  expect(state({ keptFrom: ago(80), agreedPerMonth: 1 })).toEqual(['fading', 'below_agreed'])
  expect(standingOf(facts({ keptFrom: ago(91), agreedPerMonth: 1 }))).toMatchObject({
    state: 'silent',
    since: ago(91),
  })
})

test('those who agreed to less than two a month are looked at over eight weeks', () => {
  expect([windowDays(2), windowDays(1)]).toEqual([28, 56])
  expect(
    state({
      agreedPerMonth: 1,
      done: [
        { day: ago(50), weight: 1 },
        { day: ago(40), weight: 1 },
      ],
    }),
  ).toEqual(['on_track', 'as_agreed'])
  expect(state({ agreedPerMonth: 1, activeSince: ago(100), done: [{ day: ago(80), weight: 1 }] })).toEqual([
    'fading',
    'below_agreed',
  ])
})

test('nothing is expected of those who agreed to nothing', () => {
  expect(state({ agreedPerMonth: 0 })).toEqual(['on_track', 'nothing_asked'])
  expect(state({ agreedPerMonth: 0, done: rhythm([1], 1) })).toEqual(['thriving', 'thriving'])
})

test('out of the role, on a break, or having objected, nobody is given a state', () => {
  expect(state({ lifeState: 'paused', done: rhythm([0, 0]) })).toEqual([null, 'paused'])
  expect(state({ lifeState: 'onboarding' })).toEqual([null, 'not_active'])
  expect(state({ lifeState: 'handing_over' })).toEqual([null, 'not_active'])
  expect(state({ objected: true, done: rhythm([9]) })).toEqual([null, 'objected'])
})
