import { OWN_COLUMNS, SYNONYMS, WEAK_SYNONYMS } from './column-synonyms.ts'
import { FIELDS } from './person.ts'
import type { FieldName } from './person.ts'
import { plainWord } from './plain-word.ts'

/** `confidence` goes from 0 (no idea) to 1 (a header everybody writes so). */
export type ColumnProposal = { column: number; header: string; field: FieldName | null; confidence: number }

/** Field fed by each column, in the order of the file. */
export type Mapping = readonly (FieldName | null)[]

const SURE = 1
const HINTED = 0.9
const TYPO = 0.6
/** Shorter words have too many neighbours: the `Status` of an account is no `Statut`. */
const TYPO_LENGTH = 7
const WEAK = 0.5

type Guess = { field: FieldName; confidence: number }

const KNOWN = new Map<string, Guess>()
for (const field of FIELDS) {
  for (const word of SYNONYMS[field]) KNOWN.set(plainWord(word), { field, confidence: SURE })
}
for (const field of FIELDS) {
  for (const word of WEAK_SYNONYMS[field] ?? []) {
    const plain = plainWord(word)
    if (!KNOWN.has(plain)) KNOWN.set(plain, { field, confidence: WEAK })
  }
}
const OWN = new Set(OWN_COLUMNS.map(plainWord))

/** One proposal per column; a field is proposed once, to the column that fits it best. */
export function proposeMapping(headers: readonly string[]): ColumnProposal[] {
  const guesses = headers.map((header) => guess(header))
  const kept = settleNames(headers, guesses)
  const best = new Map<FieldName, number>()
  kept.forEach((each, column) => {
    if (!each) return
    const other = kept[best.get(each.field) ?? -1]
    if (!other || each.confidence > other.confidence) best.set(each.field, column)
  })
  return headers.map((header, column) => {
    const each = kept[column]
    const chosen = each && best.get(each.field) === column
    return { column, header, field: chosen ? each.field : null, confidence: chosen ? each.confidence : 0 }
  })
}

export function mappingOf(proposals: readonly ColumnProposal[]): Mapping {
  return proposals.map((proposal) => proposal.field)
}

/** Columns this product added to the rejected lines it gave back: not part of the person. */
export const isOwnColumn = (header: string) => OWN.has(plainWord(header))

/** How many cells a line must have: the columns up to the last one that has a header of its own. */
export function headerWidth(headers: readonly string[]): number {
  return headers.findLastIndex((header) => header.trim() !== '' && !isOwnColumn(header)) + 1
}

/** What a mapping still needs before a line can be read; empty when it will do. */
export function missingFields(mapping: Mapping): FieldName[] {
  const has = (field: FieldName) => mapping.includes(field)
  const missing: FieldName[] = []
  if (!has('staffNumber') && !has('email')) missing.push('staffNumber')
  const whole = has('fullName') || has('fullNameFamilyFirst')
  if (!whole && !has('familyName')) missing.push('familyName')
  if (!whole && !has('givenName')) missing.push('givenName')
  return missing
}

/** Fields that two columns claim at once. */
export function repeatedFields(mapping: Mapping): FieldName[] {
  return FIELDS.filter((field) => mapping.indexOf(field) !== mapping.lastIndexOf(field))
}

function guess(header: string): Guess | null {
  const plain = plainWord(header)
  if (plain === '' || OWN.has(plain)) return null
  const known = KNOWN.get(plain)
  if (known) return known
  const bare = plainWord(header.replace(/[([{].*?[)\]}]/g, ' ').replace(/^urn:.*:/i, ''))
  const hinted = KNOWN.get(bare)
  if (hinted) return readHint(header, { ...hinted, confidence: Math.min(hinted.confidence, HINTED) })
  return misspelt(plain)
}

/** `Responsable (e-mail)` is the manager's address, `Responsable (matricule)` the manager's number. */
function readHint(header: string, found: Guess): Guess {
  const hint = plainWord(/[([{](.*?)[)\]}]/.exec(header)?.[1] ?? '')
  if (found.field === 'manager' && /mail|courriel/.test(hint) && !/matricule|id/.test(hint)) {
    return { ...found, field: 'managerEmail' }
  }
  if (found.field === 'email' && /perso/.test(hint)) return { ...found, confidence: WEAK }
  return found
}

/** A header one letter away from a known one (`Claimerd`, `Manage email`, `Matricle`). */
function misspelt(plain: string): Guess | null {
  if (plain.length < TYPO_LENGTH) return null
  for (const [word, known] of KNOWN) {
    if (known.confidence === SURE && word.length >= TYPO_LENGTH && oneEditAway(plain, word)) {
      return { field: known.field, confidence: TYPO }
    }
  }
  return null
}

function oneEditAway(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false
  let at = 0
  while (at < a.length && a[at] === b[at]) at++
  const restA = a.slice(at)
  const restB = b.slice(at)
  return restA.slice(1) === restB.slice(1) || restA.slice(1) === restB || restA === restB.slice(1)
}

/** Without a column for given names, `Nom` or `Name` holds both; with one, `Name` is the family name. */
function settleNames(headers: readonly string[], guesses: readonly (Guess | null)[]): (Guess | null)[] {
  const has = (field: FieldName) => guesses.some((each) => each?.field === field)
  const whole = has('fullName') || has('fullNameFamilyFirst')
  return guesses.map((each, column) => {
    if (!each) return null
    const isName = plainWord(headers[column] ?? '') === 'name'
    if (each.field === 'fullName' && isName && has('givenName') && !has('familyName')) {
      return { field: 'familyName', confidence: HINTED }
    }
    if (each.field === 'familyName' && !has('givenName') && !whole) {
      return { field: 'fullNameFamilyFirst', confidence: WEAK }
    }
    const apart = has('familyName') && has('givenName')
    const combined = each.field === 'fullName' || each.field === 'fullNameFamilyFirst'
    return apart && combined ? null : each
  })
}
