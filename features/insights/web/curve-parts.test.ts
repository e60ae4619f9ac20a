import { expect, test } from 'vitest'
import { instant } from './day-words.ts'
import { dateTicks, holidayBands, shareTicks, topShare, weekly } from './curve-parts.ts'

const percent = (share: number) => `${Math.round(share * 100)} %`

test('a curve leaves room above its highest value, and never goes past everybody', () => {
  expect(topShare(0.18, 0.19)).toBe(0.25)
  expect(topShare(0.8, 0.64, 0.73)).toBe(1)
  expect(topShare(1)).toBe(1)
})

test('shares on the side are round, and leave the target its place', () => {
  expect(shareTicks(0.8, 1, percent).map((tick) => tick.label)).toEqual(['0 %', '25 %', '50 %', '100 %'])
  expect(shareTicks(0.18, 0.25, percent).map((tick) => tick.label)).toEqual(['0 %', '10 %'])
})

test('dates under a curve are both ends and a few months that do not touch them', () => {
  const days = dateTicks('2026-09-22', '2026-12-22', (day) => day).map((tick) => tick.label)
  expect(days[0]).toBe('2026-09-22')
  expect(days.at(-1)).toBe('2026-12-22')
  expect(days).toContain('2026-11-01')
  expect(days).not.toContain('2026-10-01')
})

test('overlapping holidays of several zones are one band, cut at the edges of the curve', () => {
  const holiday = (zone: string, firstDay: string, lastDay: string) => ({
    zone,
    name: "Vacances d'hiver",
    firstDay,
    lastDay,
  })
  const bands = holidayBands(
    [holiday('A', '2026-02-07', '2026-02-22'), holiday('B', '2026-02-14', '2026-03-01')],
    '2026-01-01',
    '2026-02-20',
  )
  expect(bands).toEqual([expect.objectContaining({ zones: ['A', 'B'], to: instant('2026-02-20') })])
})

test('the table has a row a week and always the last day', () => {
  expect(weekly([...Array(16).keys()])).toEqual([1, 8, 15])
  expect(weekly([])).toEqual([])
})
