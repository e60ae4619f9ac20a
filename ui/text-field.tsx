import type { ComponentProps } from 'react'
import { classNames } from './class-names.ts'
import { Field, type FieldProps } from './field.tsx'
import type { Icon } from './icon.tsx'

export type TextFieldProps = FieldProps & Omit<ComponentProps<'input'>, keyof FieldProps> & { icon?: Icon }

export function TextField({
  label,
  hint,
  error,
  optional,
  required,
  hideLabel,
  id,
  icon: Glyph,
  className,
  ...input
}: TextFieldProps) {
  return (
    <Field {...{ label, hint, error, optional, required, hideLabel, id }}>
      {(control) => {
        const box = <input {...input} {...control} className={classNames('input', className)} />
        if (!Glyph) return box
        return (
          <span className="withicon">
            <Glyph className="i" aria-hidden />
            {box}
          </span>
        )
      }}
    </Field>
  )
}
