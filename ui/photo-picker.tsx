import { Camera } from 'lucide-react'
import { useEffect, useId, useRef, useState, type ReactNode } from 'react'
import { Avatar, type RoleSign } from './avatar.tsx'
import { Button } from './button.tsx'

/** The face of a person: choose, see it round at once, or go back to the initials. */
export function PhotoPicker({
  label,
  hint,
  name,
  src,
  sign,
  words,
  busy,
  error,
  onPick,
  onRemove,
}: {
  label: string
  hint?: ReactNode
  name: string
  src?: string | null
  sign?: RoleSign | null
  words: { choose: string; change: string; remove: string }
  busy?: boolean
  error?: ReactNode
  onPick: (file: File) => void
  onRemove?: () => void
}) {
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [preview, setPreview] = useState<string | null>(null)
  useEffect(() => setPreview(null), [src])
  useEffect(() => () => void (preview && URL.revokeObjectURL(preview)), [preview])
  const pick = (file: File | undefined) => {
    if (!file) return
    setPreview(URL.createObjectURL(file))
    onPick(file)
  }
  return (
    <div className="photo" role="group" aria-labelledby={id}>
      <Avatar name={name} src={preview ?? src} size={80} sign={sign} />
      <div className="grow">
        <p className="label" id={id}>
          {label}
        </p>
        <div className="row g2 wrap">
          <Button kind="line" size="s" icon={Camera} busy={busy} onClick={() => input.current?.click()}>
            {src ? words.change : words.choose}
          </Button>
          {src && onRemove && (
            <Button kind="ghost" size="s" onClick={onRemove}>
              {words.remove}
            </Button>
          )}
        </div>
        {error ? (
          <p className="err" role="alert">
            {error}
          </p>
        ) : (
          hint && <p className="hint">{hint}</p>
        )}
      </div>
      <input
        ref={input}
        type="file"
        hidden
        accept="image/*"
        onChange={(event) => {
          pick(event.target.files?.[0])
          event.target.value = ''
        }}
      />
    </div>
  )
}
