import { useEffect, useRef, useState } from 'react'
import { Refused } from '#platform/web/call.ts'

export type Saving =
  { state: 'idle' | 'saving' | 'saved' } | { state: 'refused'; refusal: Refused } | { state: 'away' }

const PAUSE = 700

/**
 * Sends what was changed once the person pauses. Several changes travel together; when the network is away they are
 * kept and tried again, and a refused change is told and let go.
 */
export function useAutosave<T extends object>(send: (change: T) => Promise<unknown>) {
  const [saving, setSaving] = useState<Saving>({ state: 'idle' })
  const pending = useRef<Partial<T>>({})
  const timer = useRef(0)
  const sending = useRef(false)
  const sender = useRef(send)
  useEffect(() => {
    sender.current = send
  })

  const flush = async (): Promise<boolean> => {
    clearTimeout(timer.current)
    if (sending.current || Object.keys(pending.current).length === 0) return true
    const change = pending.current as T
    pending.current = {}
    sending.current = true
    setSaving({ state: 'saving' })
    try {
      await sender.current(change)
      setSaving({ state: 'saved' })
    } catch (error) {
      if (error instanceof Refused) setSaving({ state: 'refused', refusal: error })
      else {
        pending.current = { ...change, ...pending.current }
        setSaving({ state: 'away' })
      }
      return false
    } finally {
      sending.current = false
    }
    return Object.keys(pending.current).length === 0 || flush()
  }

  const change = (part: Partial<T>) => {
    pending.current = { ...pending.current, ...part }
    clearTimeout(timer.current)
    timer.current = window.setTimeout(() => void flush(), PAUSE)
  }

  const latest = useRef(flush)
  useEffect(() => {
    latest.current = flush
  })
  useEffect(() => {
    const again = () => void latest.current()
    window.addEventListener('online', again)
    return () => {
      window.removeEventListener('online', again)
      again()
    }
  }, [])
  return { saving, change, flush }
}
