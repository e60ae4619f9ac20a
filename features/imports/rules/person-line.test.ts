import { describe, expect, test } from 'vitest'
import type { Mapping } from './columns.ts'
import type { FieldName, Person } from './person.ts'
import { readPersonLine } from './person-line.ts'
import type { LineReading } from './person-line.ts'

const SOMEBODY: Partial<Record<FieldName, string>> = {
  staffNumber: 'A1',
  familyName: 'Roy',
  givenName: 'Léa',
}

function reading(cells: Partial<Record<FieldName, string>>): LineReading {
  const mapping = Object.keys(cells) as FieldName[]
  return readPersonLine(Object.values(cells), mapping, {
    line: 5,
    columns: mapping.length,
    today: '2026-11-22',
  })
}

function person(cells: Partial<Record<FieldName, string>>): Person {
  const result = reading({ ...SOMEBODY, ...cells })
  if (result.kind !== 'person') throw new Error(JSON.stringify(result))
  return result.person
}

function problems(cells: Partial<Record<FieldName, string>>) {
  const result = reading({ ...SOMEBODY, ...cells })
  return result.kind === 'rejected' ? result.problems.map(({ field, code }) => `${field} ${code}`) : []
}

function warnings(cells: Partial<Record<FieldName, string>>) {
  const result = reading({ ...SOMEBODY, ...cells })
  return result.kind === 'person'
    ? result.warnings.map(({ field, code }) => `${field} ${code}`)
    : ['rejected']
}

describe('names', () => {
  test.each([
    ['DE LA TOUR', 'De La Tour'],
    ["O'BRIEN", "O'Brien"],
    ['N’DIAYE', 'N’Diaye'],
    ['MÉNARD', 'Ménard'],
    ['LEFÈVRE-DUPONT', 'Lefèvre-Dupont'],
    ['de Saint-Exupéry', 'de Saint-Exupéry'],
    ['McDonald', 'McDonald'],
    ['  Élodie\u00a0 Anne ', 'Élodie Anne'],
    ['E\u0301lodie', 'Élodie'],
  ])('%j is written %j', (given, kept) => {
    expect(person({ familyName: given }).familyName).toBe(kept)
  })

  test.each([
    ['fullName', 'Bruno DE LA TOUR', 'Bruno', 'De La Tour'],
    ['fullName', 'Jean-Baptiste Le Gall', 'Jean-Baptiste', 'Le Gall'],
    ['fullName', 'DUPONT Laure', 'Laure', 'Dupont'],
    ['fullNameFamilyFirst', 'Dupont Laure', 'Laure', 'Dupont'],
    ['fullNameFamilyFirst', 'De La Tour Bruno', 'Bruno', 'De La Tour'],
    ['fullNameFamilyFirst', 'DUPONT, Laure', 'Laure', 'Dupont'],
    ['fullNameFamilyFirst', 'DUPONT LAURE', 'Laure', 'Dupont'],
  ] as const)('in a %s column, %j is %s %s', (field, text, givenName, familyName) => {
    expect(reading({ staffNumber: 'A1', [field]: text })).toMatchObject({ person: { givenName, familyName } })
  })

  test('are needed, and a combined name of one word is not enough', () => {
    expect(problems({ familyName: '' })).toEqual(['familyName field.required'])
    expect(problems({ givenName: ' ' })).toEqual(['givenName field.required'])
    expect(reading({ staffNumber: 'A1', fullName: 'Cher' })).toMatchObject({
      problems: [{ code: 'name.unsplit' }],
    })
  })

  test('with lost characters are kept, and said', () => {
    expect(warnings({ givenName: 'José-María ??' })).toEqual(['givenName name.garbled'])
  })
})

