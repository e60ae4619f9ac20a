import { useSyncExternalStore } from 'react'
import type { Endpoint, Reply } from '#platform/contract/endpoint.ts'
import { addressOf, type Input, Refused, request, Unreachable } from './call.ts'

/** A write on its way. Its id was made here, so sending it twice does it once. */
export interface Sending {
  id: string
  method: string
  url: string
  body: unknown
  /**
   * 'sending', 'waiting' (no network: it will leave by itself), 'arrived' (the screens are reading it again) or 'refused'
   * (the sentence says why).
   */
  state: 'sending' | 'waiting' | 'arrived' | 'refused'
  problem?: string
  /** Those of one lane leave one after the other, in their order. */
  lane?: string
  /** What the screen needs to draw it meanwhile; `label` names it where no screen draws it. */
  about?: {
    spaceId?: string
    postId?: string
    kind: string
    scope?: string
    label?: string
    preview?: unknown
  }
}

export interface OnTheWay<R> {
  lane?: string
  /** The network is away: it is kept, and leaves by itself. */
  onWaiting?: () => void
  /** Reads again what it changed; until then it still stands on the screens. */
  settle?: (reply: R) => Promise<unknown>
}

const KEY = 'elan.sending'
const WAITS = [800, 2000, 5000, 10_000, 30_000]
/** A request that says nothing for so long is asked again: it happens once. */
const LONGEST = 45_000
/** A quick write that takes longer than this is kept: nobody waits in front of a form on a poor network. */
const SLOW = 3000

let list: Sending[] = stored()
const watchers = new Set<() => void>()

function stored(): Sending[] {
  try {
    return (JSON.parse(localStorage.getItem(KEY) ?? '[]') as Sending[]).map((item) => ({
      ...item,
      // What was refused waits for a decision, not for the network.
      state: item.state === 'refused' ? 'refused' : 'waiting',
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

/** The one that must leave before this one. */
function aheadOf(item: Sending): Sending | undefined {
  if (item.lane === undefined) return undefined
  const at = list.findIndex((one) => one.id === item.id)
  return list
    .slice(0, Math.max(0, at))
    .find((one) => one.lane === item.lane && (one.state === 'sending' || one.state === 'waiting'))
}

/** Until something in the list moves. */
const turn = () =>
  new Promise<void>((resolve) => {
    const stop = watch(() => {
      stop()
      resolve()
    })
  })

async function attempt<R>(item: Sending, { onWaiting, settle }: OnTheWay<R> = {}): Promise<R> {
  const waits = () => {
    if (list.some((one) => one.id === item.id && one.state !== 'waiting'))
      patch(item.id, { state: 'waiting' })
    onWaiting?.()
  }
  for (let tries = 0; ; tries++) {
    for (let ahead = aheadOf(item); ahead; ahead = aheadOf(item)) {
      if (ahead.state === 'waiting') waits()
      await turn()
    }
    if (!list.some((one) => one.id === item.id))
      throw new Refused({ type: '', title: '', status: 0, code: 'given_up' })
    try {
      const reply = await request<R>(item.method, item.url, item.body, {
        signal: AbortSignal.timeout(LONGEST),
      })
      if (settle) {
        patch(item.id, { state: 'arrived' })
        await settle(reply).catch(() => {})
      }
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
      waits()
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
  way: OnTheWay<Reply<E>> = {},
): Promise<Reply<E>> {
  const parts = input as { params?: unknown; query?: unknown; body?: unknown }
  const item: Sending = {
    id,
    method: endpoint.method,
    url: addressOf(endpoint, parts),
    body: parts.body,
    state: 'sending',
    ...(way.lane === undefined ? {} : { lane: way.lane }),
    ...(about ? { about } : {}),
  }
  change([...list.filter((one) => one.id !== id), item])
  return attempt<Reply<E>>(item, way)
}

/** Once signed in: what a reload or a cut left behind leaves now. `lookAgain` reads what it changed. */
export function resumeSending(lookAgain: () => Promise<unknown>): void {
  for (const item of list.filter((one) => one.state === 'waiting'))
    attempt(item, { settle: lookAgain }).catch(() => {})
}

export type Outcome<R> = { kept: false; reply: R } | { kept: true }

/**
 * A quick write: it resolves as soon as one knows what becomes of it. Arrived; or kept on this device, from where it leaves
 * by itself; a refusal is thrown. What is refused after having been kept stays in the list, for its person to decide.
 */
export function sendQuickly<E extends Endpoint>(
  endpoint: E,
  input: Input<E>,
  id: string,
  about: NonNullable<Sending['about']>,
  { lane, settle, onArrived }: Omit<OnTheWay<Reply<E>>, 'onWaiting'> & { onArrived?: () => void } = {},
): Promise<Outcome<Reply<E>>> {
  return new Promise((resolve, reject) => {
    let kept = false
    const onWaiting = () => {
      kept = true
      resolve({ kept: true })
    }
    const slow = setTimeout(() => {
      if (!list.some((one) => one.id === id && one.state === 'sending')) return
      patch(id, { state: 'waiting' })
      onWaiting()
    }, SLOW)
    const arrived = (reply: Reply<E>) => {
      clearTimeout(slow)
      const again = settle?.(reply)
      if (kept && !followed(id, lane)) onArrived?.()
      resolve({ kept: false, reply })
      return again ?? Promise.resolve()
    }
    const refused = (error: unknown) => {
      clearTimeout(slow)
      // Nobody could read what it was: there is nothing to decide.
      if (!kept || !about.label) drop(id)
      if (!kept) reject(error instanceof Error ? error : new Error(String(error)))
    }
    const way = { onWaiting, settle: arrived, ...(lane === undefined ? {} : { lane }) }
    send(endpoint, input, id, about, way).catch(refused)
  })
}

/** Another of its lane is still on its way: the last one tells. */
const followed = (id: string, lane: string | undefined): boolean =>
  lane !== undefined && list.some((one) => one.id !== id && one.lane === lane && one.state !== 'refused')

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

/** For code outside React. */
export const onItsWay = (): readonly Sending[] => list
