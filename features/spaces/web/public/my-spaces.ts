import { useQuery, useQueryClient } from '@tanstack/react-query'
import { call } from '#platform/web/call.ts'
import { useNotices } from '#platform/web/live.ts'
import { useMaybeMe } from '#platform/web/me.ts'
import { readMySpaces, type Space } from '../../contract.ts'

export const mySpacesKey = ['spaces', 'mine'] as const

/** The spaces where I hold a seat: communities, each followed by its groups. */
export function useMySpaces(): Space[] {
  const me = useMaybeMe()
  const queries = useQueryClient()
  useNotices('*', () => void queries.invalidateQueries({ queryKey: mySpacesKey }))
  useNotices('spaces', () => void queries.invalidateQueries({ queryKey: mySpacesKey }))
  const query = useQuery({
    queryKey: mySpacesKey,
    queryFn: () => call(readMySpaces, {}),
    enabled: me !== null,
    staleTime: 30_000,
  })
  return query.data?.items ?? []
}

/** Where I may write. */
export const writable = (spaces: Space[]): Space[] => spaces.filter((space) => space.can.publish)

/** The communities I run. */
export const animated = (spaces: Space[]): Space[] =>
  spaces.filter((space) => space.kind === 'community' && space.can.animate)
