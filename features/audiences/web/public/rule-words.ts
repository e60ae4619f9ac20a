import type { Attribute, Clause, Rule } from '../../contract.ts'
import { valuesOf, verbOf } from '../../rules/drafts.ts'
import { clausesOf } from '../../rules/clauses.ts'
import { useFormat, useText } from '#platform/web/i18n.ts'
import { useAttributeValues } from './audience-data.ts'

const NAMED: Attribute[] = ['standing', 'status', 'email', 'language']

/** What a value is called: a word of ours, the name of an organisation, or the value itself. */
export function useValueLabel(organizations = false) {
  const text = useText()
  const known = useAttributeValues('organization', organizations)
  return (attribute: Attribute, value: string): string => {
    if (NAMED.includes(attribute)) return text(`audiences.value.${attribute}.${value}`)
    if (attribute !== 'organization') return value
    return known.data?.items.find((item) => item.value === value)?.label ?? '…'
  }
}

/** A rule in words: "Site est Cholet ou Valence", a sentence per clause. */
export function useRuleWords(rule: Rule): string[] {
  const text = useText()
  const format = useFormat()
  const labelOf = useValueLabel(clausesOf(rule).some((clause) => clause.attribute === 'organization'))
  const or = ` ${text('audiences.or')} `
  const words = (clause: Clause) => {
    const day = clause.since ?? clause.before
    const said = day
      ? format.day(day)
      : valuesOf(clause)
          .map((value) => labelOf(clause.attribute, value))
          .join(or)
    return `${text(`audiences.attribute.${clause.attribute}`)} ${text(`audiences.verb.${verbOf(clause)}`)} ${said}`
  }
  const sentences = [
    ...rule.all.map(words),
    ...(rule.any ?? []).map((clauses) => clauses.map(words).join(or)),
  ]
  return sentences.length > 0 ? sentences : [text('audiences.everybody')]
}
