import { useState, type ChangeEvent, type ComponentProps } from 'react'
import { classNames } from './class-names.ts'
import { Field, type FieldProps } from './field.tsx'

export type TextAreaProps = FieldProps &
  Omit<ComponentProps<'textarea'>, keyof FieldProps> & {
    /** Words for the signs left, shown over the last hundred only. */
    remaining?: (left: number) => string
  }

export function TextArea({
  label,
  hint,
  error,
  optional,
  required,
  hideLabel,
  id,
  remaining,
  className,
  onChange,
  ...area
}: TextAreaProps) {
  const [typed, setTyped] = useState(String(area.defaultValue ?? ''))
  const text = area.value === undefined ? typed : String(area.value)
  const left = area.maxLength === undefined ? Infinity : area.maxLength - text.length
  const counter = remaining && left <= 100 ? <span role="status">{remaining(left)}</span> : null
  const type = (event: ChangeEvent<HTMLTextAreaElement>) => {
    setTyped(event.target.value)
    onChange?.(event)
  }
  return (
    <Field {...{ label, error, optional, required, hideLabel, id }} hint={counter ?? hint}>
      {(control) => (
        // The twin carries the same text and gives the height: the area grows with what is written.
        <span className="grower" data-text={`${text}\n`}>
          <textarea {...area} {...control} onChange={type} className={classNames('input', className)} />
        </span>
      )}
    </Field>
  )
}
