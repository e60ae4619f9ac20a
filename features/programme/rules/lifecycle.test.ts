import { expect, test } from 'vitest'
import { isServing, mayBecome, STATES } from './lifecycle.ts'

test('nobody serves without having been agreed, and whoever has stopped starts again from the door', () => {
  expect(STATES.filter((from) => mayBecome(from, 'onboarding'))).toEqual(['agreed', 'paused'])
  expect(STATES.filter((state) => mayBecome(state, state))).toEqual([])
  expect(mayBecome('alumni', 'active')).toBe(false)
  expect(mayBecome('alumni', 'candidate')).toBe(true)
  expect(mayBecome('nominated', 'alumni')).toBe(true)
})

test('a pause and a hand-over keep the seat; thanks and a refusal free it', () => {
  expect(STATES.filter(isServing)).toEqual(['onboarding', 'active', 'paused', 'handing_over'])
})
