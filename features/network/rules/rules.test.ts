import { expect, test } from 'vitest'
import { carriesWhite, isColor } from './color.ts'

test('a colour of the network must carry white words', () => {
  expect(carriesWhite('#14473a')).toBe(true)
  expect(carriesWhite('#000000')).toBe(true)
  expect(carriesWhite('#f2c200')).toBe(false)
  expect(carriesWhite('#ffffff')).toBe(false)
})

test('a colour is written with six small hexadecimal signs', () => {
  expect(['#14473a', '#14473A', 'green', '#fff', '#14473az'].map(isColor)).toEqual([
    true,
    false,
    false,
    false,
    false,
  ])
})
