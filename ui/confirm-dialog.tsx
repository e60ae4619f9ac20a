import type { ReactNode } from 'react'
import { Button, type ButtonKind } from './button.tsx'
import { Dialog } from './dialog.tsx'

/** One question, two answers; only for what cannot be undone. The buttons say the act, never "OK". */
export function ConfirmDialog({
  open,
  title,
  children,
  confirmLabel,
  keepLabel,
  kind = 'danger',
  busy,
  onConfirm,
  onClose,
}: {
  open: boolean
  title: string
  children?: ReactNode
  confirmLabel: string
  /** The answer that changes nothing; it also names the cross. */
  keepLabel: string
  kind?: ButtonKind
  busy?: boolean
  onConfirm: () => void
  onClose: () => void
}) {
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={title}
      closeLabel={keepLabel}
      alert
      actions={
        <>
          <Button kind="ghost" onClick={onClose}>
            {keepLabel}
          </Button>
          <Button kind={kind} busy={busy} onClick={onConfirm}>
            {confirmLabel}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  )
}
