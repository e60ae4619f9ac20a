import type { ReactNode } from 'react'
import { SectionHead } from '../section-head.tsx'

export function Section({
  id,
  title,
  note,
  children,
}: {
  id: string
  title: string
  note: string
  children: ReactNode
}) {
  return (
    <section id={id} aria-labelledby={`${id}-title`} className="stack stack-6">
      <SectionHead id={`${id}-title`} title={title} note={note} />
      {children}
    </section>
  )
}

export function Row({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="stack stack-2">
      <h3 className="sm mut">{label}</h3>
      <div className="row wrap">{children}</div>
    </div>
  )
}

export function Columns({ children }: { children: ReactNode }) {
  return <div className="bpg">{children}</div>
}
