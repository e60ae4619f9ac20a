import { useSyncExternalStore } from 'react'
import { useFormat } from '#platform/web/i18n.ts'
import { TimeLabel } from '#ui/time-label.tsx'

const MINUTE = 60_000
let now = Date.now()
let timer = 0
const watchers = new Set<() => void>()

/** One clock for all the moments on the screen; it stops when none is shown. */
function watch(watcher: () => void): () => void {
  watchers.add(watcher)
  if (watchers.size === 1) {
    now = Date.now()
    timer = window.setInterval(() => {
      now = Date.now()
      watchers.forEach((one) => one())
    }, MINUTE)
  }
  return () => {
    watchers.delete(watcher)
    if (watchers.size === 0) clearInterval(timer)
  }
}

/** "il y a 20 min", and it stays true while one reads. */
export function Ago({ at, short = false }: { at: string; short?: boolean }) {
  const { ago, agoShort, dayTime } = useFormat()
  const current = useSyncExternalStore(watch, () => now)
  return (
    <TimeLabel
      at={at}
      short={(short ? agoShort : ago)(at, Math.max(current, Date.parse(at)))}
      full={dayTime(at)}
    />
  )
}
