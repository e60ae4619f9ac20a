import { expect, test } from 'vitest'
import en from '../text/en.json' with { type: 'json' }
import fr from '../text/fr.json' with { type: 'json' }
import { addDays, daysBetween, daysOf, isWorkday } from './days.ts'
import { DEFINITIONS, FIGURES } from './definitions.ts'
import { project } from './projection.ts'
import { silentGroups } from './silence.ts'
import { needed, neededPace, type ObjectiveFacts, standingOf } from './standing.ts'

test('every figure says in both languages what it counts, over what, and how', () => {
  for (const { definitions, sources } of [fr, en]) {
    expect(Object.keys(definitions).sort()).toEqual([...FIGURES].sort())
    for (const key of FIGURES) {
      expect(Object.keys(definitions[key])).toEqual(['name', 'formula', 'numerator', 'denominator', 'note'])
      expect(sources[DEFINITIONS[key].source]).toMatch(/÷|personnes|people/)
    }
  }
})

test('days follow each other across months, leap years and the change of hour', () => {
  expect(addDays('2028-02-28', 1)).toBe('2028-02-29')
  expect(daysOf('2026-03-28', '2026-03-30')).toEqual(['2026-03-28', '2026-03-29', '2026-03-30'])
  expect(daysBetween('2026-10-24', '2026-10-26')).toBe(2)
  expect(daysOf('2026-03-02', '2026-03-01')).toEqual([])
  expect(['2026-11-20', '2026-11-21', '2026-11-22', '2026-11-23'].map(isWorkday)).toEqual([
    true,
    false,
    false,
    true,
  ])
})

const cell = (key: string, denominator: number, numerator = denominator) => ({ key, numerator, denominator })
const silent = (cells: ReturnType<typeof cell>[], acts = false, threshold = 10) =>
  [...silentGroups(cells, threshold, { acts })].sort()

test('groups at or over the threshold all speak', () => {
  expect(silent([cell('Cholet', 40), cell('Nantes', 10)])).toEqual([])
  expect(silent([])).toEqual([])
})

test('a group under the threshold is silent, and the next smallest with it, since a subtraction would tell', () => {
  expect(silent([cell('Cholet', 40), cell('Nantes', 25), cell('Valence', 9)])).toEqual(['Nantes', 'Valence'])
})

test('two small groups that are still too few together take a third along', () => {
  expect(silent([cell('Cholet', 40), cell('Nantes', 25), cell('Troyes', 3), cell('Valence', 4)])).toEqual([
    'Nantes',
    'Troyes',
    'Valence',
  ])
  expect(silent([cell('Cholet', 40), cell('Nantes', 25), cell('Troyes', 6), cell('Valence', 4)])).toEqual([
    'Troyes',
    'Valence',
  ])
})

test('where acts are counted, a handful of people in a large group is silent too; nobody at all is not', () => {
  expect(
    silent([cell('Cholet', 600, 84), cell('Castres', 300, 39), cell('Lieusaint', 211, 8)], true),
  ).toEqual(['Castres', 'Lieusaint'])
  expect(silent([cell('Cholet', 600, 84), cell('Lieusaint', 211, 0)], true)).toEqual([])
  expect(silent([cell('Cholet', 600, 84), cell('Lieusaint', 211, 8)], false)).toEqual([])
})

test('the only group there is stays silent alone', () => {
  expect(silent([cell('Cholet', 4)])).toEqual(['Cholet'])
})

// From Monday 2 November 2026, five people each working day.
const steady = (days: number) => {
  let count = 0
  return daysOf('2026-11-02', addDays('2026-11-02', days - 1)).map((day) => (count += isWorkday(day) ? 5 : 0))
}

test('a projection needs a week behind it and a deadline ahead', () => {
  const base = { startsOn: '2026-11-02', of: 200, deadline: '2026-12-31' }
  expect(project({ ...base, reached: steady(7) })).toBeNull()
  expect(project({ ...base, reached: steady(8) })).not.toBeNull()
  expect(project({ ...base, reached: steady(8), deadline: '2026-11-09' })).toBeNull()
  expect(project({ ...base, reached: steady(20), of: 0 })).toBeNull()
})

