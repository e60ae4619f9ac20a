import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { call } from '#platform/web/call.ts'
import { type PracticeCode, type Practices, readPractices, setPractice } from '../contract.ts'

const keyOf = (spaceId: string) => ['practices', spaceId] as const

export const usePractices = (spaceId: string) =>
  useQuery({
    queryKey: keyOf(spaceId),
    queryFn: ({ signal }) => call(readPractices, { params: { id: spaceId } }, { signal }),
  })

export interface Choice {
  offReason: string | null
  limits: Record<string, number>
}

export function useSetPractice(spaceId: string, code: PracticeCode, onDone: () => void) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: Choice) => call(setPractice, { params: { id: spaceId, code }, body }),
    onSuccess: (card) => {
      queries.setQueryData<Practices>(
        keyOf(spaceId),
        (before) =>
          before && {
            ...before,
            practices: before.practices.map((one) => (one.code === card.code ? card : one)),
          },
      )
      onDone()
    },
  })
}
