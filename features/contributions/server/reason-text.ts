import type { Language } from '#platform/contract/schema.ts'
import { words } from '#platform/server/words.ts'
import type { Standing } from '../contract.ts'
import { reasonParts } from '../rules/reason.ts'

const LOCALE: Record<Language, string> = { fr: 'fr-FR', en: 'en-GB' }

/** "Deux coups de main depuis le 31 octobre, cinq d'habitude." */
export function reasonText(language: Language, standing: Standing): string {
  const day = new Intl.DateTimeFormat(LOCALE[language], {
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  }).format(new Date(`${standing.since}T12:00:00Z`))
  return reasonParts(standing, (key, values) => words(language)(`contributions.${key}`, values), day)
}
