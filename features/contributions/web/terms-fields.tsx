import { useFormat, useText } from '#platform/web/i18n.ts'
import { Checkbox } from '#ui/checkbox.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import type { ProposalDrafts, Terms } from '../contract.ts'
import type { ProposalKind } from '../rules/proposals.ts'
import { nameOf } from './follow-up-data.ts'

/** What is proposed, by kind: ideas, moments, a date, a lighter figure, somebody to take over. */
export function TermsFields({
  kind,
  terms,
  drafts,
  onChange,
}: {
  kind: ProposalKind
  terms: Terms
  drafts: ProposalDrafts
  onChange: (terms: Terms) => void
}) {
  const text = useText()
  if (kind === 'nudge') return <Ideas terms={terms} onChange={onChange} />
  if (kind === 'talk') return <Slots terms={terms} drafts={drafts} onChange={onChange} />
  if (kind === 'pause')
    return (
      <TextField
        type="date"
        label={text('contributions.propose.until')}
        hint={text('contributions.propose.untilHint')}
        value={terms.until ?? ''}
        onChange={(event) => onChange({ until: event.target.value || null })}
      />
    )
  if (kind === 'lighter')
    return (
      <TextField
        type="number"
        inputMode="numeric"
        min={0}
        max={60}
        label={text('contributions.propose.perMonth')}
        value={terms.contributionsPerMonth ?? ''}
        onChange={(event) =>
          onChange({ contributionsPerMonth: event.target.value === '' ? null : Number(event.target.value) })
        }
      />
    )
  if (kind === 'hand_over')
    return (
      <SelectField
        label={text('contributions.propose.successor')}
        options={[
          { value: '', label: text('contributions.propose.toFind') },
          ...drafts.successors.map(({ ambassadorId, person }) => ({
            value: ambassadorId,
            label: person.site ? `${nameOf(person)}, ${person.site}` : nameOf(person),
          })),
        ]}
        value={terms.successorId ?? ''}
        onChange={(event) => onChange({ successorId: event.target.value || null })}
      />
    )
  return <p className="sm ink2">{text('contributions.propose.thanks')}</p>
}

function Ideas({ terms, onChange }: { terms: Terms; onChange: (terms: Terms) => void }) {
  const text = useText()
  const ideas = terms.ideas ?? []
  return (
    <fieldset className="stack stack-2 ctb-set">
      <legend className="label">{text('contributions.propose.ideas')}</legend>
      {ideas.map((idea, index) => (
        <TextField
          key={index}
          hideLabel
          label={text('contributions.propose.idea', { number: index + 1 })}
          maxLength={300}
          value={idea}
          onChange={(event) =>
            onChange({ ideas: ideas.map((own, at) => (at === index ? event.target.value : own)) })
          }
        />
      ))}
    </fieldset>
  )
}

function Slots({
  terms,
  drafts,
  onChange,
}: {
  terms: Terms
  drafts: ProposalDrafts
  onChange: (terms: Terms) => void
}) {
  const text = useText()
  const format = useFormat()
  const chosen = terms.slots ?? []
  return (
    <fieldset className="stack stack-2 ctb-set">
      <legend className="label">{text('contributions.propose.slots')}</legend>
      {drafts.slots.map((slot) => (
        <Checkbox
          key={slot}
          label={format.dayTime(slot)}
          checked={chosen.includes(slot)}
          onChange={(event) =>
            onChange({
              slots: event.target.checked ? [...chosen, slot].sort() : chosen.filter((own) => own !== slot),
            })
          }
        />
      ))}
    </fieldset>
  )
}
