import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef } from 'react'
import { markRead, type Space } from '#features/spaces/contract.ts'
import { mySpacesKey } from '#features/spaces/web/public/my-spaces.ts'
import { call } from '#platform/web/call.ts'
import { useMaybeMe } from '#platform/web/me.ts'
import type { Post } from '../contract.ts'

/**
 * A space is read once as many of its latest posts stayed before the eyes as it had unread:
 * a feed by time shows the latest ones first.
 */
export function useReading(spaces: readonly Space[]): (post: Post) => void {
  const queries = useQueryClient()
  const me = useMaybeMe()?.id
  const seen = useRef(new Map<string, Set<string>>())
  const latest = useRef(spaces)
  useEffect(() => {
    latest.current = spaces
  })
  return useCallback(
    (post: Post) => {
      const space = latest.current.find((one) => one.id === post.spaceId)
      // One's own posts are never unread: having seen them says nothing of the others.
      if (!space || space.unread === 0 || post.author?.id === me) return
      const own = seen.current.get(space.id) ?? new Set()
      seen.current.set(space.id, own.add(post.id))
      if (own.size < space.unread) return
      own.clear()
      void call(markRead, { params: { id: space.id } })
        .then(() => queries.invalidateQueries({ queryKey: mySpacesKey }))
        .catch(() => {})
    },
    [queries, me],
  )
}