describe('the keys of a person', () => {
  test('a staff number is text, with its zeros', () => {
    expect(person({ staffNumber: ' 000123 ' }).staffNumber).toBe('000123')
    expect(problems({ staffNumber: '1,23457E+11' })).toEqual(['staffNumber staff_number.mangled'])
  })

  test('a staff number or an address is enough, one of them is needed', () => {
    expect(person({ staffNumber: '', email: 'lea@a.example' })).toMatchObject({
      staffNumber: null,
      email: 'lea@a.example',
    })
    expect(problems({ staffNumber: '', email: '' })).toEqual(['staffNumber key.missing'])
    expect(problems({ staffNumber: '', email: 'lea@' })).toEqual(['email email.invalid'])
  })

  test.each([
    'pas d’adresse',
    'a@@b.example',
    'a b@c.example',
    'a@b',
    '.a@b.example',
    'a..b@c.example',
    'a@-b.example',
    'élodie@b.example',
  ])('%j is not an address', (email) => {
    expect(problems({ email })).toEqual(['email email.invalid'])
  })

  test('an address is kept in small letters', () => {
    expect(person({ email: ' Lea.O’Roy@Exemple.Example '.replace('’', "'") }).email).toBe(
      "lea.o'roy@exemple.example",
    )
  })
})

describe('phone numbers', () => {
  test.each([
    ['06 73 74 50 06', '+33673745006'],
    ['+33 6 12 34 56 78', '+33612345678'],
    ['+33 (0)6 12 34 56 78', '+33612345678'],
    ['0033612345678', '+33612345678'],
    ['06.12.34.56.78', '+33612345678'],
    ['612345678', '+33612345678'],
    ['0692 10 06 93', '+262692100693'],
    ['+44 20 7946 0958', '+442079460958'],
    ['-', null],
  ])('%j is kept as %j', (phone, kept) => {
    expect(person({ phone }).phone).toBe(kept)
  })

  test('that cannot be called are left out, and said', () => {
    expect(warnings({ phone: 'poste 12' })).toEqual(['phone phone.unreadable'])
    expect(warnings({ phone: '06 12' })).toEqual(['phone phone.unreadable'])
  })
})

describe('days', () => {
  test.each([
    ['03/01/2004', '2004-01-03'],
    ['3/1/2004', '2004-01-03'],
    ['29/02/2024', '2024-02-29'],
    ['2021-03-15', '2021-03-15'],
    ['2021-03-15T00:00:00', '2021-03-15'],
    ['20210315', '2021-03-15'],
    ['44270', '2021-03-15'],
    ['', null],
  ])('%j is %j', (hiredOn, kept) => {
    expect(person({ hiredOn }).hiredOn).toBe(kept)
  })

  test.each([
    ['31/02/2019', 'date.impossible'],
    ['29/02/2023', 'date.impossible'],
    ['00/01/2020', 'date.impossible'],
    ['2020-13-01', 'date.impossible'],
    ['bientôt', 'date.unreadable'],
    ['12/11/91', 'date.unreadable'],
    ['01/01/1850', 'date.too_early'],
    ['01/01/2080', 'date.too_late'],
  ])('%j is refused: %s', (hiredOn, code) => {
    expect(problems({ hiredOn })).toEqual([`hiredOn ${code}`])
  })

  test('nobody leaves before coming, and 9999 means no end', () => {
    expect(problems({ hiredOn: '01/02/2020', leftOn: '01/01/2020' })).toEqual(['leftOn date.order'])
    expect(person({ leftOn: '31/12/9999' }).leftOn).toBe(null)
  })
})

describe('cells a spreadsheet would run', () => {
  test.each(['=1+1', '@SUM(1+1)', '+cmd|x', '-2+A1', '\t=1', '\tx', '\rx', ' =1', '＝1'])(
    '%j is refused',
    (job) => {
      expect(problems({ job })).toEqual(['job cell.formula'])
    },
  )

  test.each(['-5', '+33 6 12 34 56 78', 'Chef = adjoint', '-', 'A+B'])('%j is no formula', (job) => {
    expect(problems({ job })).toEqual([])
  })

  test('the apostrophe that guards a cell is taken off, and the cell judged', () => {
    expect(person({ phone: "'+33 6 12 34 56 78" }).phone).toBe('+33612345678')
    expect(problems({ job: "'=1+1" })).toEqual(['job cell.formula'])
    expect(person({ job: "'t Hof" }).job).toBe("'t Hof")
  })
})

