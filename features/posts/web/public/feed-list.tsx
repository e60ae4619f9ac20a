import { type ReactNode, startTransition, useEffect, useRef, useState } from 'react'
import { Failed } from '#platform/web/await.tsx'
import { useText } from '#platform/web/i18n.ts'
import { Button } from '#ui/button.tsx'
import { PostSkeleton } from '#ui/skeleton.tsx'
import type { Post } from '../../contract.ts'
import { AT_ONCE, firstWithPhoto } from '../../rules/photos.ts'
import { PostCard } from './post-card.tsx'

interface Pages {
  isPending: boolean
  error: unknown
  hasNextPage: boolean
  isFetchingNextPage: boolean
  isFetchNextPageError: boolean
  fetchNextPage: () => unknown
  refetch: () => unknown
}

/** The others are drawn as one gets near them. */
const NEXT = 4
const NEAR = '1400px 0px'

/** Posts one under the other: while they come, when there are none, when they fail, and more of them. */
export function FeedList({
  query,
  posts,
  empty,
  end,
  showSpace = true,
  onRead,
}: {
  query: Pages
  posts: readonly Post[]
  empty: ReactNode
  end?: ReactNode
  showSpace?: boolean
  onRead?: (post: Post) => void
}) {
  const text = useText()
  const [drawn, setDrawn] = useState(AT_ONCE)
  if (query.isPending && !query.error) return <PostSkeleton label={text('platform.loading')} count={3} />
  if (query.error && posts.length === 0)
    return <Failed error={query.error} onRetry={() => void query.refetch()} />
  if (posts.length === 0) return empty
  const seenFirst = firstWithPhoto(posts)
  return (
    <>
      {posts.slice(0, drawn).map((post) => (
        <PostCard
          key={post.id}
          post={post}
          showSpace={showSpace}
          seenFirst={post === seenFirst}
          {...(onRead ? { onRead } : {})}
        />
      ))}
      {drawn < posts.length ? (
        <Near key={drawn} onNear={() => startTransition(() => setDrawn(drawn + NEXT))} />
      ) : query.hasNextPage ? (
        <More query={query} />
      ) : (
        end
      )}
    </>
  )
}

/** A place that is told once, when it comes near the screen. */
function Near({ onNear }: { onNear: () => void }) {
  const place = useRef<HTMLDivElement>(null)
  const told = useRef(onNear)
  useEffect(() => {
    const watched = place.current
    if (!watched) return
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return
        observer.disconnect()
        told.current()
      },
      { rootMargin: NEAR },
    )
    observer.observe(watched)
    return () => observer.disconnect()
  }, [])
  return <div ref={place} />
}

/** Comes by itself when one gets there; the button is for those who do not scroll, and after a failure. */
function More({ query }: { query: Pages }) {
  const text = useText()
  const place = useRef<HTMLDivElement>(null)
  const next = useRef(query)
  useEffect(() => {
    next.current = query
  })
  useEffect(() => {
    const watched = place.current
    if (!watched) return
    const observer = new IntersectionObserver(
      ([entry]) => {
        const { isFetchingNextPage, isFetchNextPageError, fetchNextPage } = next.current
        if (entry?.isIntersecting && !isFetchingNextPage && !isFetchNextPageError) fetchNextPage()
      },
      { rootMargin: '900px 0px' },
    )
    observer.observe(watched)
    return () => observer.disconnect()
  }, [])
  return (
    <div className="fil__more" ref={place}>
      <Button busy={query.isFetchingNextPage} onClick={() => query.fetchNextPage()}>
        {text(query.isFetchNextPageError ? 'platform.retry' : 'platform.more')}
      </Button>
    </div>
  )
}
