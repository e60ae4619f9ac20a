import { expect, test } from 'vitest'
import { changesBetween } from './changes.ts'
import { endsSoon, expiryOf, holds } from './signatures.ts'

const signedAt = new Date('2026-01-01T10:00:00Z')
const signature = { version: 2, signedAt, withdrawn: false }

test('a signature holds a year to the second, and no longer', () => {
  expect(expiryOf(signedAt).toISOString()).toBe('2027-01-01T10:00:00.000Z')
  expect(holds(signature, 2, new Date('2027-01-01T09:59:59Z'))).toBe(true)
  expect(holds(signature, 2, new Date('2027-01-01T10:00:00Z'))).toBe(false)
})

test('a version that changes the meaning asks everybody anew; a smaller one keeps former signatures', () => {
  const now = new Date('2026-06-01T00:00:00Z')
  expect(holds(signature, 1, now)).toBe(true)
  expect(holds(signature, 3, now)).toBe(false)
  expect(holds({ ...signature, withdrawn: true }, 1, now)).toBe(false)
})

test('it may be renewed in its last thirty days', () => {
  expect(endsSoon(signedAt, new Date('2026-12-02T09:59:59Z'))).toBe(false)
  expect(endsSoon(signedAt, new Date('2026-12-02T10:00:00Z'))).toBe(true)
})

test('what changed between two versions is told line by line', () => {
  expect(changesBetween('Je réponds.\n\n- Je cite.', '- Je cite.\n\nJe réponds, ou je le dis.')).toEqual({
    added: ['Je réponds, ou je le dis.'],
    removed: ['Je réponds.'],
  })
  expect(changesBetween('Je cite.', '  Je cite.\n')).toEqual({ added: [], removed: [] })
})
