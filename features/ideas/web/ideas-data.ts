import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { call, Refused } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { useNotices, useSpaceEvents } from '#platform/web/live.ts'
import { type OnItsWay, useOnItsWay, useQuick, withOnItsWay } from '#platform/web/quick.ts'
import { showToast } from '#ui/toast-store.ts'
import {
  type Ballot,
  type Board,
  castVotes,
  type IdeaStatus,
  readIdea,
  readIdeaBoard,
  readIdeaPosts,
  readIdeas,
  readRound,
  readRounds,
  type Round,
} from '../contract.ts'

const IDEAS = 'ideas'
export type Order = 'recent' | 'votes' | 'value' | 'effort'
export interface Asked {
  status: IdeaStatus | 'open' | 'all'
  search: string
  order: Order
  inRound: boolean
}

const onward = { initialPageParam: '', getNextPageParam: (page: { next: string | null }) => page.next }
const beyond = (cursor: string) => (cursor ? { cursor } : {})

export const useIdeas = (programmeId: string, { status, search, order, inRound }: Asked) =>
  useInfiniteQuery({
    queryKey: [IDEAS, 'list', programmeId, status, search, order, inRound],
    queryFn: ({ pageParam, signal }) =>
      call(
        readIdeas,
        {
          params: { id: programmeId },
          query: {
            status,
            order,
            ...(search ? { search } : {}),
            ...(inRound ? { inRound } : {}),
            ...beyond(pageParam),
          },
        },
        { signal },
      ),
    ...onward,
    placeholderData: (before) => before,
  })

const boardKey = (programmeId: string) => [IDEAS, 'board', programmeId] as const

export function useBoard(programmeId: string) {
  const queries = useQueryClient()
  const query = useQuery({
    queryKey: boardKey(programmeId),
    queryFn: ({ signal }) => call(readIdeaBoard, { params: { id: programmeId } }, { signal }),
  })
  useSpaceEvents(query.data?.spaceId, (event) => {
    if (/^(idea|idea_round)\.|^reset$/.test(event.kind)) void queries.invalidateQueries({ queryKey: [IDEAS] })
  })
  return query
}

const ideaKey = (id: string) => [IDEAS, 'one', id] as const

export function useIdea(id: string) {
  const queries = useQueryClient()
  useNotices('notification', () => void queries.invalidateQueries({ queryKey: ideaKey(id) }))
  return useQuery({
    queryKey: ideaKey(id),
    queryFn: ({ signal }) => call(readIdea, { params: { id } }, { signal }),
  })
}

export const useIdeaPosts = (programmeId: string, search: string) =>
  useInfiniteQuery({
    queryKey: [IDEAS, 'posts', programmeId, search],
    queryFn: ({ pageParam, signal }) =>
      call(
        readIdeaPosts,
        { params: { id: programmeId }, query: { ...(search ? { search } : {}), ...beyond(pageParam) } },
        { signal },
      ),
    ...onward,
    placeholderData: (before) => before,
  })

export const useRounds = (programmeId: string) =>
  useInfiniteQuery({
    queryKey: [IDEAS, 'rounds', programmeId],
    queryFn: ({ pageParam, signal }) =>
      call(readRounds, { params: { id: programmeId }, query: beyond(pageParam) }, { signal }),
    ...onward,
  })

export const useRound = (id: string) =>
  useQuery({
    queryKey: [IDEAS, 'round', id],
    queryFn: ({ signal }) => call(readRound, { params: { id } }, { signal }),
  })

/** An act on the backlog: all that shows it is read again, a refusal is said in its sentence or by its field. */
export function useIdeasAct<Input, Reply>(
  act: (input: Input) => Promise<Reply>,
  onDone?: (reply: Reply) => void,
) {
  const text = useText()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: act,
    onSuccess: async (reply) => {
      await queries.invalidateQueries({ queryKey: [IDEAS] })
      onDone?.(reply)
    },
    onError: (error) => {
      if (error instanceof Refused && error.fields.length > 0) return
      showToast({ message: error instanceof Refused ? error.message : text('platform.unreachable.title') })
      void queries.invalidateQueries({ queryKey: [IDEAS] })
    },
  })
}

const VOTE = 'ideas.vote'
interface Vote {
  ideaId: string
  votes: number
}

/** The ballot once this vote has arrived. */
function withVote(ballot: Ballot, { given: { ideaId, votes } }: OnItsWay<Vote>): Ballot {
  const before = ballot.votes.find((one) => one.ideaId === ideaId)?.votes ?? 0
  const others = ballot.votes.filter((one) => one.ideaId !== ideaId)
  return {
    left: ballot.left + before - votes,
    votes: votes > 0 ? [...others, { ideaId, votes }] : others,
  }
}

/** My votes in the round under way: shown as soon as pressed, one request after the other, also without a network. */
export function useVoting(programmeId: string, round: Round | null) {
  const text = useText()
  const queries = useQueryClient()
  const roundId = round?.id ?? ''
  const cast = useQuick({
    kind: VOTE,
    scope: roundId,
    endpoint: castVotes,
    input: ({ ideaId, votes }: Vote) => ({ params: { id: roundId, ideaId }, body: { votes } }),
    label: text('ideas.vote.named'),
    lane: `votes/${roundId}`,
    touches: [],
    silent: true,
    arrive: (mine) =>
      queries.setQueryData<Board>(boardKey(programmeId), (board) =>
        board?.round ? { ...board, round: { ...board.round, mine } } : board,
      ),
    onRefused: () => void queries.invalidateQueries({ queryKey: [IDEAS] }),
  })
  const leaving = useOnItsWay<Vote>(VOTE, roundId)
  const kept = round?.mine ?? null
  if (!round || !kept) return null
  const mine = withOnItsWay(kept, leaving, withVote)
  const on = (ideaId: string) => mine.votes.find((one) => one.ideaId === ideaId)?.votes ?? 0
  return {
    left: mine.left,
    most: round.mostOnOne,
    on,
    set: (ideaId: string, votes: number) => {
      cast.mutate({ ideaId, votes })
    },
  }
}
export type Voting = NonNullable<ReturnType<typeof useVoting>>
