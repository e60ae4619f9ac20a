import { expect, test } from 'vitest'
import { type Calendar, NO_CALENDAR, quietDay } from '#features/seasons/rules/calendar.ts'
import en from '../text/en.json' with { type: 'json' }
import fr from '../text/fr.json' with { type: 'json' }
import { coverageOf } from './coverage.ts'
import { circleThrough, followersOf } from './dependencies.ts'
import { type Dated, followingMoves, moved } from './moves.ts'
import { statusOf, timingOf } from './status.ts'
import { layOut, TEMPLATE_ACTIONS, TEMPLATES } from './templates.ts'

const waits = (links: Record<string, string[]>) => Object.entries(links).map(([id, needs]) => ({ id, needs }))

test('a circle is found whatever its length, and told in order; a diamond is no circle', () => {
  const chain = waits({ a: [], b: ['a'], c: ['b'], d: ['b', 'c'] })
  expect(circleThrough(chain, 'a', ['d'])).toEqual(['a', 'd', 'b', 'a'])
  expect(circleThrough(chain, 'a', ['a'])).toEqual(['a', 'a'])
  expect(circleThrough(chain, 'e', ['d', 'a'])).toBeNull()
  // Changing what an action waits for forgets what it waited for.
  expect(circleThrough(waits({ a: ['b'], b: [] }), 'a', [])).toBeNull()
})

test('those that wait come each after what it waits for', () => {
  expect(followersOf(waits({ d: ['c', 'b'], b: ['a'], c: ['b'], a: [], x: [] }), 'a')).toEqual([
    'b',
    'c',
    'd',
  ])
})

const action = (id: string, startsOn: string, endsOn: string, needs: string[] = []): Dated => ({
  id,
  startsOn,
  endsOn,
  needs,
  settled: false,
})

test('an action moved keeps its working days and lands on one of them', () => {
  // Thursday 17 to Friday 18 December 2026, a week later: Christmas is in between.
  const two = action('a', '2026-12-17', '2026-12-18')
  expect(moved(two, 7, NO_CALENDAR)).toEqual({ id: 'a', startsOn: '2026-12-24', endsOn: '2026-12-28' })
  expect(moved(two, 2, NO_CALENDAR)).toMatchObject({ startsOn: '2026-12-21', endsOn: '2026-12-22' })
  // A day earlier than a Monday is the Friday before.
  expect(moved(action('m', '2026-12-14', '2026-12-14'), -1, NO_CALENDAR)).toMatchObject({
    startsOn: '2026-12-11',
  })
})

test('what waits is proposed to move as far as needed and no more; what is settled stays', () => {
  const plan = [
    action('a', '2026-11-30', '2026-12-01'),
    action('b', '2026-12-02', '2026-12-03', ['a']),
    action('c', '2026-12-14', '2026-12-15', ['b']),
    { ...action('d', '2026-12-02', '2026-12-02', ['a']), settled: true },
  ]
  const later = followingMoves(plan, { id: 'a', startsOn: '2026-12-03', endsOn: '2026-12-04' }, NO_CALENDAR)
  // c begins late enough: it is not touched.
  expect(later).toEqual([{ id: 'b', startsOn: '2026-12-07', endsOn: '2026-12-08' }])
  const far = followingMoves(plan, { id: 'a', startsOn: '2026-12-10', endsOn: '2026-12-11' }, NO_CALENDAR)
  expect(far.map((one) => [one.id, one.startsOn])).toEqual([
    ['b', '2026-12-14'],
    ['c', '2026-12-16'],
  ])
})

test('pulled earlier, what waits comes along as far as everything else it waits for allows', () => {
  const plan = [
    action('a', '2026-12-07', '2026-12-08'),
    action('x', '2026-12-01', '2026-12-04'),
    action('b', '2026-12-09', '2026-12-10', ['a', 'x']),
  ]
  const found = followingMoves(plan, { id: 'a', startsOn: '2026-11-30', endsOn: '2026-12-01' }, NO_CALENDAR)
  expect(found).toEqual([{ id: 'b', startsOn: '2026-12-07', endsOn: '2026-12-08' }])
})

const status = (standing: Parameters<typeof statusOf>[0]['standing'], atDeadline: number | null = null) =>
  statusOf({ standing, target: 0.8, atDeadline })

test('an objective is on track, at risk from nine tenths of its target, late under it, reached once met', () => {
  expect(status('on_track', 0.81)).toBe('on_track')
  expect(status('late', 0.72)).toBe('at_risk')
  expect(status('late', 0.7199)).toBe('late')
  expect(status('late')).toBe('late')
  expect(status('reached')).toBe('reached')
  expect(status('over')).toBe('late')
  expect(status('starting')).toBe('starting')
  expect(status('upcoming')).toBe('starting')
  expect(status('silent')).toBe('silent')
})

test('an action is late the day after its last day, and never once settled', () => {
  const timing = (today: string, state: 'todo' | 'done' = 'todo') =>
    timingOf({ state, startsOn: '2026-12-01', endsOn: '2026-12-03' }, today)
  expect(timing('2026-11-30')).toBe('ahead')
  expect(timing('2026-12-01')).toBe('now')
  expect(timing('2026-12-03')).toBe('now')
  expect(timing('2026-12-04')).toBe('late')
  expect(timing('2026-12-04', 'done')).toBe('settled')
})

const CLOSED: Calendar = {
  ...NO_CALENDAR,
  blocked: [
    { id: 'x', label: 'Fermeture', kind: 'closed', site: '', firstDay: '2026-12-28', lastDay: '2026-12-31' },
  ],
}

test.each(TEMPLATES)(
  'the template %s is laid out around Christmas and a closure, each after what it waits for',
  (key) => {
    const laid = layOut(key, '2026-11-28', CLOSED)
    expect(laid).toHaveLength(TEMPLATE_ACTIONS[key].length)
    for (const one of laid) {
      expect([one.key, quietDay(one.startsOn, CLOSED), quietDay(one.endsOn, CLOSED)]).toEqual([
        one.key,
        null,
        null,
      ])
      for (const need of one.needs ?? [])
        expect((laid.find((other) => other.key === need)?.endsOn ?? '9999') < one.startsOn).toBe(true)
    }
  },
)

test('every action of every template is written in both languages', () => {
  for (const { templates } of [fr, en])
    for (const key of TEMPLATES) {
      const written: Record<string, { title: string; details: string }> = templates[key].actions
      expect(Object.keys(written)).toEqual(TEMPLATE_ACTIONS[key].map((one) => one.key))
      expect(Object.values(written).every((one) => one.title.length <= 120 && one.details.length > 20)).toBe(
        true,
      )
    }
})

test('the next four weeks are covered where an action runs; a closed week asks nothing', () => {
  const actions = [
    { startsOn: '2026-11-30', endsOn: '2026-12-11', state: 'todo' },
    { startsOn: '2026-12-14', endsOn: '2026-12-18', state: 'dropped' },
  ]
  expect(coverageOf(actions, '2026-12-02', NO_CALENDAR)).toEqual({ covered: 2, of: 4 })
  const closed = {
    ...CLOSED,
    blocked: CLOSED.blocked.map((one) => ({ ...one, firstDay: '2026-12-21', lastDay: '2026-12-27' })),
  }
  expect(coverageOf(actions, '2026-12-02', closed)).toEqual({ covered: 2, of: 3 })
})
