import { useEffect, useId, useRef, type ComponentProps, type ReactNode } from 'react'
import { FieldNote } from './field.tsx'

export type CheckboxProps = Omit<ComponentProps<'input'>, 'type'> & {
  label: ReactNode
  hint?: ReactNode
  error?: ReactNode
  indeterminate?: boolean
}

/** Waits for a button: see Switch for what acts at once. */
export function Checkbox({ label, hint, error, indeterminate = false, ...input }: CheckboxProps) {
  const noteId = useId()
  const box = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (box.current) box.current.indeterminate = indeterminate
  }, [indeterminate])
  return (
    <div>
      <label className="check">
        <input
          {...input}
          ref={box}
          type="checkbox"
          aria-describedby={hint || error ? noteId : undefined}
          aria-invalid={error ? true : undefined}
        />
        <span>{label}</span>
      </label>
      {(hint || error) && (
        <div className="check__n">
          <FieldNote id={noteId} hint={hint} error={error} />
        </div>
      )}
    </div>
  )
}
