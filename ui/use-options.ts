import { useEffect, useRef, useState } from 'react'

export type OptionState<Option> = {
  state: 'idle' | 'loading' | 'ready' | 'failed'
  options: readonly Option[]
}

const pause = 180

/** Asks for options as the person types: waits a little, drops the answers that come too late. */
export function useOptions<Option>(
  query: string | null,
  search: (query: string, signal: AbortSignal) => Promise<readonly Option[]> | readonly Option[],
): OptionState<Option> {
  const [found, setFound] = useState<OptionState<Option>>({ state: 'idle', options: [] })
  const latest = useRef(search)
  useEffect(() => {
    latest.current = search
  })
  useEffect(() => {
    if (query === null) return setFound({ state: 'idle', options: [] })
    const stop = new AbortController()
    setFound((before) => ({ state: 'loading', options: before.options }))
    const ask = async () => {
      try {
        const options = await latest.current(query, stop.signal)
        if (!stop.signal.aborted) setFound({ state: 'ready', options })
      } catch {
        if (!stop.signal.aborted) setFound({ state: 'failed', options: [] })
      }
    }
    const timer = setTimeout(() => void ask(), pause)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [query])
  return found
}
