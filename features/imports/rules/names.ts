const WORD = /\p{L}+/gu
const GARBLED = /\uFFFD|\?\?|Ã[\u0080-\u00BF]/

/** Families come in capitals from HR files; mixed case is left as its owner writes it. */
export function mendCase(name: string): string {
  if (!isAllCaps(name)) return name
  return name.replace(WORD, (word) => word.charAt(0) + word.slice(1).toLowerCase())
}

/** Characters were lost before the file reached us: `José-María ??`. */
export const isGarbled = (name: string) => GARBLED.test(name)

const PARTICLES = new Set(
  'de du des d da das do dos di del della la le les van von der den el al ben bin st saint'.split(' '),
)

export type SplitName = { givenName: string; familyName: string }

/**
 * Cuts a combined name in two. A comma or a run of capitals says where; else the order the column announces,
 * with particles kept beside the family name. Null when there is only one word.
 */
export function splitFullName(text: string, familyFirst: boolean): SplitName | null {
  const comma = text.indexOf(',')
  if (comma > 0) {
    return both(
      text
        .slice(comma + 1)
        .trim()
        .split(' '),
      text.slice(0, comma).trim().split(' '),
    )
  }
  const words = text.split(' ')
  return splitByCapitals(words) ?? (familyFirst ? splitFamilyFirst(words) : splitGivenFirst(words))
}

function splitByCapitals(words: readonly string[]): SplitName | null {
  const caps = words.map((word) => isAllCaps(word))
  const first = caps.indexOf(true)
  const last = caps.lastIndexOf(true)
  const contiguous = caps.slice(first, last + 1).every(Boolean)
  const atAnEnd = first === 0 || last === words.length - 1
  if (first < 0 || !contiguous || !atAnEnd || last - first + 1 === words.length) return null
  return both([...words.slice(0, first), ...words.slice(last + 1)], words.slice(first, last + 1))
}

function splitFamilyFirst(words: readonly string[]): SplitName | null {
  const particles = words.findIndex((word) => !PARTICLES.has(word.toLowerCase()))
  const end = Math.min(particles < 0 ? 1 : particles + 1, words.length - 1)
  return both(words.slice(end), words.slice(0, end))
}

const splitGivenFirst = (words: readonly string[]) => both(words.slice(0, 1), words.slice(1))

function both(given: readonly string[], family: readonly string[]): SplitName | null {
  const givenName = given.join(' ').trim()
  const familyName = family.join(' ').trim()
  return givenName && familyName ? { givenName, familyName } : null
}

function isAllCaps(text: string): boolean {
  return text.length > 1 && text === text.toUpperCase() && text !== text.toLowerCase()
}
