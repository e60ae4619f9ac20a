import { expect, test } from 'vitest'
import { againstSeason } from './against-season.ts'
import { backtest, bandAt, errorsOf, verdictOf } from './backtest.ts'
import { addDays, isoWeek, weeksOf } from './days.ts'
import { dipsIn, nextOf, phaseOf, weeksUntil } from './dips.ts'
import { expectedWeek, gathered, spread } from './expected.ts'
import { NO_CALENDAR } from './calendar.ts'
import { levelOf, ownSeason, predict, type WeekCount } from './forecast.ts'

const calendarOnly = (week: string) => expectedWeek(week, [{ zone: '', site: '', members: 10 }], NO_CALENDAR)
const always = () => 1
const series = (from: string, to: string, acts: (week: string, index: number) => number): WeekCount[] =>
  weeksOf(from, to).map((week, index) => ({
    week,
    acts: Math.round(acts(week, index)),
    members: 100,
  }))

// The same draw on every machine.
function noise(seed: number) {
  let state = seed
  return () => {
    state = (state * 16_807) % 2_147_483_647
    return state / 2_147_483_647 - 0.5
  }
}

test('a week weighs its working days, the holidays of where its members are, and its month', () => {
  expect(calendarOnly('2026-11-23')).toBe(1)
  expect(calendarOnly('2026-11-09')).toBeCloseTo(0.8)
  expect(calendarOnly('2026-09-07')).toBeCloseTo(0.85)
  const school = {
    ...NO_CALENDAR,
    school: [{ zone: 'A', name: 'Toussaint', firstDay: '2026-10-17', lastDay: '2026-11-01' }],
  }
  const places = [
    { zone: 'A', site: '', members: 50 },
    { zone: 'B', site: '', members: 50 },
  ]
  expect(expectedWeek('2026-10-19', places, school)).toBeCloseTo(0.875)
  expect(spread([{ zone: '', site: '', members: 30 }], ['A', 'B', 'C']).map((one) => one.members)).toEqual([
    10, 10, 10,
  ])
})

test('sites that no calendar names are one place; one that closes alone stays apart', () => {
  const places = ['Cholet', 'Nantes', 'Castres'].map((site) => ({ zone: 'B', site, members: 10 }))
  const closed = { id: 'x', label: 'Fermeture', kind: 'closed' as const, site: 'Castres' }
  const calendar = {
    ...NO_CALENDAR,
    blocked: [{ ...closed, firstDay: '2026-11-23', lastDay: '2026-11-27' }],
  }
  expect(gathered(places, calendar)).toEqual([
    { zone: 'B', site: '', members: 20 },
    { zone: 'B', site: 'Castres', members: 10 },
  ])
  expect(expectedWeek('2026-11-23', gathered(places, calendar), calendar)).toBeCloseTo(
    expectedWeek('2026-11-23', places, calendar),
  )
})

test('three weeks say nothing, four do', () => {
  const four = series('2026-10-05', '2026-10-26', () => 100)
  expect(levelOf(four.slice(1), always)).toBeNull()
  expect(levelOf(four, always)).toBeCloseTo(100)
  expect(predict(four.slice(1), always, ['2026-11-02'], 100)).toBeNull()
})

test('a community that follows its calendar is forecast better than by its last week', () => {
  const draw = noise(11)
  const history = series('2025-06-02', '2026-11-16', (week) => 400 * calendarOnly(week) * (1 + 0.08 * draw()))
  const test = backtest(history, calendarOnly)
  expect(test && verdictOf(test.ours, test.naive)).toBe('better')
  expect(test?.ours.wape).toBeLessThan(0.12)
})

test('a community that the calendar does not move is told honestly: its last week would have been closer', () => {
  // It grows week after week, through summer and Christmas as if they did not exist.
  const history = series('2025-11-03', '2026-11-16', (_week, index) => 100 * 1.02 ** index)
  const test = backtest(history, calendarOnly)
  expect(test && verdictOf(test.ours, test.naive)).toBe('worse')
})

test("after a year the community's own season is blended in, by half and within bounds", () => {
  // Every year its week 40 is a feast that no calendar knows of.
  const history = series('2025-06-02', '2026-09-21', (week) => (isoWeek(week).week === 40 ? 300 : 100))
  const feast = '2026-09-28'
  expect(isoWeek(feast).week).toBe(40)
  expect(ownSeason(history.slice(-20), always, feast)).toBe(1)
  const own = ownSeason(history, always, feast)
  expect(own).toBeGreaterThan(1.2)
  expect(own).toBeLessThanOrEqual(1.8 ** 0.5)
  expect(predict(history, always, [feast], 100)?.[0]).toBeCloseTo(100 * own, 0)
})

