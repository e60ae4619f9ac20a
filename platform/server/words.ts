import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createInstance, type TFunction } from 'i18next'
import { gather } from '#platform/contract/typography.ts'
import type { Language } from '#platform/contract/schema.ts'

const ROOT = new URL('../../', import.meta.url)
const LANGUAGES: Language[] = ['fr', 'en']

function textsOf(language: Language): Record<string, unknown> {
  const read = (path: string): Record<string, unknown> => {
    const url = new URL(path, ROOT)
    return existsSync(url) ? (JSON.parse(readFileSync(url, 'utf8')) as Record<string, unknown>) : {}
  }
  const parts: Record<string, Record<string, unknown>> = { platform: read(`platform/text/${language}.json`) }
  for (const feature of readdirSync(new URL('features/', ROOT)))
    parts[feature] = read(`features/${feature}/text/${language}.json`)
  return gather(parts, language)
}

const i18n = createInstance()
await i18n.init({
  fallbackLng: 'fr',
  resources: Object.fromEntries(LANGUAGES.map((language) => [language, { translation: textsOf(language) }])),
  interpolation: { escapeValue: false },
  showSupportNotice: false,
} as Parameters<typeof i18n.init>[0])

/** words('fr')('posts.feed.title'); the same texts as the screens: mails and refusals speak like them. */
export const words = (language: Language): TFunction => i18n.getFixedT(language)

/** The sentence of a refusal, in the caller's language. */
export function problemText(
  language: Language,
  code: string,
  values: Record<string, string | number>,
): string {
  const key = `problems.${code}`
  const fixed = i18n.getFixedT(language)
  return i18n.exists(key, { ...values, lng: language }) ? fixed(key, values) : fixed('problems.platform.refused', values)
}

/** 'fr-FR,fr;q=0.9,en;q=0.8' → 'fr' */
export function preferredLanguage(header: string | undefined, fallback: Language = 'fr'): Language {
  for (const part of (header ?? '').split(',')) {
    const tag = part.trim().slice(0, 2).toLowerCase()
    if (tag === 'fr' || tag === 'en') return tag
  }
  return fallback
}
