import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { call } from '#platform/web/call.ts'
import { type Connection, readConnections, readMyConnections } from '../../contract.ts'

/** The accounts of a community, or my own when there is none. */
export function useConnections(spaceId: string | null) {
  return useQuery({
    queryKey: ['publishing', 'connections', spaceId ?? 'mine'],
    queryFn: ({ signal }) =>
      spaceId
        ? call(readConnections, { params: { id: spaceId } }, { signal })
        : call(readMyConnections, {}, { signal }),
  })
}

/** An act on the accounts: the list is read again. */
export function useConnecting<Input, Reply>(
  act: (input: Input) => Promise<Reply>,
  onDone?: (reply: Reply) => void,
) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: act,
    onSuccess: (reply) => onDone?.(reply),
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: ['publishing'] })
      void queries.invalidateQueries({ queryKey: ['turns'] })
    },
  })
}

export const NETWORK_NAMES: Record<Connection['network'], string> = {
  mastodon: 'Mastodon',
  bluesky: 'Bluesky',
  linkedin: 'LinkedIn',
  facebook: 'Facebook',
  instagram: 'Instagram',
  x: 'X',
}
