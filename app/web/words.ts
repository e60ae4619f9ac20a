import { useSyncExternalStore } from 'react'
import type { Language } from '#platform/contract/schema.ts'
import { learn, speak } from '#platform/web/i18n.ts'

type Words = Record<string, unknown>
type Load = () => Promise<{ words: Words }>

/** What the first screens say, and what the other pages say: the second part is fetched with the first of those. */
const FIRST: Record<Language, Load> = {
  fr: () => import('./words-first-fr.ts'),
  en: () => import('./words-first-en.ts'),
}
const REST: Record<Language, Load> = {
  fr: () => import('./words-rest-fr.ts'),
  en: () => import('./words-rest-en.ts'),
}

let spoken: Language = 'fr'
let allKnown = false
const watchers = new Set<() => void>()

async function learnRest(language: Language): Promise<void> {
  const { words } = await REST[language]()
  learn(language, words)
  allKnown = true
  for (const watcher of watchers) watcher()
}

/** Resolves once every word of the language spoken now is there. */
export const knowRest = (): Promise<void> => (allKnown ? Promise.resolve() : learnRest(spoken))

/** Speaks a language with its first words, or with all of them when all were known. */
export async function speakFirst(language: Language) {
  const { words } = await FIRST[language]()
  const text = await speak(language, words)
  spoken = language
  if (allKnown) await learnRest(language)
  return text
}

const watch = (watcher: () => void) => {
  watchers.add(watcher)
  return () => watchers.delete(watcher)
}

export const useAllWords = (): boolean => useSyncExternalStore(watch, () => allKnown)
