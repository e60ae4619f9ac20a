import { useSyncExternalStore } from 'react'

const query = () => window.matchMedia('(min-width: 64rem)')

const watch = (watcher: () => void) => {
  const media = query()
  media.addEventListener('change', watcher)
  return () => media.removeEventListener('change', watcher)
}

/** Room for a grid of days: a desk rather than a hand. */
export const useWide = (): boolean => useSyncExternalStore(watch, () => query().matches)
