import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { call, Refused } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { useNotices } from '#platform/web/live.ts'
import { useOnItsWay, useQuick, withOnItsWay } from '#platform/web/quick.ts'
import { showToast } from '#ui/toast-store.ts'
import {
  type Calendar,
  changeSlot,
  readCalendar,
  readCommittee,
  readCommittees,
  readSlot,
  readStarters,
  type Slot,
} from '../contract.ts'

const ALL = ['editorial']

/** Drafts change under several hands: what is shown is read again as soon as one moves. */
function useFresh(): void {
  const queries = useQueryClient()
  const look = () => void queries.invalidateQueries({ queryKey: ALL })
  useNotices('editorial', look)
  useNotices('*', look)
}

export function useCalendar(spaceId: string, from: string, to: string) {
  useFresh()
  const query = useQuery({
    queryKey: ['editorial', 'calendar', spaceId, from, to],
    queryFn: ({ signal }) => call(readCalendar, { params: { id: spaceId }, query: { from, to } }, { signal }),
    placeholderData: keepPreviousData,
  })
  const moves = useOnItsWay<Move>(MOVE, spaceId)
  return {
    ...query,
    data: query.data && withOnItsWay(query.data, moves, (calendar, { given }) => moved(calendar, given)),
  }
}

export const slotKey = (id: string) => ['editorial', 'slot', id] as const

export function useSlot(id: string) {
  useFresh()
  return useQuery({
    queryKey: slotKey(id),
    queryFn: ({ signal }) => call(readSlot, { params: { id } }, { signal }),
  })
}

export const useCommittees = (spaceId: string) =>
  useQuery({
    queryKey: ['editorial', 'committees', spaceId],
    queryFn: ({ signal }) => call(readCommittees, { params: { id: spaceId } }, { signal }),
  })

export const useCommittee = (id: string | null) =>
  useQuery({
    queryKey: ['editorial', 'committee', id],
    queryFn: ({ signal }) => call(readCommittee, { params: { id: id ?? '' } }, { signal }),
    enabled: id !== null,
  })

export const useStarters = (spaceId: string) =>
  useQuery({
    queryKey: ['editorial', 'starters', spaceId],
    queryFn: ({ signal }) => call(readStarters, { params: { id: spaceId }, query: {} }, { signal }),
  })

/** An act of these screens: what is left is read again, a refusal is said in its sentence. */
export function useEditorialAct<Input, Reply>(
  act: (input: Input) => Promise<Reply>,
  onDone?: (reply: Reply, input: Input) => void,
  onRefused?: (refused: Refused) => void,
) {
  const text = useText()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: act,
    onSuccess: (reply, input) => onDone?.(reply, input),
    onError: (error) => {
      if (error instanceof Refused && onRefused) onRefused(error)
      else
        showToast({ message: error instanceof Refused ? error.message : text('platform.unreachable.title') })
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ALL }),
  })
}

const MOVE = 'editorial.move'
export interface Move {
  slot: Slot
  day: string | null
  minutes?: number
}

/** The slot stands in its new place at once; refused, it goes back. */
export function useMove(spaceId: string, onMoved: (move: Move) => void) {
  const move = useQuick({
    kind: MOVE,
    scope: spaceId,
    endpoint: changeSlot,
    input: ({ slot, day, minutes }: Move) => ({
      params: { id: slot.id },
      body: { day, ...(minutes === undefined ? {} : { minutes }) },
    }),
    label: ({ slot }) => slot.title,
    lane: `slots/${spaceId}`,
    touches: [ALL],
    onDone: ({ kept }, given) => {
      if (!kept) onMoved(given)
    },
  })
  return (given: Move) => move.mutate(given)
}

function moved(calendar: Calendar, { slot, day, minutes }: Move): Calendar {
  const others = (list: Slot[]) => list.filter((one) => one.id !== slot.id)
  const here = { ...slot, day, minutes: minutes ?? slot.minutes ?? 540 }
  const slots = day ? [...others(calendar.slots), here] : others(calendar.slots)
  return {
    ...calendar,
    slots: slots.sort((a, b) => `${a.day}`.localeCompare(`${b.day}`) || (a.minutes ?? 0) - (b.minutes ?? 0)),
    tray: day ? others(calendar.tray) : [here, ...others(calendar.tray)],
  }
}
