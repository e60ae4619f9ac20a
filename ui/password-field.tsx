import { Eye, EyeOff } from 'lucide-react'
import { useState, type ComponentProps, type ReactNode } from 'react'
import { Field, type FieldProps } from './field.tsx'
import { IconButton } from './icon-button.tsx'
import { StrokesGauge, type GaugeTone } from './strokes-gauge.tsx'

export type PasswordFieldProps = FieldProps &
  Omit<ComponentProps<'input'>, keyof FieldProps | 'type'> & {
    words: { show: string; hide: string }
    /** Under the field while it is being chosen: see PasswordStrength. */
    strength?: ReactNode
  }

export function PasswordField({
  label,
  hint,
  error,
  optional,
  required,
  hideLabel,
  id,
  words,
  strength,
  ...input
}: PasswordFieldProps) {
  const [shown, setShown] = useState(false)
  return (
    <Field {...{ label, hint, error, optional, required, hideLabel, id }}>
      {(control) => (
        <>
          <span className="withend">
            <input
              autoCapitalize="none"
              spellCheck={false}
              {...input}
              {...control}
              type={shown ? 'text' : 'password'}
              className="input"
            />
            <IconButton
              icon={shown ? EyeOff : Eye}
              label={shown ? words.hide : words.show}
              onClick={() => setShown(!shown)}
            />
          </span>
          {strength}
        </>
      )}
    </Field>
  )
}

const tones: readonly GaugeTone[] = ['bad', 'bad', 'warn', 'ok', 'ok']

/** Four strokes and a sentence; `level` goes from 0 to 4. */
export function PasswordStrength({ level, label }: { level: 0 | 1 | 2 | 3 | 4; label: string }) {
  return (
    <p className="row g2 sm ink2 strength" role="status">
      <StrokesGauge value={level} max={4} tone={tones[level]} />
      <span>{label}</span>
    </p>
  )
}
