import type { ReactNode } from 'react'
import type { Icon } from './icon.tsx'

/** Why it is empty, then one first gesture. */
export function Empty({
  title,
  children,
  action,
  icon: Glyph,
  image,
}: {
  title: string
  children?: ReactNode
  action?: ReactNode
  icon?: Icon
  image?: string
}) {
  return (
    <div className="empty">
      {image && <img className="art" src={image} alt="" width={144} height={144} />}
      {Glyph && (
        <span className="empty__i">
          <Glyph className="i i--l" aria-hidden />
        </span>
      )}
      <h2 className="h3">{title}</h2>
      {children && <div className="empty__b">{children}</div>}
      {action}
    </div>
  )
}
