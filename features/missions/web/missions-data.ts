import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { readProgramme } from '#features/programme/contract.ts'
import { call, Refused } from '#platform/web/call.ts'
import { useFormat, useText } from '#platform/web/i18n.ts'
import { useNotices } from '#platform/web/live.ts'
import { type OnItsWay, useOnItsWay, withOnItsWay } from '#platform/web/quick.ts'
import { showToast } from '#ui/toast-store.ts'
import {
  type Mission,
  type MissionCard,
  readMission,
  readMissions,
  readResults,
  readReturns,
  readTestRun,
  readTestsRead,
} from '../contract.ts'

const MISSIONS = 'missions'
/** What an act on a mission changes. */
export const TOUCHED = [[MISSIONS]] as const
export type View = 'mine' | 'open' | 'past' | 'all'

export const useProgrammeOf = (id: string) =>
  useQuery({
    queryKey: ['programme', id],
    queryFn: () => call(readProgramme, { params: { id } }),
    staleTime: 30_000,
  })

export const useMissions = (programmeId: string, view: View, enabled = true) =>
  useInfiniteQuery({
    queryKey: [MISSIONS, 'list', programmeId, view],
    queryFn: ({ pageParam, signal }) =>
      call(
        readMissions,
        { params: { id: programmeId }, query: { view, ...(pageParam ? { cursor: pageParam } : {}) } },
        { signal },
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    enabled,
  })

export const useTestsRead = (programmeId: string) =>
  useQuery({
    queryKey: [MISSIONS, 'read', programmeId],
    queryFn: ({ signal }) => call(readTestsRead, { params: { id: programmeId } }, { signal }),
  })

export const missionKey = (id: string) => [MISSIONS, 'one', id] as const

export function useMission(id: string) {
  const queries = useQueryClient()
  // A thank-you, a decision: what was just told is there to be read.
  useNotices('notification', () => void queries.invalidateQueries({ queryKey: missionKey(id) }))
  const query = useQuery({
    queryKey: missionKey(id),
    queryFn: ({ signal }) => call(readMission, { params: { id } }, { signal }),
  })
  const relayed = useRelaysOnTheirWay(id).filter((one) => one.waits)
  return { ...query, data: query.data && withOnItsWay(query.data, relayed, withRelay) }
}

export const RELAY = 'missions.relay'
export const TAKE = 'missions.take'
export const RETURN = 'missions.return'

/** What I told my team, as it leaves. */
export interface RelayDone {
  people: number
  answer: string
  at: string
}
export const useRelaysOnTheirWay = (missionId: string) => useOnItsWay<RelayDone>(RELAY, missionId)

function withRelay(mission: Mission, { id, given }: OnItsWay<RelayDone>): Mission {
  const { relay } = mission
  if (!relay || relay.mine.some((one) => one.id === id)) return mission
  const { people, answer, at } = given
  return { ...mission, relay: { ...relay, mine: [{ id, people, answer, relayedAt: at }, ...relay.mine] } }
}

export const useRun = (id: string) =>
  useQuery({
    queryKey: [MISSIONS, 'run', id],
    queryFn: ({ signal }) => call(readTestRun, { params: { id } }, { signal }),
    // While it is written the screen knows better.
    staleTime: Infinity,
    gcTime: 0,
  })

export const resultsKey = (id: string) => [MISSIONS, 'results', id] as const
export const useResults = (id: string) =>
  useQuery({
    queryKey: resultsKey(id),
    queryFn: ({ signal }) => call(readResults, { params: { id } }, { signal }),
  })

export const useReturns = (id: string) =>
  useInfiniteQuery({
    queryKey: [MISSIONS, 'returns', id],
    queryFn: ({ pageParam, signal }) =>
      call(readReturns, { params: { id }, query: pageParam ? { cursor: pageParam } : {} }, { signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  })

/** An act on a mission: what it answers is what the screen shows, a refusal is said in its sentence. */
export function useAct<Input>(act: (input: Input) => Promise<Mission>, onDone?: (mission: Mission) => void) {
  const text = useText()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: act,
    onSuccess: (mission) => {
      queries.setQueryData(missionKey(mission.id), mission)
      onDone?.(mission)
    },
    onError: (error) =>
      showToast({ message: error instanceof Refused ? error.message : text('platform.unreachable.title') }),
    onSettled: () => queries.invalidateQueries({ queryKey: [MISSIONS] }),
  })
}

/** "20 min, avant le 3 décembre, 2 places" */
export function useMissionLine() {
  const text = useText()
  const format = useFormat()
  return ({ minutes, dueOn, placesLeft, state }: MissionCard): string =>
    [
      minutes >= 120 && minutes % 60 === 0
        ? text('missions.line.hours', { count: minutes / 60 })
        : text('missions.line.minutes', { count: minutes }),
      ...(dueOn ? [text('missions.line.before', { day: format.shortDay(`${dueOn}T12:00:00Z`) })] : []),
      ...(placesLeft !== null && state === 'open'
        ? [
            placesLeft === 0
              ? text('missions.line.full')
              : text('missions.line.places', { count: placesLeft }),
          ]
        : []),
    ].join(' · ')
}
