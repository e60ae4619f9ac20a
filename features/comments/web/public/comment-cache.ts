import type { InfiniteData, QueryClient } from '@tanstack/react-query'
import { call, Refused } from '#platform/web/call.ts'
import { type Comment, readComment, type Reply } from '../../contract.ts'

export interface CommentPage {
  items: Comment[]
  next: string | null
}
export type Thread = InfiniteData<CommentPage, string | null>

export const threadKey = (subjectId: string) => ['comments', 'of', subjectId] as const
const ALL = { queryKey: ['comments', 'of'] }

const onItems = (thread: Thread, change: (items: Comment[]) => Comment[]): Thread => ({
  ...thread,
  pages: thread.pages.map((page) => ({ ...page, items: change(page.items) })),
})

/** Changes one comment or reply, wherever it is shown. */
export function patchComment(
  queries: QueryClient,
  id: string,
  change: (comment: Reply) => Partial<Reply>,
): void {
  const touch = <C extends Reply>(comment: C): C =>
    comment.id === id ? { ...comment, ...change(comment) } : comment
  queries.setQueriesData<Thread>(
    ALL,
    (thread) =>
      thread &&
      onItems(thread, (items) => items.map((item) => ({ ...touch(item), replies: item.replies.map(touch) }))),
  )
}

export function dropComment(queries: QueryClient, id: string): void {
  queries.setQueriesData<Thread>(
    ALL,
    (thread) =>
      thread &&
      onItems(thread, (items) =>
        items
          .filter((item) => item.id !== id)
          .map((item) => ({ ...item, replies: item.replies.filter((reply) => reply.id !== id) })),
      ),
  )
}

const holds = (thread: Thread, id: string): boolean =>
  thread.pages.some((page) =>
    page.items.some((item) => item.id === id || item.replies.some((reply) => reply.id === id)),
  )

export const hasComment = (queries: QueryClient, subjectId: string, id: string): boolean => {
  const thread = queries.getQueryData<Thread>(threadKey(subjectId))
  return thread !== undefined && holds(thread, id)
}

/** A comment that has just been written: at its place, once. What is not loaded yet is left for its page. */
export function putComment(queries: QueryClient, comment: Comment): void {
  queries.setQueryData<Thread>(threadKey(comment.subjectId), (thread) => {
    if (!thread) return thread
    if (holds(thread, comment.id)) return thread
    if (comment.parentId) {
      return onItems(thread, (items) =>
        items.map((item) =>
          item.id === comment.parentId && item.nextReplies === null
            ? { ...item, replyCount: item.replyCount + 1, replies: [...item.replies, comment] }
            : item,
        ),
      )
    }
    const last = thread.pages.length - 1
    return {
      ...thread,
      pages: thread.pages.map((page, at) =>
        at === last && page.next === null ? { ...page, items: [...page.items, comment] } : page,
      ),
    }
  })
}

/** Reads one comment again after it changed; it leaves the screen when it may no longer be seen. */
export async function refreshComment(queries: QueryClient, id: string): Promise<void> {
  try {
    const fresh = await call(readComment, { params: { id } })
    patchComment(queries, id, () => fresh)
  } catch (error) {
    if (error instanceof Refused && error.status === 404) dropComment(queries, id)
  }
}
