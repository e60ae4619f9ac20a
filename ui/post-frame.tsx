import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import type { Icon } from './icon.tsx'

/** Who, then what, then how people answered. Seven kinds share this frame; only the body differs. */
export function PostFrame({
  label,
  head,
  kind,
  menu,
  title,
  titleLevel = 2,
  text,
  children,
  reactions,
  comments,
  celebrate,
  id,
}: {
  /** "Publication de Bruno Mazet". */
  label: string
  /** Usually a Who. */
  head: ReactNode
  kind?: { icon: Icon; label: string }
  menu?: ReactNode
  title?: ReactNode
  titleLevel?: 1 | 2 | 3
  text?: ReactNode
  /** Media, poll, practice, event. */
  children?: ReactNode
  reactions?: ReactNode
  comments?: ReactNode
  /** Kudos: the honoured ground. */
  celebrate?: boolean
  id?: string
}) {
  const Heading = `h${titleLevel}` as const
  const Glyph = kind?.icon
  return (
    <article className={classNames('post', celebrate && 'kudos')} aria-label={label} id={id}>
      <div className="post__h">
        {head}
        {kind && Glyph && (
          <span className="post__k">
            <Glyph className="i" aria-hidden />
            {kind.label}
          </span>
        )}
        {menu && <span className={kind ? undefined : 'ml'}>{menu}</span>}
      </div>
      {title && <Heading className="post__q">{title}</Heading>}
      {text && <div className="post__t">{text}</div>}
      {children}
      {reactions}
      {comments && <div className="cmts">{comments}</div>}
    </article>
  )
}

/** A photo in a post; the description is asked of whoever posts it. */
export function PostMedia({ src, alt, ratio = '3 / 2' }: { src: string; alt: string; ratio?: string }) {
  return (
    <div className="post__m" style={{ aspectRatio: ratio }}>
      <img className="art" src={src} alt={alt} loading="lazy" />
    </div>
  )
}
