import { expect, test } from 'vitest'
import {
  addWorkingDays,
  type BlockedDays,
  type Calendar,
  dayShare,
  NO_CALENDAR,
  nextWorkingDay,
  quietDay,
  workingDays,
  workingShare,
} from './calendar.ts'
import { isoWeek, mondayOf, weeksOf, yearBefore } from './days.ts'
import { easter, publicHolidays } from './public-holidays.ts'

test('Easter falls where the tables say, the earliest and latest years included', () => {
  const known = {
    1818: '03-22',
    1943: '04-25',
    1954: '04-18',
    2000: '04-23',
    2008: '03-23',
    2011: '04-24',
    2024: '03-31',
    2025: '04-20',
    2026: '04-05',
    2027: '03-28',
    2038: '04-25',
  }
  for (const [year, date] of Object.entries(known)) expect(easter(Number(year))).toBe(`${year}-${date}`)
})

test('a French year has eleven public holidays; Alsace-Moselle two more, each overseas territory one', () => {
  const days = (...regions: Parameters<typeof publicHolidays>[1] & object) =>
    publicHolidays(2026, regions).map((one) => one.day)
  expect(days()).toEqual([
    '2026-01-01',
    '2026-04-06',
    '2026-05-01',
    '2026-05-08',
    '2026-05-14',
    '2026-05-25',
    '2026-07-14',
    '2026-08-15',
    '2026-11-01',
    '2026-11-11',
    '2026-12-25',
  ])
  expect(days('alsace_moselle').filter((day) => !days().includes(day))).toEqual(['2026-04-03', '2026-12-26'])
  expect(days('mayotte').filter((day) => !days().includes(day))).toEqual(['2026-04-27'])
  expect(days('reunion')).toContain('2026-12-20')
})

test('two holidays on one day are one day off: Ascension on the first of May', () => {
  expect(easter(2008)).toBe('2008-03-23')
  expect(workingDays('2008-04-28', '2008-05-02', NO_CALENDAR)).toBe(4)
})

const blocked = (more: Partial<BlockedDays>): BlockedDays => ({
  id: 'x',
  label: 'Fermeture',
  kind: 'closed',
  site: '',
  firstDay: '2026-12-28',
  lastDay: '2026-12-31',
  ...more,
})
const calendar = (more: Partial<Calendar>): Calendar => ({ ...NO_CALENDAR, ...more })
const WINTER: Calendar = calendar({
  school: [
    { zone: 'A', name: 'Hiver', firstDay: '2027-02-13', lastDay: '2027-02-28' },
    { zone: 'B', name: 'Hiver', firstDay: '2027-02-20', lastDay: '2027-03-07' },
  ],
})

test('a day is quiet at the week-end, on a public holiday and when the house is closed; school holidays are not quiet', () => {
  expect(quietDay('2026-11-28', NO_CALENDAR)).toBe('weekend')
  expect(quietDay('2026-11-11', NO_CALENDAR)).toBe('public')
  expect(quietDay('2026-12-29', calendar({ blocked: [blocked({})] }))).toBe('closed')
  expect(quietDay('2026-12-29', calendar({ blocked: [blocked({ kind: 'busy' })] }))).toBeNull()
  expect(quietDay('2027-02-22', WINTER, { zone: 'A', site: '' })).toBeNull()
})

test('what closes one site leaves the others at work', () => {
  const castres = calendar({
    blocked: [blocked({ site: 'Castres' })],
    regions: [{ region: 'alsace_moselle', site: 'Colmar' }],
  })
  expect(workingDays('2026-12-28', '2026-12-31', castres, { zone: '', site: 'Castres' })).toBe(0)
  expect(workingDays('2026-12-28', '2026-12-31', castres, { zone: '', site: 'Nantes' })).toBe(4)
  expect(quietDay('2026-04-03', castres, { zone: '', site: 'Colmar' })).toBe('public')
  expect(quietDay('2026-04-03', castres)).toBeNull()
})

test('zones overlap without being the same: a week belongs to one, to both, or to none', () => {
  const share = (monday: string, friday: string, zone: string) => workingShare(monday, friday, zone, WINTER)
  expect(share('2027-02-15', '2027-02-19', 'A')).toBeCloseTo(0.75)
  expect(share('2027-02-15', '2027-02-19', 'B')).toBe(1)
  expect(share('2027-02-22', '2027-02-26', 'A')).toBeCloseTo(0.75)
  expect(share('2027-02-22', '2027-02-26', 'B')).toBeCloseTo(0.75)
  expect(share('2027-03-01', '2027-03-05', 'A')).toBe(1)
  expect(share('2027-03-01', '2027-03-05', '')).toBe(1)
})

test('what a period asks of somebody shrinks with holidays, bridges and closures', () => {
  // Ascension on Thursday 14 May 2026, and its bridge.
  expect(dayShare('2026-05-14', NO_CALENDAR)).toBe(0)
  expect(dayShare('2026-05-15', NO_CALENDAR)).toBe(0.5)
  expect(workingShare('2026-05-11', '2026-05-17', '', NO_CALENDAR)).toBeCloseTo(0.7)
  expect(workingShare('2026-12-28', '2026-12-31', '', calendar({ blocked: [blocked({})] }))).toBe(0)
  expect(workingShare('2026-11-28', '2026-11-29', '', NO_CALENDAR)).toBe(1)
})

test('working days are counted on over holidays and closures', () => {
  expect(nextWorkingDay('2026-12-25', NO_CALENDAR)).toBe('2026-12-28')
  expect(nextWorkingDay('2026-12-25', calendar({ blocked: [blocked({})] }))).toBe('2027-01-04')
  expect(addWorkingDays('2026-12-24', 1, NO_CALENDAR)).toBe('2026-12-28')
  expect(addWorkingDays('2026-12-26', 0, NO_CALENDAR)).toBe('2026-12-28')
})

test('weeks are those of ISO 8601, and a year before is the same one', () => {
  expect(mondayOf('2027-01-03')).toBe('2026-12-28')
  expect(isoWeek('2027-01-03')).toEqual({ year: 2026, week: 53 })
  expect(isoWeek('2026-01-01')).toEqual({ year: 2026, week: 1 })
  expect(weeksOf('2026-11-25', '2026-12-07')).toEqual(['2026-11-23', '2026-11-30', '2026-12-07'])
  expect(isoWeek(yearBefore('2026-11-23')).week).toBe(isoWeek('2026-11-23').week)
  // After a year of 53 weeks the same week is 53 weeks away.
  expect(isoWeek(yearBefore('2027-11-22'))).toEqual({ year: 2026, week: 47 })
})
