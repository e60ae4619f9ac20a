import { useText } from '#platform/web/i18n.ts'
import { SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import type { StepProps } from './step-props.ts'

const CADENCES = [30, 61, 91, 182, 365]

export function RhythmStep({ community, change }: StepProps) {
  const text = useText()
  const { gatheringDays, contributorCap } = community
  const days = gatheringDays && !CADENCES.includes(gatheringDays) ? [...CADENCES, gatheringDays] : CADENCES
  const cadence = (value: number) =>
    CADENCES.includes(value)
      ? text(`communities.cadence.${value}`)
      : text('communities.cadence.days', { count: value })
  return (
    <>
      <TextField
        type="number"
        inputMode="numeric"
        min={1}
        max={100_000}
        label={text('communities.cap')}
        hint={text(
          community.kind === 'ambassadors' ? 'communities.capHintAmbassadors' : 'communities.capHint',
        )}
        optional={`(${text('platform.optional')})`}
        value={contributorCap ?? ''}
        onChange={(event) => {
          const cap = event.target.valueAsNumber
          change({ contributorCap: Number.isInteger(cap) && cap > 0 ? cap : null })
        }}
      />
      <SelectField
        label={text('communities.gatherings')}
        hint={text('communities.gatheringsHint')}
        value={String(gatheringDays ?? '')}
        options={[
          { value: '', label: text('communities.cadence.none') },
          ...days.map((value) => ({ value: String(value), label: cadence(value) })),
        ]}
        onChange={(event) =>
          change({ gatheringDays: event.target.value ? Number(event.target.value) : null })
        }
      />
    </>
  )
}
