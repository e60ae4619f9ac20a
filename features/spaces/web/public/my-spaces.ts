import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import { call } from '#platform/web/call.ts'
import { useNotices } from '#platform/web/live.ts'
import { useMaybeMe } from '#platform/web/me.ts'
import { readMySpaces, type Space } from '../../contract.ts'

export const mySpacesKey = ['spaces', 'mine'] as const

export const mySpacesQuery = queryOptions({
  queryKey: mySpacesKey,
  queryFn: () => call(readMySpaces, {}),
  staleTime: 30_000,
})

/** The spaces where I hold a seat: communities, each followed by its groups. */
export function useMySpaces(): Space[] {
  const me = useMaybeMe()
  return useQuery({ ...mySpacesQuery, enabled: me !== null }).data?.items ?? []
}

/** They follow what happens: said once, by the frame of the pages, for all who read them. */
export function useMySpacesNews(): void {
  const queries = useQueryClient()
  const again = () => void queries.invalidateQueries({ queryKey: mySpacesKey })
  useNotices('*', again)
  useNotices('spaces', again)
}

/** Where I may write. */
export const writable = (spaces: Space[]): Space[] => spaces.filter((space) => space.can.publish)

/** The communities I run. */
export const animated = (spaces: Space[]): Space[] =>
  spaces.filter((space) => space.kind === 'community' && space.can.animate)
