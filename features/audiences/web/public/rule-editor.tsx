import { Plus } from 'lucide-react'
import { useText } from '#platform/web/i18n.ts'
import { Button } from '#ui/button.tsx'
import type { Clause, Rule } from '../../contract.ts'
import { emptyClause } from '../../rules/drafts.ts'
import { ClauseRow } from '../clause-row.tsx'
import '../audiences.css'

const replaced = <T,>(list: readonly T[], at: number, item: T): T[] =>
  list.map((one, index) => (index === at ? item : one))
const without = <T,>(list: readonly T[], at: number): T[] => list.filter((_, index) => index !== at)

/** A rule in plain words: all of these, and at least one of those. */
export function RuleEditor({
  rule,
  onChange,
  strict = false,
}: {
  rule: Rule
  onChange: (rule: Rule) => void
  strict?: boolean
}) {
  const text = useText()
  const any = rule.any ?? []
  return (
    <div className="rule-editor stack stack-6">
      <fieldset className="stack stack-3 clauses">
        <legend className="label">
          {rule.all.length > 0 ? text('audiences.allOf') : text('audiences.conditions')}
        </legend>
        {rule.all.length === 0 && <p className="sm ink2">{text('audiences.noCondition')}</p>}
        <Clauses clauses={rule.all} onChange={(all) => onChange({ ...rule, all })} strict={strict} />
        <div className="row g2 wrap">
          <Button icon={Plus} onClick={() => onChange({ ...rule, all: [...rule.all, emptyClause('site')] })}>
            {text('audiences.addCondition')}
          </Button>
          <Button kind="ghost" onClick={() => onChange({ ...rule, any: [...any, [emptyClause('job')]] })}>
            {text('audiences.addAny')}
          </Button>
        </div>
      </fieldset>
      {any.map((clauses, at) => (
        <fieldset key={at} className="stack stack-3 clauses">
          <legend className="label">{text('audiences.anyOf')}</legend>
          <Clauses
            clauses={clauses}
            strict={strict}
            onChange={(next) =>
              onChange({ ...rule, any: next.length > 0 ? replaced(any, at, next) : without(any, at) })
            }
          />
          <div>
            <Button
              icon={Plus}
              onClick={() => onChange({ ...rule, any: replaced(any, at, [...clauses, emptyClause('job')]) })}
            >
              {text('audiences.addOption')}
            </Button>
          </div>
        </fieldset>
      ))}
    </div>
  )
}

function Clauses({
  clauses,
  onChange,
  strict,
}: {
  clauses: Clause[]
  onChange: (clauses: Clause[]) => void
  strict: boolean
}) {
  return clauses.map((clause, at) => (
    <ClauseRow
      key={at}
      clause={clause}
      strict={strict}
      onChange={(next) => onChange(replaced(clauses, at, next))}
      onRemove={() => onChange(without(clauses, at))}
    />
  ))
}
