import { useEffect, useRef } from 'react'
import { newId, Refused } from '#platform/web/call.ts'
import { giveUp, send } from '#platform/web/sending.ts'
import { showToast } from '#ui/toast-store.ts'
import { react, type ReactionCounts, type ReactionKind, type Reactions, unreact } from '../../contract.ts'

export interface Gathered {
  mine: ReactionKind | null
  counts: ReactionCounts
  total: number
}

/** What the screen shows at once, before the server answers. */
export function withReaction(before: Gathered, kind: ReactionKind | null): Gathered {
  const counts = { ...before.counts }
  if (before.mine) counts[before.mine] = Math.max(0, counts[before.mine] - 1)
  if (kind) counts[kind] += 1
  const total = before.total - (before.mine ? 1 : 0) + (kind ? 1 : 0)
  return { mine: kind, counts, total: Math.max(0, total) }
}

const waiting = new Map<string, string>()

/** Reacts at once; it leaves when it can, and comes back to what it was if the server says no. */
export function useReact(
  subjectId: string,
  now: Gathered,
  onChange: (next: Gathered) => void,
): (kind: ReactionKind | null) => void {
  const latest = useRef({ now, onChange })
  useEffect(() => {
    latest.current = { now, onChange }
  })
  return (kind) => {
    const before = latest.current.now
    latest.current.onChange(withReaction(before, kind))
    const earlier = waiting.get(subjectId)
    if (earlier) giveUp(earlier)
    const id = newId()
    waiting.set(subjectId, id)
    const about = { kind: 'reaction' }
    const sent: Promise<Reactions> = kind
      ? send(react, { params: { subjectId }, body: { kind } }, id, about)
      : send(unreact, { params: { subjectId } }, id, about)
    sent
      .then((reply) => {
        if (waiting.get(subjectId) === id) latest.current.onChange(reply)
      })
      .catch((error: unknown) => {
        giveUp(id)
        if (error instanceof Refused && error.code === 'given_up') return
        latest.current.onChange(before)
        if (error instanceof Error) showToast({ message: error.message })
      })
      .finally(() => waiting.get(subjectId) === id && waiting.delete(subjectId))
  }
}
