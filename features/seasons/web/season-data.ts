import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { call } from '#platform/web/call.ts'
import { readSchoolCalendar, readSeason, readSeasonSettings } from '../contract.ts'

export const useSeason = (spaceId: string) =>
  useQuery({
    queryKey: ['seasons', 'page', spaceId],
    queryFn: ({ signal }) => call(readSeason, { params: { id: spaceId } }, { signal }),
  })

export const useSeasonSettings = () =>
  useQuery({ queryKey: ['seasons', 'settings'], queryFn: () => call(readSeasonSettings, {}) })

export const useSchoolCalendar = () =>
  useQuery({ queryKey: ['seasons', 'school'], queryFn: () => call(readSchoolCalendar, {}) })

/** A change of these days moves every season, calendar, plan and follow-up: whatever was read is read again. */
export function useDaysAct<Input>(act: (input: Input) => Promise<unknown>, onDone?: () => void) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: act,
    onSuccess: async () => {
      await queries.invalidateQueries()
      onDone?.()
    },
    // Refused, perhaps because somebody else changed them just now.
    onError: () => queries.invalidateQueries({ queryKey: ['seasons'] }),
  })
}
