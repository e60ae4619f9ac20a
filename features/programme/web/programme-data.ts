import { useQuery } from '@tanstack/react-query'
import { call } from '#platform/web/call.ts'
import { readProgramme } from '../contract.ts'

export const programmeKey = (id: string) => ['programme', id] as const

export const useProgramme = (id: string) =>
  useQuery({
    queryKey: programmeKey(id),
    queryFn: () => call(readProgramme, { params: { id } }),
    staleTime: 30_000,
  })
