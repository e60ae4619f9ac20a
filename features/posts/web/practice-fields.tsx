import { useText } from '#platform/web/i18n.ts'
import { TextArea } from '#ui/text-area.tsx'
import type { Practice } from '../contract.ts'
import { LIMITS } from '../rules/limits.ts'

/** The concern, the gesture, the gain: three short answers rather than a blank page. */
export function PracticeFields({
  practice,
  fault,
  onChange,
}: {
  practice: Practice
  fault: (field: string) => string | undefined
  onChange: (practice: Practice) => void
}) {
  const text = useText()
  return (['concern', 'gesture', 'gain'] as const).map((part) => (
    <TextArea
      key={part}
      className="compose__a"
      label={text(`posts.practice.${part}`)}
      hint={text(`posts.practice.${part}_hint`)}
      rows={2}
      maxLength={LIMITS.practicePart}
      value={practice[part]}
      error={fault(`practice.${part}`)}
      {...(part === 'gain' ? { optional: `(${text('platform.optional')})` } : {})}
      onChange={(event) => onChange({ ...practice, [part]: event.target.value })}
    />
  ))
}
