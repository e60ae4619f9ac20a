import { CircleAlert } from 'lucide-react'
import type { ReactNode } from 'react'

/** What happened, what is safe, and a way out. */
export function ErrorPanel({
  title,
  children,
  actions,
  headingLevel = 2,
}: {
  title: string
  /** What is safe, and what to do. */
  children?: ReactNode
  actions?: ReactNode
  headingLevel?: 1 | 2
}) {
  const Heading = headingLevel === 1 ? 'h1' : 'h2'
  return (
    <section className="err-panel" role="alert">
      <CircleAlert className="i" aria-hidden />
      <Heading className="h2">{title}</Heading>
      {children && <div className="ink2">{children}</div>}
      {actions && <div className="err-panel__a">{actions}</div>}
    </section>
  )
}
