import { useQueryClient } from '@tanstack/react-query'
import type { RichDoc } from '#platform/contract/rich-text.ts'
import { call, newId, Refused } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { giveUp, send, type Sending, trySending } from '#platform/web/sending.ts'
import { showToast } from '#ui/toast-store.ts'
import { type Comment, publishComment, reviseComment, withdrawComment } from '../contract.ts'
import { dropComment, patchComment, putComment, threadKey } from './public/comment-cache.ts'

/** What the thread draws while a comment is on its way. */
export interface WaitingComment {
  doc: RichDoc
  parentId: string | null
}

export const waitingOf = (item: Sending): WaitingComment => item.about?.preview as WaitingComment

export function useCommentWrites(subject: { id: string; spaceId: string }, onSent: () => void) {
  const queries = useQueryClient()
  const text = useText()
  const arrived = (comment: Comment) => {
    putComment(queries, comment)
    onSent()
  }
  const failed = (error: unknown) => {
    if (error instanceof Refused && error.code === 'given_up') return
    if (error instanceof Error) showToast({ message: error.message })
  }
  return {
    publish(doc: RichDoc, parentId: string | null) {
      const id = newId()
      const body = { subjectId: subject.id, parentId, body: doc }
      const preview: WaitingComment = { doc, parentId }
      const about = { kind: 'comment', postId: subject.id, spaceId: subject.spaceId, preview }
      // A refusal stays in the thread with its sentence: nothing to say twice.
      send(publishComment, { params: { id }, body }, id, about)
        .then(arrived)
        .catch(() => {})
    },
    retry(item: Sending) {
      trySending(item.id)
        .then((reply) => reply && arrived(reply as Comment))
        .catch(() => {})
    },
    abandon: (item: Sending) => giveUp(item.id),
    revise(comment: { id: string; body: RichDoc }, body: RichDoc) {
      patchComment(queries, comment.id, () => ({ body }))
      call(reviseComment, { params: { id: comment.id }, body: { body } })
        .then((fresh) => patchComment(queries, comment.id, () => fresh))
        .catch((error: unknown) => {
          patchComment(queries, comment.id, () => ({ body: comment.body }))
          failed(error)
        })
    },
    withdraw(comment: { id: string; replyCount: number }) {
      call(withdrawComment, { params: { id: comment.id } })
        .then(() => {
          if (comment.replyCount > 0) void queries.invalidateQueries({ queryKey: threadKey(subject.id) })
          else dropComment(queries, comment.id)
          onSent()
          showToast({ message: text('comments.withdrawn_now') })
        })
        .catch(failed)
    },
  }
}
export type CommentWrites = ReturnType<typeof useCommentWrites>
