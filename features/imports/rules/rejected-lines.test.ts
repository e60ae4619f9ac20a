import { expect, test } from 'vitest'
import { headerWidth, mappingOf, proposeMapping } from './columns.ts'
import { CsvLines } from './csv-lines.ts'
import { readPersonLine } from './person-line.ts'
import { rejectedHeader, rejectedLine } from './rejected-lines.ts'
import type { RejectedFormat } from './rejected-lines.ts'

const headers = ['Matricule', 'Nom', 'Prénom', 'Téléphone', 'Emploi']
const format: RejectedFormat = { delimiter: ';', headers, words: { line: 'Ligne', problem: 'Problème' } }

function reread(text: string) {
  const records = new CsvLines(';')
  const [head, ...rows] = text
    .split('\r\n')
    .filter(Boolean)
    .flatMap((line, at) => records.read(at + 1, line))
  const header = head?.cells ?? []
  const context = { columns: headerWidth(header), today: '2026-11-22' }
  return {
    header,
    rows,
    readings: rows.map(({ line, cells }) =>
      readPersonLine(cells, mappingOf(proposeMapping(header)), { line, ...context }),
    ),
  }
}

const text = (...lines: string[]) => [rejectedHeader(format), ...lines].join('').replace('\uFEFF', '')

test('the header begins with the mark of UTF-8 and ends with the two columns added', () => {
  expect(rejectedHeader(format)).toBe('\uFEFFMatricule;Nom;Prénom;Téléphone;Emploi;Ligne;Problème\r\n')
})

test('cells a spreadsheet would run are guarded, in the cells and in the problem', () => {
  const line = rejectedLine(format, {
    line: 9,
    cells: ['01', '=1;2', 'L', '+33 6', '@x'],
    problems: ['=faux', 'b'],
  })
  expect(line).toBe("01;\"'=1;2\";L;'+33 6;'@x;9;'=faux b\r\n")
})

test('once mended, the lines can be sent again', () => {
  const line = rejectedLine(format, {
    line: 9,
    cells: ['01', 'Roy', '', '+33612345678', 'Cariste'],
    problems: ['x'],
  })
  expect(reread(text(line)).readings).toMatchObject([
    { kind: 'rejected', problems: [{ code: 'field.required' }] },
  ])
  expect(reread(text(line.replace('Roy;;', 'Roy;Léa;'))).readings).toMatchObject([
    {
      kind: 'person',
      person: { staffNumber: '01', givenName: 'Léa', phone: '+33612345678', job: 'Cariste' },
    },
  ])
})

test('a truncated or too long line sent again as it is, is refused again', () => {
  const short = rejectedLine(format, { line: 3, cells: ['01', 'Roy', 'Léa'], problems: ['court'] })
  const long = rejectedLine(format, {
    line: 4,
    cells: ['02', 'Roy', 'Léa', '', 'x', 'y'],
    problems: ['long'],
  })
  expect(short).toBe('01;Roy;Léa;[?];;3;court\r\n')
  expect(reread(text(short, long)).readings).toMatchObject([
    { problems: [{ code: 'line.truncated', field: 'phone' }] },
    { problems: [{ code: 'line.too_long' }] },
  ])
})

test('lines refused a second time carry their new problem only', () => {
  const { header, rows } = reread(
    text(rejectedLine(format, { line: 9, cells: ['01', '', 'L', '', '=x'], problems: ['vieux'] })),
  )
  const again: RejectedFormat = { ...format, headers: header }
  expect(rejectedHeader(again)).toBe(rejectedHeader(format))
  const cells = rows[0]?.cells ?? []
  expect(rejectedLine(again, { line: 2, cells, problems: ['neuf'] })).toBe("01;;L;;'=x;2;neuf\r\n")
})
