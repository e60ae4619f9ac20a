import { CircleAlert, CircleCheck, Info, TriangleAlert, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { IconButton } from './icon-button.tsx'
import type { Icon } from './icon.tsx'

export type BannerKind = 'info' | 'ok' | 'warn' | 'bad'

const icons: Record<BannerKind, Icon> = { info: Info, ok: CircleCheck, warn: TriangleAlert, bad: CircleAlert }

/** One at a time, at the top of the page; it closes when it is only news. */
export function Banner({
  kind = 'info',
  icon,
  children,
  action,
  onClose,
  closeLabel,
}: {
  kind?: BannerKind
  icon?: Icon
  children: ReactNode
  action?: ReactNode
  onClose?: () => void
  closeLabel?: string
}) {
  const Glyph = icon ?? icons[kind]
  return (
    <div className={classNames('banner', kind !== 'info' && `banner--${kind}`)} role="status">
      <Glyph className="i" aria-hidden />
      <div className="grow">{children}</div>
      {action}
      {onClose && closeLabel && (
        <IconButton className="banner__x" icon={X} label={closeLabel} onClick={onClose} />
      )}
    </div>
  )
}
