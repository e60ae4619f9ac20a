import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import { Avatar, type AvatarProps } from './avatar.tsx'
import { classNames } from './class-names.ts'

/** One comment; two levels, not three. The accepted answer turns green and says so. */
export function CommentBubble({
  person,
  author,
  children,
  time,
  actions,
  reply,
  accepted,
  id,
}: {
  person: AvatarProps
  /** The name, often a link. */
  author?: ReactNode
  children: ReactNode
  time?: ReactNode
  /** Plain buttons: "J’aime", "Répondre". */
  actions?: ReactNode
  reply?: boolean
  /** "Réponse retenue par Karim". */
  accepted?: string
  id?: string
}) {
  return (
    <div className={classNames('cmt', reply && 'cmt--re', accepted && 'cmt--ok')} id={id}>
      <Avatar {...person} size={person.size ?? 36} />
      <div className="grow">
        <div className="cmt__b">
          {accepted && (
            <span className="row g1 sm b up">
              <Check className="i i--s" aria-hidden />
              {accepted}
            </span>
          )}
          <b>{author ?? person.name}</b> {children}
        </div>
        <div className="cmt__a">
          {time && <span>{time}</span>}
          {actions}
        </div>
      </div>
    </div>
  )
}
