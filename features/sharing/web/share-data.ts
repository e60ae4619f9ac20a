import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Language } from '#platform/contract/schema.ts'
import { call, Refused } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { lookAgain } from '#features/publishing/web/public/own-data.ts'
import { showToast } from '#ui/toast-store.ts'
import {
  compareWords,
  offerVariant,
  readKitFigures,
  readKits,
  readKitWorkshop,
  readMySharing,
  readShareSettings,
} from '../contract.ts'
import type { Network } from '../rules/networks.ts'

const keys = {
  kits: (programmeId: string) => ['sharing', 'kits', programmeId] as const,
  mine: (programmeId: string) => ['sharing', 'mine', programmeId] as const,
}

export const useKits = (programmeId: string) =>
  useQuery({
    queryKey: keys.kits(programmeId),
    queryFn: ({ signal }) => call(readKits, { params: { id: programmeId } }, { signal }),
  })

export const useMySharing = (programmeId: string) =>
  useQuery({
    queryKey: keys.mine(programmeId),
    queryFn: ({ signal }) => call(readMySharing, { params: { id: programmeId } }, { signal }),
    refetchInterval: ({ state }) =>
      lookAgain(
        (state.data?.publications ?? []).map(({ publication }) => publication),
        Date.now(),
      ),
  })

export const useWorkshop = (kitId: string) =>
  useQuery({
    queryKey: ['sharing', 'workshop', kitId],
    queryFn: ({ signal }) => call(readKitWorkshop, { params: { id: kitId } }, { signal }),
  })

export const useKitFigures = (kitId: string, enabled: boolean) =>
  useQuery({
    queryKey: ['sharing', 'figures', kitId],
    queryFn: ({ signal }) => call(readKitFigures, { params: { id: kitId } }, { signal }),
    enabled,
  })

export const useShareSettings = (programmeId: string) =>
  useQuery({
    queryKey: ['sharing', 'settings', programmeId],
    queryFn: ({ signal }) => call(readShareSettings, { params: { id: programmeId } }, { signal }),
  })

export const offerKey = (kitId: string, network: Network, language: Language) =>
  ['sharing', 'offer', kitId, network, language] as const

/** One's own text: asking for it again answers the same. */
export const useOffer = (kitId: string, network: Network, language: Language) =>
  useQuery({
    queryKey: offerKey(kitId, network, language),
    queryFn: () => call(offerVariant, { params: { id: kitId }, body: { network, language } }),
    staleTime: Infinity,
    retry: false,
  })

export const useKnown = (kitId: string, network: Network, words: string) =>
  useQuery({
    queryKey: ['sharing', 'known', kitId, network, words],
    queryFn: ({ signal }) =>
      call(compareWords, { params: { id: kitId }, body: { network, text: words } }, { signal }),
    enabled: words.trim() !== '',
    retry: false,
  })

/** One gesture about sharing: then everything of it is read again, but the texts on offer. */
export function useShareAct<Input, Reply>(
  act: (input: Input) => Promise<Reply>,
  { quiet = false }: { quiet?: boolean } = {},
) {
  const text = useText()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: act,
    onError: (error) => {
      if (quiet) return
      showToast({ message: error instanceof Refused ? error.message : text('platform.unreachable.title') })
    },
    onSettled: () =>
      queries.invalidateQueries({
        predicate: ({ queryKey: [area, what] }) =>
          (area === 'sharing' && what !== 'offer') || area === 'publishing',
      }),
  })
}
