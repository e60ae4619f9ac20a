import type { ReactNode } from 'react'

export type Segment<Value extends string> = { value: Value; label: ReactNode; lang?: string }

/** Two to four ways to see the same thing, changed at once. */
export function Segmented<Value extends string>({
  label,
  options,
  value,
  onChange,
}: {
  label: string
  options: readonly Segment<Value>[]
  value: Value
  onChange: (value: Value) => void
}) {
  return (
    <div className="seg" role="group" aria-label={label}>
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          lang={option.lang}
          aria-pressed={option.value === value}
          onClick={() => onChange(option.value)}
        >
          {option.label}
        </button>
      ))}
    </div>
  )
}
