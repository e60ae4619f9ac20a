import { X } from 'lucide-react'
import { call } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { Combobox, type ComboboxOption } from '#ui/combobox.tsx'
import { IconButton } from '#ui/icon-button.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { type Clause, readAttributeValues } from '../contract.ts'
import { ATTRIBUTES, type AttributeName, type Verb, verbsOf } from '../rules/attributes.ts'
import { emptyClause, isComplete, valuesOf, verbOf, withValues, withVerb } from '../rules/drafts.ts'
import { useValueLabel } from './public/rule-words.ts'

interface ClauseRowProps {
  clause: Clause
  onChange: (clause: Clause) => void
  onRemove: () => void
  /** After a first try to save: what is left empty says so. */
  strict: boolean
}

/** What, how, and which values: one condition in words. */
export function ClauseRow({ clause, onChange, onRemove, strict }: ClauseRowProps) {
  const text = useText()
  const attributes = ATTRIBUTES.map((value) => ({ value, label: text(`audiences.attribute.${value}`) }))
  const verbs = verbsOf(clause.attribute).map((value) => ({ value, label: text(`audiences.verb.${value}`) }))
  const label = text(`audiences.attribute.${clause.attribute}`)
  const error = strict && !isComplete(clause) ? text('audiences.incomplete') : undefined
  return (
    <div className="clause" role="group" aria-label={label}>
      <SelectField
        label={text('audiences.attributeLabel')}
        hideLabel
        options={attributes}
        value={clause.attribute}
        onChange={(event) => onChange(emptyClause(event.target.value as AttributeName))}
      />
      <SelectField
        label={text('audiences.verbLabel')}
        hideLabel
        options={verbs}
        value={verbOf(clause)}
        onChange={(event) => onChange(withVerb(clause, event.target.value as Verb))}
      />
      {clause.attribute === 'hired' ? (
        <TextField
          type="date"
          label={text('audiences.dayLabel')}
          hideLabel
          value={clause.since ?? clause.before ?? ''}
          error={error}
          onChange={(event) => onChange({ attribute: 'hired', [verbOf(clause)]: event.target.value })}
        />
      ) : (
        <ClauseValues clause={clause} onChange={onChange} error={error} />
      )}
      <IconButton icon={X} label={text('audiences.removeCondition', { label })} onClick={onRemove} />
    </div>
  )
}

function ClauseValues({
  clause,
  onChange,
  error,
}: Pick<ClauseRowProps, 'clause' | 'onChange'> & { error: string | undefined }) {
  const text = useText()
  const { attribute } = clause
  const labelOf = useValueLabel(attribute === 'organization')
  const selected = valuesOf(clause).map((value) => ({ id: value, label: labelOf(attribute, value) }))
  const search = async (typed: string, signal: AbortSignal): Promise<ComboboxOption[]> => {
    const { items } = await call(
      readAttributeValues,
      { query: { attribute, search: ownWords(attribute) ? '' : typed } },
      { signal },
    )
    return items
      .map((item) => ({
        id: item.value,
        label: attribute === 'organization' ? item.label : labelOf(attribute, item.value),
        description: text('audiences.valueCount', { count: item.count }),
      }))
      .filter((option) => option.label.toLowerCase().includes(typed.toLowerCase()))
  }
  return (
    <Combobox
      // Another attribute is another list: what was typed and found goes with it.
      key={attribute}
      multiple
      label={text('audiences.valuesLabel')}
      hideLabel
      placeholder={selected.length === 0 ? text('audiences.valueWords.placeholder') : ''}
      selected={selected}
      error={error}
      search={search}
      onChange={(options) =>
        onChange(
          withValues(
            clause,
            options.map((option) => option.id),
          ),
        )
      }
      words={{
        loading: text('audiences.valueWords.busy'),
        nothing: text('audiences.valueWords.none'),
        failed: text('platform.unreachable.title'),
        results: (count) => text('audiences.valueWords.results', { count }),
        remove: (label) => text('audiences.valueWords.remove', { label }),
      }}
    />
  )
}

/** Their values are words of ours: the server would search the codes. */
const ownWords = (attribute: Clause['attribute']) =>
  ['standing', 'status', 'email', 'language'].includes(attribute)
