import { timingSafeEqual } from 'node:crypto'
import { mark } from '#platform/server/seal.ts'

/** Without the signs that are mistaken for one another. */
const SIGNS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'

/**
 * What proves, before there is any account, that one can read the server's own screen: printed at start while no network
 * exists. Made from the server's key, so that several processes agree on it and nothing has to be kept.
 */
export function setUpCode(): string {
  const signs = [...mark('set-up code').subarray(0, 12)].map((byte) => SIGNS[byte % SIGNS.length])
  return [0, 4, 8].map((start) => signs.slice(start, start + 4).join('')).join('-')
}

const plain = (code: string) => Buffer.from(code.toUpperCase().replace(/[^0-9A-Z]/g, ''))

export function isSetUpCode(given: string): boolean {
  const [one, other] = [plain(given), plain(setUpCode())]
  return one.length === other.length && timingSafeEqual(one, other)
}
