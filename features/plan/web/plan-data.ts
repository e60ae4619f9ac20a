import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { readAudiences } from '#features/audiences/contract.ts'
import { useLiveFigures } from '#features/insights/web/public/insight-data.ts'
import type { Calendar } from '#features/seasons/rules/calendar.ts'
import { call, Refused } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { useSpaceEvents } from '#platform/web/live.ts'
import { useMe } from '#platform/web/me.ts'
import { showToast } from '#ui/toast-store.ts'
import { moveActions, type Plan, type PlanAction, readPlan } from '../contract.ts'
import type { Dated, Move } from '../rules/moves.ts'
import { isSettled } from '../rules/status.ts'

const key = (spaceId: string) => ['plan', spaceId] as const

export function usePlan(spaceId: string) {
  const queries = useQueryClient()
  // Objectives follow what happens in the community, calmly; the plan itself at once.
  useLiveFigures(spaceId, ['plan'])
  useSpaceEvents(spaceId, (event) => {
    if (event.kind === 'plan.changed') void queries.invalidateQueries({ queryKey: key(spaceId) })
  })
  return useQuery({
    queryKey: key(spaceId),
    queryFn: ({ signal }) => call(readPlan, { params: { id: spaceId } }, { signal }),
  })
}

/** A change of the plan; what is shown is read again, a refusal that no form shows is said. */
export function usePlanAct<Input, Reply>(
  spaceId: string,
  act: (input: Input) => Promise<Reply>,
  more: { onDone?: (reply: Reply, input: Input) => void; quiet?: boolean } = {},
) {
  const text = useText()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: act,
    onSuccess: async (reply, input) => {
      await queries.invalidateQueries({ queryKey: key(spaceId) })
      more.onDone?.(reply, input)
    },
    onError: (error) => {
      if (more.quiet) return
      showToast({ message: error instanceof Refused ? error.message : text('platform.unreachable.title') })
    },
  })
}

/** Moves saved together; a word lets one take them back. */
export function useMoves(plan: Plan) {
  const text = useText()
  const { spaceId } = plan
  const put = (moves: Move[]) => call(moveActions, { params: { id: spaceId }, body: { moves } })
  const back = usePlanAct(spaceId, put)
  return usePlanAct(spaceId, (moves: Move[]) => put(moves), {
    onDone: (_reply, moves) => {
      const before = plan.actions.filter((one) => moves.some((move) => move.id === one.id)).map(datesOf)
      showToast({
        message: text('plan.move.saved', { count: moves.length }),
        action: { label: text('plan.move.undo'), onAct: () => back.mutate(before) },
      })
    },
  })
}

export const datesOf = ({ id, startsOn, endsOn }: PlanAction): Move => ({ id, startsOn, endsOn })

export const datedOf = (action: PlanAction): Dated => ({
  ...datesOf(action),
  needs: action.needs,
  settled: isSettled(action.state),
})

export const calendarOf = ({ overlay }: Plan): Calendar => ({
  regions: [],
  school: overlay.school,
  blocked: overlay.blocked,
})

/** Saved audiences are listed to those who animate the network. */
export function useAudiences() {
  const me = useMe()
  const staff = me.standing === 'administrator' || me.standing === 'animator'
  return useQuery({
    queryKey: ['audiences', 'for-plan'],
    enabled: staff && !me.outside,
    queryFn: () => call(readAudiences, { query: { limit: 100 } }),
  })
}
