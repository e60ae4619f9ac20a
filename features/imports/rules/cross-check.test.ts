import { describe, expect, test } from 'vitest'
import { CrossCheck } from './cross-check.ts'
import type { KnownPerson } from './cross-check.ts'
import type { Person } from './person.ts'

const BLANK: Person = {
  staffNumber: null,
  email: null,
  givenName: 'Léa',
  familyName: 'Roy',
  phone: null,
  organization: null,
  site: null,
  schoolZone: null,
  department: null,
  job: null,
  level: null,
  managerRef: null,
  hiredOn: null,
  leftOn: null,
  interests: [],
  language: null,
}

function file(...people: Partial<Person>[]) {
  const check = new CrossCheck()
  const duplicates = people.flatMap((person, at) => check.add(at + 2, { ...BLANK, ...person }))
  return { check, duplicates }
}

const staff = (staffNumber: string, managerRef: string | null = null) => ({ staffNumber, managerRef })
const known = (
  staffNumber: string,
  managerRef: string | null = null,
  email: string | null = null,
): KnownPerson => ({
  staffNumber,
  managerRef,
  email,
})
const lines = (problems: { line: number; code: string }[]) =>
  problems.map(({ line, code }) => `${line} ${code}`)

describe('keys held twice', () => {
  test('the second line is refused, and names the first', () => {
    const { duplicates } = file(
      { staffNumber: 'A1', email: 'a@x.example' },
      { staffNumber: 'a1' },
      { staffNumber: 'A2', email: 'A@x.example' },
      { staffNumber: '0A1' },
    )
    expect(duplicates).toEqual([
      { line: 3, field: 'staffNumber', code: 'staff_number.duplicate', value: 'a1', otherLine: 2 },
      { line: 4, field: 'email', code: 'email.duplicate', value: 'A@x.example', otherLine: 2 },
    ])
  })

  test('the same person twice is one mistake', () => {
    const same = { staffNumber: 'A1', email: 'a@x.example' }
    expect(lines(file(same, same).duplicates)).toEqual(['3 staff_number.duplicate'])
  })

  test('are found among a hundred thousand lines', () => {
    const check = new CrossCheck()
    for (let line = 2; line < 100_002; line++)
      expect(check.add(line, { ...BLANK, staffNumber: `M${line}` })).toEqual([])
    expect(check.add(100_002, { ...BLANK, staffNumber: 'M54321' })).toMatchObject([{ otherLine: 54_321 }])
  })
})

describe('managers', () => {
  test('found in the file or in the directory are accepted', () => {
    const { check } = file(
      { ...staff('A1'), email: 'chef@x.example' },
      staff('A2', 'A1'),
      staff('A3', 'CHEF@x.example'),
      staff('A4', 'K1'),
    )
    expect([...check.managerRefs()]).toEqual(['A1', 'CHEF@x.example', 'K1'])
    expect(check.finish([known('K1')])).toMatchObject({ rejected: [], warnings: [] })
  })

  test('nobody knows are warned about, and the person kept', () => {
    const { check } = file(staff('A1', 'Z9'))
    expect(check.finish()).toEqual({
      rejected: [],
      released: [],
      warnings: [{ line: 2, field: 'manager', value: 'Z9', code: 'manager.unknown' }],
    })
  })

  test('whose own line was refused are told apart', () => {
    const { check } = file(staff('A1', 'B1'), staff('A2', 'A3'), staff('A3', 'A3'))
    check.addRejected({ staffNumber: 'B1', email: null })
    const { rejected, warnings } = check.finish()
    expect(lines(rejected)).toEqual(['4 manager.cycle'])
    expect(lines(warnings)).toEqual(['2 manager.rejected', '3 manager.rejected'])
    expect(check.finish([known('B1'), known('A3')]).warnings).toEqual([])
  })

  test('in a circle are refused, each line of it and no other', () => {
    const { check } = file(
      staff('A1', 'A2'),
      staff('A2', 'A3'),
      staff('A3', 'A1'),
      staff('A4', 'A1'),
      staff('A5', 'A5'),
      staff('A6'),
    )
    const { rejected, warnings } = check.finish()
    expect(lines(rejected)).toEqual([
      '2 manager.cycle',
      '3 manager.cycle',
      '4 manager.cycle',
      '6 manager.cycle',
    ])
    expect(lines(warnings)).toEqual(['5 manager.rejected'])
  })

  test('in a circle that passes through the directory are found', () => {
    const { check } = file(staff('A1', 'K1'), staff('A2', 'K3'))
    const people = [known('K1', 'K2'), known('K2', 'A1'), known('K3', 'K4'), known('K4', 'K3')]
    expect(lines(check.finish(people).rejected)).toEqual(['2 manager.cycle'])
  })

  test('the file has the last word on who manages whom, whichever key it uses', () => {
    const { check } = file(staff('A1', 'k@x.example'), staff('K1', null))
    expect(check.finish([known('K1', 'A1', 'k@x.example')])).toEqual({
      rejected: [],
      warnings: [],
      released: [3],
    })
  })
})
