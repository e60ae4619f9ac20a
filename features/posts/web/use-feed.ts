import { infiniteQueryOptions, type QueryClient, useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '#platform/web/call.ts'
import { useLivePosts } from './public/use-live-posts.ts'
import { type FeedQuery, type PostKind, readFeed, readSavedPosts } from '../contract.ts'
import { listKey, type PostPage, type PostPages } from './public/post-cache.ts'

export type FeedFilter = Pick<
  FeedQuery,
  'spaceId' | 'order' | 'unanswered' | 'q' | 'hashtag' | 'authorId' | 'pinned'
> & {
  kind?: PostKind
}

const FRESH_FOR = 60_000

export const feedQuery = (filter: FeedFilter) =>
  infiniteQueryOptions({
    queryKey: listKey('feed', filter),
    queryFn: ({ pageParam }) =>
      call(readFeed, { query: { ...filter, ...(pageParam ? { cursor: pageParam } : {}) } }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    staleTime: FRESH_FOR,
    refetchOnWindowFocus: false,
  })

/** A feed, page by page. It never moves by itself: what is new is announced by `fresh`, shown by `showFresh`. */
export function useFeed(filter: FeedFilter, spaceIds: readonly string[], enabled = true) {
  const queries = useQueryClient()
  const { queryKey: key } = feedQuery(filter)
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set())
  const query = useInfiniteQuery({ ...feedQuery(filter), enabled })
  useLivePosts(spaceIds, (post) => {
    const here = !filter.spaceId || filter.spaceId === post.spaceId
    if (here && !filter.q && query.data)
      setFresh((before) => new Set([...before, post.postId ?? post.spaceId]))
  })
  const showFresh = async () => {
    await readAgain(queries, key, filter)
    setFresh(new Set())
    window.scrollTo({ top: 0 })
  }
  return { query, posts: postsOf(query.data), fresh: fresh.size, showFresh }
}

const postsOf = (data: { pages: PostPage[] } | undefined) => data?.pages.flatMap((page) => page.items) ?? []

/** The first page takes the place of all that was loaded, without an empty moment. */
async function readAgain(queries: QueryClient, key: readonly unknown[], filter: FeedFilter): Promise<void> {
  const page = await call(readFeed, { query: filter })
  queries.setQueryData<PostPages>(key, { pages: [page], pageParams: [null] })
}

export function useSavedPosts() {
  const query = useInfiniteQuery({
    queryKey: listKey('saved'),
    queryFn: ({ pageParam }) => call(readSavedPosts, { query: pageParam ? { cursor: pageParam } : {} }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    staleTime: 0,
    refetchOnWindowFocus: false,
  })
  return { query, posts: postsOf(query.data) }
}
