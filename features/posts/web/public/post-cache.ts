import type { InfiniteData, QueryClient } from '@tanstack/react-query'
import { call, Refused } from '#platform/web/call.ts'
import { type Post, readPost } from '../../contract.ts'

export interface PostPage {
  items: Post[]
  next: string | null
}
export type PostPages = InfiniteData<PostPage, string | null>

const LISTS = { queryKey: ['posts', 'list'] }
export const listKey = (name: string, query: object = {}) => ['posts', 'list', name, query] as const
export const postKey = (id: string) => ['posts', 'one', id] as const

const onItems = (list: PostPages, change: (items: Post[]) => Post[]): PostPages => ({
  ...list,
  pages: list.pages.map((page) => ({ ...page, items: change(page.items) })),
})

/** Changes a post in every list that shows it. */
export function patchPost(queries: QueryClient, id: string, change: (post: Post) => Partial<Post>): void {
  const touch = (post: Post): Post => (post.id === id ? { ...post, ...change(post) } : post)
  queries.setQueriesData<PostPages>(LISTS, (list) => list && onItems(list, (items) => items.map(touch)))
  queries.setQueryData<Post>(postKey(id), (post) => post && touch(post))
}

export function dropPost(queries: QueryClient, id: string): void {
  queries.setQueriesData<PostPages>(
    LISTS,
    (list) => list && onItems(list, (items) => items.filter((post) => post.id !== id)),
  )
  queries.removeQueries({ queryKey: postKey(id) })
}

/** At the top of the lists where it belongs: what I have just published. */
export function putPost(queries: QueryClient, post: Post): void {
  for (const [key, list] of queries.getQueriesData<PostPages>({ queryKey: ['posts', 'list', 'feed'] })) {
    const query = key[3] as { spaceId?: string; kind?: string; order?: string; q?: string; pinned?: boolean }
    const here =
      list &&
      (!query.spaceId || query.spaceId === post.spaceId) &&
      (!query.kind || query.kind === post.kind) &&
      query.order !== 'missed' &&
      !query.q &&
      !query.pinned
    if (!here || list.pages.some((page) => page.items.some((one) => one.id === post.id))) continue
    const [first, ...rest] = list.pages
    if (first)
      queries.setQueryData<PostPages>(key, {
        ...list,
        pages: [{ ...first, items: [post, ...first.items] }, ...rest],
      })
  }
}

export function hasPost(queries: QueryClient, id: string): boolean {
  const lists = queries.getQueriesData<PostPages>(LISTS)
  return (
    queries.getQueryData(postKey(id)) !== undefined ||
    lists.some(([, list]) => list?.pages.some((page) => page.items.some((post) => post.id === id)))
  )
}

/** Reads one post again after it changed; it leaves the screen when it may no longer be seen. */
export async function refreshPost(queries: QueryClient, id: string): Promise<void> {
  if (!hasPost(queries, id)) return
  try {
    const fresh = await call(readPost, { params: { id } })
    patchPost(queries, id, () => fresh)
  } catch (error) {
    if (error instanceof Refused && error.status === 404) dropPost(queries, id)
  }
}
