import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { call, Refused } from '#platform/web/call.ts'
import { useLanguage, useText } from '#platform/web/i18n.ts'
import { useNotices } from '#platform/web/live.ts'
import { readProgramme } from '#features/programme/contract.ts'
import { showToast } from '#ui/toast-store.ts'
import {
  readConfirmations,
  readFollowUp,
  readLedger,
  readOverview,
  readPeers,
  readProposalDrafts,
  readWhatCounts,
  type Standing,
} from '../contract.ts'
import { reasonParts } from '../rules/reason.ts'

const KEY = 'contributions'
/** What an act of these screens changes. */
export const TOUCHED = [[KEY], ['programme']] as const

export const useProgrammePlace = (programmeId: string) =>
  useQuery({
    queryKey: ['programme', programmeId],
    queryFn: () => call(readProgramme, { params: { id: programmeId } }),
    staleTime: 30_000,
  })

export function useFollowUp(ambassadorId: string) {
  const queries = useQueryClient()
  // A word about one's role has come, or an answer to one: look again.
  useNotices('notification', () => void queries.invalidateQueries({ queryKey: [KEY] }))
  return useQuery({
    queryKey: [KEY, 'follow-up', ambassadorId],
    queryFn: () => call(readFollowUp, { params: { id: ambassadorId } }),
  })
}

export const useLedger = (ambassadorId: string) =>
  useInfiniteQuery({
    queryKey: [KEY, 'ledger', ambassadorId],
    queryFn: ({ pageParam }) =>
      call(readLedger, { params: { id: ambassadorId }, query: { cursor: pageParam, limit: 20 } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  })

export const useWhatCounts = (programmeId: string) =>
  useQuery({
    queryKey: [KEY, 'what-counts', programmeId],
    queryFn: () => call(readWhatCounts, { params: { id: programmeId } }),
  })

export const useConfirmations = (programmeId: string) =>
  useQuery({
    queryKey: [KEY, 'confirmations', programmeId],
    queryFn: () => call(readConfirmations, { params: { id: programmeId } }),
  })

export const usePeers = (programmeId: string, wanted: boolean) =>
  useQuery({
    queryKey: [KEY, 'peers', programmeId],
    queryFn: () => call(readPeers, { params: { id: programmeId } }),
    enabled: wanted,
  })

/** Read before the form opens: in the workshop, without a network, it has what it asks for. */
export function useReadyToDeclare(programmeId: string, serves: boolean): void {
  const asksPeer = useWhatCounts(programmeId).data?.peerConfirmation ?? false
  usePeers(programmeId, serves && asksPeer)
}

export const useOverview = (programmeId: string) =>
  useQuery({
    queryKey: [KEY, 'overview', programmeId],
    queryFn: () => call(readOverview, { params: { id: programmeId } }),
  })

export const useDrafts = (ambassadorId: string) =>
  useQuery({
    queryKey: [KEY, 'drafts', ambassadorId],
    queryFn: () => call(readProposalDrafts, { params: { id: ambassadorId } }),
    // Being written: it does not change under the pen.
    staleTime: Infinity,
    refetchOnWindowFocus: false,
  })

/** An act on a follow-up: everything about it is read again; a refusal is said where nothing else says it. */
export function useAct<Input, Reply>(
  act: (input: Input) => Promise<Reply>,
  { onDone, quiet = false }: { onDone?: (reply: Reply) => void; quiet?: boolean } = {},
) {
  const text = useText()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: act,
    onSuccess: (reply) => onDone?.(reply),
    onError: (error) => {
      if (!quiet)
        showToast({ message: error instanceof Refused ? error.message : text('platform.unreachable.title') })
    },
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: [KEY] })
      void queries.invalidateQueries({ queryKey: ['programme'] })
    },
  })
}

/** The sentence to show under a form. */
export function useProblem(): (error: unknown) => string | undefined {
  const text = useText()
  return (error) =>
    error ? (error instanceof Refused ? error.message : text('platform.unreachable.title')) : undefined
}

const LOCALE = { fr: 'fr-FR', en: 'en-GB' } as const

/** "31 octobre": the year goes without saying. */
export function useShortDate(): (day: string) => string {
  const locale = LOCALE[useLanguage()]
  const format = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', timeZone: 'UTC' })
  return (day) => format.format(new Date(`${day}T12:00:00Z`))
}

/** The reason in words: "Deux coups de main depuis le 31 octobre, cinq d'habitude." */
export function useReason(): (standing: Standing) => string {
  const text = useText()
  const shortDate = useShortDate()
  return (standing) =>
    reasonParts(standing, (key, values) => text(`contributions.${key}`, values), shortDate(standing.since))
}

export const nameOf = (person: { givenName: string; familyName: string }) =>
  `${person.givenName} ${person.familyName}`
