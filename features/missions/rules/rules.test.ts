import { expect, test } from 'vitest'
import { mayTurn } from './kinds.ts'
import { EVERYBODY, profileOf, ruleOf } from './profile.ts'

test('a profile and the rule it stands for say the same', () => {
  const profile = {
    sites: ['Cholet', 'Valence'],
    departments: [],
    jobs: ['Régleur'],
    interests: ['vernis'],
    likes: ['test' as const],
  }
  expect(ruleOf(profile)).toEqual({
    all: [
      { attribute: 'site', is: ['Cholet', 'Valence'] },
      { attribute: 'job', is: ['Régleur'] },
      { attribute: 'interests', includes: ['vernis'] },
    ],
  })
  expect(profileOf(ruleOf(profile), profile.likes)).toEqual(profile)
  expect(ruleOf(EVERYBODY)).toEqual({ all: [] })
})

test('a mission opens, closes and may open again; a cancelled one stays so', () => {
  expect(mayTurn('draft', 'open')).toBe(true)
  expect(mayTurn('open', 'closed')).toBe(true)
  expect(mayTurn('closed', 'open')).toBe(true)
  expect(mayTurn('draft', 'closed')).toBe(false)
  expect(mayTurn('cancelled', 'open')).toBe(false)
})
