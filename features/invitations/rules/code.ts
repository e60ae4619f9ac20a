/** Thirty-two signs without I, L, O and U: read aloud or copied by hand, no two look alike. Ten of them hold 50 bits. */
export const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
export const CODE_LENGTH = 10

/** From random bytes (one per sign) to a code; 256 is a multiple of 32, so every sign is as likely. */
export const codeFrom = (bytes: Uint8Array): string =>
  Array.from(bytes.subarray(0, CODE_LENGTH), (byte) => ALPHABET.charAt(byte & 31)).join('')

/** What somebody typed, as it is compared: spaces, dashes, lower case and look-alikes are forgiven. */
export const plainCode = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')

/** As it is read: XXXXX-XXXXX. */
export const shownCode = (code: string): string => `${code.slice(0, 5)}-${code.slice(5)}`

/** What a phone sends after scanning a QR: our own address, or the bare code. */
export function codeInText(text: string): string {
  const tail = /\/rejoindre\/([^/?#\s]+)/.exec(text)?.[1] ?? text
  return plainCode(tail)
}

export const isCode = (plain: string): boolean =>
  plain.length === CODE_LENGTH && [...plain].every((sign) => ALPHABET.includes(sign))
