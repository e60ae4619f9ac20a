import type { Language } from '#platform/contract/schema.ts'

const REMEMBERED = 'elan.language'

export const rememberLanguage = (language: Language): void => localStorage.setItem(REMEMBERED, language)

export const rememberedLanguage = (): Language | null => {
  const value = localStorage.getItem(REMEMBERED)
  return value === 'fr' || value === 'en' ? value : null
}

export const browserLanguage = (): Language =>
  navigator.language.toLowerCase().startsWith('en') ? 'en' : 'fr'

/** The best guess before the person or the network could say. */
export const languageBefore = (): Language => rememberedLanguage() ?? browserLanguage()
