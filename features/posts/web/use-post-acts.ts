import { useQueryClient } from '@tanstack/react-query'
import type { Endpoint } from '#platform/contract/endpoint.ts'
import { call } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { showToast } from '#ui/toast-store.ts'
import {
  acceptAnswer,
  adoptPost,
  closeComments,
  openComments,
  pinPost,
  type Post,
  savePost,
  unacceptAnswer,
  unadoptPost,
  unpinPost,
  unsavePost,
  vote,
  withdrawPost,
} from '../contract.ts'
import { dropPost, listKey, patchPost } from './public/post-cache.ts'

type OnePost = typeof pinPost

/** What one may do to a post: the screen changes at once, and changes back if the answer is no. */
export function usePostActs(post: Post) {
  const queries = useQueryClient()
  const text = useText()
  const params = { id: post.id }
  const run = async (ask: () => Promise<Post>, now: Partial<Post> = {}, said?: string) => {
    patchPost(queries, post.id, () => now)
    try {
      const fresh = await ask()
      patchPost(queries, post.id, () => fresh)
      if (said) showToast({ message: said })
    } catch (error) {
      patchPost(queries, post.id, () => post)
      if (error instanceof Error) showToast({ message: error.message })
    }
  }
  const simply = (endpoint: Endpoint) => () => call(endpoint as OnePost, { params })
  return {
    save: (saved: boolean) =>
      run(simply(saved ? savePost : unsavePost), { saved }, text(saved ? 'posts.saved' : 'posts.unsaved')),
    pin: async (pinned: boolean) => {
      await run(
        simply(pinned ? pinPost : unpinPost),
        { pinned },
        text(pinned ? 'posts.pinned_now' : 'posts.unpinned_now'),
      )
      // One at a time: another may have lost its place.
      void queries.invalidateQueries({ queryKey: listKey('feed', { spaceId: post.spaceId, pinned: true }) })
    },
    close: (closed: boolean) =>
      run(
        simply(closed ? closeComments : openComments),
        { commentsClosed: closed },
        text(closed ? 'posts.closed_now' : 'posts.opened_now'),
      ),
    adopt: (adopted: boolean) =>
      run(simply(adopted ? adoptPost : unadoptPost), {
        adopted,
        adoptionCount: Math.max(0, post.adoptionCount + (adopted ? 1 : -1)),
      }),
    accept: (commentId: string | null) =>
      run(
        () =>
          commentId ? call(acceptAnswer, { params, body: { commentId } }) : call(unacceptAnswer, { params }),
        { acceptedCommentId: commentId },
      ),
    vote: (optionIds: string[]) => run(() => call(vote, { params, body: { optionIds } })),
    withdraw: async () => {
      try {
        await call(withdrawPost, { params })
        dropPost(queries, post.id)
        showToast({ message: text('posts.withdrawn') })
        return true
      } catch (error) {
        if (error instanceof Error) showToast({ message: error.message })
        return false
      }
    },
  }
}
