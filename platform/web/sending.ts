import { useSyncExternalStore } from 'react'
import type { Endpoint, Reply } from '#platform/contract/endpoint.ts'
import { addressOf, type Input, Refused, request, Unreachable } from './call.ts'

/** A write on its way. Its id was made here, so sending it twice does it once. */
export interface Sending {
  id: string
  method: string
  url: string
  body: unknown
  /** 'sending', 'waiting' (no network: it will leave by itself) or 'refused' (the sentence says why). */
  state: 'sending' | 'waiting' | 'refused'
  problem?: string
  /** What the screen needs to draw it meanwhile. */
  about?: { spaceId?: string; postId?: string; kind: string; preview?: unknown }
}

const KEY = 'elan.sending'
const WAITS = [800, 2000, 5000, 10_000, 30_000]

let list: Sending[] = stored()
const watchers = new Set<() => void>()

function stored(): Sending[] {
  try {
    return (JSON.parse(localStorage.getItem(KEY) ?? '[]') as Sending[]).map((item) => ({
      ...item,
      state: 'waiting',
    }))
  } catch {
    return []
  }
}

function change(next: Sending[]): void {
  list = next
  try {
    localStorage.setItem(KEY, JSON.stringify(list))
  } catch {
    // Storage full or forbidden: it still leaves from memory.
  }
  watchers.forEach((watcher) => watcher())
}

const patch = (id: string, part: Partial<Sending>) =>
  change(list.map((item) => (item.id === id ? { ...item, ...part } : item)))
const drop = (id: string) => change(list.filter((item) => item.id !== id))

/** Waits for the network to come back, or for the delay, whichever is first. */
const patience = (ms: number) =>
  new Promise<void>((resolve) => {
    const end = () => {
      clearTimeout(timer)
      window.removeEventListener('online', end)
      resolve()
    }
    const timer = setTimeout(end, ms)
    window.addEventListener('online', end)
  })

async function attempt<R>(item: Sending): Promise<R> {
  for (let tries = 0; ; tries++) {
    if (!list.some((one) => one.id === item.id))
      throw new Refused({ type: '', title: '', status: 0, code: 'given_up' })
    try {
      const reply = await request<R>(item.method, item.url, item.body)
      drop(item.id)
      return reply
    } catch (error) {
      const passing =
        error instanceof Unreachable ||
        (error instanceof Refused && (error.status === 503 || error.status === 429))
      if (!passing) {
        patch(item.id, { state: 'refused', problem: error instanceof Error ? error.message : String(error) })
        throw error
      }
      patch(item.id, { state: 'waiting' })
      await patience(WAITS[Math.min(tries, WAITS.length - 1)] ?? 30_000)
    }
  }
}

/** Sends now, or as soon as it can, also after a reload. Resolves with the reply; rejects only on a refusal. */
export function send<E extends Endpoint>(
  endpoint: E,
  input: Input<E>,
  id: string,
  about?: Sending['about'],
): Promise<Reply<E>> {
  const parts = input as { params?: unknown; query?: unknown; body?: unknown }
  const item: Sending = {
    id,
    method: endpoint.method,
    url: addressOf(endpoint, parts),
    body: parts.body,
    state: 'sending',
    ...(about ? { about } : {}),
  }
  change([...list.filter((one) => one.id !== id), item])
  return attempt<Reply<E>>(item)
}

/** Once signed in: what a reload or a cut left behind leaves now. */
export function resumeSending(onSent: (item: Sending) => void): void {
  for (const item of list.filter((one) => one.state === 'waiting')) {
    attempt(item)
      .then(() => onSent(item))
      .catch(() => {})
  }
}

export const giveUp = drop
export const forgetSending = () => change([])

export function trySending(id: string): Promise<unknown> {
  const item = list.find((one) => one.id === id)
  if (!item) return Promise.resolve()
  patch(id, { state: 'sending' })
  return attempt(item)
}

const watch = (watcher: () => void) => {
  watchers.add(watcher)
  return () => watchers.delete(watcher)
}

/** Everything on its way, or refused and waiting for a decision. */
export const useSending = (): Sending[] => useSyncExternalStore(watch, () => list)
