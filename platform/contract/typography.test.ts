import { expect, test } from 'vitest'
import { french, typeset } from './typography.ts'

test('French signs keep to the word before them, and thousands stay together', () => {
  expect(french('Prêt ? Oui : 80 % de 2 040, « ici » ; à 12 h 45.')).toBe(
    'Prêt\u202f? Oui\u00a0: 80\u00a0% de 2\u202f040, «\u00a0ici\u00a0»\u202f; à 12 h 45.',
  )
})

test('English keeps its plain spaces, and both write a real apostrophe', () => {
  expect(typeset({ one: "What's next? 80 %" }, 'en')).toEqual({ one: 'What’s next? 80 %' })
  expect(typeset({ one: "L'équipe" }, 'fr')).toEqual({ one: 'L’équipe' })
})

test('a count in a sentence is marked as a number, to be written as the language writes it', () => {
  expect(typeset('{{count}} personnes, {{name}}', 'fr')).toBe('{{count, number}} personnes, {{name}}')
})
