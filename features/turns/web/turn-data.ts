import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { call, fileUrl, Refused } from '#platform/web/call.ts'
import { useLanguage, useText } from '#platform/web/i18n.ts'
import { useNotices, useSpaceEvents } from '#platform/web/live.ts'
import { showToast } from '#ui/toast-store.ts'
import {
  type Holder,
  readCandidates,
  readDesk,
  readIncidents,
  readMyTurns,
  readPastTurns,
  readRoster,
} from '../contract.ts'

export const nameOf = (one: Pick<Holder, 'givenName' | 'familyName'>) =>
  `${one.givenName} ${one.familyName}`.trim()
export const photoOf = (one: Pick<Holder, 'photoFileId'>) =>
  one.photoFileId ? fileUrl(one.photoFileId, 'w320') : null

export function useRoster(programmeId: string) {
  return useQuery({
    queryKey: ['turns', programmeId, 'roster'],
    queryFn: ({ signal }) => call(readRoster, { params: { id: programmeId } }, { signal }),
    // What is scheduled leaves by itself: the page follows.
    refetchInterval: 30_000,
  })
}

/** The roster moves for everybody who looks at it. */
export function useLiveRoster(spaceId: string): void {
  const queries = useQueryClient()
  const look = () => void queries.invalidateQueries({ queryKey: ['turns'] })
  useSpaceEvents(spaceId, (event) => {
    if (event.kind === 'roster.changed' || event.kind === 'reset') look()
  })
  useNotices('*', look)
}

export const useDesk = (programmeId: string, turnId: string) =>
  useQuery({
    queryKey: ['turns', programmeId, 'desk', turnId],
    queryFn: ({ signal }) => call(readDesk, { params: { id: turnId } }, { signal }),
    refetchInterval: 10_000,
  })

export const usePastTurns = (programmeId: string) =>
  useInfiniteQuery({
    queryKey: ['turns', programmeId, 'past'],
    queryFn: ({ pageParam, signal }) =>
      call(
        readPastTurns,
        { params: { id: programmeId }, query: { limit: 4, ...(pageParam ? { cursor: pageParam } : {}) } },
        { signal },
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
  })

export const useIncidents = (programmeId: string) =>
  useInfiniteQuery({
    queryKey: ['turns', programmeId, 'incidents'],
    queryFn: ({ pageParam, signal }) =>
      call(
        readIncidents,
        { params: { id: programmeId }, query: { limit: 5, ...(pageParam ? { cursor: pageParam } : {}) } },
        { signal },
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
  })

export const useCandidates = (programmeId: string, enabled: boolean) =>
  useQuery({
    queryKey: ['turns', programmeId, 'candidates'],
    queryFn: ({ signal }) => call(readCandidates, { params: { id: programmeId } }, { signal }),
    enabled,
  })

export const useMyTurns = (programmeId: string) =>
  useQuery({
    queryKey: ['turns', programmeId, 'mine'],
    queryFn: ({ signal }) => call(readMyTurns, { query: { programmeId } }, { signal }),
  })

/** An act on the roster: what stands on the page is read again; a refusal is said, unless a form says it itself. */
export function useTurnAct<Input, Reply>(
  act: (input: Input) => Promise<Reply>,
  { onDone, quiet = false }: { onDone?: (reply: Reply) => void; quiet?: boolean } = {},
) {
  const text = useText()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: act,
    onSuccess: (reply) => onDone?.(reply),
    onError: (error) => {
      if (quiet) return
      showToast({ message: error instanceof Refused ? error.message : text('platform.unreachable.title') })
    },
    // Under way until what stands on the page is read again: nothing jumps back in between.
    onSettled: () => queries.invalidateQueries({ queryKey: ['turns'] }),
  })
}

const LOCALE = { fr: 'fr-FR', en: 'en-GB' } as const

/** « 26 janv. », « lundi 26 janvier » for days of the calendar, whatever the clock here. */
export function useDays() {
  const locale = LOCALE[useLanguage()]
  const words = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' })
    return (day: string) => format.format(new Date(`${day}T12:00:00Z`))
  }
  return {
    short: words({ day: 'numeric', month: 'short' }),
    long: words({ weekday: 'long', day: 'numeric', month: 'long' }),
  }
}
