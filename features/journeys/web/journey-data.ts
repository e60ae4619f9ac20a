import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { call, Refused } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { useNotices } from '#platform/web/live.ts'
import { showToast } from '#ui/toast-store.ts'
import {
  readEditedJourney,
  readFirstDraft,
  readJourneyInFile,
  readMyDraft,
  readMyJourney,
  readOverview,
  readSlots,
} from '../contract.ts'

const KEY = 'journeys'

export function useMyJourney(programmeId: string) {
  const queries = useQueryClient()
  // Somebody else moved my way: a call held, a buddy named.
  useNotices('notification', () => void queries.invalidateQueries({ queryKey: [KEY] }))
  return useQuery({
    queryKey: [KEY, 'mine', programmeId],
    queryFn: ({ signal }) => call(readMyJourney, { params: { id: programmeId } }, { signal }),
  })
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