test('a projection starts from today, ends on the deadline, stands still at week-ends and never goes down', () => {
  const found = project({ reached: steady(15), startsOn: '2026-11-02', of: 200, deadline: '2026-12-06' })
  expect(found?.points[0]).toEqual({ day: '2026-11-16', reached: 55 })
  expect(found?.points.at(-1)?.day).toBe('2026-12-06')
  const at = (day: string) => found?.points.find((point) => point.day === day)?.reached ?? 0
  expect(at('2026-11-22')).toBe(at('2026-11-20'))
  expect(at('2026-11-23')).toBeGreaterThan(at('2026-11-22'))
  expect(found?.recentPace).toBeCloseTo(25)
})

test('a projection by hand: ten of a hundred came over two weeks', () => {
  // Fourteen days looked at, from 100 missing: one came each working day.
  const reached = daysOf('2026-11-01', '2026-11-15').map(
    (day) => daysOf('2026-11-02', day).filter(isWorkday).length,
  )
  const found = project({ reached, startsOn: '2026-11-01', of: 100, deadline: '2026-11-17' })
  const share = 10 / (100 + 99 + 98 + 97 + 96 + 95 + 94 + 93 + 92 + 91)
  expect(found?.points[1]?.reached).toBeCloseTo(10 + 90 * share, 9)
  expect(found?.atDeadline).toBeCloseTo(100 - 90 * (1 - share) ** 2, 9)
})

test('each week to come keeps nine tenths of the pace', () => {
  const reached = [...Array(14).fill(0), 10]
  const found = project({ reached, startsOn: '2026-11-02', of: 1000, deadline: '2026-12-01' })
  const gains = (from: string, to: string) => {
    const at = (day: string) => found?.points.find((point) => point.day === day)?.reached ?? 0
    return (at(to) - at(from)) / (1000 - at(from))
  }
  // 16 November is a Monday: the 17th belongs to the first week ahead, the 24th to the second.
  expect(gains('2026-11-23', '2026-11-24') / gains('2026-11-16', '2026-11-17')).toBeCloseTo(0.9, 9)
})

test('nobody came lately: the line stays flat; everybody came: it stays full', () => {
  const flat = project({
    reached: Array(40).fill(30),
    startsOn: '2026-11-02',
    of: 100,
    deadline: '2027-01-31',
  })
  expect(flat?.atDeadline).toBe(30)
  const full = project({
    reached: Array(40).fill(100),
    startsOn: '2026-11-02',
    of: 100,
    deadline: '2027-01-31',
  })
  expect(full?.atDeadline).toBe(100)
  const rush = project({
    reached: [...Array(9).fill(0), 99],
    startsOn: '2026-11-02',
    of: 100,
    deadline: '2027-12-31',
  })
  expect(rush?.atDeadline).toBeLessThanOrEqual(100)
})

test('the people needed are whole people, rounded up', () => {
  expect(needed(0.8, 2040)).toBe(1632)
  expect(needed(0.8, 11)).toBe(9)
  expect(needed(0.7, 10)).toBe(7)
})

const facts = (more: Partial<ObjectiveFacts>): ObjectiveFacts => ({
  target: 0.8,
  reached: 50,
  of: 100,
  silent: false,
  today: '2026-11-20',
  startsOn: '2026-11-01',
  deadline: '2026-12-20',
  projection: null,
  ...more,
})
const leadingTo = (atDeadline: number) => ({ projection: { points: [], atDeadline, recentPace: 1 } })

test('an objective says where it stands', () => {
  expect(standingOf(facts({ silent: true }))).toBe('silent')
  expect(standingOf(facts({ today: '2026-10-31' }))).toBe('upcoming')
  expect(standingOf(facts({ reached: 80 }))).toBe('reached')
  expect(standingOf(facts({ reached: 80, today: '2027-03-01' }))).toBe('reached')
  expect(standingOf(facts({ today: '2026-12-21' }))).toBe('over')
  expect(standingOf(facts({}))).toBe('starting')
  expect(standingOf(facts(leadingTo(79.6)))).toBe('on_track')
  expect(standingOf(facts(leadingTo(79.4)))).toBe('late')
  expect(standingOf(facts({ today: '2026-12-20' }))).toBe('late')
})

test('the pace it would take is told until the deadline', () => {
  expect(neededPace(facts({ today: '2026-12-06' }))).toBe(15)
  expect(neededPace(facts({ reached: 90, today: '2026-12-06' }))).toBe(0)
  expect(neededPace(facts({ today: '2026-12-20' }))).toBeNull()
})
