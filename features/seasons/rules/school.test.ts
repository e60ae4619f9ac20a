import { expect, test } from 'vitest'
import {
  type Correction,
  correctedYears,
  faultOf,
  overlapped,
  type PublishedHoliday,
  schoolBetween,
  schoolPeriods,
  schoolYearOf,
} from './school.ts'

const holiday = (zone: string, name: string, firstDay: string, lastDay: string): PublishedHoliday => ({
  zone,
  name,
  firstDay,
  lastDay,
  confirmed: false,
})
const WINTER = holiday('A', "Vacances d'hiver", '2027-02-13', '2027-02-28')
const SPRING = holiday('A', 'Vacances de printemps', '2027-04-10', '2027-04-25')
const SUMMER = holiday('A', "Vacances d'été", '2027-07-03', '2027-08-31')
const PUBLISHED = [WINTER, SPRING, SUMMER, { ...WINTER, zone: 'B' }]

const correction = (more: Partial<Correction> = {}): Correction => ({
  id: 'x',
  zone: 'A',
  year: 2026,
  name: "Vacances d'hiver",
  firstDay: '2027-02-06',
  lastDay: '2027-02-21',
  source: 'Arrêté',
  sourceDay: '2026-10-01',
  ...more,
})
const fault = (more: Partial<Correction> = {}, today = '2026-11-27') =>
  faultOf(correction(more), schoolPeriods(PUBLISHED, []), ['A', 'B'], today)?.code ?? null

test('a school year begins in September, its summer belongs to it', () => {
  expect(schoolYearOf('2026-08-31')).toBe(2025)
  expect(schoolYearOf('2026-09-01')).toBe(2026)
  expect(schoolYearOf(SUMMER.firstDay)).toBe(2026)
  expect(correctedYears('2027-08-31')).toEqual([2026, 2027])
  expect(correctedYears('2027-09-01')).toEqual([2027, 2028])
})

test('a corrected period stands where the published one did, in its zone alone; an added one beside them', () => {
  const bridge = { name: "Pont de l'Ascension", firstDay: '2027-05-07', lastDay: '2027-05-08', id: 'y' }
  const periods = schoolPeriods(PUBLISHED, [correction(), correction(bridge)])
  expect(periods.map(({ zone, firstDay }) => `${zone} ${firstDay}`)).toEqual([
    'A 2027-02-06',
    'B 2027-02-13',
    'A 2027-04-10',
    'A 2027-05-07',
    'A 2027-07-03',
  ])
  expect(periods[0]).toMatchObject({
    confirmed: true,
    published: { firstDay: '2027-02-13', lastDay: '2027-02-28' },
    correction: { id: 'x', source: 'Arrêté', sourceDay: '2026-10-01' },
  })
  expect(periods[1]).toMatchObject({ confirmed: false, correction: null })
  expect(periods[3]).toMatchObject({ confirmed: true, published: null })
  // Of another year, it is another period.
  expect(schoolPeriods(PUBLISHED, [correction({ year: 2025 })])).toHaveLength(5)
})

test('a period is there on its first day and on its last, and not a day further', () => {
  const found = (day: string) => schoolBetween([WINTER], day, day).length
  expect(['2027-02-12', '2027-02-13', '2027-02-28', '2027-03-01'].map(found)).toEqual([0, 1, 1, 0])
})

test('dates are refused for what is wrong with them, and not before', () => {
  expect(fault()).toBeNull()
  expect(fault({ zone: 'C' })).toBe('school_holidays.zone')
  expect(fault({ lastDay: '2027-02-05' })).toBe('school_holidays.order')
  expect(fault({ lastDay: '2027-02-06' })).toBeNull()
  // A published period moved onto its own old days is no overlap.
  expect(fault({ firstDay: '2027-02-14', lastDay: '2027-02-20' })).toBeNull()
  expect(fault({ lastDay: '2027-04-09' })).toBeNull()
  expect(fault({ lastDay: '2027-04-10' })).toBe('school_holidays.overlap')
  expect(fault({ sourceDay: '2026-11-27' })).toBeNull()
  expect(fault({ sourceDay: '2026-11-28' })).toBe('school_holidays.source_day')
})

test('seventy days are a holiday, seventy-one a mistake', () => {
  const days = (lastDay: string) => fault({ name: 'Essai', firstDay: '2026-09-10', lastDay })
  expect(days('2026-11-18')).toBeNull()
  expect(days('2026-11-19')).toBe('school_holidays.long')
})

test('dates stay in their school year, and in the two that may be corrected', () => {
  const days = (year: number, firstDay: string) => fault({ name: 'Essai', year, firstDay, lastDay: firstDay })
  expect(days(2026, '2026-08-31')).toBe('school_holidays.year')
  expect(days(2026, '2026-09-01')).toBeNull()
  expect(days(2027, '2028-08-31')).toBeNull()
  expect(days(2027, '2028-09-01')).toBe('school_holidays.year')
  expect(days(2025, '2026-06-01')).toBe('school_holidays.years')
  expect(days(2028, '2028-10-01')).toBe('school_holidays.years')
})

test('two zones may be away on the same days, one zone only once', () => {
  const periods = schoolPeriods(PUBLISHED, [])
  const asked = { year: 2026, name: 'Essai', firstDay: '2027-04-25', lastDay: '2027-04-26' }
  expect(overlapped({ ...asked, zone: 'A' }, periods)?.name).toBe('Vacances de printemps')
  expect(overlapped({ ...asked, zone: 'B' }, periods)).toBeNull()
})
