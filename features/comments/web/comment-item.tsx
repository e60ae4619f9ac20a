import { useQueryClient } from '@tanstack/react-query'
import { Check, ChevronDown, Ellipsis, Link2, Pencil, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { Ago } from '#features/reactions/web/public/ago.tsx'
import { nameOf } from '#features/reactions/web/public/face.ts'
import { useSubjectEntries } from '#features/reactions/web/public/subject-menu.ts'
import { useReactionWords, WhoReacted } from '#features/reactions/web/public/subject-reactions.tsx'
import { useReact } from '#features/reactions/web/public/use-react.ts'
import { useText } from '#platform/web/i18n.ts'
import { useMe } from '#platform/web/me.ts'
import { CommentBubble } from '#ui/comment-bubble.tsx'
import { ConfirmDialog } from '#ui/confirm-dialog.tsx'
import { Menu, type MenuItem } from '#ui/menu.tsx'
import { reactionIcons, reactionKinds } from '#ui/reaction-bar.tsx'
import { showToast } from '#ui/toast-store.ts'
import type { Reply } from '../contract.ts'
import { CommentBox } from './comment-box.tsx'
import { AuthorName, useAuthorFace } from './public/author-line.tsx'
import { patchComment } from './public/comment-cache.ts'
import { RichText } from './public/rich-text.tsx'
import type { ThreadSubject } from './public/thread-subject.ts'
import type { CommentWrites } from './use-comment-writes.ts'

/** One comment or reply, with what its reader may do. */
export function CommentItem({
  comment,
  subject,
  writes,
  onReply,
}: {
  comment: Reply
  subject: ThreadSubject
  writes: CommentWrites
  onReply: (() => void) | null
}) {
  const text = useText()
  const face = useAuthorFace()
  const [revising, setRevising] = useState(false)
  const accepted = subject.acceptedCommentId === comment.id
  if (revising)
    return (
      <CommentBox
        place={comment.id}
        spaceId={comment.spaceId}
        label={text('comments.revise')}
        initial={comment.body}
        autoFocus
        onSend={(doc) => {
          writes.revise(comment, doc)
          setRevising(false)
        }}
        onCancel={() => setRevising(false)}
      />
    )
  const gone = comment.withdrawn || (comment.hidden && comment.author === null)
  return (
    <CommentBubble
      id={`c-${comment.id}`}
      person={face(comment.author, 36)}
      author={gone ? ' ' : <AuthorName author={comment.author} />}
      reply={comment.parentId !== null}
      {...(accepted ? { accepted: text('comments.accepted', { name: subject.authorName }) } : {})}
      time={<Ago at={comment.createdAt} short />}
      actions={
        gone ? null : (
          <Actions
            comment={comment}
            subject={subject}
            writes={writes}
            onReply={onReply}
            onRevise={() => setRevising(true)}
          />
        )
      }
    >
      {gone ? (
        <span className="mut">{text(comment.withdrawn ? 'comments.withdrawn' : 'comments.hidden')}</span>
      ) : (
        <RichText doc={comment.body} inline />
      )}
      {comment.editedAt && !gone && <span className="xs mut"> {text('comments.edited')}</span>}
      {comment.hidden && !gone && <span className="xs down"> {text('comments.hidden_mark')}</span>}
    </CommentBubble>
  )
}

function Actions({
  comment,
  subject,
  writes,
  onReply,
  onRevise,
}: {
  comment: Reply
  subject: ThreadSubject
  writes: CommentWrites
  onReply: (() => void) | null
  onRevise: () => void
}) {
  const text = useText()
  const words = useReactionWords()
  const queries = useQueryClient()
  const react = useReact(
    comment.id,
    { mine: comment.myReaction, counts: comment.reactions, total: comment.reactionTotal },
    (next) =>
      patchComment(queries, comment.id, () => ({
        myReaction: next.mine,
        reactions: next.counts,
        reactionTotal: next.total,
      })),
  )
  const mine = comment.myReaction
  return (
    <>
      {subject.takes && (
        <span className="row g1">
          <button type="button" aria-pressed={mine !== null} onClick={() => react(mine ? null : 'like')}>
            {words.kinds[mine ?? 'like']}
          </button>
          <Menu
            label={words.choose}
            buttonLabel={words.choose}
            buttonClassName="cmt__x"
            items={reactionKinds.map((kind) => ({
              key: kind,
              label: words.kinds[kind],
              icon: reactionIcons[kind],
              checked: kind === mine,
              onSelect: () => react(kind === mine ? null : kind),
            }))}
          >
            <ChevronDown className="i i--s" aria-hidden />
          </Menu>
        </span>
      )}
      {onReply && (
        <button type="button" onClick={onReply}>
          {text('comments.reply')}
        </button>
      )}
      <More comment={comment} subject={subject} writes={writes} onRevise={onRevise} />
      {comment.reactionTotal > 0 && (
        <WhoReacted subjectId={comment.id} counts={comment.reactions} total={comment.reactionTotal} />
      )}
    </>
  )
}

function More({
  comment,
  subject,
  writes,
  onRevise,
}: {
  comment: Reply
  subject: ThreadSubject
  writes: CommentWrites
  onRevise: () => void
}) {
  const text = useText()
  const me = useMe()
  const entriesOf = useSubjectEntries()
  const [asking, setAsking] = useState(false)
  const name = comment.author ? nameOf(comment.author) : text('comments.gone')
  const added = entriesOf({
    kind: 'comment',
    id: comment.id,
    spaceId: comment.spaceId,
    mine: comment.author?.id === me.id,
    hidden: comment.hidden,
    moderate: comment.can.moderate,
    authorName: name,
  })
  const accepted = subject.acceptedCommentId === comment.id
  const items: (MenuItem | false)[] = [
    subject.onAccept !== null &&
      comment.parentId === null && {
        key: 'accept',
        icon: Check,
        label: text(accepted ? 'comments.unaccept' : 'comments.accept'),
        onSelect: () => subject.onAccept?.(accepted ? null : comment.id),
      },
    comment.can.revise && { key: 'revise', icon: Pencil, label: text('comments.revise'), onSelect: onRevise },
    {
      key: 'link',
      icon: Link2,
      label: text('comments.copy_link'),
      onSelect: () => {
        void navigator.clipboard
          .writeText(`${location.origin}/publications/${subject.id}#c-${comment.id}`)
          .then(() => showToast({ message: text('comments.link_copied') }))
      },
    },
    ...added,
    comment.can.withdraw && {
      key: 'withdraw',
      icon: Trash2,
      label: text('comments.withdraw'),
      danger: true,
      onSelect: () => setAsking(true),
    },
  ]
  return (
    <>
      <Menu
        label={text('comments.actions')}
        buttonLabel={text('comments.actions_of', { name })}
        buttonClassName="cmt__x"
        items={items.filter((item) => item !== false)}
      >
        <Ellipsis className="i i--s" aria-hidden />
      </Menu>
      <ConfirmDialog
        open={asking}
        title={text('comments.withdraw_ask')}
        confirmLabel={text('comments.withdraw')}
        keepLabel={text('platform.cancel')}
        onConfirm={() => {
          setAsking(false)
          writes.withdraw(comment)
        }}
        onClose={() => setAsking(false)}
      />
    </>
  )
}