test('a community that doubles is expected to do twice as much, not to be twice as lively', () => {
  const history = series('2026-08-31', '2026-11-16', () => 100).map((one, index, { length }) =>
    index < length - 2 ? one : { ...one, acts: 200, members: 200 },
  )
  expect(levelOf(history, always)).toBeCloseTo(100)
  expect(predict(history, always, ['2026-11-23'], 200)?.[0]).toBeCloseTo(200)
})

test('a few people last year make a noise, not a season', () => {
  const feast = (acts: number) =>
    series('2025-06-02', '2026-09-21', (week) => (isoWeek(week).week === 40 ? acts * 3 : acts))
  const own = (acts: number) => ownSeason(feast(acts), always, '2026-09-28')
  expect(own(5)).toBeLessThan(own(50))
  expect(own(50)).toBeLessThan(own(500))
})

test('errors are counted as they are defined', () => {
  expect(
    errorsOf([
      [10, 8],
      [20, 26],
      [0, 2],
    ]),
  ).toEqual({ mae: 10 / 3, wape: 10 / 30, mape: 0.25 })
  expect(verdictOf({ mae: 1, wape: 0.2, mape: 0.2 }, { mae: 1, wape: 0.205, mape: 0.2 })).toBe('even')
  expect(
    backtest(
      series('2026-10-05', '2026-11-02', () => 100),
      always,
    ),
  ).toBeNull()
})

test('a band comes from the errors made, is wide without any, and never narrows with time', () => {
  expect(bandAt(100, 1, null)).toEqual({ low: 65, high: 135 })
  const draw = noise(5)
  const test = backtest(
    series('2025-06-02', '2026-11-16', () => 200 * (1 + 0.5 * draw())),
    always,
  )
  const bands = [1, 2, 5, 9].map((ahead) => bandAt(200, ahead, test))
  expect(bands.every((band) => band.low < 200 && band.high > 200)).toBe(true)
  const widths = bands.map((band) => band.high - band.low)
  expect(widths).toEqual([...widths].sort((a, b) => a - b))
})

test('Christmas is a dip seen from the end of November, with three whole weeks to prepare it', () => {
  const weeks = weeksOf('2026-10-19', '2027-02-01').map((week) => ({ week, share: calendarOnly(week) }))
  const dip = nextOf(dipsIn(weeks), '2026-11-27')
  // Without school holidays only the days around the two public holidays are short.
  expect(dip).toMatchObject({ season: 'christmas', firstDay: '2026-12-21', proposedOn: '2026-11-23' })
  if (!dip) return
  expect(phaseOf(dip, '2026-11-22')).toBe('far')
  expect(phaseOf(dip, '2026-11-23')).toBe('prepare')
  expect(phaseOf(dip, '2026-12-21')).toBe('during')
  expect(phaseOf(dip, addDays(dip.lastDay, 1))).toBe('return')
  expect(weeksUntil(dip, '2026-11-27')).toBe(4)
  expect(nextOf([dip], addDays(dip.lastDay, 7))).toBe(dip)
  expect(nextOf([dip], addDays(dip.lastDay, 8))).toBeNull()
})

test('a week at four fifths is no dip, under it is one; weeks in a row are one dip', () => {
  const at = (...shares: number[]) =>
    dipsIn(shares.map((share, index) => ({ week: addDays('2026-02-02', index * 7), share })))
  expect(at(1, 0.8, 1)).toEqual([])
  expect(at(1, 0.79, 0.6, 1)).toMatchObject([
    { season: 'winter', firstDay: '2026-02-09', lastDay: '2026-02-22', share: 0.6, returnsOn: '2026-02-23' },
  ])
  expect(at(0.5, 1, 0.5)).toHaveLength(2)
})

test('a figure is read against what the season let expect of it', () => {
  const read = (value: number, before: number, season: number, seasonBefore: number) =>
    againstSeason({ value, before, season, seasonBefore }).reading
  expect(read(0.3, 0.4, 0.75, 1)).toBe('as_expected')
  expect(read(0.34, 0.4, 0.75, 1)).toBe('above')
  expect(read(0.26, 0.4, 0.75, 1)).toBe('below')
  expect(againstSeason({ value: 0.3, before: null, season: 1, seasonBefore: 1 }).reading).toBe('unknown')
  expect(againstSeason({ value: 0.3, before: 0, season: 1, seasonBefore: 1 }).reading).toBe('unknown')
})
