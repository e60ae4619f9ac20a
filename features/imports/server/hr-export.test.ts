import { expect, test } from 'vitest'
import { headerWidth, mappingOf, missingFields, proposeMapping } from '../rules/columns.ts'
import type { Mapping } from '../rules/columns.ts'
import { CrossCheck } from '../rules/cross-check.ts'
import { readPersonLine } from '../rules/person-line.ts'
import type { Person } from '../rules/person.ts'
import type { Problem } from '../rules/problem.ts'
import { openRows } from './read-rows.ts'

const FILE = new URL('fixtures/hr-export.csv', import.meta.url).pathname

async function readExport() {
  const { format, rows } = await openRows(FILE)
  const check = new CrossCheck()
  const people = new Map<number, Person>()
  const rejected: Problem[] = []
  const warnings: Problem[] = []
  const blank: number[] = []
  let mapping: Mapping | null = null
  let columns = 0
  for await (const { line, cells, damage } of rows) {
    if (!mapping) {
      mapping = mappingOf(proposeMapping(cells))
      columns = headerWidth(cells)
      continue
    }
    const reading = readPersonLine(cells, mapping, { line, columns, today: '2026-11-22', damage })
    if (reading.kind === 'blank') blank.push(line)
    if (reading.kind === 'rejected') {
      rejected.push(...reading.problems)
      check.addRejected(reading)
    }
    if (reading.kind !== 'person') continue
    const duplicates = check.add(line, reading.person)
    rejected.push(...duplicates)
    warnings.push(...reading.warnings)
    if (duplicates.length === 0) people.set(line, reading.person)
  }
  const crossed = check.finish()
  rejected.push(...crossed.rejected)
  warnings.push(...crossed.warnings)
  for (const { line } of crossed.rejected) people.delete(line)
  return { format, mapping: mapping ?? [], people, rejected, warnings, blank }
}

const told = (problems: Problem[]) =>
  problems.toSorted((a, b) => a.line - b.line).map(({ line, field, code }) => `${line} ${field} ${code}`)

test('the HR export is read to the last line, and each rejected line says why', async () => {
  const { format, mapping, people, rejected, warnings, blank } = await readExport()

  expect(format).toEqual({ delimiter: ';', encoding: 'windows-1252' })
  expect(missingFields(mapping)).toEqual([])
  expect(mapping).not.toContain(null)
  expect(told(rejected)).toEqual([
    '13 email email.invalid',
    '25 email email.invalid',
    '39 hiredOn date.impossible',
    '69 job cell.formula',
    '73 interests cell.formula',
    '91 familyName field.required',
    '103 staffNumber staff_number.duplicate',
    '152 site line.truncated',
    '213 staffNumber staff_number.duplicate',
    '302 manager manager.cycle',
  ])
  expect(rejected.find(({ line }) => line === 103)?.otherLine).toBe(7)
  expect(rejected.find(({ line }) => line === 213)?.otherLine).toBe(11)
  expect(blank).toEqual([401])
  // 2,004 lines: a header, ten rejected, a blank one, and people.
  expect(people.size).toBe(1992)
  // The manager of ten people is on line 39, which is rejected.
  expect(told(warnings)).toEqual([
    '41 manager manager.rejected',
    '57 manager manager.rejected',
    '61 manager manager.unknown',
    '99 givenName name.garbled',
    '252 manager manager.rejected',
    '290 manager manager.rejected',
    '355 manager manager.rejected',
    '395 manager manager.rejected',
    '415 manager manager.rejected',
    '514 manager manager.rejected',
    '603 manager manager.rejected',
    '614 manager manager.rejected',
  ])
})

test('the people of the HR export are as they should be written', async () => {
  const { people } = await readExport()
  expect(people.get(6)).toMatchObject({ familyName: 'De La Tour', givenName: 'Bruno', hiredOn: '2017-12-25' })
  expect(people.get(35)?.familyName).toBe("O'Brien")
  expect(people.get(43)?.hiredOn).toBe('2021-03-15')
  expect(people.get(55)).toMatchObject({ givenName: 'Élodie', email: null })
  expect(people.get(63)?.phone).toBe('+33612345678')
  expect(people.get(85)).toMatchObject({
    staffNumber: null,
    email: 'aurelien.kaya@exemple-industrie.example',
  })
  expect(people.get(11)?.interests).toEqual(['Cuisine', 'Bénévolat', 'Course à pied'])
  const all = [...people.values()]
  expect(all.filter(({ email }) => email === null)).toHaveLength(666)
  expect(new Set(all.map(({ schoolZone }) => schoolZone))).toEqual(new Set(['A', 'B', 'C']))
})
