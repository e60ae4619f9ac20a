const SIGNS = '234567abcdefghijklmnopqrstuvwxyz'

/**
 * The key of a record on Bluesky, always the same for the same publication: repeating cannot write it twice. It has
 * the form of theirs (53 bits of microseconds, 10 of a clock, in 13 signs), read out of our UUIDv7.
 */
export function recordKey(publicationId: string): string {
  const hex = publicationId.replace(/-/g, '')
  const ms = BigInt(`0x${hex.slice(0, 12)}`)
  const drawn = BigInt(`0x${hex.slice(13, 16)}${hex.slice(17)}`)
  let value = ((ms * 1000n + (drawn % 1000n)) << 10n) | ((drawn >> 12n) & 1023n)
  let key = ''
  for (let sign = 0; sign < 13; sign++) {
    key = `${SIGNS[Number(value & 31n)]}${key}`
    value >>= 5n
  }
  return key
}
