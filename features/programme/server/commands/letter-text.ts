import type { Language } from '#platform/contract/schema.ts'
import { words } from '#platform/server/words.ts'
import type { LetterFacts } from '../../contract.ts'

const LOCALE: Record<Language, string> = { fr: 'fr-FR', en: 'en-GB' }

/** A day of the calendar, or an instant in the zone of the network. */
export const longDay = (at: string, language: Language, timeZone = 'UTC'): string =>
  new Intl.DateTimeFormat(LOCALE[language], {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: at.length === 10 ? 'UTC' : timeZone,
  }).format(new Date(at.length === 10 ? `${at}T12:00:00Z` : at))

/** The letter in the person's language: what is entrusted, the time granted, what is aimed at, until when. */
export function letterParagraphs(facts: Omit<LetterFacts, 'paragraphs'>): string[] {
  const text = words(facts.language)
  const say = (key: string, values: Record<string, unknown> = {}) =>
    text(`programme.paper.${key}`, { ...facts, ...values })
  const from = longDay(facts.startsOn, facts.language)
  return [
    facts.job ? say('whoWithJob') : say('who'),
    ...(facts.mission ? [say('mission')] : []),
    say('time', { count: facts.hoursPerMonth }),
    say('expected', { count: facts.contributionsPerMonth }),
    ...(facts.gatheringsPerYear > 0 ? [say('gatherings', { count: facts.gatheringsPerYear })] : []),
    ...(facts.objectives ? [say('objectives')] : []),
    facts.endsOn
      ? say('period', { from, until: longDay(facts.endsOn, facts.language) })
      : say('openPeriod', { from }),
    say('free'),
  ]
}
