import { Check, FileText, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { IconButton } from './icon-button.tsx'
import type { Icon } from './icon.tsx'
import { ProgressBar } from './progress-bar.tsx'

/** A file being sent, kept, or refused. */
export function FileRow({
  name,
  icon: Glyph = FileText,
  image,
  progress,
  done,
  error,
  note,
  onRemove,
  removeLabel,
}: {
  name: string
  icon?: Icon
  image?: string
  /** From 0 to 100 while it is being sent. */
  progress?: number
  /** "Ajouté". */
  done?: string
  /** What happened and what to do. */
  error?: ReactNode
  note?: ReactNode
  onRemove?: () => void
  removeLabel?: string
}) {
  return (
    <div className="filerow">
      <span className="ico">{image ? <img src={image} alt="" /> : <Glyph className="i" aria-hidden />}</span>
      <div className="grow">
        <p className="sm b filerow__n">{name}</p>
        {note && <p className="sm mut">{note}</p>}
        {progress !== undefined && <ProgressBar value={progress} label={name} thin />}
        {done && (
          <p className="sm up row g1">
            <Check className="i i--s" aria-hidden />
            {done}
          </p>
        )}
        {error && (
          <p className="sm down" role="alert">
            {error}
          </p>
        )}
      </div>
      {onRemove && removeLabel && <IconButton icon={X} label={removeLabel} onClick={onRemove} />}
    </div>
  )
}
