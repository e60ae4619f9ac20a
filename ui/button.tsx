import { useId, type ComponentProps, type MouseEvent } from 'react'
import { classNames } from './class-names.ts'
import type { Icon } from './icon.tsx'

export type ButtonKind = 'accent' | 'primary' | 'soft' | 'line' | 'ghost' | 'danger'
export type ButtonSize = 's' | 'm' | 'l'

type Look = { kind?: ButtonKind; size?: ButtonSize; full?: boolean }

/** The class of a button, to dress a link that leads to an act. */
export function buttonClass({ kind = 'soft', size = 'm', full = false }: Look = {}): string {
  return classNames('btn', `btn--${kind}`, size !== 'm' && `btn--${size}`, full && 'btn--full')
}

export type ButtonProps = ComponentProps<'button'> &
  Look & {
    icon?: Icon
    iconEnd?: Icon
    /** Work under way: the button keeps its place and says so. */
    busy?: boolean
    busyLabel?: string
    /** Why the button cannot act now: shown under it and read with it. */
    disabledReason?: string
  }

export function Button({
  kind = 'soft',
  size = 'm',
  full = false,
  icon: IconStart,
  iconEnd: IconEnd,
  busy = false,
  busyLabel,
  disabledReason,
  type = 'button',
  className,
  children,
  onClick,
  ...rest
}: ButtonProps) {
  const reasonId = useId()
  const held = busy || Boolean(disabledReason)
  // A held button stays focusable, so that its reason can be read; it only refuses to act.
  const act = (event: MouseEvent<HTMLButtonElement>) => (held ? event.preventDefault() : onClick?.(event))
  const button = (
    <button
      aria-describedby={disabledReason ? reasonId : undefined}
      {...rest}
      type={type}
      className={classNames(buttonClass({ kind, size, full }), className)}
      aria-busy={busy || undefined}
      aria-disabled={disabledReason ? true : undefined}
      onClick={act}
    >
      {busy ? <span className="spin" aria-hidden /> : IconStart && <IconStart className="i" aria-hidden />}
      {busy && busyLabel ? busyLabel : children}
      {IconEnd && <IconEnd className="i" aria-hidden />}
    </button>
  )
  if (!disabledReason) return button
  return (
    <span className={classNames('btnw', full && 'btnw--full')}>
      {button}
      <span className="xs mut" id={reasonId}>
        {disabledReason}
      </span>
    </span>
  )
}
