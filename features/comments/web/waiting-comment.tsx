import { useState } from 'react'
import { faceOf, nameOf } from '#features/reactions/web/public/face.ts'
import { useText } from '#platform/web/i18n.ts'
import { useMe } from '#platform/web/me.ts'
import type { Sending } from '#platform/web/sending.ts'
import { CommentBubble } from '#ui/comment-bubble.tsx'
import { CommentBox } from './comment-box.tsx'
import { RichText } from './public/rich-text.tsx'
import type { ThreadSubject } from './public/thread-subject.ts'
import { type CommentWrites, waitingOf } from './use-comment-writes.ts'

/** On its way, waiting for the network, or refused with what to do about it. */
export function WaitingComment({
  item,
  subject,
  writes,
}: {
  item: Sending
  subject: ThreadSubject
  writes: CommentWrites
}) {
  const text = useText()
  const me = useMe()
  const [again, setAgain] = useState(false)
  const { doc, parentId } = waitingOf(item)
  if (again)
    return (
      <CommentBox
        place={item.id}
        spaceId={subject.spaceId}
        label={text('comments.write')}
        initial={doc}
        autoFocus
        onSend={(changed) => {
          writes.abandon(item)
          writes.publish(changed, parentId)
        }}
        onCancel={() => setAgain(false)}
      />
    )
  const refused = item.state === 'refused'
  return (
    <CommentBubble
      person={faceOf(me, 36)}
      author={nameOf(me)}
      reply={parentId !== null}
      time={
        refused ? (
          <span className="down">{item.problem ?? text('comments.refused')}</span>
        ) : (
          text(item.state === 'waiting' ? 'comments.waiting' : 'comments.sending')
        )
      }
      actions={
        refused && (
          <>
            <button type="button" onClick={() => writes.retry(item)}>
              {text('platform.retry')}
            </button>
            <button type="button" onClick={() => setAgain(true)}>
              {text('comments.take_back')}
            </button>
            <button type="button" onClick={() => writes.abandon(item)}>
              {text('comments.abandon')}
            </button>
          </>
        )
      }
    >
      <RichText doc={doc} inline />
    </CommentBubble>
  )
}
