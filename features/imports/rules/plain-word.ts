/** Case, accents, spaces and punctuation do not count when two words are compared. */
export function plainWord(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/n[°º]/g, 'numero')
    .replace(/[^\p{L}\p{N}+]/gu, '')
}
