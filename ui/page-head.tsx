import type { ReactNode } from 'react'

/** The one h1 of a page, a sentence under it, and what can be done with the page. */
export function PageHead({
  title,
  eyebrow,
  lead,
  actions,
  hideTitleOnPhone,
}: {
  title: ReactNode
  eyebrow?: ReactNode
  lead?: ReactNode
  actions?: ReactNode
  /** When the top bar of the phone already says it. */
  hideTitleOnPhone?: boolean
}) {
  return (
    <div className="pagehead">
      <div className="pagehead__t">
        {eyebrow && <p className="b ink2">{eyebrow}</p>}
        <h1 className={hideTitleOnPhone ? 'h1 vh-m' : 'h1'}>{title}</h1>
        {lead && <p className="ink2 home__sub">{lead}</p>}
      </div>
      {actions && <div className="row g2 wrap">{actions}</div>}
    </div>
  )
}
