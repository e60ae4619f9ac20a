import type { ReactNode } from 'react'
import { Avatar, type AvatarProps } from './avatar.tsx'

/** A face, a name, the word of the role, and a line of context. `children` is the name, often a link. */
export function Who({
  person,
  role,
  meta,
  children,
}: {
  person: AvatarProps
  role?: ReactNode
  meta?: ReactNode
  children?: ReactNode
}) {
  return (
    <div className="who">
      <Avatar {...person} />
      <div className="grow">
        <p className="who__n">
          {children ?? person.name} {role && <span className="role">{role}</span>}
        </p>
        {meta && <p className="who__m">{meta}</p>}
      </div>
    </div>
  )
}
