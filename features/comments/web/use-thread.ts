import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { reactionChanged } from '#features/reactions/contract.ts'
import type { EventKind, PayloadOf } from '#platform/contract/event.ts'
import { call } from '#platform/web/call.ts'
import { type LiveEvent, useSpaceEvents } from '#platform/web/live.ts'
import { useMe } from '#platform/web/me.ts'
import { commentPublished, commentRevised, commentWithdrawn, readComment, readComments } from '../contract.ts'
import { hasComment, patchComment, putComment, refreshComment, threadKey } from './public/comment-cache.ts'

/** The comments of a post, page by page, kept true by what happens in the space. */
export function useThread(subjectId: string, spaceId: string, enabled: boolean) {
  useThreadEvents(subjectId, enabled ? spaceId : null)
  return useInfiniteQuery({
    queryKey: threadKey(subjectId),
    queryFn: ({ pageParam }) =>
      call(readComments, { query: { subjectId, ...(pageParam ? { cursor: pageParam } : {}) } }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    enabled,
    staleTime: 60_000,
    // Live events keep it true: a refetch would only move things under the eyes.
    refetchOnWindowFocus: false,
  })
}

const payloadOf = <E extends EventKind>(event: LiveEvent, kind: E): PayloadOf<E> | null =>
  event.kind === kind.kind && 'payload' in event ? (event.payload as PayloadOf<E>) : null

function useThreadEvents(subjectId: string, spaceId: string | null): void {
  const queries = useQueryClient()
  const me = useMe()
  useSpaceEvents(spaceId, (event) => {
    if (event.kind === 'reset') return void queries.invalidateQueries({ queryKey: threadKey(subjectId) })
    const published = payloadOf(event, commentPublished)
    if (published?.subjectId === subjectId && !hasComment(queries, subjectId, published.commentId)) {
      void call(readComment, { params: { id: published.commentId } })
        .then((comment) => putComment(queries, comment))
        .catch(() => {})
    }
    const changed = payloadOf(event, commentRevised) ?? payloadOf(event, commentWithdrawn)
    if (changed?.subjectId === subjectId) void refreshComment(queries, changed.commentId)
    const reacted = payloadOf(event, reactionChanged)
    const mine = 'actorId' in event && event.actorId === me.id
    if (reacted?.subjectKind === 'comment' && !mine)
      patchComment(queries, reacted.subjectId, () => ({
        reactions: reacted.counts,
        reactionTotal: reacted.total,
      }))
  })
}
