import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import type { RichDoc } from '#platform/contract/rich-text.ts'
import { Failed } from '#platform/web/await.tsx'
import { call } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { Link } from '#platform/web/router.tsx'
import { useSending } from '#platform/web/sending.ts'
import { Button } from '#ui/button.tsx'
import { ListSkeleton } from '#ui/skeleton.tsx'
import { type Comment, readComments } from '../../contract.ts'
import { CommentBox } from '../comment-box.tsx'
import { CommentItem } from '../comment-item.tsx'
import '../comments.css'
import { type CommentWrites, useCommentWrites, waitingOf } from '../use-comment-writes.ts'
import { useThread } from '../use-thread.ts'
import { WaitingComment } from '../waiting-comment.tsx'
import { type Thread as ThreadData, threadKey } from './comment-cache.ts'
import type { ThreadSubject } from './thread-subject.ts'

const SHOWN = 2

/** The comments under a post: the last two in a feed, all of them on the page of the post. */
export function Thread({
  subject,
  whole = false,
  enabled = true,
  onCount,
}: {
  subject: ThreadSubject
  whole?: boolean
  /** In a feed, only once the post has come into view. */
  enabled?: boolean
  /** A comment of mine left or came back: the count has changed. */
  onCount?: () => void
}) {
  const text = useText()
  const [all, setAll] = useState(whole)
  const thread = useThread(subject.id, subject.spaceId, enabled && subject.commentCount > 0)
  const writes = useCommentWrites(subject, () => onCount?.())
  const loaded = useMemo(() => thread.data?.pages.flatMap((page) => page.items) ?? [], [thread.data])
  const shown = all ? loaded : preview(loaded, thread.hasNextPage)
  const rest = subject.commentCount - shown.reduce((sum, comment) => sum + 1 + comment.replies.length, 0)
  useStartAtComment(whole && loaded.length > 0)
  return (
    <>
      {!all && rest > 0 && loaded.length > 0 && (
        <MoreLink subject={subject} rest={rest} inline={!thread.hasNextPage} onAll={() => setAll(true)} />
      )}
      {whole && thread.isFetching && loaded.length === 0 && subject.commentCount > 0 && (
        <ListSkeleton label={text('platform.loading')} rows={3} />
      )}
      {whole && thread.error && <Failed error={thread.error} onRetry={() => void thread.refetch()} />}
      {shown.map((comment) => (
        <Branch key={comment.id} comment={comment} subject={subject} writes={writes} />
      ))}
      {all && thread.hasNextPage && (
        <Button size="s" busy={thread.isFetchingNextPage} onClick={() => void thread.fetchNextPage()}>
          {text('comments.next')}
        </Button>
      )}
      <Waiting subject={subject} writes={writes} parentId={null} />
      {subject.comments ? (
        <CommentBox
          place={subject.id}
          spaceId={subject.spaceId}
          label={
            subject.writeTo ? text('comments.write_to', { name: subject.writeTo }) : text('comments.write')
          }
          onSend={(doc) => {
            writes.publish(doc, null)
            setAll(true)
          }}
        />
      ) : (
        subject.closed && <p className="sm mut">{text('comments.closed')}</p>
      )}
    </>
  )
}

/** The last two, once all are known; of a long thread, none: the link says how many wait. */
const preview = (loaded: Comment[], more: boolean): Comment[] => (more ? [] : loaded.slice(-SHOWN))

function MoreLink({
  subject,
  rest,
  inline,
  onAll,
}: {
  subject: ThreadSubject
  rest: number
  inline: boolean
  onAll: () => void
}) {
  const text = useText()
  const words = subject.question
    ? text('comments.more_answers', { count: rest })
    : text('comments.more', { count: rest })
  return inline ? (
    <button type="button" className="more" onClick={onAll}>
      {words}
    </button>
  ) : (
    <Link className="more" to={`/publications/${subject.id}`}>
      {words}
    </Link>
  )
}

/** A comment, its replies, and the box that answers it. */
function Branch({
  comment,
  subject,
  writes,
}: {
  comment: Comment
  subject: ThreadSubject
  writes: CommentWrites
}) {
  const text = useText()
  const [answering, setAnswering] = useState(false)
  const answer = (doc: RichDoc) => {
    writes.publish(doc, comment.id)
    setAnswering(false)
  }
  const onReply = subject.comments ? () => setAnswering(true) : null
  return (
    <>
      <CommentItem comment={comment} subject={subject} writes={writes} onReply={onReply} />
      {comment.replies.map((reply) => (
        <CommentItem key={reply.id} comment={reply} subject={subject} writes={writes} onReply={onReply} />
      ))}
      {comment.nextReplies !== null && <MoreReplies comment={comment} />}
      <Waiting subject={subject} writes={writes} parentId={comment.id} />
      {answering && (
        <div className="cbox--re">
          <CommentBox
            place={`${subject.id}.${comment.id}`}
            spaceId={subject.spaceId}
            label={text('comments.write_to', { name: comment.author?.givenName ?? text('comments.gone') })}
            autoFocus
            onSend={answer}
            onCancel={() => setAnswering(false)}
          />
        </div>
      )}
    </>
  )
}

function MoreReplies({ comment }: { comment: Comment }) {
  const text = useText()
  const queries = useQueryClient()
  const [busy, setBusy] = useState(false)
  const read = async () => {
    setBusy(true)
    const query = { subjectId: comment.subjectId, parentId: comment.id, cursor: comment.nextReplies ?? '' }
    const page = await call(readComments, { query }).finally(() => setBusy(false))
    const longer = (one: Comment) =>
      one.id === comment.id
        ? { ...one, replies: [...one.replies, ...page.items], nextReplies: page.next }
        : one
    queries.setQueryData<ThreadData>(
      threadKey(comment.subjectId),
      (thread) =>
        thread && {
          ...thread,
          pages: thread.pages.map((part) => ({ ...part, items: part.items.map(longer) })),
        },
    )
  }
  return (
    <div className="cbox--re">
      <Button size="s" kind="ghost" busy={busy} onClick={() => void read().catch(() => {})}>
        {text('comments.more_replies', { count: Math.max(1, comment.replyCount - comment.replies.length) })}
      </Button>
    </div>
  )
}

/** Mine that have not arrived yet, where they will stand. */
function Waiting({
  subject,
  writes,
  parentId,
}: {
  subject: ThreadSubject
  writes: CommentWrites
  parentId: string | null
}) {
  const mine = useSending().filter(
    (item) =>
      item.about?.kind === 'comment' &&
      item.about.postId === subject.id &&
      waitingOf(item).parentId === parentId,
  )
  return mine.map((item) => <WaitingComment key={item.id} item={item} subject={subject} writes={writes} />)
}

/** A link to one comment brings to it, once it is there. */
function useStartAtComment(ready: boolean): void {
  useEffect(() => {
    if (!ready || !location.hash.startsWith('#c-')) return
    document.getElementById(location.hash.slice(1))?.scrollIntoView({ block: 'center' })
  }, [ready])
}
