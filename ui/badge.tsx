import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import type { Icon } from './icon.tsx'

export type BadgeKind = 'neutral' | 'brand' | 'ok' | 'warn' | 'bad' | 'info' | 'live'

/** A word, an icon, a colour: never the colour alone. */
export function Badge({
  kind = 'neutral',
  icon: Glyph,
  children,
}: {
  kind?: BadgeKind
  icon?: Icon
  children: ReactNode
}) {
  return (
    <span className={classNames('badge', kind !== 'neutral' && `badge--${kind}`)}>
      {Glyph && <Glyph className="i" aria-hidden />}
      {children}
    </span>
  )
}

/** A count after a label; `label` is what it counts, read before it. */
export function Count({ children, label, urgent }: { children: number; label?: string; urgent?: boolean }) {
  return (
    <span className={classNames('count', urgent && 'count--acc')}>
      {label && <span className="vh">{label} </span>}
      {children}
    </span>
  )
}
