import { expect, test } from 'vitest'
import type { Row } from '../rules/row.ts'
import { readCsv } from './read-csv.ts'

async function* chunks(bytes: Uint8Array, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

async function rowsOf(text: string | Uint8Array, size = 7) {
  const { format, rows } = readCsv(chunks(typeof text === 'string' ? Buffer.from(text) : text, size))
  const all: Row[] = []
  for await (const row of rows) all.push(row)
  return { format, all }
}

test('lines are numbered as in the file, whatever ends them', async () => {
  for (const end of ['\r\n', '\n', '\r']) {
    const { all } = await rowsOf(['Nom;Prénom', 'Roy;Léa', '', 'Colas;Hakim'].join(end))
    expect(all).toEqual([
      { line: 1, cells: ['Nom', 'Prénom'] },
      { line: 2, cells: ['Roy', 'Léa'] },
      { line: 3, cells: [''] },
      { line: 4, cells: ['Colas', 'Hakim'] },
    ])
  }
})

test('the file is read the same however it is cut into chunks', async () => {
  const text = `Nom;Note\r\n${'Ménard;"une\r\nœuvre ; ""rare"""\r\n'.repeat(3000)}`
  const whole = await rowsOf(text, 1_000_000)
  expect(whole.all).toHaveLength(3001)
  expect(whole.all[2]).toEqual({ line: 4, cells: ['Ménard', 'une\nœuvre ; "rare"'] })
  for (const size of [1, 3, 4096]) expect(await rowsOf(text, size)).toEqual(whole)
})

test('UTF-16 and Windows-1252 exports are read with their accents', async () => {
  const wide = await rowsOf(Buffer.from('\uFEFFNom\tPrénom\r\nRoy\tLéa\r\n', 'utf16le'))
  expect(wide.format).toEqual({ delimiter: '\t', encoding: 'utf-16le' })
  expect(wide.all[1]).toEqual({ line: 2, cells: ['Roy', 'Léa'] })
  const western = await rowsOf(Buffer.from('Nom,Pr\xe9nom\nRoy,L\xe9a\x80\n', 'latin1'))
  expect(western.format).toEqual({ delimiter: ',', encoding: 'windows-1252' })
  expect(western.all[1]?.cells).toEqual(['Roy', 'Léa€'])
})

test('the line by which Excel names the delimiter is no header', async () => {
  const { all } = await rowsOf('sep=,\r\nNom,Prénom\r\nRoy,Léa')
  expect(all[0]).toEqual({ line: 2, cells: ['Nom', 'Prénom'] })
})

test('an unclosed quote does not swallow the file', async () => {
  const people = Array.from({ length: 500 }, (_, at) => `M${at};Roy;Léa`)
  people[100] = 'M100;"Roy;Léa'
  const { all } = await rowsOf(['Matricule;Nom;Prénom', ...people].join('\n'), 1000)
  expect(all).toHaveLength(501)
  expect(all.filter(({ damage }) => damage)).toEqual([
    { line: 102, cells: ['M100', '"Roy', 'Léa'], damage: 'line.unclosed_quote' },
  ])
})

test('a line without end is dropped, not kept in memory', async () => {
  const { all } = await rowsOf(`Nom;Prénom\nRoy;${'x'.repeat(3_000_000)}\nColas;Hakim\n`, 65_536)
  expect(all).toHaveLength(3)
  expect(all[1]).toMatchObject({ line: 2, damage: 'line.too_large' })
  expect(all[2]).toEqual({ line: 3, cells: ['Colas', 'Hakim'] })
})

test('an empty file has no rows', async () => {
  expect((await rowsOf('')).all).toEqual([])
})
