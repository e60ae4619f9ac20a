import { useState, type ComponentProps, type FocusEvent } from 'react'
import { classNames } from './class-names.ts'
import { Field, type FieldProps } from './field.tsx'

/** A code as it is compared: capitals, without the spaces and dashes people type. */
export function plainCode(typed: string): string {
  return typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}

/** A code as it is read: in groups of four. */
export function groupedCode(code: string, size = 4): string {
  return (plainCode(code).match(new RegExp(`.{1,${size}}`, 'gu')) ?? []).join(' ')
}

export type CodeFieldProps = FieldProps &
  Omit<ComponentProps<'input'>, keyof FieldProps | 'value' | 'defaultValue' | 'onChange'> & {
    defaultValue?: string
    /** Receives the plain code. */
    onCodeChange?: (code: string) => void
    group?: number
  }

/** Accepts spaces, dashes and lower case; shows tidy groups once the person has finished typing. */
export function CodeField({
  label,
  hint,
  error,
  optional,
  required,
  hideLabel,
  id,
  defaultValue = '',
  onCodeChange,
  group = 4,
  className,
  onBlur,
  ...input
}: CodeFieldProps) {
  const [typed, setTyped] = useState(() => groupedCode(defaultValue, group))
  const tidy = (event: FocusEvent<HTMLInputElement>) => {
    setTyped(groupedCode(typed, group))
    onBlur?.(event)
  }
  return (
    <Field {...{ label, hint, error, optional, required, hideLabel, id }}>
      {(control) => (
        <input
          autoComplete="off"
          autoCapitalize="characters"
          autoCorrect="off"
          spellCheck={false}
          {...input}
          {...control}
          className={classNames('input code', className)}
          value={typed}
          onBlur={tidy}
          onChange={(event) => {
            setTyped(event.target.value)
            onCodeChange?.(plainCode(event.target.value))
          }}
        />
      )}
    </Field>
  )
}
