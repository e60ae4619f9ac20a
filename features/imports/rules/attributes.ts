import { plainWord as plain } from './plain-word.ts'
import { read } from './reading.ts'
import type { Reading } from './reading.ts'

export const INTERESTS_LIMIT = 50
export const INTEREST_LIMIT = 80

const LEVELS = [
  ['Employé', 'employee', 'employe', 'employes'],
  ['Ouvrier', 'ouvriere', 'ouvriers'],
  ['Technicien', 'technicienne', 'techniciens'],
  ['Agent de maîtrise', 'agents de maitrise'],
  ['Cadre', 'cadres'],
  ['Cadre dirigeant', 'cadres dirigeants', 'cadre dirigeante'],
  ['COMEX', 'comite executif'],
  ['CODIR', 'comite de direction'],
  ['Alternant', 'alternante', 'alternance'],
  ['Apprenti', 'apprentie'],
  ['Stagiaire', 'stagiaires'],
  ['Intérimaire', 'interimaires'],
] as const

const ZONES = [
  ['A'],
  ['B'],
  ['C'],
  ['Corse', 'corsica'],
  ['Guadeloupe'],
  ['Martinique'],
  ['Guyane', 'french guiana'],
  ['La Réunion', 'reunion'],
  ['Mayotte'],
  ['Nouvelle-Calédonie', 'new caledonia'],
  ['Polynésie française', 'polynesie', 'french polynesia'],
  ['Saint-Pierre-et-Miquelon', 'saint pierre and miquelon'],
  ['Wallis-et-Futuna', 'wallis and futuna'],
  ['Saint-Martin'],
  ['Saint-Barthélemy'],
] as const

const LANGUAGES = [
  ['fr', 'fra', 'fre', 'francais', 'french'],
  ['en', 'eng', 'anglais', 'english'],
] as const

function spellings<T extends string>(lists: readonly (readonly [T, ...string[]])[]): Map<string, T> {
  const table = new Map<string, T>()
  for (const [word, ...others] of lists) {
    table.set(word, word)
    for (const each of [word, ...others]) table.set(plain(each), word)
  }
  return table
}

const LEVEL_WORDS = spellings<string>(LEVELS)
const ZONE_WORDS = spellings<string>(ZONES)
const LANGUAGE_WORDS = spellings<'fr' | 'en'>(LANGUAGES)

/** One spelling per usual level (`CADRE`, `Cadres`, `Employé(e)`), so that audiences find them; others as written. */
export function readLevel(text: string): string {
  return LEVEL_WORDS.get(text) ?? LEVEL_WORDS.get(plain(text)) ?? text
}

/** School-holiday zone: A, B, C, Corsica or overseas. */
export function readSchoolZone(text: string): Reading<string> {
  const zone = ZONE_WORDS.get(text) ?? ZONE_WORDS.get(plain(text).replace(/^zone(?=.)/, ''))
  return zone ? read(zone) : { code: 'school_zone.unknown', kept: true }
}

export function readLanguage(text: string): Reading<'fr' | 'en'> {
  const language = LANGUAGE_WORDS.get(plain(text)) ?? LANGUAGE_WORDS.get(plain(text.split(/[-_]/)[0] ?? ''))
  return language ? read(language) : { code: 'language.unknown', kept: true }
}

/** `Vélo, Échecs / vélo` is two interests. */
export function readInterests(text: string): Reading<string[]> {
  const interests = new Map<string, string>()
  for (const part of text.split(/[,;/|]/)) {
    const interest = part.trim()
    if (interest.length > INTEREST_LIMIT) return { code: 'cell.too_long', limit: INTEREST_LIMIT }
    const key = interest.toLowerCase()
    if (interest && !interests.has(key)) interests.set(key, interest)
  }
  if (interests.size > INTERESTS_LIMIT) return { code: 'interests.too_many', limit: INTERESTS_LIMIT }
  return read([...interests.values()])
}
