import { useRef, type PointerEvent } from 'react'

const threshold = 450
const slack = 10

/** A finger that stays: acts after a moment, and lets the click that follows be ignored once. */
export function useLongPress(onLongPress: () => void) {
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)
  const start = useRef({ x: 0, y: 0 })
  const long = useRef(false)
  const stop = () => {
    if (timer.current) clearTimeout(timer.current)
    timer.current = null
  }
  const handlers = {
    onPointerDown: (event: PointerEvent) => {
      if (event.button !== 0) return
      long.current = false
      start.current = { x: event.clientX, y: event.clientY }
      timer.current = setTimeout(() => {
        long.current = true
        onLongPress()
      }, threshold)
    },
    onPointerMove: (event: PointerEvent) => {
      const { x, y } = start.current
      // A finger that slides is scrolling.
      if (Math.hypot(event.clientX - x, event.clientY - y) > slack) stop()
    },
    onPointerUp: () => {
      stop()
      // The click of this press, if it comes, comes at once; a later one is another gesture.
      setTimeout(() => (long.current = false), 300)
    },
    onPointerCancel: stop,
    onContextMenu: (event: { preventDefault: () => void }) => {
      if (timer.current || long.current) event.preventDefault()
    },
  }
  const wasLong = () => {
    const was = long.current
    long.current = false
    return was
  }
  return { handlers, wasLong }
}
