import { CircleAlert } from 'lucide-react'
import { useId, type ReactNode } from 'react'
import { classNames } from './class-names.ts'

/** What a control must carry to be tied to its label, hint and error. */
export type FieldControl = {
  id: string
  required: boolean | undefined
  'aria-describedby': string | undefined
  'aria-invalid': true | undefined
}

/** The part that every field shares. `optional` is the word shown after the label: "(si tu veux)". */
export type FieldProps = {
  label: ReactNode
  hint?: ReactNode
  error?: ReactNode
  optional?: string
  required?: boolean
  hideLabel?: boolean
  id?: string
}

export function Field({
  label,
  hint,
  error,
  optional,
  required,
  hideLabel,
  id: givenId,
  children,
}: FieldProps & { children: (control: FieldControl) => ReactNode }) {
  const ownId = useId()
  const id = givenId ?? ownId
  const noteId = `${id}-note`
  const control: FieldControl = {
    id,
    required,
    'aria-describedby': error || hint ? noteId : undefined,
    'aria-invalid': error ? true : undefined,
  }
  return (
    <div className="field">
      <label className={classNames('label', hideLabel && 'vh')} htmlFor={id}>
        {label}
        {optional && <span className="mut"> {optional}</span>}
      </label>
      {children(control)}
      <FieldNote id={noteId} hint={hint} error={error} />
    </div>
  )
}

/** The line under a control: the error replaces the hint. */
export function FieldNote({ id, hint, error }: { id: string; hint?: ReactNode; error?: ReactNode }) {
  if (error) {
    return (
      <p className="err" id={id}>
        <CircleAlert className="i" aria-hidden />
        <span>{error}</span>
      </p>
    )
  }
  if (!hint) return null
  return (
    <div className="hint" id={id}>
      {hint}
    </div>
  )
}
