import { X } from 'lucide-react'
import { useEffect, useId, useRef, type MouseEvent, type ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { IconButton } from './icon-button.tsx'

export type DialogProps = {
  open: boolean
  /** Called by Escape, the cross, or a press outside: the caller then sets `open` to false. */
  onClose: () => void
  title: ReactNode
  closeLabel: string
  children?: ReactNode
  actions?: ReactNode
  size?: 'normal' | 'wide'
  /** A question that stops the person: named and described as an alert. */
  alert?: boolean
  /** Whether a press outside closes it; not for a form with text in it. */
  closeOutside?: boolean
}

/** A native modal dialog; on a phone it comes from the bottom. The focus returns by itself when it closes. */
export function Dialog({
  open,
  onClose,
  title,
  closeLabel,
  children,
  actions,
  size = 'normal',
  alert = false,
  closeOutside = true,
}: DialogProps) {
  const id = useId()
  const dialog = useModal(open)
  if (!open) return null
  return (
    <dialog
      ref={dialog}
      className={classNames('dialog', size === 'wide' && 'dialog--wide')}
      role={alert ? 'alertdialog' : undefined}
      aria-labelledby={`${id}-title`}
      aria-describedby={alert && children ? `${id}-body` : undefined}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onMouseDown={(event) => closeOutside && pressedOutside(event) && onClose()}
    >
      <h2 className="h2 dialog__t" id={`${id}-title`}>
        {title}
      </h2>
      {children && (
        <div className="dialog__b" id={`${id}-body`}>
          {children}
        </div>
      )}
      {actions && <div className="dialog__a">{actions}</div>}
      {/* Last in order, so that the focus first meets the question or its field. */}
      <IconButton className="dialog__x" icon={X} label={closeLabel} onClick={onClose} />
    </dialog>
  )
}

/** Opens the dialog as a modal once it is in the page, and gives the focus back when it leaves. */
export function useModal(open: boolean, firstFocus = '[data-autofocus]') {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    if (!open) return
    const before = document.activeElement
    const element = dialog.current
    if (element && !element.open) element.showModal()
    element?.querySelector<HTMLElement>(firstFocus)?.focus()
    return () => {
      element?.close()
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [open, firstFocus])
  return dialog
}

/** The backdrop belongs to the dialog: a press is outside when it falls beyond its box. */
export function pressedOutside(event: MouseEvent<HTMLDialogElement>): boolean {
  if (event.target !== event.currentTarget) return false
  const box = event.currentTarget.getBoundingClientRect()
  const { clientX: x, clientY: y } = event
  return x < box.left || x > box.right || y < box.top || y > box.bottom
}
