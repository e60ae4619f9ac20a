import { ImageUp } from 'lucide-react'
import { useId, useRef, useState, type DragEvent, type ReactNode } from 'react'
import { Button } from './button.tsx'
import { classNames } from './class-names.ts'
import type { Icon } from './icon.tsx'

/** A place to drop files, and always a button that does the same. */
export function FileDrop({
  title,
  hint,
  buttonLabel,
  overTitle,
  accept,
  multiple,
  icon: Glyph = ImageUp,
  disabled,
  onFiles,
}: {
  title: ReactNode
  hint?: ReactNode
  buttonLabel: string
  /** While files hover: "Lâche, c’est bon". */
  overTitle?: ReactNode
  accept?: string
  multiple?: boolean
  icon?: Icon
  disabled?: boolean
  onFiles: (files: File[]) => void
}) {
  const titleId = useId()
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const take = (files: FileList | null) => {
    const list = Array.from(files ?? [])
    if (list.length > 0) onFiles(multiple ? list : list.slice(0, 1))
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    if (!disabled) take(event.dataTransfer.files)
  }
  const hover = (event: DragEvent) => {
    event.preventDefault()
    setOver(!disabled)
  }
  return (
    <div
      className={classNames('drop', over && 'is-over')}
      role="group"
      aria-labelledby={titleId}
      onDragOver={hover}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <Glyph className="i i--l" aria-hidden />
      <p className="b" id={titleId}>
        {over ? (overTitle ?? title) : title}
      </p>
      {hint && <p className="sm mut">{hint}</p>}
      <Button kind="line" size="s" disabled={disabled} onClick={() => input.current?.click()}>
        {buttonLabel}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept={accept}
        multiple={multiple}
        onChange={(event) => {
          take(event.target.files)
          // The same file may be chosen again after a mistake.
          event.target.value = ''
        }}
      />
    </div>
  )
}
