import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { CsvLines } from './csv-lines.ts'
import { splitRecord } from './csv-record.ts'
import type { Row } from './row.ts'

function rowsOf(text: string, delimiter = ';'): Row[] {
  const lines = new CsvLines(delimiter)
  const rows = text.split('\n').flatMap((line, at) => lines.read(at + 1, line))
  return [...rows, ...lines.end()]
}

describe('a record', () => {
  test.each([
    ['a;b;c', ['a', 'b', 'c']],
    ['a;;', ['a', '', '']],
    ['"a;b";c', ['a;b', 'c']],
    ['"dit ""Lulu""";c', ['dit "Lulu"', 'c']],
    ['"";c', ['', 'c']],
    ['Écran 24";c', ['Écran 24"', 'c']],
    ['"Résidence "Les Lilas"";c', ['Résidence "Les Lilas"', 'c']],
  ])('%j is cut into %j', (text, cells) => {
    expect(splitRecord(text, ';')).toMatchObject({ cells, open: false })
  })

  test('is cut as a reference parser cuts it, whatever is in the cells', () => {
    let seed = 7
    const random = (below: number) => (seed = (seed * 48271) % 2147483647) % below
    const letters = ['a', 'é', ';', '"', ' ', '\n', '=', ',']
    for (let round = 0; round < 2000; round++) {
      const cells = Array.from({ length: 1 + random(5) }, () =>
        Array.from({ length: random(6) }, () => letters[random(letters.length)]).join(''),
      )
      const text = cells
        .map((cell) => (random(2) || /[;"\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
        .join(';')
      const [reference] = parse(text, { delimiter: ';', skip_empty_lines: false }) as string[][]
      expect(splitRecord(text, ';').cells).toEqual(reference ?? [''])
    }
  })
})

describe('lines put together', () => {
  test('keep the number of the line each record starts on', () => {
    expect(rowsOf('N;A;B\n1;"deux\nlignes";x\n2;y;z')).toEqual([
      { line: 1, cells: ['N', 'A', 'B'] },
      { line: 2, cells: ['1', 'deux\nlignes', 'x'] },
      { line: 4, cells: ['2', 'y', 'z'] },
    ])
  })

  test('an unclosed quote costs its own line and no other', () => {
    expect(rowsOf('N;A;B\n1;"ouvert;x\n2;y;z\n3;"clos";z')).toEqual([
      { line: 1, cells: ['N', 'A', 'B'] },
      { line: 2, cells: ['1', '"ouvert', 'x'], damage: 'line.unclosed_quote' },
      { line: 3, cells: ['2', 'y', 'z'] },
      { line: 4, cells: ['3', 'clos', 'z'] },
    ])
  })

  test('an unclosed quote near the end, or before short lines, is reported and reading goes on', () => {
    expect(rowsOf('N;A;B\n1;"ouvert;x')[1]).toMatchObject({ line: 2, damage: 'line.unclosed_quote' })
    const rows = rowsOf(`N;A;B\n1;"ouvert;x\n${'court\n'.repeat(40)}2;y;z`)
    expect(rows).toHaveLength(43)
    expect(rows[1]).toMatchObject({ line: 2, damage: 'line.unclosed_quote' })
    expect(rows.at(-1)).toEqual({ line: 43, cells: ['2', 'y', 'z'] })
  })

  test('a cell with line breaks in the first column is one cell', () => {
    expect(rowsOf('N;A;B\n"un\ndeux";x;y\n2;y;z')[1]).toEqual({ line: 2, cells: ['un\ndeux', 'x', 'y'] })
  })

  test('a line too long to be a person is reported and dropped', () => {
    const rows = rowsOf(`N;A\n1;${'x'.repeat(70_000)}\n2;y`)
    expect(rows[1]).toMatchObject({ line: 2, damage: 'line.too_large' })
    expect(rows[2]).toEqual({ line: 3, cells: ['2', 'y'] })
  })
})
