import { expect, test } from 'vitest'
import type { Language } from '#platform/contract/schema.ts'
import { words } from '#platform/server/words.ts'
import { reportSentence } from '../rules/report-sentence.ts'

const told = (language: Language, key: string, values: Record<string, number>) => {
  const say = (name: string, given?: Record<string, unknown>) => words(language)(name, { ...given })
  return reportSentence({ key, values }, say, (iso) => iso, String).replaceAll('\u00a0', ' ')
}

test('each number of a sentence of the report agrees for itself', () => {
  expect(told('fr', 'posts', { count: 3, comments: 1 })).toBe('3 publications, un commentaire.')
  expect(told('fr', 'posts', { count: 1, comments: 0 })).toBe('Une publication, aucun commentaire.')
  expect(told('en', 'posts', { count: 3, comments: 1 })).toBe('3 posts, one comment.')
  expect(told('fr', 'practices', { count: 2, adopted: 5 })).toBe('2 astuces racontées, 5 reprises.')
  expect(told('en', 'practices', { count: 2, adopted: 1 })).toBe('2 good practices told, taken up once.')
})

test('one person among many is said in the singular', () => {
  const active = { count: 40, active: 1, share: 3 }
  expect(told('fr', 'active', active)).toBe(
    'Sur 40 membres, une personne a écrit ou réagi dans le mois, soit 3 %.',
  )
  expect(told('en', 'active', active)).toBe('Out of 40 members, one wrote or reacted that month, that is 3%.')
  expect(told('fr', 'arrived', { count: 40, arrived: 1, share: 3 })).toBe(
    'Sur 40 personnes invitées, une est arrivée, soit 3 %.',
  )
})
