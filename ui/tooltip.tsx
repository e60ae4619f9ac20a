import { useId, useRef, type KeyboardEvent, type ReactNode } from 'react'
import { useAnchored } from './use-anchored.ts'

/** A line that explains, on hover and on focus. The child puts the given id in its aria-describedby. */
export function Tooltip({
  text,
  children,
}: {
  text: ReactNode
  children: (describedBy: string) => ReactNode
}) {
  const id = useId()
  const wrap = useRef<HTMLSpanElement>(null)
  const tip = useRef<HTMLSpanElement>(null)
  const place = useAnchored(wrap, tip, false, 'centre')
  const show = () => {
    if (tip.current?.matches(':popover-open')) return
    tip.current?.showPopover()
    place()
  }
  const hide = () => tip.current?.hidePopover()
  const escape = (event: KeyboardEvent) => {
    if (event.key === 'Escape') hide()
  }
  return (
    <span
      ref={wrap}
      className="tipw"
      onMouseEnter={show}
      onMouseLeave={hide}
      onFocus={show}
      onBlur={hide}
      onKeyDown={escape}
    >
      {children(id)}
      <span ref={tip} id={id} className="tip" role="tooltip" popover="manual">
        {text}
      </span>
    </span>
  )
}
