import { X } from 'lucide-react'
import { useId, type ReactNode } from 'react'
import { pressedOutside, useModal } from './dialog.tsx'
import { IconButton } from './icon-button.tsx'

/** A tall form over the page, such as the composer: full width on a phone, a panel on a desktop. */
export function Sheet({
  open,
  onClose,
  title,
  closeLabel,
  headEnd,
  children,
  foot,
  closeOutside = false,
}: {
  open: boolean
  onClose: () => void
  title: ReactNode
  closeLabel: string
  /** The corner opposite to the cross. */
  headEnd?: ReactNode
  children: ReactNode
  foot?: ReactNode
  closeOutside?: boolean
}) {
  const id = useId()
  const dialog = useModal(open, '[data-autofocus], textarea, [contenteditable="true"]')
  if (!open) return null
  return (
    <dialog
      ref={dialog}
      className="sheet"
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onMouseDown={(event) => closeOutside && pressedOutside(event) && onClose()}
    >
      <div className="sheet__b">
        <div className="sheet__h">
          <IconButton icon={X} label={closeLabel} onClick={onClose} />
          <h2 className="h4" id={id}>
            {title}
          </h2>
          <span className="sheet__e">{headEnd}</span>
        </div>
        {children}
        {foot && <div className="sheet__f">{foot}</div>}
      </div>
    </dialog>
  )
}
