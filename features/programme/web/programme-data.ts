import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { call, Refused } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { type OnItsWay, useOnItsWay, withOnItsWay } from '#platform/web/quick.ts'
import { showToast } from '#ui/toast-store.ts'
import {
  type AmbassadorFile,
  type Filter,
  readAdvice,
  readAlumni,
  readAmbassador,
  readAmbassadors,
  readAttendance,
  readBoard,
  readCircles,
  readEntrance,
  readGathering,
  readGatherings,
  readKeepers,
  readLetters,
  readProgramme,
  readProgrammes,
} from '../contract.ts'

export const programmeKey = (id: string) => ['programme', 'one', id] as const

export const useProgramme = (id: string) =>
  useQuery({
    queryKey: programmeKey(id),
    queryFn: () => call(readProgramme, { params: { id } }),
    staleTime: 30_000,
  })

export const useProgrammes = (communityId: string) =>
  useQuery({
    queryKey: ['programme', 'of', communityId],
    queryFn: () => call(readProgrammes, { params: { id: communityId } }),
  })

export function useFile(id: string | undefined) {
  const query = useQuery({
    queryKey: ['programme', 'file', id],
    queryFn: () => call(readAmbassador, { params: { id: id ?? '' } }),
    enabled: id !== undefined,
  })
  const pauses = useOnItsWay<Pause>(PAUSE, id ?? '').filter((one) => one.waits)
  return { ...query, data: query.data && withOnItsWay(query.data, pauses, withPause) }
}

export const PAUSE = 'programme.pause'
interface Pause {
  until: string
}
/** Somebody who asks for a pause is on pause: nobody waits for a network to rest. */
const withPause = (file: AmbassadorFile, { given: { until } }: OnItsWay<Pause>): AmbassadorFile => ({
  ...file,
  state: 'paused',
  pausedUntil: until,
})

export const useEntrance = (id: string) =>
  useQuery({
    queryKey: ['programme', 'entrance', id],
    queryFn: () => call(readEntrance, { params: { id } }),
  })

export const useKeepers = (id: string) =>
  useQuery({
    queryKey: ['programme', 'keepers', id],
    queryFn: () => call(readKeepers, { params: { id } }),
  })

export const useCircles = (id: string) =>
  useQuery({
    queryKey: ['programme', 'circles', id],
    queryFn: () => call(readCircles, { params: { id } }),
  })

export const useAdvice = (id: string, seats: number | null) =>
  useQuery({
    queryKey: ['programme', 'advice', id, seats],
    queryFn: () => call(readAdvice, { params: { id }, query: seats ? { seats } : {} }),
    placeholderData: (before) => before,
  })

export const useBoard = (id: string) =>
  useQuery({ queryKey: ['programme', 'board', id], queryFn: () => call(readBoard, { params: { id } }) })

export const useAmbassadors = (id: string, filter: Filter, limit = 50) =>
  useInfiniteQuery({
    queryKey: ['programme', 'ambassadors', id, filter, limit],
    queryFn: ({ pageParam, signal }) =>
      call(
        readAmbassadors,
        { params: { id }, query: { ...filter, limit, ...(pageParam ? { cursor: pageParam } : {}) } },
        { signal },
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    placeholderData: (before) => before,
  })

export const useGatherings = (id: string, when: 'next' | 'past') =>
  useInfiniteQuery({
    queryKey: ['programme', 'gatherings', id, when],
    queryFn: ({ pageParam }) =>
      call(readGatherings, {
        params: { id },
        query: { when, ...(pageParam ? { cursor: pageParam } : {}) },
      }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  })

export const useGathering = (id: string) =>
  useQuery({
    queryKey: ['programme', 'gathering', id],
    queryFn: () => call(readGathering, { params: { id } }),
  })

export const useAttendance = (id: string, enabled: boolean) =>
  useQuery({
    queryKey: ['programme', 'attendance', id],
    queryFn: () => call(readAttendance, { params: { id } }),
    enabled,
  })

export const useAlumni = (id: string) =>
  useInfiniteQuery({
    queryKey: ['programme', 'alumni', id],
    queryFn: ({ pageParam }) =>
      call(readAlumni, { params: { id }, query: pageParam ? { cursor: pageParam } : {} }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  })

export const useLetters = (id: string) =>
  useInfiniteQuery({
    queryKey: ['programme', 'letters', id],
    queryFn: ({ pageParam }) =>
      call(readLetters, { params: { id }, query: pageParam ? { cursor: pageParam } : {} }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  })

/** A write, then everything of the programme is looked at again; `quiet`: the form itself shows what went wrong. */
export function useAct<Input, Reply>(
  act: (input: Input) => Promise<Reply>,
  { says, onDone, quiet }: { says?: string; onDone?: (reply: Reply) => void; quiet?: boolean } = {},
) {
  const text = useText()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: act,
    // A step of a life line moves what other features show of it beside: whatever is on the screen looks again.
    onSettled: () => void queries.invalidateQueries(),
    onSuccess: (reply) => {
      if (says) showToast({ message: says })
      onDone?.(reply)
    },
    onError: (error) => {
      if (quiet) return
      showToast({ message: error instanceof Refused ? error.message : text('platform.unreachable.title') })
    },
  })
}
