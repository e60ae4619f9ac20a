import { describe, expect, test } from 'vitest'
import { sniffDelimiter } from './sniff-delimiter.ts'
import { TextReader, sniffEncoding } from './sniff-encoding.ts'
import { sniffFile } from './sniff-file.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const latin = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0))

function decoded(bytes: Uint8Array, size: number) {
  const reader = new TextReader()
  let text = ''
  for (let at = 0; at < bytes.length; at += size) text += reader.read(bytes.subarray(at, at + size))
  return { text: text + reader.end(), encoding: reader.encoding }
}

describe('the encoding of a file', () => {
  test('is told by its mark, else by its accents', () => {
    expect(sniffEncoding(utf8('\uFEFFNom'))).toBe('utf-8')
    expect(sniffEncoding(utf8('Prénom'))).toBe('utf-8')
    expect(sniffEncoding(latin('Prénom'))).toBe('windows-1252')
    expect(sniffEncoding(Uint8Array.of(0xff, 0xfe, 0x4e, 0))).toBe('utf-16le')
    expect(sniffEncoding(Uint8Array.of(0xfe, 0xff, 0, 0x4e))).toBe('utf-16be')
    expect(sniffEncoding(latin('Nom'))).toBe(null)
  })

  test('is found however the file is cut into chunks', () => {
    const line = 'Nom;Prénom;Société – œuvre 100 €'
    for (let size = 1; size < 12; size++) {
      expect(decoded(utf8(line), size)).toEqual({ text: line, encoding: 'utf-8' })
      expect(decoded(utf8(`\uFEFF${line}`), size)).toEqual({ text: line, encoding: 'utf-8' })
      expect(decoded(latin('Nom;Pr\xe9nom \x80 \x9c\xe9'), size)).toEqual({
        text: 'Nom;Prénom € œé',
        encoding: 'windows-1252',
      })
      const wide = new Uint8Array([
        0xff,
        0xfe,
        ...new Uint8Array(Uint16Array.from('Élan', (c) => c.charCodeAt(0)).buffer),
      ])
      expect(decoded(wide, size)).toEqual({ text: 'Élan', encoding: 'utf-16le' })
    }
  })

  test('is chosen at the first accent, even when it comes late', () => {
    const late = latin(`${'Nom;Mail\n'.repeat(20_000)}M\xe9nard`)
    expect(decoded(late, 65_536)).toMatchObject({ encoding: 'windows-1252' })
    expect(decoded(late, 65_536).text.endsWith('Ménard')).toBe(true)
  })

  test('is Windows-1252 when the file ends on a lone accent', () => {
    expect(decoded(latin('Andr\xe9'), 64)).toEqual({ text: 'André', encoding: 'windows-1252' })
  })
})

describe('the delimiter of a file', () => {
  test.each([
    ['Nom;Prénom;Mail\nA;B;C', ';'],
    ['Name,Email,City\nA,B,C', ','],
    ['Nom\tPrénom\nA\tB', '\t'],
    ['Nom|Prénom|Mail\nA|B|C', '|'],
    ['"Nom, prénom";"Ville, site"\n"Roy, Léa";"Lyon, Gerland"', ';'],
    ['Nom;Intérêts\nA;Vélo, Data, Échecs\nB;Vélo, Data, Potager', ';'],
    ['sep=,\r\nNom;x,Prénom\r\nA,B', ','],
    ['Courriel\na@b.example', ';'],
  ])('%j is cut at %j', (sample, delimiter) => {
    expect(sniffDelimiter(sample)).toBe(delimiter)
  })
})

test('a file is known by its first bytes, not by its name', () => {
  expect(sniffFile(latin('PK\x03\x04'))).toBe('xlsx')
  expect(sniffFile(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0))).toBe('old-excel')
  expect(sniffFile(latin('%PDF-1.7'))).toBe('other')
  expect(sniffFile(Uint8Array.of(1, 0, 2, 0))).toBe('other')
  expect(sniffFile(Uint8Array.of(0xff, 0xfe, 0x4e, 0))).toBe('text')
  expect(sniffFile(latin('Matricule;Nom'))).toBe('text')
})
