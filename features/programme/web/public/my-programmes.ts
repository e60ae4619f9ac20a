import { queryOptions, useQuery } from '@tanstack/react-query'
import { call } from '#platform/web/call.ts'
import { useMaybeMe } from '#platform/web/me.ts'
import { type MyProgramme, readMyProgrammes } from '../../contract.ts'

const FRESH_FOR = 300_000

export const myProgrammesQuery = queryOptions({
  queryKey: ['programme', 'mine'],
  queryFn: () => call(readMyProgrammes, {}),
  staleTime: FRESH_FOR,
})

/** The programmes in which I have a part, for finding my way. */
export function useMyProgrammes(): MyProgramme[] {
  const me = useMaybeMe()
  return useQuery({ ...myProgrammesQuery, enabled: me !== null }).data?.items ?? []
}
