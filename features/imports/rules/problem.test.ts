import { expect, test } from 'vitest'
import en from '../text/en.json' with { type: 'json' }
import fr from '../text/fr.json' with { type: 'json' }
import { FIELDS } from './person.ts'
import { PROBLEM_CODES, shown, wording } from './problem.ts'
import { UNREADABLE_CODES } from './unreadable-file.ts'

const slots = (text = '') => [...text.matchAll(/\{\{\w+\}\}/g)].map(String).sort()
const codes = [...PROBLEM_CODES, ...UNREADABLE_CODES]

test('every problem has its words, in both languages, with the same details', () => {
  const french = new Map(Object.entries(fr.problem))
  const english = new Map(Object.entries(en.problem))
  const keys = codes.map((code) => code.replaceAll('.', '_'))
  expect(keys.filter((key) => !french.get(key) || !english.get(key))).toEqual([])
  expect(keys.map((key) => slots(english.get(key)))).toEqual(keys.map((key) => slots(french.get(key))))
})

test('every field has its name, in both languages', () => {
  expect(FIELDS.filter((field) => !fr.field[field] || !en.field[field])).toEqual([])
})

test('a sentence is filled with the other line, not with its own', () => {
  const problem = {
    line: 9,
    field: 'email',
    code: 'email.duplicate',
    value: 'a@b.example',
    otherLine: 3,
  } as const
  expect(wording(problem, 'E-mail')).toEqual({
    key: 'problem.email_duplicate',
    values: { value: 'a@b.example', line: 3, limit: undefined, field: 'E-mail' },
  })
})

test('a value shown beside its problem is short and harmless', () => {
  expect(shown('a\u202Eb\nc')).toBe('a b c')
  expect(shown('x'.repeat(500))).toHaveLength(121)
})
