import { type RefObject, useEffect, useRef, useState } from 'react'

const READ_AFTER = 900

/** `near`: about to be read, worth loading more of. `onRead`: it stayed before the eyes. */
export function useInView(element: RefObject<HTMLElement | null>, onRead?: () => void): { near: boolean } {
  const [near, setNear] = useState(false)
  const read = useRef(onRead)
  useEffect(() => {
    read.current = onRead
  })
  useEffect(() => {
    const watched = element.current
    if (!watched) return
    let timer = 0
    const approach = new IntersectionObserver(
      (entries) => entries.some((entry) => entry.isIntersecting) && setNear(true),
      { rootMargin: '400px 0px' },
    )
    const arrive = new IntersectionObserver(
      ([entry]) => {
        clearTimeout(timer)
        if (entry?.isIntersecting) timer = window.setTimeout(() => read.current?.(), READ_AFTER)
      },
      { rootMargin: '-25% 0px -25% 0px' },
    )
    approach.observe(watched)
    arrive.observe(watched)
    return () => {
      clearTimeout(timer)
      approach.disconnect()
      arrive.disconnect()
    }
  }, [element])
  return { near }
}
