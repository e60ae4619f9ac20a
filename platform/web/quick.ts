import { type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Endpoint, Reply } from '#platform/contract/endpoint.ts'
import { showToast } from '#ui/toast-store.ts'
import { type Input, newId, Refused } from './call.ts'
import { useText } from './i18n.ts'
import { sendQuickly, useSending } from './sending.ts'

interface QuickOf<E extends Endpoint, Given> {
  /** What it is ("missions.relay"), and of what: the screens that show it meanwhile look it up by these two. */
  kind: string
  scope: string
  endpoint: E
  input: (given: Given) => Input<E>
  /** In the reader's words: it names the write if it is refused once nobody looks any more. */
  label: string | ((given: Given) => string)
  /** Made beforehand where the address holds it, so that it happens once. */
  id?: string
  /** One after the other: the later of two votes is the one that stands. */
  lane?: string
  /** What is read again once it has arrived. */
  touches: readonly QueryKey[]
  /** Puts the reply where the screens read it, before they read again. */
  arrive?: (reply: Reply<E>, given: Given) => void
  /** It has arrived, or is kept here and leaves by itself: a form may close. */
  onDone?: (outcome: { kept: boolean; reply: Reply<E> | null }, given: Given) => void
  /** Said when it arrives at once. */
  says?: string | ((reply: Reply<E>, given: Given) => string)
  onRefused?: () => void
  /** The form itself shows a refusal. */
  quiet?: boolean
  /** The screen shows it all, or another that follows says what becomes of both. */
  silent?: boolean
}

/**
 * A quick write on a phone, in one line: seen at once, kept on this device without a network, sent again until it arrives,
 * never twice, and a refusal said in its sentence.
 */
export function useQuick<E extends Endpoint, Given = void>(of: QuickOf<E, Given>) {
  const text = useText()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (given: Given) => {
      const label = typeof of.label === 'string' ? of.label : of.label(given)
      return sendQuickly(
        of.endpoint,
        of.input(given),
        of.id ?? newId(),
        { kind: of.kind, scope: of.scope, label, preview: given },
        {
          ...(of.lane === undefined ? {} : { lane: of.lane }),
          settle: (reply) => {
            of.arrive?.(reply, given)
            return Promise.all(of.touches.map((queryKey) => queries.invalidateQueries({ queryKey })))
          },
          onArrived: () => {
            if (!of.silent) showToast({ message: text('platform.left', { label }) })
          },
        },
      )
    },
    onSuccess: (outcome, given) => {
      if (outcome.kept && !of.silent) showToast({ message: text('platform.kept') })
      if (!outcome.kept && of.says)
        showToast({ message: typeof of.says === 'string' ? of.says : of.says(outcome.reply, given) })
      of.onDone?.({ kept: outcome.kept, reply: outcome.kept ? null : outcome.reply }, given)
    },
    onError: (error) => {
      if (error instanceof Refused && error.code === 'given_up') return
      // What it is about may have changed under the hand.
      for (const queryKey of of.touches) void queries.invalidateQueries({ queryKey })
      of.onRefused?.()
      if (!of.quiet) showToast({ message: error.message })
    },
  })
}

export interface OnItsWay<Given> {
  id: string
  given: Given
  /** It waits for the network; until then an answer is a matter of an instant. */
  waits: boolean
}

/** What was given to quick writes of this kind that the server has not told us of yet, in their order. */
export function useOnItsWay<Given>(kind: string, scope: string): OnItsWay<Given>[] {
  const list = useSending()
  return useMemo(
    () =>
      list
        .filter(({ about, state }) => about?.kind === kind && about.scope === scope && state !== 'refused')
        .map(({ id, about, state }) => ({
          id,
          given: about?.preview as Given,
          waits: state === 'waiting',
        })),
    [list, kind, scope],
  )
}

/** What was refused after it had been kept: its form begins from it, and sends it again under the same name. */
export function useRefused<Given>(kind: string, scope: string): { id: string; given: Given } | null {
  const one = useSending().findLast(
    ({ about, state }) => about?.kind === kind && about.scope === scope && state === 'refused',
  )
  return one ? { id: one.id, given: one.about?.preview as Given } : null
}

/** What a screen shows: what the server said, then what is on its way. */
export function withOnItsWay<Data, Given>(
  data: Data,
  onItsWay: readonly OnItsWay<Given>[],
  apply: (data: Data, one: OnItsWay<Given>) => Data,
): Data {
  return onItsWay.reduce(apply, data)
}
