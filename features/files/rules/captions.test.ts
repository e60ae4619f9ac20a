import { expect, test } from 'vitest'
import { readCaptions } from './captions.ts'

const told = (given: string) => {
  const read = readCaptions(given)
  return 'vtt' in read ? read.vtt : `${read.problem} ${read.line}`
}

test('subtitles of SubRip become what a player reads', () => {
  expect(
    told('\uFEFF1\r\n00:00:01,000 --> 00:00:03,500\r\nBonjour à tous\r\n\r\n2\r\n00:01:03,5000 --> x\r\n'),
  ).toBe('time 6')
  expect(
    told(
      '1\r\n00:00:01,000 --> 00:00:03,500\r\nBonjour\r\nà tous\r\n\r\n2\r\n01:00:04,000 --> 01:00:05,250\r\nOn y va',
    ),
  ).toBe(
    'WEBVTT\n\n00:00:01.000 --> 00:00:03.500\nBonjour\nà tous\n\n01:00:04.000 --> 01:00:05.250\nOn y va\n',
  )
})

test('WebVTT is kept, without its places, styles and notes', () => {
  expect(
    told(
      'WEBVTT Kind: captions\n\nNOTE une note\n\nSTYLE\n::cue{}\n\nun\n00:01.000 --> 00:03.500 align:start\nBonjour',
    ),
  ).toBe('WEBVTT\n\n00:00:01.000 --> 00:00:03.500\nBonjour\n')
})

test('what has no caption, or times that go backwards, is named by its line', () => {
  expect(told('')).toBe('empty 1')
  expect(told('Bonjour à tous')).toBe('empty 1')
  expect(told('WEBVTT\n\n00:00:04.000 --> 00:00:03.000\nBonjour')).toBe('time 3')
  expect(told('WEBVTT\n\n00:75.000 --> 00:76.000\nBonjour')).toBe('time 3')
})

test('the last thousandth carries', () => {
  expect(told('1\n00:00:00,001 --> 00:59:59,999\nA')).toContain('00:00:00.001 --> 00:59:59.999')
})
