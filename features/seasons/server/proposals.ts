import { words } from '#platform/server/words.ts'
import type { Language } from '#platform/contract/schema.ts'
import type { Format } from '../contract.ts'
import type { DipSeason } from '../rules/dips.ts'

const EACH = ['1', '2', '3'] as const

/** Light formats for a dip and a kit for the return, in the reader's language (texts 'seasons.proposals.<season>'). */
export function proposalFor(season: DipSeason, language: Language): { formats: Format[]; revival: Format[] } {
  const text = words(language)
  const list = (part: 'formats' | 'revival') =>
    EACH.map((each) => ({
      key: `${season}.${part}.${each}`,
      title: text(`seasons.proposals.${season}.${part}.${each}.title`),
      text: text(`seasons.proposals.${season}.${part}.${each}.text`),
    }))
  return { formats: list('formats'), revival: list('revival') }
}
