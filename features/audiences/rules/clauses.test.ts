import { expect, test } from 'vitest'
import { firstUnsound, isSound, outsidersNamed } from './clauses.ts'

test('a clause says exactly one thing', () => {
  expect(isSound({ attribute: 'site', is: ['Cholet'] })).toBe(true)
  expect(isSound({ attribute: 'site' })).toBe(false)
  expect(isSound({ attribute: 'site', is: ['Cholet'], isNot: ['Valence'] })).toBe(false)
})

test('what is said fits the attribute', () => {
  expect(isSound({ attribute: 'interests', includes: ['vélo'] })).toBe(true)
  expect(isSound({ attribute: 'interests', is: ['vélo'] })).toBe(false)
  expect(isSound({ attribute: 'hired', since: '2026-01-01' })).toBe(true)
  expect(isSound({ attribute: 'email', is: ['perhaps'] })).toBe(false)
  expect(firstUnsound({ all: [], any: [[{ attribute: 'site', since: '2026-01-01' }]] })).toMatchObject({
    attribute: 'site',
  })
})

test('people from outside are named by their organisation or as guests, never by a site', () => {
  expect(outsidersNamed({ all: [{ attribute: 'site', is: ['Cholet'] }] })).toEqual({
    organizationIds: [],
    guests: false,
  })
  expect(outsidersNamed({ all: [{ attribute: 'organization', isNot: ['a'] }] }).organizationIds).toEqual([])
  expect(
    outsidersNamed({
      all: [],
      any: [
        [
          { attribute: 'organization', is: ['a'] },
          { attribute: 'standing', is: ['guest'] },
        ],
      ],
    }),
  ).toEqual({
    organizationIds: ['a'],
    guests: true,
  })
})
