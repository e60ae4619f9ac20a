import { createReadStream } from 'node:fs'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateRawSync } from 'node:zlib'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Row } from '../rules/row.ts'
import { openRows } from './read-rows.ts'
import { readXlsx } from './read-xlsx.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'elan-xlsx-test-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function all(rows: AsyncIterable<Row>): Promise<Row[]> {
  const list: Row[] = []
  for await (const row of rows) list.push(row)
  return list
}

async function saved(workbook: ExcelJS.Workbook): Promise<string> {
  const path = join(folder, `${Math.random()}.xlsx`)
  await workbook.xlsx.writeFile(path)
  return path
}

/** A ZIP made by hand, for the files no honest program writes. */
async function zipped(parts: Record<string, string>): Promise<string> {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [name, text] of Object.entries(parts)) {
    const packed = deflateRawSync(text)
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt16LE(8, 8)
    local.writeUInt16LE(name.length, 26)
    locals.push(local, Buffer.from(name), packed)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(8, 10)
    entry.writeUInt32LE(packed.length, 20)
    entry.writeUInt16LE(name.length, 28)
    entry.writeUInt32LE(offset, 42)
    directory.push(entry, Buffer.from(name))
    offset += 30 + name.length + packed.length
  }
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt32LE(Buffer.concat(directory).length, 12)
  end.writeUInt32LE(offset, 16)
  const path = join(folder, `${Math.random()}.xlsx`)
  await writeFile(path, Buffer.concat([...locals, ...directory, end]))
  return path
}

const workbookOf = (sheet: string, others: Record<string, string> = {}) =>
  zipped({
    'xl/workbook.xml':
      '<x:workbook xmlns:x="m" xmlns:r="r"><x:sheets><x:sheet name="1" sheetId="1" r:id="rId1"/></x:sheets></x:workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${sheet}</sheetData></worksheet>`,
    ...others,
  })

describe('a workbook', () => {
  test('gives the rows of its first sheet that has any, with days, zeros and rich text', async () => {
    const workbook = new ExcelJS.Workbook()
    workbook.addWorksheet('Vide')
    workbook.addWorksheet('Cachée', { state: 'hidden' }).addRow(['secret'])
    const sheet = workbook.addWorksheet('Salariés')
    sheet.addRow(['Matricule', 'Nom', 'Entrée', 'Note'])
    sheet.addRow([
      '000123',
      'Ménard & Cie',
      new Date(Date.UTC(2021, 2, 15)),
      { richText: [{ text: 'deux ' }, { text: 'styles' }] },
    ])
    sheet.addRow([])
    const last = sheet.addRow([45, 'Roy', null, { formula: '1+1', result: 2 }])
    last.getCell(1).numFmt = '000000'
    expect(await all(readXlsx(await saved(workbook)))).toEqual([
      { line: 1, cells: ['Matricule', 'Nom', 'Entrée', 'Note'] },
      { line: 2, cells: ['000123', 'Ménard & Cie', '2021-03-15', 'deux styles'] },
      { line: 4, cells: ['000045', 'Roy', '', '=1+1'] },
    ])
  })

  test('counts days from 1904 when it says so', async () => {
    const workbook = new ExcelJS.Workbook()
    workbook.properties.date1904 = true
    const sheet = workbook.addWorksheet('S')
    sheet.addRow(['Entrée'])
    sheet.addRow([new Date(Date.UTC(2021, 2, 15))])
    expect((await all(readXlsx(await saved(workbook))))[1]?.cells).toEqual(['2021-03-15'])
  })

  test('is read from a stream as from a file, with no trace left behind', async () => {
    const workbook = new ExcelJS.Workbook()
    const sheet = workbook.addWorksheet('S')
    for (let at = 0; at < 5000; at++) sheet.addRow([`M${at}`, 'Élodie Œuvrard – été à Besançon'])
    const path = await saved(workbook)
    const before = (await readdir(tmpdir())).filter((name) => name.startsWith('elan-import-'))
    const rows = await all(readXlsx(createReadStream(path)))
    expect(rows).toEqual(await all((await openRows(path)).rows))
    expect(rows).toHaveLength(5000)
    expect(rows.every(({ cells }) => cells[1] === 'Élodie Œuvrard – été à Besançon')).toBe(true)
    expect((await readdir(tmpdir())).filter((name) => name.startsWith('elan-import-'))).toEqual(before)
  })

  test('is read when its text stands in the cells, escaped, prefixed or without references', async () => {
    const path = await workbookOf(
      '<row><c t="inlineStr"><is><t>O&apos;Brien &#233; &lt;3</t><rPh><t>x</t></rPh></is></c><c><v>6.0E5</v></c></row>' +
        '<row r="7"><c r="B7" t="str"><v>été</v></c><c r="A7" t="b"><v>1</v></c></row>',
    )
    expect(await all(readXlsx(path))).toEqual([
      { line: 1, cells: ["O'Brien é <3", '600000'] },
      { line: 7, cells: ['true', 'été'] },
    ])
  })
})

describe('a workbook that cannot be read says so', () => {
  const refusal = async (path: string, limits?: { packed: number; sheet: number }) =>
    all(readXlsx(path, limits)).catch((error: { code?: string }) => error.code)

  test('when it inflates beyond all measure', async () => {
    const bomb = await workbookOf(
      `<row><c t="inlineStr"><is><t>${'x'.repeat(900_000)}</t></is></c></row>`.repeat(30),
    )
    expect(await refusal(bomb, { packed: 1e9, sheet: 5_000_000 })).toBe('file.too_large')
  })

  test('when it is bigger than allowed', async () => {
    const path = await workbookOf('<row><c><v>1</v></c></row>')
    expect(
      await all(readXlsx(createReadStream(path), { packed: 100, sheet: 1e6 })).catch(
        (e: { code?: string }) => e.code,
      ),
    ).toBe('file.too_large')
  })

  test('when it defines entities, is cut short, or is another kind of ZIP', async () => {
    expect(
      await refusal(
        await workbookOf('', { 'xl/workbook.xml': '<!DOCTYPE x [<!ENTITY a "aaa">]><workbook/>' }),
      ),
    ).toBe('file.damaged')
    expect(
      await refusal(await workbookOf('', { 'xl/worksheets/sheet1.xml': '<worksheet><sheetData><row>' })),
    ).toBe('file.damaged')
    expect(await refusal(await zipped({ 'word/document.xml': '<w/>' }))).toBe('file.not_a_directory')
    const cut = join(folder, 'cut.xlsx')
    await writeFile(cut, Buffer.from('PK\x03\x04 and nothing more'))
    expect(await refusal(cut)).toBe('file.damaged')
  })

  test('when it is an old Excel file, an image, or empty', async () => {
    const code = async (bytes: number[]) => {
      const path = join(folder, 'other')
      await writeFile(path, Uint8Array.from(bytes))
      return openRows(path).then(
        ({ kind }) => kind,
        (error: { code?: string }) => error.code,
      )
    }
    expect(await code([0xd0, 0xcf, 0x11, 0xe0])).toBe('file.old_excel')
    expect(await code([0x89, 0x50, 0x4e, 0x47])).toBe('file.not_a_directory')
    expect(await code([])).toBe('file.empty')
    expect(await code([0x4e, 0x6f, 0x6d])).toBe('csv')
  })
})
