import type { Clause, Rule } from '../contract.ts'
import { VERBS, verbsOf } from './attributes.ts'

export const clausesOf = (rule: Rule): Clause[] => [...rule.all, ...(rule.any ?? []).flat()]

/** A clause says one thing, and a thing that can be said of its attribute. */
export function isSound(clause: Clause): boolean {
  const said = VERBS.filter((verb) => clause[verb] !== undefined)
  const [verb] = said
  if (said.length !== 1 || !verb || !verbsOf(clause.attribute).includes(verb)) return false
  return (
    clause.attribute !== 'email' || clause.is?.every((value) => value === 'yes' || value === 'no') === true
  )
}

export const firstUnsound = (rule: Rule): Clause | undefined =>
  clausesOf(rule).find((clause) => !isSound(clause))

/** People from outside match only when the rule names them: their organisation, or guests. */
export function outsidersNamed(rule: Rule): { organizationIds: string[]; guests: boolean } {
  const named = clausesOf(rule)
  return {
    organizationIds: named.flatMap((clause) =>
      clause.attribute === 'organization' ? (clause.is ?? []) : [],
    ),
    guests: named.some((clause) => clause.attribute === 'standing' && clause.is?.includes('guest')),
  }
}
