import { ChevronDown } from 'lucide-react'
import type { ComponentProps } from 'react'
import { Field, type FieldProps } from './field.tsx'

export type SelectOption = { value: string; label: string; disabled?: boolean }

export type SelectFieldProps = FieldProps &
  Omit<ComponentProps<'select'>, keyof FieldProps> & {
    options?: readonly SelectOption[]
    /** First entry, chosen by nobody: "Choisir". */
    placeholder?: string
  }

/** Up to seven choices; beyond, use Combobox. `children` may hold option groups instead of `options`. */
export function SelectField({
  label,
  hint,
  error,
  optional,
  required,
  hideLabel,
  id,
  options,
  placeholder,
  children,
  ...select
}: SelectFieldProps) {
  return (
    <Field {...{ label, hint, error, optional, required, hideLabel, id }}>
      {(control) => (
        <span className="select">
          <select {...select} {...control} className="input">
            {placeholder !== undefined && <option value="">{placeholder}</option>}
            {options?.map((option) => (
              <option key={option.value} value={option.value} disabled={option.disabled}>
                {option.label}
              </option>
            ))}
            {children}
          </select>
          <ChevronDown className="i" aria-hidden />
        </span>
      )}
    </Field>
  )
}
