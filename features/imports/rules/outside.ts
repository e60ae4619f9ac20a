const WORDS = [
  'partenaires?',
  'prestataires?',
  'externes?',
  'exterieure?s?',
  'external',
  'partners?',
  '(?:sub)?contractors?',
  'sous traitants?',
  'interim(?:aires?)?',
  'fournisseurs?',
  'suppliers?',
  'vendors?',
  'freelances?',
]
const OUTSIDE = new RegExp(`\\b(?:${WORDS.join('|')})\\b`)

/** An organisation that its name says is not the house: proposed as outside, somebody decides. */
export function soundsOutside(name: string): boolean {
  const words = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  return OUTSIDE.test(words.replace(/[^\p{L}\p{N}]+/gu, ' '))
}
