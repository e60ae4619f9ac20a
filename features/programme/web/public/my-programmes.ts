import { useQuery } from '@tanstack/react-query'
import { call } from '#platform/web/call.ts'
import { useMaybeMe } from '#platform/web/me.ts'
import { type MyProgramme, readMyProgrammes } from '../../contract.ts'

const FRESH_FOR = 300_000

/** The programmes in which I have a part, for finding my way. */
export function useMyProgrammes(): MyProgramme[] {
  const me = useMaybeMe()
  const query = useQuery({
    queryKey: ['programme', 'mine'],
    queryFn: () => call(readMyProgrammes, {}),
    enabled: me !== null,
    staleTime: FRESH_FOR,
  })
  return query.data?.items ?? []
}
