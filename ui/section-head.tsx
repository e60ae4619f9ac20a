import type { ReactNode } from 'react'

/** The h2 of a section; `id` ties it to aria-labelledby, `more` is a link dressed with the class "more". */
export function SectionHead({
  title,
  id,
  note,
  more,
  level = 2,
}: {
  title: ReactNode
  id?: string
  note?: ReactNode
  more?: ReactNode
  level?: 2 | 3
}) {
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <div className="sechead">
      <div className="figt">
        <Heading className={level === 2 ? 'h2' : 'h3'} id={id}>
          {title}
        </Heading>
        {more}
      </div>
      {note && <p className="ink2">{note}</p>}
    </div>
  )
}
