import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { call, Refused } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { useNotices } from '#platform/web/live.ts'
import { type OnItsWay, useOnItsWay, useQuick, withOnItsWay } from '#platform/web/quick.ts'
import { useLiveFigures } from '#features/insights/web/public/insight-data.ts'
import { showToast } from '#ui/toast-store.ts'
import { type Cockpit, type Gesture, putAside, readCockpit, takeBack } from '../contract.ts'

export const cockpitKey = (spaceId: string) => ['cockpit', spaceId] as const

export function useCockpit(spaceId: string) {
  const queries = useQueryClient()
  const look = () => void queries.invalidateQueries({ queryKey: ['cockpit'] })
  useLiveFigures(spaceId, ['cockpit', 'insights'])
  useNotices('communities.requests', look)
  useNotices('*', look)
  const query = useQuery({
    queryKey: cockpitKey(spaceId),
    queryFn: ({ signal }) => call(readCockpit, { params: { id: spaceId } }, { signal }),
  })
  const aside = useOnItsWay<Aside>(ASIDE, spaceId)
  return { ...query, data: query.data && withOnItsWay(query.data, aside, without) }
}

const ASIDE = 'cockpit.aside'
interface Aside {
  gesture: Kind
  until: Until
}

/** The list once this has been put aside. */
function without(cockpit: Cockpit, { given: { gesture } }: OnItsWay<Aside>): Cockpit {
  const gone = cockpit.gestures.find((one) => one.kind === gesture)
  if (!gone) return cockpit
  return {
    ...cockpit,
    gestures: cockpit.gestures.filter((one) => one !== gone),
    minutes: Math.max(0, cockpit.minutes - gone.minutes),
    aside: [...cockpit.aside, gesture],
  }
}

/** An act of the list: what is left is read again, a refusal is said in its sentence. */
export function useGestureAct<Input, Reply>(
  act: (input: Input) => Promise<Reply>,
  onDone?: (reply: Reply) => void,
) {
  const text = useText()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: act,
    onSuccess: (reply) => onDone?.(reply),
    onError: (error) =>
      showToast({ message: error instanceof Refused ? error.message : text('platform.unreachable.title') }),
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: ['cockpit'] })
      void queries.invalidateQueries({ queryKey: ['insights'] })
    },
  })
}

type Kind = Gesture['kind']
export type Until = 'tomorrow' | 'next_week' | 'not_for_us'

/** Done for today, or not this week; it can be taken back. */
export function useAside(spaceId: string) {
  const text = useText()
  const back = useGestureAct((gesture: Kind) => call(takeBack, { params: { id: spaceId, gesture } }))
  const aside = useQuick({
    kind: ASIDE,
    scope: spaceId,
    endpoint: putAside,
    input: ({ gesture, until }: Aside) => ({ params: { id: spaceId, gesture }, body: { until } }),
    label: text('cockpit.aside.named'),
    lane: `aside/${spaceId}`,
    touches: [['cockpit'], ['insights']],
    onDone: ({ kept }, { gesture, until }) => {
      if (kept) return
      const action = { label: text('platform.cancel'), onAct: () => back.mutate(gesture) }
      showToast({ message: text(`cockpit.aside.${until}`), action })
    },
  })
  return { aside, back }
}
