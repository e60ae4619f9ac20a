import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { call } from '#platform/web/call.ts'
import { useNotices } from '#platform/web/live.ts'
import { type ImportState, readImport, readImportOrganizations, readImports } from '../contract.ts'

/** Somebody works on it: the live socket tells, and the screen asks too, should the socket be cut. */
export const isMoving = (state: ImportState) => state === 'reading' || state === 'applying'

const ASK_MS = 1500

export function useImport(id: string) {
  const queries = useQueryClient()
  useNotices('import', (payload) => {
    const told = payload as { importId?: string } | null
    if (told?.importId === id) void queries.invalidateQueries({ queryKey: ['imports', 'one', id] })
  })
  return useQuery({
    queryKey: ['imports', 'one', id],
    queryFn: () => call(readImport, { params: { id } }),
    refetchInterval: ({ state }) => (state.data && isMoving(state.data.state) ? ASK_MS : false),
  })
}

export const useImports = () =>
  useInfiniteQuery({
    queryKey: ['imports', 'history'],
    queryFn: ({ pageParam }) => call(readImports, { query: pageParam ? { cursor: pageParam } : {} }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  })

export const useOrganizations = (id: string) =>
  useQuery({
    queryKey: ['imports', 'organizations', id],
    queryFn: async () => (await call(readImportOrganizations, { params: { id } })).items,
  })
