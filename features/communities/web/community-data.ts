import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { call, Refused } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { useNotices, useSpaceEvents } from '#platform/web/live.ts'
import { showToast } from '#ui/toast-store.ts'
import { readCharter, readCommunities, readCommunity, readGroups, readRequests } from '../contract.ts'

export const communityKey = (id: string) => ['communities', 'one', id] as const

export const useCommunity = (id: string) =>
  useQuery({
    queryKey: communityKey(id),
    queryFn: ({ signal }) => call(readCommunity, { params: { id } }, { signal }),
  })

export const useCommunities = (scope: 'mine' | 'others') =>
  useInfiniteQuery({
    queryKey: ['communities', 'list', scope],
    queryFn: ({ pageParam, signal }) =>
      call(readCommunities, { query: { scope, ...(pageParam ? { cursor: pageParam } : {}) } }, { signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  })

export const useGroups = (id: string) =>
  useInfiniteQuery({
    queryKey: ['communities', 'groups', id],
    queryFn: ({ pageParam, signal }) =>
      call(readGroups, { params: { id }, query: pageParam ? { cursor: pageParam } : {} }, { signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  })

export const useCharter = (id: string) =>
  useQuery({
    queryKey: ['communities', 'charter', id],
    queryFn: ({ signal }) => call(readCharter, { params: { id } }, { signal }),
  })

export const useRequests = (spaceId: string, enabled: boolean) =>
  useInfiniteQuery({
    queryKey: ['communities', 'requests', spaceId],
    queryFn: ({ pageParam, signal }) =>
      call(readRequests, { query: { spaceId, ...(pageParam ? { cursor: pageParam } : {}) } }, { signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    enabled,
  })

const TOLD = /^(community|stage|charter|group|member|role|reset)/

/** What others change in a community shows here as it happens. */
export function useLiveCommunity(id: string): void {
  const queries = useQueryClient()
  const look = () => void queries.invalidateQueries({ queryKey: ['communities'] })
  useSpaceEvents(id, (event) => TOLD.test(event.kind) && look())
  useNotices('communities.requests', look)
  useNotices('communities.request', look)
}

/** An act on a community: what it changes is read again, a refusal is said in a sentence. */
export function useAct<Input, Reply>(act: (input: Input) => Promise<Reply>, onDone?: (reply: Reply) => void) {
  const text = useText()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: act,
    onSuccess: (reply) => {
      void queries.invalidateQueries({ queryKey: ['communities'] })
      void queries.invalidateQueries({ queryKey: ['spaces'] })
      onDone?.(reply)
    },
    onError: (error) =>
      showToast({ message: error instanceof Refused ? error.message : text('platform.unreachable.title') }),
  })
}
