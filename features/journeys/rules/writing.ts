export const CHECKS = ['length', 'concrete', 'me', 'question', 'plain', 'picture'] as const
export type Check = (typeof CHECKS)[number]

export interface Writing {
  text: string
  picture: boolean
  alt: string
}

export const SHORTEST = 120
export const LONGEST = 900

/** Words that keep a colleague at a distance; each was met in a real newsletter. */
const JARGON = [
  'synergie',
  'synergies',
  'disruptif',
  'disruptive',
  'holistique',
  'paradigme',
  'impacter',
  'impactant',
  'best practice',
  'best practices',
  'process',
  'mindset',
  'roadmap',
  'quick win',
  'quick wins',
  'asap',
  'onboarder',
  'benchmarker',
  'prioriser la roadmap',
  'win-win',
  'gagnant-gagnant',
  'leverage',
  'leverager',
  'scalable',
  'scaler',
  'deep dive',
  'low hanging fruit',
  'game changer',
  'stakeholder',
  'stakeholders',
  'workflow',
  'digitalisation',
  'adresser le sujet',
  'monter en compétences',
  'faire sens',
  'force de proposition',
  'synergy',
  'synergies',
  'holistic',
  'paradigm shift',
  'thought leadership',
  'circle back',
  'touch base',
  'move the needle',
  'bandwidth',
  'best-in-class',
  'learnings',
  'operationalise',
  'actionable',
] as const

const plain = (text: string) => text.toLocaleLowerCase('fr').replace(/[’']/g, "'").replace(/\s+/g, ' ')
const escaped = (word: string) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
const BY_WORD = [...new Set(JARGON)].map((word) => ({
  word,
  test: new RegExp(`(?<![\\p{L}\\p{N}])${escaped(word)}(?![\\p{L}\\p{N}])`, 'u'),
}))

/** The words of the list that a text holds, each once. */
export const jargonIn = (text: string): string[] => {
  const read = plain(text)
  return BY_WORD.filter(({ test }) => test.test(read)).map(({ word }) => word)
}

/** A name of a person or a place inside a sentence, or a figure: something one could go and see. */
export const isConcrete = (text: string): boolean =>
  /\d/.test(text) ||
  /(?<=[\p{Ll}\p{N},;:)»”"'’-]\s)(?:[dlDL]['’])?\p{Lu}[\p{L}-]+/u.test(text) ||
  /(?<=\s)[dl]['’]\p{Lu}\p{L}+/u.test(text)

/** One speaks for oneself: "je", "j'ai", "mon", "nous", "I", "my", "we"… */
export const speaksForOneself = (text: string): boolean =>
  /(?<![\p{L}])(?:je|j['’]|moi|mon|ma|mes|nous|notre|nos|on|i|i['’]m|my|me|we|our)(?![\p{L}])/iu.test(text) ||
  /(?<![\p{L}])j['’]\p{L}/iu.test(text)

/** The last words ask something: that is what people answer. */
export const endsWithQuestion = (text: string): boolean => {
  const end = text.trim().replace(/[\s»”"')\p{Extended_Pictographic}]+$/u, '')
  return end.slice(-160).includes('?') && /\?[^.!]*$/u.test(end)
}

/** What is already good; the rest is advice, and holds nothing back. */
export function checksOf({ text, picture, alt }: Writing): Record<Check, boolean> {
  const length = text.trim().length
  return {
    length: length >= SHORTEST && length <= LONGEST,
    concrete: isConcrete(text),
    me: speaksForOneself(text),
    question: endsWithQuestion(text),
    plain: length > 0 && jargonIn(text).length === 0,
    picture: picture && alt.trim().length >= 5,
  }
}

export const FRAME = ['worry', 'gesture', 'gain', 'question'] as const
export type FramePart = (typeof FRAME)[number]

/** A frame once filled reads as one text: a paragraph a part, those left empty leave nothing. */
export const fromFrame = (frame: Partial<Record<FramePart, string>>): string =>
  FRAME.map((part) => frame[part]?.trim() ?? '')
    .filter(Boolean)
    .join('\n\n')
