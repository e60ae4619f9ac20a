import { AuthorName, useAuthorFace } from '#features/comments/web/public/author-line.tsx'
import { RichText } from '#features/comments/web/public/rich-text.tsx'
import { Thread } from '#features/comments/web/public/thread.tsx'
import type { ThreadSubject } from '#features/comments/web/public/thread-subject.ts'
import { Ago } from '#features/reactions/web/public/ago.tsx'
import { nameOf } from '#features/reactions/web/public/face.ts'
import { fileUrl } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { useMe } from '#platform/web/me.ts'
import { Link } from '#platform/web/router.tsx'
import { CommentBubble } from '#ui/comment-bubble.tsx'
import type { Post } from '../contract.ts'
import { usePostActs } from './use-post-acts.ts'

/** Under a post: in a feed, the kept answer or the last words; on its page, the whole thread. */
export function PostAnswers({ post, whole, near }: { post: Post; whole: boolean; near: boolean }) {
  const text = useText()
  const me = useMe()
  const acts = usePostActs(post)
  const author = post.author
  const subject: ThreadSubject = {
    id: post.id,
    spaceId: post.spaceId,
    authorName: author ? nameOf(author) : text('comments.gone'),
    writeTo: author && author.id !== me.id ? author.givenName : '',
    commentCount: post.commentCount,
    takes: post.can.take,
    comments: post.can.comment,
    closed: post.commentsClosed,
    question: post.kind === 'question',
    acceptedCommentId: post.acceptedCommentId,
    onAccept: post.can.accept ? (commentId) => void acts.accept(commentId) : null,
  }
  if (!whole && post.answer) return <KeptAnswer post={post} answer={post.answer} />
  return <Thread subject={subject} whole={whole} enabled={whole || near} />
}

/** In a feed, a question that found its answer shows it, and where the others are. */
function KeptAnswer({ post, answer }: { post: Post; answer: NonNullable<Post['answer']> }) {
  const text = useText()
  const face = useAuthorFace()
  const src = answer.photoFileId ? fileUrl(answer.photoFileId, 'w320') : null
  const others = post.commentCount - 1
  return (
    <>
      <CommentBubble
        person={answer.authorId ? { name: answer.authorName, src, size: 36 } : face(null, 36)}
        author={
          answer.authorId ? (
            <Link to={`/personnes/${answer.authorId}`}>{answer.authorName}</Link>
          ) : (
            <AuthorName author={null} />
          )
        }
        accepted={text('comments.accepted', { name: post.author?.givenName ?? text('comments.gone') })}
        time={<Ago at={answer.createdAt} short />}
      >
        <RichText doc={answer.body} inline />
      </CommentBubble>
      {others > 0 && (
        <Link className="more" to={`/publications/${post.id}`}>
          {text('comments.more_answers', { count: others })}
        </Link>
      )}
    </>
  )
}
