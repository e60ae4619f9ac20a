import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { call } from '#platform/web/call.ts'
import { useSpaceEvents } from '#platform/web/live.ts'
import { readCurve, readMeasures } from '../../contract.ts'

export const useMeasures = (spaceId: string) =>
  useQuery({
    queryKey: ['insights', 'measures', spaceId],
    queryFn: ({ signal }) => call(readMeasures, { params: { id: spaceId } }, { signal }),
  })

export const useCurve = (spaceId: string, objectiveId: string) =>
  useQuery({
    queryKey: ['insights', 'curve', spaceId, objectiveId],
    queryFn: ({ signal }) => call(readCurve, { params: { id: spaceId, objectiveId } }, { signal }),
  })

const CALM = 3000

/** Figures follow what happens in the community, a few seconds later: a busy hour does not ask at each post. */
export function useLiveFigures(spaceId: string, keys: readonly string[]): void {
  const queries = useQueryClient()
  const timer = useRef(0)
  const names = keys.join()
  useEffect(() => () => clearTimeout(timer.current), [])
  useSpaceEvents(spaceId, () => {
    if (timer.current) return
    timer.current = window.setTimeout(() => {
      timer.current = 0
      for (const key of names.split(',')) void queries.invalidateQueries({ queryKey: [key] })
    }, CALM)
  })
}
