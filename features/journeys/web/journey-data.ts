import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { call, Refused } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { useNotices } from '#platform/web/live.ts'
import { type OnItsWay, useOnItsWay, withOnItsWay } from '#platform/web/quick.ts'
import { showToast } from '#ui/toast-store.ts'
import {
  readEditedJourney,
  readFirstDraft,
  readJourneyInFile,
  readMyDraft,
  readMyJourney,
  readOverview,
  readSlots,
  type MyJourney,
} from '../contract.ts'

const KEY = 'journeys'
/** What an act on a journey changes. */
export const TOUCHED = [[KEY], ['programme']] as const

export function useMyJourney(programmeId: string) {
  const queries = useQueryClient()
  // Somebody else moved my way: a call held, a buddy named.
  useNotices('notification', () => void queries.invalidateQueries({ queryKey: [KEY] }))
  const query = useQuery({
    queryKey: mineKey(programmeId),
    queryFn: ({ signal }) => call(readMyJourney, { params: { id: programmeId } }, { signal }),
  })
  const ticked = useTicked(programmeId)
  return { ...query, data: query.data && withOnItsWay(query.data, ticked, withTick) }
}

export const mineKey = (programmeId: string) => [KEY, 'mine', programmeId] as const
export const TICK = 'journeys.tick'
export interface Ticked {
  stepId: string
  at: string
}
export const useTicked = (programmeId: string) => useOnItsWay<Ticked>(TICK, programmeId)

/** The way once this step is noted; a step behind is behind, whatever the network. */
export function withTick(journey: MyJourney, { given: { stepId, at } }: OnItsWay<Ticked>): MyJourney {
  const steps = journey.steps.map((step) =>
    step.id === stepId ? { ...step, doneAt: step.doneAt ?? at, mineToTick: false } : step,
  )
  return { ...journey, steps }
}

export const useJourneyInFile = (ambassadorId: string) =>
  useQuery({
    queryKey: [KEY, 'file', ambassadorId],
    queryFn: ({ signal }) => call(readJourneyInFile, { params: { id: ambassadorId } }, { signal }),
  })

export const useOverview = (programmeId: string) =>
  useQuery({
    queryKey: [KEY, 'overview', programmeId],
    queryFn: ({ signal }) => call(readOverview, { params: { id: programmeId } }, { signal }),
  })

export const editedKey = (programmeId: string) => [KEY, 'edited', programmeId] as const
export const useEditedJourney = (programmeId: string) =>
  useQuery({
    queryKey: editedKey(programmeId),
    queryFn: ({ signal }) => call(readEditedJourney, { params: { id: programmeId } }, { signal }),
  })

export const useSlots = (programmeId: string) =>
  useQuery({
    queryKey: [KEY, 'slots', programmeId],
    queryFn: ({ signal }) => call(readSlots, { params: { id: programmeId } }, { signal }),
  })

export const useMyDraft = (programmeId: string) =>
  useQuery({
    queryKey: [KEY, 'draft', programmeId],
    queryFn: ({ signal }) => call(readMyDraft, { params: { id: programmeId } }, { signal }),
  })

export const useFirstDraft = (id: string) =>
  useQuery({
    queryKey: [KEY, 'reread', id],
    queryFn: ({ signal }) => call(readFirstDraft, { params: { id } }, { signal }),
  })

/** An act on a journey: what it changes is read again, a refusal is said in its sentence. */
export function useAct<Input, Reply>(act: (input: Input) => Promise<Reply>, onDone?: (reply: Reply) => void) {
  const text = useText()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: act,
    onSuccess: (reply) => onDone?.(reply),
    onError: (error) =>
      showToast({ message: error instanceof Refused ? error.message : text('platform.unreachable.title') }),
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: [KEY] })
      void queries.invalidateQueries({ queryKey: ['programme'] })
    },
  })
}
