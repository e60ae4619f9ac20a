import type { Attribute, Clause, Rule } from '../contract.ts'
import { type AttributeName, VERBS, type Verb, verbsOf } from './attributes.ts'
import { isSound } from './clauses.ts'

/** While a rule is written some clauses have no value yet: they count for nothing until they do. */
export const isComplete = (clause: Clause): boolean =>
  isSound(clause) && [clause.is, clause.isNot, clause.includes].every((values) => values?.length !== 0)

export const completePart = (rule: Rule): Rule => {
  const any = (rule.any ?? [])
    .map((clauses) => clauses.filter(isComplete))
    .filter((clauses) => clauses.length > 0)
  return { all: rule.all.filter(isComplete), ...(any.length > 0 ? { any } : {}) }
}

export const verbOf = (clause: Clause): Verb => VERBS.find((verb) => clause[verb] !== undefined) ?? 'is'

export const valuesOf = (clause: Clause): string[] => clause.is ?? clause.isNot ?? clause.includes ?? []

export const emptyClause = (attribute: AttributeName): Clause =>
  withVerb({ attribute }, verbsOf(attribute)[0] ?? 'is')

/** The same clause said otherwise; values and day are kept when they still make sense. */
export function withVerb(clause: Clause, verb: Verb): Clause {
  const { attribute } = clause
  if (verb === 'since' || verb === 'before') return { attribute, [verb]: clause.since ?? clause.before ?? '' }
  return { attribute, [verb]: valuesOf(clause) }
}

export const withValues = (clause: Clause, values: string[]): Clause => ({
  attribute: clause.attribute as Attribute,
  [verbOf(clause)]: values,
})
