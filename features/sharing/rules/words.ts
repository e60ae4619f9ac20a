/** The same words however they are spaced, cased and signed at the end; addresses do not make them different. */
export const sameWords = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/https?:\/\/\S+/g, '')
    .replace(/[\p{P}\p{S}\p{Z}\s]+/gu, ' ')
    .trim()

/** Hashtags as one types them, cleaned: '#Tempo' and 'tempo menuiserie' → 'Tempo', 'tempomenuiserie'. */
export const plainHashtag = (typed: string): string => typed.replace(/[^\p{L}\p{N}_]/gu, '').slice(0, 50)

export const hashtagLine = (hashtags: readonly string[]): string => hashtags.map((tag) => `#${tag}`).join(' ')
