import type { ReactNode } from 'react'

/** For what can be opened, moved or taken away. As a link, put the class "card" on it and CardBody inside. */
export function Card({
  image,
  imageAlt = '',
  children,
}: {
  image?: string
  imageAlt?: string
  children: ReactNode
}) {
  return (
    <div className="card">
      {image && <img className="art card__i" src={image} alt={imageAlt} loading="lazy" />}
      <CardBody>{children}</CardBody>
    </div>
  )
}

export function CardBody({ children }: { children: ReactNode }) {
  return <div className="card__b">{children}</div>
}
