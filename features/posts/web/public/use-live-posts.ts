import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { commentPublished, commentWithdrawn } from '#features/comments/contract.ts'
import { reactionChanged } from '#features/reactions/contract.ts'
import { mySpacesKey } from '#features/spaces/web/public/my-spaces.ts'
import type { EventKind, PayloadOf } from '#platform/contract/event.ts'
import { live, type LiveEvent } from '#platform/web/live.ts'
import { useMe } from '#platform/web/me.ts'
import {
  answerAccepted,
  commentsClosed,
  pollVoted,
  postAdopted,
  postPinned,
  postPublished,
  postRevised,
  postWithdrawn,
} from '../../contract.ts'
import { dropPost, hasPost, patchPost, refreshPost } from './post-cache.ts'

export interface FreshPost {
  postId: string | null
  spaceId: string
}

const payloadOf = <E extends EventKind>(event: LiveEvent, kind: E): PayloadOf<E> | null =>
  event.kind === kind.kind && 'payload' in event ? (event.payload as PayloadOf<E>) : null

/** Posts on the screen follow what happens in these spaces; a new one is announced, never pushed in. */
export function useLivePosts(spaceIds: readonly string[], onFresh?: (fresh: FreshPost) => void): void {
  const queries = useQueryClient()
  const me = useMe()
  const latest = useRef(onFresh)
  useEffect(() => {
    latest.current = onFresh
  })
  const key = spaceIds.join()
  useEffect(() => {
    const hear = (event: LiveEvent) => {
      const mine = 'actorId' in event && event.actorId === me.id
      const published = payloadOf(event, postPublished)
      const fresh = event.kind === 'reset' || (published && !hasPost(queries, published.postId))
      if (fresh && !mine) latest.current?.({ postId: published?.postId ?? null, spaceId: event.spaceId })
      if (published && !mine) markUnread(queries)
      follow(queries, event, mine)
    }
    const stops = key ? key.split(',').map((id) => live.follow(id, hear)) : []
    return () => stops.forEach((stop) => stop())
  }, [key, me.id, queries])
}

let pending = 0

/** Many posts in a row ask for the unread counts once. */
function markUnread(queries: QueryClient): void {
  clearTimeout(pending)
  pending = window.setTimeout(() => void queries.invalidateQueries({ queryKey: mySpacesKey }), 600)
}

function follow(queries: QueryClient, event: LiveEvent, mine: boolean): void {
  const withdrawn = payloadOf(event, postWithdrawn)
  if (withdrawn) return dropPost(queries, withdrawn.postId)
  const reacted = payloadOf(event, reactionChanged)
  if (reacted?.subjectKind === 'post') {
    // My own word is already there; its echo would fight with the next one.
    if (!mine)
      patchPost(queries, reacted.subjectId, () => ({
        reactions: reacted.counts,
        reactionTotal: reacted.total,
      }))
    return
  }
  const commented = payloadOf(event, commentPublished) ?? payloadOf(event, commentWithdrawn)
  if (commented)
    return patchPost(queries, commented.subjectId, () => ({ commentCount: commented.commentCount }))
  const adopted = payloadOf(event, postAdopted)
  if (adopted) return patchPost(queries, adopted.postId, () => ({ adoptionCount: adopted.adoptionCount }))
  const changed =
    payloadOf(event, postRevised) ??
    payloadOf(event, postPinned) ??
    payloadOf(event, commentsClosed) ??
    payloadOf(event, answerAccepted) ??
    payloadOf(event, pollVoted)
  if (changed) void refreshPost(queries, changed.postId)
}
