import { useEffect, useRef, type ReactNode } from 'react'
import { classNames } from './class-names.ts'

/** A line of links, each with the class "tab"; the current one carries aria-current="page". */
export function Tabs({
  label,
  children,
  className,
}: {
  label: string
  children: ReactNode
  className?: string
}) {
  const nav = useRef<HTMLElement>(null)
  useEffect(() => {
    // On a phone the line slides: the current tab must be in sight when the page opens.
    const current = nav.current?.querySelector<HTMLElement>('[aria-current]')
    if (!current || !nav.current) return
    nav.current.scrollLeft = current.offsetLeft - nav.current.offsetLeft - 16
  }, [])
  return (
    <nav ref={nav} className={classNames('tabs', className)} aria-label={label}>
      {children}
    </nav>
  )
}
