import { useId, type ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { FieldNote } from './field.tsx'

export type RadioOption<Value extends string> = {
  value: Value
  label: ReactNode
  hint?: ReactNode
  disabled?: boolean
}

export function RadioGroup<Value extends string>({
  legend,
  options,
  value,
  onChange,
  name,
  hint,
  error,
  hideLegend,
}: {
  legend: ReactNode
  options: readonly RadioOption<Value>[]
  value: Value | null
  onChange: (value: Value) => void
  name?: string
  hint?: ReactNode
  error?: ReactNode
  hideLegend?: boolean
}) {
  const id = useId()
  return (
    <fieldset className="field" aria-describedby={hint || error ? `${id}-note` : undefined}>
      <legend className={classNames('label', hideLegend && 'vh')}>{legend}</legend>
      {options.map((option) => (
        <label key={option.value} className="check">
          <input
            type="radio"
            name={name ?? id}
            value={option.value}
            checked={option.value === value}
            disabled={option.disabled}
            onChange={() => onChange(option.value)}
          />
          <span>
            {option.label}
            {option.hint && <span className="sm mut check__h">{option.hint}</span>}
          </span>
        </label>
      ))}
      <FieldNote id={`${id}-note`} hint={hint} error={error} />
    </fieldset>
  )
}
