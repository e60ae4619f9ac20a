import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { call } from '#platform/web/call.ts'
import { readSeason, readSeasonSettings } from '../contract.ts'

export const useSeason = (spaceId: string) =>
  useQuery({
    queryKey: ['seasons', 'page', spaceId],
    queryFn: ({ signal }) => call(readSeason, { params: { id: spaceId } }, { signal }),
  })

export const useSeasonSettings = () =>
  useQuery({ queryKey: ['seasons', 'settings'], queryFn: () => call(readSeasonSettings, {}) })

/** A change of the company's days moves every season. */
export function useDaysAct<Input>(act: (input: Input) => Promise<unknown>, onDone?: () => void) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: act,
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['seasons'] })
      onDone?.()
    },
  })
}
