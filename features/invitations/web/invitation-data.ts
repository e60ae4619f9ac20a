import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { readCommunity } from '#features/communities/contract.ts'
import type { Query } from '#platform/contract/endpoint.ts'
import { call, Refused } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { showToast } from '#ui/toast-store.ts'
import {
  type Choice,
  previewInvitations,
  readCampaigns,
  readCodes,
  readFollowUp,
  readInvitations,
} from '../contract.ts'

export const useCommunity = (id: string) =>
  useQuery({ queryKey: ['communities', 'one', id], queryFn: () => call(readCommunity, { params: { id } }) })

export const useFollowUp = (id: string) =>
  useQuery({ queryKey: ['invitations', id, 'counts'], queryFn: () => call(readFollowUp, { params: { id } }) })

export type InvitationFilter = Pick<Query<typeof readInvitations>, 'state' | 'campaignId' | 'search'>

export const useInvitations = (id: string, filter: InvitationFilter) =>
  useInfiniteQuery({
    queryKey: ['invitations', id, 'list', filter],
    queryFn: ({ pageParam, signal }) =>
      call(
        readInvitations,
        { params: { id }, query: { ...filter, ...(pageParam ? { cursor: pageParam } : {}) } },
        { signal },
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    placeholderData: (before) => before,
  })

/** While e-mails are being written, asks again by itself. */
export const useCampaigns = (id: string) =>
  useInfiniteQuery({
    queryKey: ['invitations', id, 'campaigns'],
    queryFn: ({ pageParam, signal }) =>
      call(readCampaigns, { params: { id }, query: pageParam ? { cursor: pageParam } : {} }, { signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    refetchInterval: (query) =>
      query.state.data?.pages.some((page) => page.items.some((campaign) => campaign.toWrite > 0))
        ? 1500
        : false,
  })

export const useCodes = (id: string) =>
  useQuery({ queryKey: ['invitations', id, 'codes'], queryFn: () => call(readCodes, { params: { id } }) })

export const usePreview = (id: string, choice: Choice | null) =>
  useQuery({
    queryKey: ['invitations', id, 'preview', choice],
    queryFn: ({ signal }) => call(previewInvitations, { params: { id }, body: choice ?? {} }, { signal }),
    enabled: choice !== null,
    placeholderData: (before) => before,
  })

/** One gesture on an invitation, a code or a sending: then everything about the community is read again. */
export function useGesture<Input, Reply>(
  spaceId: string,
  act: (input: Input) => Promise<Reply>,
  said?: (reply: Reply) => string,
) {
  const queries = useQueryClient()
  const text = useText()
  return useMutation({
    mutationFn: act,
    onSuccess: (reply) => {
      void queries.invalidateQueries({ queryKey: ['invitations', spaceId] })
      if (said) showToast({ message: said(reply) })
    },
    onError: (error) => {
      if (!said) return
      showToast({ message: error instanceof Refused ? error.message : text('platform.unreachable.title') })
    },
  })
}

export const fullName = (person: { givenName: string; familyName: string }) =>
  `${person.givenName} ${person.familyName}`
