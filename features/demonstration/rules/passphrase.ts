import { passWords } from '../content/pass-words.ts'

const DIGITS = 4
const WORDS = 3

/** 'rabot-cerise-lanterne-4821'; `below(n)` draws from 0 to n - 1, and must not be guessable. */
export function passphrase(below: (count: number) => number): string {
  const words = Array.from({ length: WORDS }, () => passWords[below(passWords.length)] ?? '')
  return [...words, String(below(10 ** DIGITS)).padStart(DIGITS, '0')].join('-')
}
