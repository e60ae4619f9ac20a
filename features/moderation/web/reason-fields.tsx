import { useText } from '#platform/web/i18n.ts'
import { RadioGroup } from '#ui/radio-group.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { LIMITS, type Reason, REASONS } from '../contract.ts'

/** One of five reasons, and a word if one wants. */
export function ReasonFields({
  reason,
  note,
  noteLabel,
  onReason,
  onNote,
}: {
  reason: Reason | null
  note: string
  noteLabel: string
  onReason: (reason: Reason) => void
  onNote: (note: string) => void
}) {
  const text = useText()
  return (
    <div className="stack stack-3">
      <RadioGroup<Reason>
        legend={text('moderation.reason_legend')}
        options={REASONS.map((value) => ({ value, label: text(`moderation.reason.${value}`) }))}
        value={reason}
        onChange={onReason}
      />
      <TextArea
        label={noteLabel}
        optional={`(${text('platform.optional')})`}
        rows={3}
        maxLength={LIMITS.note}
        value={note}
        onChange={(event) => onNote(event.target.value)}
      />
    </div>
  )
}
