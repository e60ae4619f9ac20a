import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'

export function Poll({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="poll" role="group" aria-label={label}>
      {children}
    </div>
  )
}

/** Before the vote, a button. After, a bar; still a button as long as the person may change their mind. */
export function PollOption({
  children,
  share,
  shareLabel,
  mine = false,
  onChoose,
  disabled,
}: {
  children: ReactNode
  /** From 0 to 100, once the result may be seen. */
  share?: number
  /** "58 %", written for the language. */
  shareLabel?: string
  mine?: boolean
  onChoose?: () => void
  disabled?: boolean
}) {
  const look = {
    className: classNames('poll__o', mine && 'mine'),
    style: share === undefined ? undefined : { '--v': `${share}%` },
  }
  const content = (
    <>
      {mine && <Check className="i" aria-hidden />}
      <span>{children}</span>
      {shareLabel && <span className="num">{shareLabel}</span>}
    </>
  )
  if (!onChoose) return <div {...look}>{content}</div>
  return (
    <button {...look} type="button" aria-pressed={mine} disabled={disabled} onClick={onChoose}>
      {content}
    </button>
  )
}
