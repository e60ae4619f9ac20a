import type { ComponentProps } from 'react'
import { classNames } from './class-names.ts'
import type { Icon } from './icon.tsx'

export type IconButtonKind = 'plain' | 'primary' | 'soft' | 'line'

export function iconButtonClass(kind: IconButtonKind = 'plain'): string {
  return classNames('ib', kind !== 'plain' && `ib--${kind}`)
}

export type IconButtonProps = Omit<ComponentProps<'button'>, 'children'> & {
  icon: Icon
  /** What the button does, with its count in words when it has one: "Notifications: 2 new". */
  label: string
  kind?: IconButtonKind
  pressed?: boolean
  count?: number
}

export function IconButton({
  icon: Glyph,
  label,
  kind = 'plain',
  pressed,
  count,
  className,
  type = 'button',
  ...rest
}: IconButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      className={classNames(iconButtonClass(kind), className)}
      aria-label={label}
      aria-pressed={pressed}
    >
      <Glyph className="i" aria-hidden />
      {count ? <Pin count={count} /> : null}
    </button>
  )
}

/** The pin; in the accent, somebody is waiting for the person. Its words belong to the label of what carries it. */
export function Pin({ count, quiet }: { count: number; quiet?: boolean }) {
  return (
    <span className={classNames('pin', quiet && 'pin--quiet')} aria-hidden>
      {count > 99 ? '99+' : count}
    </span>
  )
}
