import { useCallback, useEffect, type RefObject } from 'react'

const gap = 6
const margin = 8

type Align = 'start' | 'end' | 'centre'

/** Keeps an open popover beside its anchor, on the side that has room, always inside the window. */
export function useAnchored(
  anchor: RefObject<HTMLElement | null>,
  floating: RefObject<HTMLElement | null>,
  open: boolean,
  align: Align = 'start',
): () => void {
  const place = useCallback(() => {
    if (anchor.current && floating.current) putBeside(anchor.current, floating.current, align)
  }, [anchor, floating, align])
  useEffect(() => {
    if (!open) return
    const follow = { capture: true, passive: true }
    window.addEventListener('scroll', place, follow)
    window.addEventListener('resize', place)
    return () => {
      window.removeEventListener('scroll', place, follow)
      window.removeEventListener('resize', place)
    }
  }, [open, place])
  return place
}

function putBeside(anchor: HTMLElement, floating: HTMLElement, align: Align) {
  const from = anchor.getBoundingClientRect()
  const { width, height } = floating.getBoundingClientRect()
  const shift = { start: 0, end: from.width - width, centre: (from.width - width) / 2 }[align]
  const left = Math.max(margin, Math.min(from.left + shift, window.innerWidth - width - margin))
  const below = from.bottom + gap
  const roomBelow = below + height + margin <= window.innerHeight
  const top = roomBelow ? below : Math.max(margin, from.top - gap - height)
  floating.style.left = `${left}px`
  floating.style.top = `${top}px`
  floating.style.visibility = ''
}

/** For `onBeforeToggle`: a popover must not be seen before it has its place. */
export function hideUntilPlaced(event: { currentTarget: HTMLElement; newState: string }) {
  if (event.newState === 'open') event.currentTarget.style.visibility = 'hidden'
}
