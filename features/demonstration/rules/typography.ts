const NO_BREAK = '\u00a0'
const NARROW = '\u202f'

/** French spacing: an unbreakable space before tall punctuation and inside guillemets, narrow in thousands. */
export function frenchSpacing(text: string): string {
  return text
    .replace(/ ([:;!?»%])/g, `${NO_BREAK}$1`)
    .replace(/« /g, `«${NO_BREAK}`)
    .replace(/(\d) (?=\d{3}(?!\d))/g, `$1${NARROW}`)
    .replace(/(\d) (?=(?:h|min|m|mm|cm|km|kg|g|l|°C|€)(?![\p{L}]))/gu, `$1${NO_BREAK}`)
    .replace(/n° /g, `n°${NO_BREAK}`)
}
