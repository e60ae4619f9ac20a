import type { ComponentProps, ReactNode } from 'react'
import { classNames } from './class-names.ts'
import type { Icon } from './icon.tsx'

export type ChipProps = ComponentProps<'button'> & { pressed?: boolean; icon?: Icon }

/** Filters, or answers at once. As a link, use the class "chip". */
export function Chip({ pressed, icon: Glyph, className, children, type = 'button', ...rest }: ChipProps) {
  return (
    <button {...rest} type={type} className={classNames('chip', className)} aria-pressed={pressed}>
      {Glyph && <Glyph className="i" aria-hidden />}
      {children}
    </button>
  )
}

/** Chips on one line that slides on a phone, and wraps on a wider screen. */
export function ChipRow({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="chips" role="group" aria-label={label}>
      {children}
    </div>
  )
}
