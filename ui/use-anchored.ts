import { useCallback, type RefObject } from 'react'

const gap = 6
const margin = 8

/** Puts an open popover beside its anchor, on the side that has room, always inside the window. */
export function useAnchored(
  anchor: RefObject<HTMLElement | null>,
  floating: RefObject<HTMLElement | null>,
  align: 'start' | 'end' | 'centre' = 'start',
): () => void {
  return useCallback(() => {
    const from = anchor.current?.getBoundingClientRect()
    const box = floating.current
    if (!from || !box) return
    const { width, height } = box.getBoundingClientRect()
    const wanted =
      align === 'start'
        ? from.left
        : align === 'end'
          ? from.right - width
          : from.left + (from.width - width) / 2
    const left = Math.max(margin, Math.min(wanted, window.innerWidth - width - margin))
    const below = from.bottom + gap
    const roomBelow = below + height + margin <= window.innerHeight
    const top = roomBelow ? below : Math.max(margin, from.top - gap - height)
    box.style.left = `${left}px`
    box.style.top = `${top}px`
  }, [anchor, floating, align])
}