describe('other fields', () => {
  test('interests are cut and counted once', () => {
    expect(person({ interests: 'Vélo, Échecs;vélo / Data|Data ,' }).interests).toEqual([
      'Vélo',
      'Échecs',
      'Data',
    ])
    const many = Array.from({ length: 51 }, (_, at) => `i${at}`).join(',')
    expect(problems({ interests: many })).toEqual(['interests interests.too_many'])
  })

  test('levels, zones and languages have one spelling', () => {
    expect(person({ level: 'CADRE' }).level).toBe('Cadre')
    expect(person({ level: 'Employé(e)' }).level).toBe('Employé')
    expect(person({ level: 'Agent de maitrise' }).level).toBe('Agent de maîtrise')
    expect(person({ level: 'Coefficient 305' }).level).toBe('Coefficient 305')
    expect(person({ schoolZone: 'zone b' }).schoolZone).toBe('B')
    expect(person({ schoolZone: 'REUNION' }).schoolZone).toBe('La Réunion')
    expect(warnings({ schoolZone: 'D' })).toEqual(['schoolZone school_zone.unknown'])
    expect(person({ language: 'fr_FR' }).language).toBe('fr')
    expect(person({ language: 'Anglais' }).language).toBe('en')
    expect(warnings({ language: 'Deutsch' })).toEqual(['language language.unknown'])
  })

  test('the manager is a staff number or an address', () => {
    expect(person({ manager: 'A9' }).managerRef).toBe('A9')
    expect(person({ manager: '', managerEmail: 'Chef@a.example' }).managerRef).toBe('chef@a.example')
    expect(person({ manager: 'A9', managerEmail: 'chef@a.example' }).managerRef).toBe('A9')
  })

  test('too long, broken and control characters are refused', () => {
    expect(problems({ job: 'x'.repeat(201) })).toEqual(['job cell.too_long'])
    expect(problems({ job: 'a\u0007b' })).toEqual(['job cell.control_character'])
    expect(problems({ job: 'a\u202Eb' })).toEqual(['job cell.control_character'])
    expect(problems({ job: '#N/A' })).toEqual(['job cell.error'])
    expect(person({ job: 'Chef\nd’équipe' }).job).toBe('Chef d’équipe')
  })

  test('everything wrong with a line is told at once', () => {
    expect(problems({ email: 'x', hiredOn: '31/02/2019', givenName: '' })).toEqual([
      'email email.invalid',
      'hiredOn date.impossible',
      'givenName field.required',
    ])
  })
})

describe('the shape of a line', () => {
  const mapping: Mapping = ['staffNumber', 'familyName', 'givenName', 'site']
  const shape = (...cells: string[]) =>
    readPersonLine(cells, mapping, { line: 5, columns: 4, today: '2026-11-22' })

  test('a blank line is nobody, and no mistake', () => {
    expect(shape('')).toEqual({ kind: 'blank' })
    expect(shape('', ' ', '', '')).toEqual({ kind: 'blank' })
  })

  test('a line cut short, or too long, is refused whole', () => {
    expect(shape('A1', 'Roy', 'Léa')).toMatchObject({
      problems: [{ line: 5, field: 'site', code: 'line.truncated' }],
    })
    expect(shape('A1', 'Roy', 'Léa', 'Lyon', 'x')).toMatchObject({
      problems: [{ field: null, code: 'line.too_long' }],
    })
    expect(shape('A1', 'Roy', 'Léa', 'Lyon', '', '')).toMatchObject({ kind: 'person' })
    expect(shape('A1', 'Roy', 'Léa', '[?]')).toMatchObject({
      problems: [{ field: 'site', code: 'line.truncated' }],
    })
  })

  test('a refused line still says whose it was', () => {
    expect(shape('A1', 'Roy')).toMatchObject({ kind: 'rejected', staffNumber: 'A1' })
  })
})
