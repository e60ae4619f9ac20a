import { useEffect, useRef } from 'react'
import type { FromClient, FromServer, SpaceEvent } from '#platform/contract/event.ts'

/** 'reset' means: too much happened while we were cut off, read everything again. */
export type LiveEvent = SpaceEvent | { spaceId: string; kind: 'reset' }
type Handler = (event: LiveEvent) => void
type NoticeHandler = (payload: unknown) => void

const FIRST_WAIT = 500
const LONGEST_WAIT = 20_000
/** What the first screen has just read may have changed before we listened: looked at once more when it is calm. */
const CALM = 4000

/** One socket for the whole screen; after a cut it resumes each space where it stood. */
class Live {
  #socket: WebSocket | null = null
  #wait = FIRST_WAIT
  #timer = 0
  #wanted = false
  #heard = false
  readonly #handlers = new Map<string, Set<Handler>>()
  readonly #notices = new Map<string, Set<NoticeHandler>>()
  readonly #positions = new Map<string, number>()

  start(): void {
    if (this.#wanted) return
    this.#wanted = true
    this.#open()
    window.addEventListener('online', this.#now)
    document.addEventListener('visibilitychange', this.#now)
  }

  stop(): void {
    this.#wanted = false
    window.removeEventListener('online', this.#now)
    document.removeEventListener('visibilitychange', this.#now)
    clearTimeout(this.#timer)
    this.#socket?.close()
    this.#positions.clear()
  }

  follow(spaceId: string, handler: Handler): () => void {
    const handlers = this.#handlers.get(spaceId)
    if (handlers) handlers.add(handler)
    else {
      this.#handlers.set(spaceId, new Set([handler]))
      this.#say({ type: 'subscribe', spaces: { [spaceId]: this.#positions.get(spaceId) ?? null } })
    }
    return () => this.#unfollow(spaceId, handler)
  }

  onNotice(kind: string, handler: NoticeHandler): () => void {
    const handlers = this.#notices.get(kind) ?? new Set()
    this.#notices.set(kind, handlers.add(handler))
    return () => handlers.delete(handler)
  }

  #unfollow(spaceId: string, handler: Handler): void {
    const handlers = this.#handlers.get(spaceId)
    handlers?.delete(handler)
    if (handlers?.size !== 0) return
    this.#handlers.delete(spaceId)
    this.#positions.delete(spaceId)
    this.#say({ type: 'unsubscribe', spaces: [spaceId] })
  }

  #now = (): void => {
    if (this.#wanted && !this.#socket && document.visibilityState === 'visible') {
      clearTimeout(this.#timer)
      this.#open()
    }
  }

  #open(): void {
    const url = new URL('/api/live', location.href)
    url.protocol = url.protocol.replace('http', 'ws')
    const socket = new WebSocket(url)
    this.#socket = socket
    socket.onmessage = (message) => this.#hear(JSON.parse(String(message.data)) as FromServer)
    socket.onclose = (event) => this.#closed(event.code)
  }

  #closed(code: number): void {
    this.#socket = null
    if (code === 4401) return void window.dispatchEvent(new Event('elan:signed-out'))
    if (!this.#wanted) return
    // Jitter: a server that restarts is not met by everybody in the same second.
    this.#timer = window.setTimeout(() => this.#open(), this.#wait * (0.5 + Math.random()))
    this.#wait = Math.min(this.#wait * 2, LONGEST_WAIT)
  }

  #hear(message: FromServer): void {
    if (message.type === 'ready') return this.#ready()
    if (message.type === 'subscribed') return void this.#markPosition(message.spaceId, message.seq)
    if (message.type === 'reset') {
      this.#positions.set(message.spaceId, message.seq)
      return this.#dispatch({ spaceId: message.spaceId, kind: 'reset' })
    }
    if (message.type === 'notice')
      return this.#notices.get(message.kind)?.forEach((handler) => handler(message.payload))
    if (message.type === 'event' && message.seq > (this.#positions.get(message.spaceId) ?? -1)) {
      this.#positions.set(message.spaceId, message.seq)
      this.#dispatch(message)
    }
  }

  #ready(): void {
    this.#wait = FIRST_WAIT
    const spaces = Object.fromEntries(
      [...this.#handlers.keys()].map((id) => [id, this.#positions.get(id) ?? null]),
    )
    if (Object.keys(spaces).length > 0) this.#say({ type: 'subscribe', spaces })
    if (this.#heard) return this.#lookAgain()
    this.#heard = true
    window.setTimeout(() => this.#lookAgain(), CALM)
  }

  #lookAgain(): void {
    this.#notices.get('*')?.forEach((handler) => handler(null))
  }

  /** The first time only: afterwards the replayed events themselves move it. */
  #markPosition(spaceId: string, seq: number): void {
    if (!this.#positions.has(spaceId)) this.#positions.set(spaceId, seq)
  }

  #dispatch(event: LiveEvent): void {
    this.#handlers.get(event.spaceId)?.forEach((handler) => handler(event))
  }

  #say(message: FromClient): void {
    if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify(message))
  }
}

export const live = new Live()

/** What happens in a space, as it happens. */
export function useSpaceEvents(spaceId: string | null | undefined, handler: Handler): void {
  const latest = useRef(handler)
  useEffect(() => {
    latest.current = handler
  })
  useEffect(() => (spaceId ? live.follow(spaceId, (event) => latest.current(event)) : undefined), [spaceId])
}

/** What is addressed to me ('notification'…); '*' after a reconnection, and once after the first: look at everything again. */
export function useNotices(kind: string, handler: NoticeHandler): void {
  const latest = useRef(handler)
  useEffect(() => {
    latest.current = handler
  })
  useEffect(() => live.onNotice(kind, (payload) => latest.current(payload)), [kind])
}
