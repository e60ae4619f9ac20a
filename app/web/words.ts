import { useSyncExternalStore } from 'react'
import type { Language } from '#platform/contract/schema.ts'
import { learn, speak } from '#platform/web/i18n.ts'
import type { Text } from '#platform/web/speech.ts'

type Words = Record<string, unknown>
type Load = Record<Language, () => Promise<{ words: Words }>>

/** What the first screens say; what the door says beyond; what the other pages say, fetched with the first of those. */
const FIRST: Load = {
  fr: () => import('./words-first-fr.ts'),
  en: () => import('./words-first-en.ts'),
}
const MORE = {
  door: { fr: () => import('./words-door-fr.ts'), en: () => import('./words-door-en.ts') },
  rest: { fr: () => import('./words-rest-fr.ts'), en: () => import('./words-rest-en.ts') },
} satisfies Record<string, Load>
type Part = keyof typeof MORE

/** Which words a page says: those of the first screens, of the door, or any. */
export type Said = 'first' | 'door' | 'any'
const NEEDED: Record<Said, Part[]> = { first: [], door: ['door'], any: ['door', 'rest'] }

let spoken: Language = 'fr'
let now: { language: Language; text: Text } | null = null
const known = new Set<Part>()
const watchers = new Set<() => void>()

async function learnPart(part: Part, language: Language): Promise<void> {
  const { words } = await MORE[part][language]()
  learn(language, words)
  known.add(part)
  for (const watcher of watchers) watcher()
}

/** Brings words near without speaking them yet. */
export const fetchWords = (language: Language, said: Said): Promise<unknown> =>
  Promise.all([FIRST[language](), ...NEEDED[said].map((part) => MORE[part][language]())])

/** Resolves once these words of the language spoken now are there. */
export const knowWords = (said: Said): Promise<unknown> =>
  Promise.all(NEEDED[said].filter((part) => !known.has(part)).map((part) => learnPart(part, spoken)))

/** Speaks a language with its first words, and with the others that were known. */
export async function speakFirst(language: Language): Promise<void> {
  const { words } = await FIRST[language]()
  const text = speak(language, words)
  spoken = language
  await Promise.all([...known].map((part) => learnPart(part, language)))
  now = { language, text }
}

/** The language that screens speak now, and its voice; null before the first words. */
export const nowSpoken = () => now

const watch = (watcher: () => void) => {
  watchers.add(watcher)
  return () => watchers.delete(watcher)
}

export const useWordsKnown = (said: Said): boolean =>
  useSyncExternalStore(watch, () => NEEDED[said].every((part) => known.has(part)))
