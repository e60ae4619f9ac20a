import { expect, test } from 'vitest'
import { ALPHABET, codeFrom, codeInText, isCode, plainCode, shownCode } from './code.ts'

test('a code holds ten signs that cannot be mistaken for one another', () => {
  const code = codeFrom(Uint8Array.from({ length: 10 }, (_, index) => index * 29))
  expect(isCode(code)).toBe(true)
  for (const sign of 'ILOU') expect(ALPHABET).not.toContain(sign)
  expect(new Set(ALPHABET).size).toBe(32)
})

test('a code typed with spaces, dashes, lower case or look-alikes is the same code', () => {
  for (const typed of ['7K4M0-1PQRS', ' 7k4m0 1pqrs ', '7k4mo-ipqrs', '7K4MO LPQRS', '７K4M0–1PQRS'])
    expect(plainCode(typed)).toBe('7K4M01PQRS')
  expect(shownCode('7K4M01PQRS')).toBe('7K4M0-1PQRS')
})

test('scanning our own address or a bare code gives the code', () => {
  expect(codeInText('https://elan.example/rejoindre/7K4M0-1PQRS?l=fr')).toBe('7K4M01PQRS')
  expect(codeInText('7k4m0 1pqrs')).toBe('7K4M01PQRS')
  expect(isCode(codeInText('https://elsewhere.example/'))).toBe(false)
})
