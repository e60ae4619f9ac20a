import { read } from './reading.ts'
import type { Reading } from './reading.ts'

const UNREADABLE = { code: 'phone.unreadable', kept: true } as const

/** French numbers of overseas departments have their own country code. */
const OVERSEAS: readonly (readonly [RegExp, string])[] = [
  [/^0(?:590|690|691)/, '+590'],
  [/^0(?:594|694)/, '+594'],
  [/^0(?:596|696|697)/, '+596'],
  [/^0(?:262|263|269|639|692|693)/, '+262'],
]

/** E.164 (`+33673745006`); numbers without a country are French, a lost leading zero is put back. */
export function readPhone(text: string): Reading<string> {
  const bare = text.replace(/^\+?\s*(\d+)\s*\(0\)/, '+$1').replace(/[\s().\-/‐-―]/g, '')
  if (!/^\+?\d+$/.test(bare)) return UNREADABLE
  if (bare.startsWith('+')) return international(bare.slice(1))
  if (bare.startsWith('00')) return international(bare.slice(2))
  if (/^0[1-9]\d{8}$/.test(bare)) return read(fromFrance(bare))
  if (/^[1-9]\d{8}$/.test(bare)) return read(fromFrance(`0${bare}`))
  if (/^33[1-9]\d{8}$/.test(bare)) return read(`+${bare}`)
  return UNREADABLE
}

function international(digits: string): Reading<string> {
  const mended = digits.replace(/^330(?=[1-9]\d{8}$)/, '33')
  if (mended.startsWith('33') && !/^33[1-9]\d{8}$/.test(mended)) return UNREADABLE
  return /^[1-9]\d{6,14}$/.test(mended) ? read(`+${mended}`) : UNREADABLE
}

function fromFrance(digits: string): string {
  const code = OVERSEAS.find(([start]) => start.test(digits))?.[1] ?? '+33'
  return code + digits.slice(1)
}
